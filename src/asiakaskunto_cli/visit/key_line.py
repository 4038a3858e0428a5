"""Reads one key or one line beneath a painted panel.

Only keys that come after the panel was painted count: what was typed ahead, a key held down and
the rest of a paste never answer a question that nobody has seen.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self, TextIO

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from asiakaskunto_cli.visit.grammar import Command
from asiakaskunto_cli.visit.key_field import Field, Panelled
from asiakaskunto_cli.visit.suspend import end_politely, hush, interrupt_on_termination, suspend
from asiakaskunto_cli.visit.talk import Wanted
from asiakaskunto_cli.visit.typed_lines import EndOfInputError

# Nobody has read a question and pressed a key within this time of its paint; and a key that is
# held down repeats faster than this.
QUIET_SECONDS = 0.15
# A key that is held down begins to repeat after at most about this time (X11: 0.66 s).
HELD_SECONDS = 0.7
# Between the keys of one person there is more time than this; within a paste there is less.
BURST_SECONDS = 0.02
PASTE_GOES_ON_SECONDS = 0.1
TICK_SECONDS = 1.0


@dataclass(slots=True)
class _LastKey:
    """The key that came last, and when: two prompts may be one held key apart."""

    key: str = ""
    at: float = 0.0
    counted: bool = False

    def is_held(self, key: str) -> bool:
        """Return whether the key that comes now is only the last one, held down.

        Whoever means it, and presses it again, is heard.
        """
        gap = time.monotonic() - self.at
        limit = HELD_SECONDS if self.counted else QUIET_SECONDS
        held = key == self.key and gap < limit
        self.note(key, counted=not held)
        return held

    def note(self, key: str, *, counted: bool) -> None:
        """Remember a key, and whether it counted."""
        self.key, self.at, self.counted = key, time.monotonic(), counted


class KeyLine:
    """A terminal that a person types at."""

    def __init__(self, source: Input, output: Output) -> None:
        """Read keys from a terminal and paint on it."""
        self._input = source
        self._output = output
        # One application for every prompt: to make one takes longer than a person should wait.
        self._application: Application[str] = Application(
            input=source, output=output, erase_when_done=True
        )
        self._last = _LastKey()
        self.on_listening: Callable[[], None] = lambda: None

    @classmethod
    def of_terminal(cls, stream: TextIO) -> Self:
        """Return the terminal behind stdin and a stream, hushed between its prompts."""
        source, output = create_input(sys.stdin), create_output(stream)
        if isinstance(output, Vt100_Output):
            # Asking the terminal where the cursor is would mix its reply into the answers.
            output.enable_cpr = False
        hush(source.fileno())
        return cls(source, output)

    def size(self) -> tuple[int, int]:
        """Return the columns and rows that there are."""
        size = self._output.get_size()
        return size.columns, size.rows

    def read(self, panel: Panelled, wanted: Wanted, *, fresh: bool, ticking: bool) -> str:
        """Return the key or the line that was typed.

        ``panel`` gives the lines above for columns and rows. Where the prompt is ``fresh``, what
        was typed before its paint is dropped. Raises EndOfInputError at Ctrl-D and where the
        terminal has gone away, and KeyboardInterrupt at Ctrl-C.
        """
        if fresh:
            clear_typeahead(self._input)
        reading = _Reading(panel, wanted, self._last, self.on_listening, fresh=fresh)
        try:
            return reading.run(self._application, ticking=ticking)
        except EOFError as error:
            raise EndOfInputError from error
        finally:
            interrupt_on_termination()


class _Reading:
    """One prompt, from its paint to its answer."""

    def __init__(
        self,
        panel: Panelled,
        wanted: Wanted,
        last: _LastKey,
        on_listening: Callable[[], None],
        *,
        fresh: bool,
    ) -> None:
        self._field = Field(panel, wanted)
        self._wanted = wanted
        self._last = last
        self._on_listening = on_listening
        self._fresh = fresh
        self._field.listening = not fresh
        self._timer: asyncio.TimerHandle | None = None
        self._came_at = 0.0
        self._burst = False

    def run(self, application: Application[str], *, ticking: bool) -> str:
        application.layout = self._field.layout(application.output)
        application.key_bindings = self._bindings()
        application.refresh_interval = TICK_SECONDS if ticking else None
        application.after_render += self._painted
        try:
            return application.run(pre_run=lambda: end_politely(application))
        finally:
            application.after_render -= self._painted

    def _painted(self, application: Application[str]) -> None:
        """Begin to listen when it has been quiet for a moment after the first paint."""
        application.after_render -= self._painted
        if self._field.listening:
            self._on_listening()
        else:
            self._wait_for_quiet()

    def _wait_for_quiet(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(QUIET_SECONDS, self._listen)

    def _listen(self) -> None:
        self._field.listening = True
        get_app().invalidate()
        self._on_listening()

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        field = self._field
        keys.add("c-c", eager=True)(_interrupt)
        keys.add("<sigint>", eager=True)(_interrupt)
        keys.add("c-z", eager=True)(lambda event: suspend(event.app, group=True))
        keys.add("c-d")(self._hearing(_end))
        keys.add(Keys.BracketedPaste)(self._hearing(lambda event: field.paste(event.data)))
        keys.add("enter")(self._hearing(self._enter))
        keys.add("c-j")(self._hearing(self._enter_or_new_line))
        keys.add("escape", "enter")(self._hearing(self._enter_or_new_line))
        keys.add("backspace")(self._hearing(self._rub_out))
        keys.add("c-u")(self._hearing(lambda _: field.clear()))
        keys.add("left")(self._hearing(lambda _: field.buffer.cursor_left()))
        keys.add("right")(self._hearing(lambda _: field.buffer.cursor_right()))
        keys.add("up")(self._hearing(lambda _: field.buffer.cursor_up()))
        keys.add("down")(self._hearing(lambda _: field.buffer.cursor_down()))
        keys.add("home")(self._hearing(lambda _: field.go_to(0)))
        keys.add("end")(self._hearing(lambda _: field.go_to(len(field.buffer.text))))
        keys.add("delete")(self._hearing(lambda _: field.buffer.delete()))
        keys.add(Keys.Any)(self._hearing(self._key))
        return keys

    def _hearing(self, act: Callable[[KeyPressEvent], object]) -> Callable[[KeyPressEvent], None]:
        """Return what happens at a key: while nobody listens, only that it is not quiet yet."""

        def handle(event: KeyPressEvent) -> None:
            now = time.monotonic()
            self._burst = now - self._came_at < BURST_SECONDS
            self._came_at = now
            if self._field.listening:
                act(event)
                return
            self._last.note(_name(event), counted=False)
            if self._timer is not None:
                self._wait_for_quiet()

        return handle

    def _key(self, event: KeyPressEvent) -> None:
        """Take a key as an answer where one key answers, else as part of a line."""
        key = self._field.character(event.data)
        if key is None:
            return
        pressed = Command.STOPWATCH if key == " " else key.casefold()
        if self._wanted.by_key:
            self._choose(event, key, pressed)
        elif pressed in self._wanted.keys and not self._field.buffer.text:
            self._last.note(pressed, counted=True)
            event.app.exit(result=str(pressed))
        else:
            self._field.insert(key)

    def _choose(self, event: KeyPressEvent, key: str, pressed: str) -> None:
        """Take a key where nothing but a key, or a command after a colon, is an answer."""
        if self._field.buffer.text or key == ":":
            command = self._field.command_with(key)
            if command is not None:
                event.app.exit(result=command)
        elif event.key_processor.input_queue:
            self._deaf()  # several keys at once are a paste, and no answer
        elif pressed not in self._wanted.keys:
            self._field.nudge()
        elif not self._is_held(pressed):
            event.app.exit(result=str(pressed))

    def _is_held(self, key: str) -> bool:
        """Return whether a held key would answer what it has just brought to the screen.

        Going to and fro answers nothing.
        """
        held = self._last.is_held(key)
        return held and self._fresh and key not in {Command.BACK, Command.LATER}

    def _deaf(self) -> None:
        self._field.nudge()
        self._field.listening = False
        self._wait_for_quiet()

    def _enter(self, event: KeyPressEvent) -> None:
        """End the line; within a paste, Enter only begins another."""
        held = self._is_held("enter") and not self._field.touched
        if event.key_processor.input_queue:
            self._field.new_line()
        elif self._burst and not self._wanted.by_key:
            self._end_unless_more_comes(event)
        elif not held:
            event.app.exit(result=self._field.buffer.text)

    def _end_unless_more_comes(self, event: KeyPressEvent) -> None:
        """End the line if it was typed by a machine; in the middle of a paste it goes on."""
        application, line, came_at = event.app, self._field.buffer.text, self._came_at
        self._field.new_line()

        def end() -> None:
            if self._came_at == came_at and not application.is_done:
                application.exit(result=line)

        asyncio.get_running_loop().call_later(PASTE_GOES_ON_SECONDS, end)

    def _enter_or_new_line(self, event: KeyPressEvent) -> None:
        if self._wanted.lines:
            self._field.new_line()
        else:
            self._enter(event)

    def _rub_out(self, event: KeyPressEvent) -> None:
        """Rub out a character; where nobody has typed any, go back."""
        if self._field.touched or self._wanted.before:
            self._field.rub_out()
        elif not self._is_held(Command.BACK):
            event.app.exit(result=str(Command.BACK))


def _name(event: KeyPressEvent) -> str:
    """Return what a key is called where two presses of it are compared."""
    key = event.key_sequence[-1].key
    names = {Keys.ControlM: "enter", Keys.ControlH: "backspace", " ": str(Command.STOPWATCH)}
    return names.get(key, str(key).casefold())


def _interrupt(event: KeyPressEvent) -> None:
    if not event.app.is_done:
        event.app.exit(exception=KeyboardInterrupt())


def _end(event: KeyPressEvent) -> None:
    event.app.exit(exception=EndOfInputError())
