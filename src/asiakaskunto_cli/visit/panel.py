"""Collects what is said about one question, to be painted again at whatever size there is."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from asiakaskunto_cli.checklist.items import DurationItem
from asiakaskunto_cli.personal import Personal
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.key_rows import Rows, file_rows, note_rows, rows_of, short_rows
from asiakaskunto_cli.visit.screen import Screen

Act = Callable[[Screen], None]
Line = tuple[str, str]
STRONG = "bold"


class Panel:
    """A Talk that keeps what it was told to say, instead of printing it.

    It is painted whole where the screen has the rows; else with a short row of keys; else what is
    asked goes to the history, where nothing is cut off, and the keys are painted below.
    """

    def __init__(self, language: str, now: Callable[[], str], history: Screen) -> None:
        """Speak a language of the checklist; ``now`` is for the stopwatches."""
        self._language = language
        self._now = now
        self._history = history
        self._asked: list[Act] = []
        self._asked_again: list[Act] = []
        self._said: list[Act] = []
        self._rows: Callable[[], Rows] = list
        self._offered: Callable[[], Rows] | None = None
        self._every_key = False
        self._may_shorten = False

    def lines(self, columns: int, rows: int) -> list[Line]:
        """Return what is painted, as lines that fit; stopwatches show the time that it is."""
        acts = [*self._asked, *self._said]
        whole = self._painted(columns, acts, short=False)
        if len(whole) < rows:
            return [("", ""), *whole]  # apart from the history above
        if len(whole) == rows or not self._may_shorten or self._every_key:
            return whole
        return self._painted(columns, acts, short=True)

    def make_room(self, columns: int, rows: int) -> None:
        """Put into the history what would be cut off from a screen of this size.

        A question that help has crowded out comes back after the next key.
        """
        if len(self.lines(columns, rows)) <= rows:
            return
        asked = self._asked
        for act in (*asked, *self._said):
            act(self._history)
        self._asked, self._said = [], []
        alone = asked if len(self._painted(columns, asked, short=self._may_shorten)) <= rows else []
        self._asked_again = self._asked_again or alone

    def heard(self) -> None:
        """Forget what was said and offered before the last key: it has been read."""
        self._said = []
        self._offered = None
        self._every_key = False
        self._asked = self._asked_again or self._asked
        self._asked_again = []

    def show(self, interview: Interview) -> None:
        """Begin anew with what is asked now."""
        self.heard()
        self._rows = lambda: rows_of(interview)
        self._may_shorten = interview.asking is not Asking.REVIEW
        self._asked = [lambda screen: screen.body(interview)]

    def say(self, text: str) -> None:
        """Say one thing."""
        self._said.append(lambda screen: screen.say(text))

    def help(self, interview: Interview) -> None:
        """Say what helps with the question, and name every key."""
        self._every_key = True
        self._said.append(lambda screen: screen.help(interview))

    def offer_note(self, before: str) -> None:
        """Say which keys work where a note is typed."""
        self._offered = lambda: note_rows(before)

    def offer_file(self) -> None:
        """Say which keys work where a file is named."""
        self._offered = file_rows

    def offer_clocks(self, interview: Interview, timed: Sequence[DurationItem]) -> None:
        """Say which questions are timed, by number."""
        self._offered = list
        self._said.append(lambda screen: screen.offer_clocks(interview, timed))

    def offer_facts(self, facts: Sequence[str]) -> None:
        """Say which facts of the visit can be corrected, by number."""
        self._offered = list
        self._said.append(lambda screen: screen.offer_facts(facts))

    def warn_personal(self, kind: Personal) -> None:
        """Point out, where it stays to be read, what in a text may tell who somebody is."""
        self._history.warn_personal(kind)

    def _painted(self, columns: int, acts: list[Act], *, short: bool) -> list[Line]:
        sheet = _Sheet(io.StringIO(), self._language, lambda: columns, self._now)
        for act in acts:
            act(sheet)
        if self._offered is not None:
            sheet.keys(self._offered())
        else:
            sheet.keys(short_rows() if short else self._rows())
        return sheet.painted


class _Sheet(Screen):
    """A screen that keeps its lines, and which of them are strong."""

    def __init__(
        self, stream: io.StringIO, language: str, width: Callable[[], int], now: Callable[[], str]
    ) -> None:
        super().__init__(stream, language, width, now)
        self.painted: list[Line] = []

    def _put(self, lines: list[str], *, strong: bool) -> None:
        self.painted += [(STRONG if strong else "", line) for line in lines]
