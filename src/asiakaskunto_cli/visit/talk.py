"""What a dialogue asks for, what it needs of the world, and who speaks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from asiakaskunto_cli.checklist.items import DurationItem
from asiakaskunto_cli.report.personal import Personal
from asiakaskunto_cli.visit.events import Amended, Attached
from asiakaskunto_cli.visit.interview import Interview


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the person: the prompt, the keys that answer at once, words to edit."""

    prompt: str
    keys: frozenset[str] = frozenset()
    words: bool = False
    before: str = ""


@dataclass(frozen=True, slots=True)
class Means:
    """What a turn needs of the world: the time, evidence kept on the disk, facts looked up.

    ``keep_evidence`` takes an item's id and a path, ``amend`` a fact's name and its new value;
    both raise KuntoError where that cannot be. ``pipe`` tells that no person is at the other end.
    """

    clock: Callable[[], str]
    keep_evidence: Callable[[str, str], Attached]
    amend: Callable[[str, str], Amended]
    pipe: bool = False


class Talk(Protocol):
    """Says things to the person."""

    def show(self, interview: Interview) -> None:
        """Say what is asked now, and the keys that work."""

    def say(self, text: str) -> None:
        """Say one thing."""

    def help(self, interview: Interview) -> None:
        """Say what helps with the question."""

    def offer_note(self, before: str) -> None:
        """Say which keys work where a note is typed."""

    def offer_clocks(self, interview: Interview, timed: Sequence[DurationItem]) -> None:
        """Say which questions are timed, by number."""

    def offer_facts(self) -> None:
        """Say which facts of the visit can be corrected, by number."""

    def warn_personal(self, kind: Personal) -> None:
        """Point out what in a text may tell who somebody is."""
