"""A person at a real terminal: types, reads the screen, presses Ctrl-C, pulls the plug."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

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
WAIT_SECONDS = 10


class Terminal:
    """A process on a pty, and the screen that a person would see of it."""

    def __init__(self, child: pexpect.spawn, rows: int, columns: int) -> None:
        self.child = child
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.said = ""
        self.prompt = ""

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
        self.child.close()
        if self.child.exitstatus is None:
            return -self.child.signalstatus
        return self.child.exitstatus

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

    def _show(self, data: bytes) -> None:
        self.said += data.decode()
        self._stream.feed(data)


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
def at_terminal(tmp_path, work) -> Iterator[Callable[..., Terminal]]:
    """Return a function: kunto is run with these words on a terminal of this size."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "KUNTO_STATE_DIR": str(tmp_path / "state"),
        "KUNTO_LANG": "en",
    }
    children: list[pexpect.spawn] = []

    def start(*words: str, rows: int = 24, columns: int = 80) -> Terminal:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "asiakaskunto_cli", *words],
            cwd=str(work),
            env=environment,
            dimensions=(rows, columns),
            timeout=WAIT_SECONDS,
            maxread=65536,
        )
        # Nothing but kunto reads the keys, so nobody needs the pause before each.
        child.delaybeforesend = None
        children.append(child)
        return Terminal(child, rows, columns)

    yield start
    for child in children:
        child.close(force=True)
