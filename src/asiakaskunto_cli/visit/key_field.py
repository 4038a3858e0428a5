"""What is painted for one prompt, and what has been typed at it so far."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import Output

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.visit.grammar import Command, command_of
from asiakaskunto_cli.visit.screen import NARROWEST
from asiakaskunto_cli.visit.talk import Wanted
from asiakaskunto_cli.words import UNSAFE

LONGEST_LINE = 100_000
FIELD_ROWS = 6

# A keyboard in another encoding sends bytes that are no UTF-8; they arrive as lone surrogates.
NO_CHARACTER = re.compile("[\ud800-\udfff]")

Panelled = Callable[[int, int], list[tuple[str, str]]]


def rows_below(columns: int, wanted: Wanted) -> int:
    """Return how many rows the field and its hint take while little is typed."""
    return 1 + max(1, len(_wrapped(_hint(wanted), columns)))


class Field:
    """One prompt on the screen: the panel, the field to type in, and a hint below."""

    def __init__(self, panel: Panelled, wanted: Wanted) -> None:
        """Paint a panel above what is wanted."""
        self._panel = panel
        self._wanted = wanted
        self._said = _hint(wanted)
        self.touched = False
        self.listening = False
        self.buffer = Buffer(
            document=Document(wanted.before), multiline=Condition(lambda: wanted.lines)
        )

    def layout(self, output: Output) -> Layout:
        """Return what prompt_toolkit paints."""
        prompt = f"{self._wanted.prompt}{'' if self._wanted.prompt.endswith('?') else ':'} "
        field = BufferControl(self.buffer, input_processors=[BeforeInput(prompt)])
        above = FormattedTextControl(lambda: self._above(output))
        hint = FormattedTextControl(lambda: self._below(output))
        deaf = Condition(lambda: not self.listening)  # the cursor shows when keys count
        return Layout(
            HSplit(
                [
                    Window(above, dont_extend_height=True),
                    Window(
                        field,
                        wrap_lines=True,
                        height=Dimension(min=1, max=FIELD_ROWS),
                        always_hide_cursor=deaf,
                    ),
                    Window(hint, wrap_lines=True, dont_extend_height=True),
                ]
            )
        )

    def _above(self, output: Output) -> StyleAndTextTuples:
        size = output.get_size()
        rows = size.rows - rows_below(size.columns, self._wanted)
        lines = self._panel(size.columns, rows)
        painted: StyleAndTextTuples = []
        for number, (style, line) in enumerate(lines):
            painted.append((style, line if number == len(lines) - 1 else f"{line}\n"))
        return painted

    def _below(self, output: Output) -> str:
        return "\n".join(_wrapped(self._said, output.get_size().columns))

    def character(self, data: str) -> str | None:
        """Return the character that a key stands for, None where it stands for none."""
        key = UNSAFE.sub("", NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", data))
        return key if len(key) == 1 else None

    def paste(self, text: str) -> None:
        """Take pasted text whole where words are asked for; it never answers by itself."""
        if self._wanted.by_key:
            self.nudge()
            return
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not self._wanted.lines:
            text = " ".join(text.split("\n")).strip()
        self.insert(UNSAFE.sub("", NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)))

    def insert(self, text: str) -> None:
        """Take text where the cursor is; what is too long is cut, and that is said."""
        self.touched = True
        room = max(LONGEST_LINE - len(self.buffer.text), 0)
        self._said = _hint(self._wanted)
        if len(text) > room:
            self._said = _("No more fits here: the rest was left out.")
        self.buffer.insert_text(text[:room])

    def new_line(self) -> None:
        """Begin another line where there may be several, else go on after a space."""
        if not self._wanted.by_key:
            self.insert("\n" if self._wanted.lines else " ")

    def command_with(self, key: str) -> str | None:
        """Return the command of several keys that is complete with this one."""
        self.insert(key)
        typed = self.buffer.text
        if command_of(typed) is not None:
            return typed
        if not any(command.startswith(typed) for command in Command):
            self.clear()
            self.nudge()
        return None

    def nudge(self) -> None:
        """Say what is expected, after something else was pressed."""
        self._said = _("Press one of the keys above.")

    def clear(self) -> None:
        """Rub out everything."""
        self.buffer.reset()
        self.touched = not self._wanted.by_key

    def rub_out(self) -> None:
        """Rub out the character before the cursor."""
        self.buffer.delete_before_cursor()
        self.touched = not self._wanted.by_key

    def go_to(self, place: int) -> None:
        """Put the cursor at a place."""
        self.buffer.cursor_position = place


def _hint(wanted: Wanted) -> str:
    """Return how typing is ended."""
    if wanted.by_key:
        return ""
    if wanted.lines:
        return _("Type, then Enter; after a key such as < too. Alt+Enter = new line")
    return _("Type, then Enter; after a key such as < too.")


def _wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(text, max(columns, NARROWEST) - 1)
