"""The key asker: one key answers where it can, and the screen is painted in place.

Inline, not full screen: what was answered stays in the terminal's own history above.
"""

from __future__ import annotations

from dataclasses import replace

from asiakaskunto_cli.errors import VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.dialogue import Dialogue
from asiakaskunto_cli.visit.events import Answered, Event, NotApplicable, NotObserved
from asiakaskunto_cli.visit.grammar import escaped
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.key_field import rows_below
from asiakaskunto_cli.visit.key_line import KeyLine
from asiakaskunto_cli.visit.panel import Panel
from asiakaskunto_cli.visit.screen import Screen
from asiakaskunto_cli.visit.talk import Means, Wanted
from asiakaskunto_cli.visit.typed_lines import EndOfInputError

RUBBED_OUT = "\\"


class KeyAsker(Dialogue):
    """Asks by painting a panel and reading keys."""

    def __init__(self, keys: KeyLine, screen: Screen, means: Means, language: str) -> None:
        """Paint and read by ``keys``; print what stays on ``screen``, the same terminal."""
        self._panel = Panel(language, means.clock, screen)
        super().__init__(self._panel, means)
        self._keys = keys
        self._screen = screen
        self._ticking = False
        self._fresh = True
        self._asked: tuple[str, Asking] | None = None
        self._answered: str | None = None

    def greet(self, interview: Interview, opening: Opening) -> None:
        """Say what this visit is, and for a mystery shopper what to do."""
        super().greet(interview, opening)
        self._screen.greet(interview, opening)

    def next_event(self, interview: Interview) -> Event:
        """Return what the person does next; what was answered before stays in the history."""
        asking = interview.asking
        asked = ("" if asking is Asking.REVIEW else interview.item.id, asking)
        self._fresh = asked != self._asked
        if self._fresh:
            self._leave_a_line(interview, asked[0])
        self._asked = asked
        self._ticking = bool(interview.clocks)
        event = super().next_event(interview)
        if isinstance(event, Answered | NotApplicable | NotObserved):
            self._answered = event.item
        return event

    def _line(self, wanted: Wanted) -> str:
        before = escaped(wanted.before)
        wanted = replace(wanted, before=before)
        columns, rows = self._keys.size()
        self._panel.make_room(columns, rows - rows_below(columns, wanted))
        try:
            line = self._keys.read(
                self._panel.lines, wanted, fresh=self._fresh, ticking=self._ticking
            )
        except EndOfInputError as error:
            raise VisitIncompleteError(_("The visit is not finished.")) from error
        self._panel.heard()
        self._fresh = False  # whatever is asked next stands beside what was on the screen already
        if before and not line.strip():
            return RUBBED_OUT
        return "" if before and line == before else line

    def _leave_a_line(self, interview: Interview, asked: str) -> None:
        """Leave in the history what was answered, once it is kept and the person has moved on."""
        name = self._answered
        if name is None or name == asked or name not in interview.visible:
            return
        self._answered = None
        self._screen.line_of(interview, interview.visible.index(name) + 1, name)
