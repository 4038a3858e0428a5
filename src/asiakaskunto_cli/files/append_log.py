"""An append-only log of lines: what was appended is durable before the caller goes on."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from asiakaskunto_cli.errors import DiskError
from asiakaskunto_cli.files.descriptor import CHUNK_BYTES, PLAIN, WITHOUT_WAITING, write_all
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.files.refusal import disk_errors, shown
from asiakaskunto_cli.files.sync import sync_file
from asiakaskunto_cli.files.write import publish
from asiakaskunto_cli.language import gettext as _

if sys.platform != "win32":
    import fcntl

_FLAGS = os.O_RDWR | os.O_APPEND | PLAIN | WITHOUT_WAITING
_BUSY = frozenset({errno.EAGAIN, errno.EACCES})
_NO_LOCKS = frozenset(
    {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
)


class AppendLog:
    """A log open for appending, held by one process at a time; made by ``create`` or ``reopen``.

    Its file ends with a whole line whenever a method has returned.
    """

    def __init__(self, path: Path, descriptor: int, length_bytes: int) -> None:
        self.path = path
        self._descriptor = descriptor
        self._length_bytes = length_bytes
        self._torn = False

    @classmethod
    def create(cls, path: Path, *lines: bytes) -> Self:
        """Return a new log (mode 0600) whose first lines are durable.

        Killed at any point, the log is absent or has all of those lines (an empty file where
        the folder has no hard links). Raises AlreadyExistsError when the name is taken, DiskError
        when the system refuses, ValueError when a line holds a newline.
        """
        publish(path, b"".join(map(_as_line, lines)))
        return cls.reopen(path)

    @classmethod
    def reopen(cls, path: Path) -> Self:
        """Return an existing log; a last line that was torn by a crash is cut away.

        Raises DiskError when there is no such file, when it is open in another process, or when
        the system refuses. Read its lines only after this, while nobody else can append.
        """
        with disk_errors(_cannot_open(), path):
            descriptor = _open(path)
            try:
                _require_regular(descriptor, path)
                _lock(descriptor, path)
                _require_still_named(descriptor, path)
                return cls(path, descriptor, _cut_torn_line(descriptor))
            except BaseException:
                os.close(descriptor)
                raise

    def append(self, line: bytes) -> None:
        """Add a line and a newline; on return they are durable.

        Raises DiskError when the system refuses: then nothing of the line stays in front of later
        ones, and the caller may append again. Raises ValueError when the line holds a newline or
        the log is closed.
        """
        data = _as_line(line)
        if self._descriptor < 0:
            raise ValueError("the log is closed")
        with disk_errors(_("{path} could not be written: {reason}."), self.path):
            if self._torn:
                self._cut_back()
            self._torn = True
            try:
                write_all(self._descriptor, data)
                sync_file(self._descriptor)
            except BaseException as error:
                self._cut_back_after(error)
                raise
            self._torn = False
            self._length_bytes += len(data)

    def close(self) -> None:
        """Let go of the file and of its lock; a second call does nothing.

        Raises DiskError when the system refuses; every appended line is durable even then.
        """
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with disk_errors(_("{path} could not be closed: {reason}."), self.path):
                os.close(descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _cut_back(self) -> None:
        os.ftruncate(self._descriptor, self._length_bytes)
        self._torn = False

    def _cut_back_after(self, error: BaseException) -> None:
        try:
            self._cut_back()
        except OSError as second:
            # The first error is the one to tell; the next append, or reopen, cuts before it writes.
            error.add_note(f"the half-written line could not be cut away: {second}")


def read_lines(path: Path, *, limit_bytes: int) -> list[bytes]:
    """Return every whole line of a log, without newlines; a torn last line is left out.

    Raises BadInputError when the file cannot be read or is larger than the limit.
    """
    return read_regular(path, limit_bytes=limit_bytes).split(b"\n")[:-1]


def _as_line(line: bytes) -> bytes:
    if b"\n" in line:
        raise ValueError("a line of a log cannot hold a newline")
    return line + b"\n"


def _cannot_open() -> str:
    return _("{path} could not be opened: {reason}.")


def _gone(path: Path) -> DiskError:
    return DiskError(
        _("There is no file {path}.").format(path=shown(path)),
        remedy=_("Check the name; another window may have finished with the file."),
    )


def _open(path: Path) -> int:
    try:
        return os.open(path, _FLAGS)
    except FileNotFoundError as error:
        raise _gone(path) from error


def _require_regular(descriptor: int, path: Path) -> None:
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise DiskError(
            _("{path} is not an ordinary file.").format(path=shown(path)),
            remedy=_("Choose another name."),
        )


def _lock(descriptor: int, path: Path) -> None:
    """Keep other processes out until the file is closed, where the system and the folder can."""
    try:
        if sys.platform != "win32":
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            raise DiskError(
                _("{path} is open in another window.").format(path=shown(path)),
                remedy=_("Go on in that window, or close it first."),
            ) from error
        if error.errno not in _NO_LOCKS:
            raise


def _require_still_named(descriptor: int, path: Path) -> None:
    # The process that held the lock may have retired the file between our opening and our lock;
    # lines appended to it now would be lost.
    try:
        named = path.stat()
    except FileNotFoundError as error:
        raise _gone(path) from error
    if not os.path.samestat(os.fstat(descriptor), named):
        raise _gone(path)


def _cut_torn_line(descriptor: int) -> int:
    """Return the length in bytes of the whole lines, after cutting away what follows them."""
    whole = _whole_lines_bytes(descriptor)
    if whole < os.fstat(descriptor).st_size:
        os.ftruncate(descriptor, whole)
        sync_file(descriptor)
    return whole


def _whole_lines_bytes(descriptor: int) -> int:
    end = os.lseek(descriptor, 0, os.SEEK_END)
    while end:
        start = os.lseek(descriptor, max(0, end - CHUNK_BYTES), os.SEEK_SET)
        block = os.read(descriptor, end - start)
        if len(block) < end - start:
            # Judged by half of a block, whole lines could be taken for a torn one and cut.
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        newline = block.rfind(b"\n")
        if newline >= 0:
            return start + newline + 1
        end = start
    return 0
