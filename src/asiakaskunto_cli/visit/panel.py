"""Collects what is said about one question, to be painted again at whatever width there is."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from asiakaskunto_cli.checklist.items import DurationItem
from asiakaskunto_cli.report.personal import Personal
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.screen import Screen

Act = Callable[[Screen], None]


class Panel:
    """A Talk that keeps what it was told to say, instead of printing it."""

    def __init__(self, language: str, now: Callable[[], str]) -> None:
        """Speak a language of the checklist; ``now`` is for the stopwatches."""
        self._language = language
        self._now = now
        self._acts: list[Act] = []

    def text(self, width: int) -> str:
        """Return everything as lines that fit a width; stopwatches show the time that it is."""
        stream = io.StringIO()
        screen = Screen(stream, self._language, lambda: width, self._now)
        for act in self._acts:
            act(screen)
        return stream.getvalue().strip("\n")

    def show(self, interview: Interview) -> None:
        """Begin anew with what is asked now."""
        self._acts = [lambda screen: screen.show(interview)]

    def say(self, text: str) -> None:
        """Say one thing."""
        self._acts.append(lambda screen: screen.say(text))

    def help(self, interview: Interview) -> None:
        """Say what helps with the question."""
        self._acts.append(lambda screen: screen.help(interview))

    def offer_note(self, before: str) -> None:
        """Say which keys work where a note is typed."""
        self._acts.append(lambda screen: screen.offer_note(before))

    def offer_clocks(self, interview: Interview, timed: Sequence[DurationItem]) -> None:
        """Say which questions are timed, by number."""
        self._acts.append(lambda screen: screen.offer_clocks(interview, timed))

    def offer_facts(self) -> None:
        """Say which facts of the visit can be corrected, by number."""
        self._acts.append(lambda screen: screen.offer_facts())

    def warn_personal(self, kind: Personal) -> None:
        """Point out what in a text may tell who somebody is."""
        self._acts.append(lambda screen: screen.warn_personal(kind))
