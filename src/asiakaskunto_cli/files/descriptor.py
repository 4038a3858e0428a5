"""What every open file here shares: the flags it is opened with, and writing all of the bytes."""

from __future__ import annotations

import errno
import os

# Not inherited by programs that are started; no newline translation (each where the system has it).
PLAIN = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

# Opening a FIFO returns at once, and a terminal does not become the controlling one.
WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)

CHUNK_BYTES = 16 * 1024


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte, going on after short writes.

    Raises OSError when the system refuses, or takes no byte at all.
    """
    rest = memoryview(data)
    while rest:
        written = os.write(descriptor, rest)
        if not written:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]
