"""The key asker: one key answers where it can, and the screen is painted in place.

Inline, not full screen: what was answered stays in the terminal's own history above.
"""

from __future__ import annotations

from typing import TextIO

from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.errors import VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.dialogue import Dialogue
from asiakaskunto_cli.visit.events import Answered, Event, NotApplicable, NotObserved
from asiakaskunto_cli.visit.grammar import COMMAND_KEYS, Command
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.key_line import KeyLine
from asiakaskunto_cli.visit.panel import Panel
from asiakaskunto_cli.visit.screen import Screen
from asiakaskunto_cli.visit.talk import Means, Wanted
from asiakaskunto_cli.visit.typed_lines import EndOfInputError


class KeyAsker(Dialogue):
    """Asks by painting a panel and reading keys."""

    def __init__(self, screen: Screen, means: Means, stream: TextIO, language: str) -> None:
        """Print what stays on ``screen``, paint what goes on ``stream``, the same terminal."""
        self._panel = Panel(language, means.clock)
        super().__init__(self._panel, means)
        self._screen = screen
        self._keys = KeyLine(stream)
        self._language = language
        self._ticking = False

    def greet(self, interview: Interview, opening: Opening) -> None:
        """Say what this visit is, and for a mystery shopper what to do."""
        self._screen.greet(interview, opening)
        self._screen.say("")

    def next_event(self, interview: Interview) -> Event:
        """Return what the person does next, and leave a line of it in the history."""
        self._ticking = bool(interview.clocks)
        asked = interview.asking
        event = super().next_event(interview)
        if asked is Asking.ANSWER:
            self._leave_a_line(interview, event)
        return event

    def _line(self, wanted: Wanted) -> str:
        try:
            line = self._keys.read(self._panel.text, wanted, _hint(wanted), ticking=self._ticking)
        except EndOfInputError as error:
            raise VisitIncompleteError(_("The visit is not finished.")) from error
        if wanted.words and wanted.before and not line.strip():
            # Words that were there and were rubbed out are to go.
            return Command.NOT_APPLICABLE
        return line

    def _leave_a_line(self, interview: Interview, event: Event) -> None:
        if isinstance(event, Answered):
            item = interview.checklist.items[event.item]
            said = answer_label(interview.checklist, item, event.answer, self._language)
        elif isinstance(event, NotApplicable):
            said = _("not applicable")
        elif isinstance(event, NotObserved):
            said = _("not observed")
        else:
            return
        text = in_language(interview.checklist.items[event.item].text, self._language)
        place = interview.visible.index(event.item) + 1
        self._screen.say(f"{text} – {said}", first=f"{place:>3} ", indent="    ")


def _hint(wanted: Wanted) -> str:
    """Return which keys end what is typed."""
    if wanted.words:
        return _("Enter = done  Alt+Enter = new line")
    return "" if wanted.keys >= COMMAND_KEYS else _("Enter = done, after a command too")
