"""The line asker: one plain line per prompt, nothing ever redrawn.

For pipes, dumb terminals and screen readers. What it says goes to one stream, what it is told
comes from another; it never looks at the terminal itself.
"""

from __future__ import annotations

from typing import BinaryIO

from asiakaskunto_cli.errors import VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.dialogue import Dialogue
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.screen import Screen
from asiakaskunto_cli.visit.talk import Means, Wanted
from asiakaskunto_cli.visit.typed_lines import EndOfInputError, read_line


class LineAsker(Dialogue):
    """Asks by printing lines and reading lines."""

    def __init__(self, keyboard: BinaryIO, screen: Screen, means: Means) -> None:
        """Read from a stream of bytes, say on a screen."""
        super().__init__(screen, means)
        self._keyboard = keyboard
        self._screen = screen

    def greet(self, interview: Interview, opening: Opening) -> None:
        """Say what this visit is, and for a mystery shopper what to do."""
        super().greet(interview, opening)
        self._screen.greet(interview, opening)

    def _line(self, wanted: Wanted) -> str:
        self._screen.prompt(wanted.prompt)
        try:
            line = read_line(self._keyboard, terminal=not self._means.pipe)
        except EndOfInputError as error:
            self._screen.end_prompt()
            message = _("The answers ended before the visit was finished.")
            raise VisitIncompleteError(message) from error
        if self._means.pipe:
            self._screen.end_prompt()  # nobody pressed Enter
        if line.cut:
            self._screen.say(
                _("The terminal may have cut that line at its end. Check it, and add a note (+).")
            )
        return line.text
