"""A person at a real terminal: types, reads the screen, presses Ctrl-C, pulls the plug."""

from __future__ import annotations

import codecs
import os
import re
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

import forked

PROMPTS = (
    "Answer: ",
    "WHY? ",
    "Why does it not apply? ",
    "Note: ",
    "Note on the whole visit: ",
    "Review: ",
    "Which site is this? ",
    "Site (number): ",
)
# A prompt stands alone at the start of the last line: the echo of what is typed comes after it.
PROMPT = f"(?:^|\n)({'|'.join(map(re.escape, PROMPTS))})\\Z".encode()
# What is waited for comes much sooner, unless something is wrong.
WAIT_SECONDS = 30
FIELD_NAMES = (
    "Answer",
    "Note",
    "Note on the whole visit",
    "Review",
    "File",
    "Stopwatch (number)",
    "Which (number)",
    "New value",
    "Vastaus",
)
# Longer than kunto's BURST_SECONDS: keys that are pressed one after another are no paste.
REST_SECONDS = 0.025
# A key that brings nothing to the screen is believed after this time, where a clock ticks.
SILENCE_SECONDS = 0.4
CLOCK = re.compile(r"^[\d:]+ running", re.MULTILINE)
# At the start of a line that is typed at, with keys.
FIELDS = (*(f"{name}:" for name in FIELD_NAMES), "WHY?", "Why does it not apply?")


class Terminal:
    """A process on a pty, and the screen that a person would see of it."""

    def __init__(self, child: pexpect.spawn, rows: int, columns: int) -> None:
        self.child = child
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self.said = ""
        self.prompt = ""
        self.flags = 0

    def read_to_prompt(self) -> str:
        """Read on until something is asked, and return what."""
        self.child.expect(PROMPT)
        self._show(self.child.before + self.child.after)
        self.prompt = self.child.match[1].decode().strip()
        return self.prompt

    def type(self, *lines: str) -> str:
        """Type lines, each at its own prompt; return what is asked after the last."""
        for line in lines:
            self.child.sendline(line.encode())
            self.read_to_prompt()
        return self.prompt

    def press(self, key: str) -> int:
        """Press Ctrl and a key, and return the exit code of what ended by it."""
        self.child.sendcontrol(key)
        return self.end()

    def last_line(self, line: str) -> int:
        """Type the line that ends the process, and return its exit code."""
        self.child.sendline(line.encode())
        return self.end()

    def end(self) -> int:
        """Read to the end, and return the exit code, negative where a signal ended it."""
        self.child.expect(pexpect.EOF)
        self._show(self.child.before)
        self.flags = self._flags_now()
        self.child.wait()
        self.child.close()
        if self.child.exitstatus is None:
            return -self.child.signalstatus
        return self.child.exitstatus

    def hang_up(self) -> None:
        """Take the terminal away from the process, and wait until that has ended it."""
        self.child.ptyproc.fileobj.close()
        self.child.wait()

    def kill(self) -> None:
        """Pull the plug: no clean-up of any kind."""
        self.child.kill(signal.SIGKILL)
        assert self.end() == -signal.SIGKILL

    @property
    def lines(self) -> list[str]:
        """The screen as it is now, without the empty rest of lines and screen."""
        plain = [line.replace("\N{NO-BREAK SPACE}", " ").rstrip() for line in self._screen.display]
        while plain and not plain[-1]:
            del plain[-1]
        return plain

    @property
    def shown(self) -> str:
        """The screen as it is now, in one text."""
        return "\n".join(self.lines)

    def _flags_now(self) -> int:
        return termios.tcgetattr(self.child.child_fd)[3]

    def _show(self, data: bytes) -> None:
        self.said += self._decoder.decode(data)
        self._stream.feed(data)


class Keyboard(Terminal):
    """A terminal at which single keys are pressed, each after the screen has come to rest.

    kunto listens when it has been quiet for a moment, and shows the cursor then.
    """

    def press_keys(self, *keys: str) -> str:
        """Press keys, each on its own, and return the screen after the last."""
        for key in keys:
            self.child.send(key.encode())
            self.rest()
        return self.shown

    def enter(self, *lines: str) -> str:
        """Type lines, each ended by Enter, and return the screen after the last."""
        for line in lines:
            if line:
                self.press_keys(line)
            self.press_keys("\r")
        return self.shown

    def end_with(self, key: str) -> int:
        """Press the key that ends the process, and return its exit code."""
        self.child.send(key.encode())
        return self.end()

    def rest(self) -> str:
        """Read what comes of a key, until kunto listens to the next one; return the screen."""
        before, begun, came = self.still, time.monotonic(), False
        while True:
            waited = time.monotonic() - begun
            only_a_tick = CLOCK.search(self.shown) and self.still == before
            if came and self.listens and not (only_a_tick and waited < SILENCE_SECONDS):
                return self.settle()
            if waited > WAIT_SECONDS:
                pytest.fail(f"kunto never listened:\n{self.shown}")
            came |= self.take(REST_SECONDS)

    def settle(self) -> str:
        """Read on until nothing has come for a moment; return the screen."""
        while self.take(REST_SECONDS):
            pass
        return self.shown

    def heard(self, key: str) -> tuple[float, float]:
        """Press a key and wait for what comes of it first; return when both was (monotonic)."""
        sent = time.monotonic()
        self.child.send(key.encode())
        assert self.take()
        return sent, time.monotonic()

    def take(self, seconds: float = WAIT_SECONDS) -> bool:
        """Read what comes within a time, and return whether anything came."""
        try:
            self._show(self.child.read_nonblocking(65536, seconds))
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            pytest.fail(f"kunto has ended:\n{self.shown}")
        return True

    def take_for(self, seconds: float) -> None:
        """Read what comes for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.take(left)

    @property
    def still(self) -> str:
        """The screen as it is now, but for the clocks that tick on it."""
        return CLOCK.sub("", self.shown)

    @property
    def listens(self) -> bool:
        """Whether a prompt is on the screen and the cursor shows: keys count from then on."""
        return self.painted and not self._screen.cursor.hidden

    @property
    def painted(self) -> bool:
        """Whether a prompt is on the screen."""
        return any(line.startswith(FIELDS) for line in self.lines[-8:])

    def wait_for(self, words: str) -> str:
        """Read until words are on the screen and kunto listens, and return the screen."""
        return self._read_until(words, lambda: self.listens)

    def see(self, words: str) -> str:
        """Read until words are on the screen, whoever has put them there, and return it."""
        return self._read_until(words, lambda: True)

    def _read_until(self, words: str, ready: Callable[[], bool]) -> str:
        begun = time.monotonic()
        while not (words in self.shown and ready()):
            if time.monotonic() - begun > WAIT_SECONDS:
                pytest.fail(f"“{words}” never came:\n{self.shown}")
            self.take(REST_SECONDS)
        return self.settle()

    def resize(self, rows: int, columns: int) -> str:
        """Make the terminal another size, as a person drags its corner; return the screen."""
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)
        return self.rest()

    @property
    def cooked(self) -> bool:
        """Whether lines are edited and echoed, and the cursor can be seen."""
        flags = self.flags if self.child.closed else self._flags_now()
        wanted = termios.ICANON | termios.ECHO | termios.ISIG
        return flags & wanted == wanted and not self._screen.cursor.hidden


@pytest.fixture
def work(tmp_path) -> Path:
    """Return the folder in which kunto is run."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
def drafts(tmp_path) -> Callable[[], list[Path]]:
    """Return a function that lists the drafts there are."""
    return lambda: sorted((tmp_path / "state" / "drafts").glob("*"))


@pytest.fixture
def environment(tmp_path) -> Mapping[str, str]:
    """Return an environment in which nothing of this computer's user is seen or changed."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "KUNTO_STATE_DIR": str(tmp_path / "state"),
        "KUNTO_LANG": "en",
    }


@pytest.fixture
def spawn(work, environment) -> Iterator[Callable[..., pexpect.spawn]]:
    """Return a function: a program is started on a terminal of this size."""
    children: list[pexpect.spawn] = []

    def start(program: str, words: list[str], rows: int, columns: int, **how: Any) -> pexpect.spawn:
        child = pexpect.spawn(
            program,
            words,
            cwd=str(work),
            env=environment,
            dimensions=(rows, columns),
            timeout=WAIT_SECONDS,
            maxread=65536,
            **how,
        )
        # Nothing but kunto reads the keys, so nobody needs the pause before each.
        child.delaybeforesend = None
        child.delayafterclose = child.ptyproc.delayafterclose = 0.01
        child.delayafterterminate = child.ptyproc.delayafterterminate = 0.01
        children.append(child)
        return child

    yield start
    for child in children:
        _end(child)


def _end(child: pexpect.spawn) -> None:
    """End a child that is still there, however long the system takes to let go of it."""
    if not child.closed and child.isalive():
        child.kill(signal.SIGKILL)
        child.wait()
    child.close()


@pytest.fixture
def kunto(spawn, environment) -> Callable[..., pexpect.spawn]:
    """Return a function: kunto is started on a terminal of this size."""

    def start(words: tuple[str, ...], rows: int, columns: int, **changes: str) -> pexpect.spawn:
        # Where SIGINT comes while coverage holds its lock, the process waits for itself for ever.
        child = forked.as_kunto(words, {**environment, **changes})
        return spawn(sys.executable, [], rows, columns, preexec_fn=child)

    return start


@pytest.fixture
def at_terminal(kunto) -> Callable[..., Terminal]:
    """Return a function: kunto asks in plain lines on a terminal of this size."""

    def start(*words: str, rows: int = 24, columns: int = 80) -> Terminal:
        return Terminal(kunto(words, rows, columns, ACCESSIBLE="1"), rows, columns)

    return start


@pytest.fixture
def at_keys(kunto) -> Callable[..., Keyboard]:
    """Return a function: kunto asks for keys on a terminal of this size."""

    def start(*words: str, rows: int = 24, columns: int = 80, **changes: str) -> Keyboard:
        return Keyboard(kunto(words, rows, columns, **changes), rows, columns)

    return start


@pytest.fixture
def at_shell(spawn) -> Callable[[], Keyboard]:
    """Return a function: a shell with job control waits on a terminal."""

    def start() -> Keyboard:
        words = ["PS1=prompt> ", "bash", "--norc", "--noprofile", "-i"]
        return Keyboard(spawn("/usr/bin/env", words, 24, 80), 24, 80)

    return start
