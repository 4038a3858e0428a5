"""What a dialogue asks for, what it needs of the world, and who speaks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn, Protocol

from asiakaskunto_cli.checklist.items import DurationItem
from asiakaskunto_cli.errors import VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.personal import Personal
from asiakaskunto_cli.visit.events import Amended, Attached
from asiakaskunto_cli.visit.interview import Interview


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the person.

    ``keys`` answer at once while nothing is typed, and where ``by_key`` is set nothing else does.
    ``words`` are free text, of several lines where ``lines`` is set; ``before`` are words that are
    there already, to be edited.
    """

    prompt: str
    keys: frozenset[str] = frozenset()
    by_key: bool = False
    words: bool = False
    lines: bool = False
    before: str = ""


KeepEvidence = Callable[[str, str], Attached]


@dataclass(frozen=True, slots=True)
class Means:
    """What a turn needs of the world: the time, evidence kept on the disk, facts looked up.

    ``keep_evidence`` takes an item's id and a path, ``amend`` a fact's name and its new value;
    both raise KuntoError where that cannot be. ``pipe`` tells that no person is at the other end.
    """

    clock: Callable[[], str]
    keep_evidence: KeepEvidence
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
        """Say which keys work where words are typed beside the question, such as a note."""

    def offer_file(self) -> None:
        """Say which keys work where a file is named."""

    def offer_clocks(self, interview: Interview, timed: Sequence[DurationItem]) -> None:
        """Say which questions are timed, by number."""

    def offer_facts(self, facts: Sequence[str]) -> None:
        """Say which facts of the visit can be corrected, by number, and what they are now."""

    def warn_personal(self, kind: Personal) -> None:
        """Point out what in a text may tell who somebody is."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where turns are taken: who speaks, what the world offers, how the person is read.

    ``line`` returns what is typed, or the one key that was pressed, and raises
    VisitIncompleteError at the end of the input.
    """

    talk: Talk
    means: Means
    line: Callable[[Wanted], str]


def leave() -> NoReturn:
    """Leave the visit; its draft is kept."""
    raise VisitIncompleteError(_("The visit is not finished."))
