"""Durable writing: a file is there whole or not at all, and nothing is overwritten unasked."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from asiakaskunto_cli.errors import AlreadyExistsError, DiskError
from asiakaskunto_cli.files.descriptor import PLAIN, write_all
from asiakaskunto_cli.files.refusal import disk_errors, shown
from asiakaskunto_cli.files.sync import sync_file, sync_folder
from asiakaskunto_cli.language import gettext as _

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | PLAIN

# How systems and folders (FAT, some network shares, Android) say that they have no hard links.
_NO_LINKS = frozenset(
    {
        errno.EACCES,
        errno.EMLINK,
        errno.ENOSYS,
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        errno.EPERM,
        errno.EXDEV,
    }
)


def publish(path: Path, data: bytes, *, mode: int = PRIVATE_FILE) -> None:
    """Give the bytes a name that nothing has yet; on return they are durable under it.

    Raises AlreadyExistsError when the name is taken (what has it stays as it is), DiskError when
    the system refuses. After a DiskError nothing has the name, except where the message says that
    the file was written but not confirmed: then it is there, and whole.

    Killed at any point, the name is absent or has all the bytes. Where the folder has no hard
    links it may instead be left with an empty file.
    """
    with disk_errors(_("{path} could not be saved: {reason}."), path):
        temporary = _write_temporary(path, data, mode)
        try:
            _name_exclusively(temporary, path)
        except BaseException:
            _discard(temporary)
            raise
    with disk_errors(_unconfirmed(), path):
        temporary.unlink(missing_ok=True)
        sync_folder(path.parent)


def replace(path: Path, data: bytes, *, mode: int = PRIVATE_FILE) -> None:
    """Give the bytes a name, in place of the file that may have it, whose mode is kept.

    A link stays, and the file it leads to is replaced. Killed at any point, the name has all of
    the old bytes or all of the new ones. Raises DiskError when the system refuses, or when what
    has the name is not a regular file.
    """
    with disk_errors(_("{path} could not be saved: {reason}."), path):
        target = Path(os.path.realpath(path))
        temporary = _write_temporary(target, data, mode, kept_mode=_mode_to_keep(target))
        try:
            temporary.replace(target)
        except BaseException:
            _discard(temporary)
            raise
    with disk_errors(_unconfirmed(), path):
        sync_folder(target.parent)


def private_folder(path: Path) -> None:
    """Make a folder and those above it that are missing, for their owner only (0700), durably.

    Folders that exist are left as they are. Raises DiskError when the system refuses, or when
    something that is no folder has one of the names.
    """
    with disk_errors(_("The folder {path} could not be made: {reason}."), path):
        missing = list(takewhile(lambda folder: not folder.is_dir(), (path, *path.parents)))
        for folder in reversed(missing):
            _make_folder(folder)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(PRIVATE_FOLDER)
    except FileExistsError as error:
        # Another kunto may have made it a moment ago.
        if not folder.is_dir():
            raise DiskError(
                _("{path} is not a folder.").format(path=shown(folder)),
                remedy=_("Move it away, or choose another folder."),
            ) from error
    sync_folder(folder.parent)


def _unconfirmed() -> str:
    return _("{path} was written, but it is not certain that it is safe on the disk: {reason}.")


def _write_temporary(path: Path, data: bytes, mode: int, *, kept_mode: int | None = None) -> Path:
    """Return a new file beside the path that holds the bytes durably; if that fails, none is left.

    The mode is limited by the user's umask; kept_mode is not.
    """
    temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")
    descriptor = os.open(temporary, _CREATE, mode)
    try:
        try:
            if kept_mode is not None:
                temporary.chmod(kept_mode)
            write_all(descriptor, data)
            sync_file(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        _discard(temporary)
        raise
    return temporary


def _name_exclusively(temporary: Path, path: Path) -> None:
    """Give a written file its name, by a second link or, where there are no links, by renaming.

    Raises AlreadyExistsError when the name is taken, OSError when the system refuses.
    """
    try:
        if not _linked(temporary, path):
            _rename_onto_reserved(temporary, path)
    except FileExistsError as error:
        raise AlreadyExistsError(
            _("{path} exists already and was not overwritten.").format(path=shown(path)),
            remedy=_("Choose another name, or move the existing file away."),
        ) from error


def _linked(temporary: Path, path: Path) -> bool:
    if not hasattr(os, "link"):
        return False
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return False
    return True


def _rename_onto_reserved(temporary: Path, path: Path) -> None:
    # Renaming overwrites, so the name is first taken exclusively, by an empty file of our own;
    # unlike a copy under the final name, this never shows half of the bytes to anyone.
    descriptor = os.open(path, _CREATE, PRIVATE_FILE)
    try:
        os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        _discard(path)
        raise


def _discard(path: Path) -> None:
    # The error that led here says more than that our leftover could not be removed either.
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _mode_to_keep(target: Path) -> int | None:
    """Return the permissions of the file that will be replaced; None where there is none.

    Raises DiskError for a folder, a pipe, a device or a socket.
    """
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found):
        raise DiskError(
            _("{path} is not an ordinary file, and is not replaced.").format(path=shown(target)),
            remedy=_("Choose another name."),
        )
    return stat.S_IMODE(found) & 0o777
