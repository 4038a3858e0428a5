"""A program on a pseudo-terminal of its own: what it paints, and when."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE_SECONDS = 20
ROWS, COLUMNS = 24, 80


class AtPty:
    """A running program; leaving the block kills it."""

    def __init__(
        self, command: Sequence[str], folder: Path, environment: Mapping[str, str]
    ) -> None:
        """Start the program in a folder, with nothing but this environment."""
        self._seen = b""
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
                os.chdir(folder)
                os.execve(command[0], list(command), dict(environment))  # noqa: S606 no shell
            finally:
                os._exit(127)

    def wait_for(self, text: str) -> None:
        """Read until a text has been painted; what came before it is forgotten.

        Raises TimeoutError when nothing more is painted, EOFError when the program has ended.
        """
        wanted = text.encode()
        while wanted not in self._seen:
            self._seen += self._piece()
        self._seen = self._seen.partition(wanted)[2]

    def drain(self, seconds: float) -> None:
        """Read what is painted until nothing has come for this long."""
        while select.select([self._terminal], [], [], seconds)[0]:
            self._seen += self._piece()

    def press(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._terminal, keys)

    def end(self) -> None:
        """Read until the program has ended."""
        with contextlib.suppress(EOFError):
            while True:
                self._piece()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    def _piece(self) -> bytes:
        if not select.select([self._terminal], [], [], PATIENCE_SECONDS)[0]:
            raise TimeoutError(self._seen.decode(errors="replace"))
        try:
            piece = os.read(self._terminal, 65536)
        except OSError:  # Linux tells the end of a terminal as an error
            piece = b""
        if not piece:
            raise EOFError(self._seen.decode(errors="replace"))
        return piece


def bare_environment(folder: Path, terminal: str) -> dict[str, str]:
    """Return an environment in which nothing of this computer's user is seen or changed."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    own = {"HOME": str(folder), "KUNTO_STATE_DIR": str(folder / "state"), "KUNTO_LANG": "en"}
    return {**kept, **own, "LANG": "C.UTF-8", "TERM": terminal}
