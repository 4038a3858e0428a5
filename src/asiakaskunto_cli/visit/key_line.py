"""Reads one key or one line beneath a painted panel.

Only keys that come after the panel was painted count: what was typed ahead, and the rest of a
paste, never answers a question that nobody has seen.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from typing import TextIO

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from asiakaskunto_cli.visit.grammar import Command
from asiakaskunto_cli.visit.talk import Wanted
from asiakaskunto_cli.visit.typed_lines import EndOfInputError
from asiakaskunto_cli.words import UNSAFE

# A key that repeats by itself, or bounces, comes within this time of the one before.
DEAF_SECONDS = 0.15
TICK_SECONDS = 1.0
LONGEST_LINE = 100_000

Panelled = Callable[[int], str]


class KeyLine:
    """A terminal that a person types at."""

    def __init__(self, stream: TextIO) -> None:
        """Paint on the terminal behind a stream."""
        self._input = create_input(sys.stdin)
        self._output = create_output(stream)
        if isinstance(self._output, Vt100_Output):
            # Asking the terminal where the cursor is would mix its reply into the answers.
            self._output.enable_cpr = False

    def read(self, panel: Panelled, wanted: Wanted, hint: str, *, ticking: bool) -> str:
        """Return the key or the line that was typed.

        ``panel`` gives the text above for a width, ``hint`` stands below. Raises EndOfInputError
        at Ctrl-D, and KeyboardInterrupt at Ctrl-C.
        """
        clear_typeahead(self._input)
        return _Reading(panel, wanted, hint, self._output).run(self._input, ticking=ticking)


class _Reading:
    """One prompt, from its paint to its answer."""

    def __init__(self, panel: Panelled, wanted: Wanted, hint: str, output: Output) -> None:
        self._panel = panel
        self._wanted = wanted
        self._hint = hint
        self._output = output
        self._listening = False
        self._buffer = Buffer(
            document=Document(wanted.before), multiline=Condition(lambda: wanted.words)
        )

    def run(self, source: Input, *, ticking: bool) -> str:
        application: Application[str] = Application(
            layout=Layout(self._root()),
            key_bindings=self._bindings(),
            input=source,
            output=self._output,
            erase_when_done=True,
            refresh_interval=TICK_SECONDS if ticking else None,
        )
        application.after_render += self._listen_soon
        return application.run(pre_run=lambda: _end_politely(application))

    def _root(self) -> HSplit:
        prompt = f"{self._wanted.prompt}{'' if self._wanted.prompt.endswith('?') else ':'} "
        field = BufferControl(self._buffer, input_processors=[BeforeInput(prompt)])
        above = FormattedTextControl(self._fitting)
        return HSplit(
            [
                Window(above, dont_extend_height=True),
                Window(field, wrap_lines=True, height=Dimension(min=1, max=6)),
                Window(FormattedTextControl(self._hint), height=1, dont_extend_height=True),
            ]
        )

    def _fitting(self) -> str:
        """Return the panel at the width of now; where it is too tall, its end: keys and gaps."""
        size = self._output.get_size()
        lines = self._panel(size.columns).split("\n")
        return "\n".join(lines[-max(size.rows - 3, 1) :])

    def _listen_soon(self, application: Application[str]) -> None:
        """Begin to listen a moment after the first paint."""
        if not self._listening and application.loop is not None:
            application.after_render -= self._listen_soon
            application.loop.call_later(DEAF_SECONDS, self._listen)

    def _listen(self) -> None:
        self._listening = True

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        heard = Condition(lambda: self._listening)
        keys.add("c-c", eager=True)(_interrupt)
        keys.add("c-z", eager=True)(lambda event: event.app.suspend_to_background())
        keys.add("c-d", filter=heard)(_end)
        keys.add(Keys.BracketedPaste, filter=heard)(self._paste)
        keys.add("enter", filter=heard)(lambda event: event.app.exit(result=self._buffer.text))
        keys.add("escape", "enter", filter=heard)(self._new_line)
        keys.add("backspace", filter=heard)(self._rub_out)
        keys.add("c-u", filter=heard)(lambda _: self._buffer.reset())
        keys.add("left", filter=heard)(lambda _: self._buffer.cursor_left())
        keys.add("right", filter=heard)(lambda _: self._buffer.cursor_right())
        keys.add("up", filter=heard)(lambda _: self._buffer.cursor_up())
        keys.add("down", filter=heard)(lambda _: self._buffer.cursor_down())
        keys.add("home", filter=heard)(lambda _: self._to(0))
        keys.add("end", filter=heard)(lambda _: self._to(len(self._buffer.text)))
        keys.add("delete", filter=heard)(lambda _: self._buffer.delete())
        keys.add(Keys.Any, filter=heard)(self._key)
        return keys

    def _key(self, event: KeyPressEvent) -> None:
        """Take a key as an answer where one key answers, else as part of a line."""
        key = UNSAFE.sub("", event.data)
        if len(key) != 1:
            return
        pressed = Command.STOPWATCH if key == " " else key.casefold()
        if not self._buffer.text and pressed in self._wanted.keys:
            event.app.exit(result=str(pressed))
        else:
            self._insert(key)

    def _paste(self, event: KeyPressEvent) -> None:
        """Take pasted text whole where words are asked for; it never answers by itself."""
        pasted = event.data.replace("\r\n", "\n").replace("\r", "\n")
        if not self._wanted.words:
            pasted = pasted.replace("\n", " ").strip()
        self._insert(UNSAFE.sub("", pasted))

    def _insert(self, text: str) -> None:
        self._buffer.insert_text(text[: LONGEST_LINE - len(self._buffer.text)])

    def _new_line(self, _event: KeyPressEvent) -> None:
        if self._wanted.words:
            self._insert("\n")

    def _rub_out(self, event: KeyPressEvent) -> None:
        """Rub out a character; where there is none, and none was, go back."""
        if self._buffer.text or self._wanted.before:
            self._buffer.delete_before_cursor()
        else:
            event.app.exit(result=str(Command.BACK))

    def _to(self, place: int) -> None:
        self._buffer.cursor_position = place


def _interrupt(event: KeyPressEvent) -> None:
    event.app.exit(exception=KeyboardInterrupt())


def _end(event: KeyPressEvent) -> None:
    event.app.exit(exception=EndOfInputError())


def _end_politely(application: Application[str]) -> None:
    """Give the terminal back as it was when the process is told to end."""
    if hasattr(signal, "SIGTERM") and sys.platform != "win32":
        asyncio.get_running_loop().add_signal_handler(
            signal.SIGTERM, lambda: application.exit(exception=KeyboardInterrupt())
        )
