"""Safe reading: regular files only, never more than a limit, never waiting for another program."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.descriptor import CHUNK_BYTES, PLAIN, WITHOUT_WAITING
from asiakaskunto_cli.files.refusal import impossible_name, reason, shown
from asiakaskunto_cli.language import format_number, ngettext
from asiakaskunto_cli.language import gettext as _

_FLAGS = os.O_RDONLY | PLAIN | WITHOUT_WAITING


def read_regular(path: Path | str, *, limit_bytes: int) -> bytes:
    """Return everything in a regular file (a link that leads to one will do).

    Of many files, a path of text is opened in half the time that a Path takes.

    Raises BadInputError when it is missing, a folder, a pipe, a device or a socket, a link that
    leads nowhere, larger than the limit, or when the system refuses to open or read it.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except ValueError as error:
        raise _refused(Path(path), impossible_name()) from error
    except OSError as error:
        raise _not_opened(Path(path), error) from error
    try:
        try:
            return _read_within(descriptor, path, limit_bytes)
        finally:
            os.close(descriptor)
    except OSError as error:
        # A network disk may tell only on closing that what it gave was not sound.
        raise _refused(Path(path), error) from error


def first_bytes(path: Path, count: int) -> bytes:
    """Return what a regular file begins with; nothing where that cannot be read."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return b""
    try:
        regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
        return os.read(descriptor, count) if regular else b""
    except OSError:
        return b""
    finally:
        os.close(descriptor)


def _read_within(descriptor: int, path: Path | str, limit_bytes: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        refused = _folder if stat.S_ISDIR(status.st_mode) else _not_regular
        raise refused(Path(path))
    size = status.st_size
    if size <= limit_bytes:
        # Asked for one byte more, a read that brings exactly the size has met the end: a small
        # file costs four system calls.
        data = os.read(descriptor, size + 1)
        if len(data) != size:
            data = _read_on(descriptor, data, limit_bytes)
        if len(data) <= limit_bytes:
            return data
        size = len(data)
    raise _too_large(Path(path), size, limit_bytes)


def _read_on(descriptor: int, beginning: bytes, limit_bytes: int) -> bytes:
    """Return a file whose size was not what the system said: it changes, or is made up as read."""
    parts = [beginning]
    total = len(beginning)
    while parts[-1] and total <= limit_bytes:
        parts.append(os.read(descriptor, min(CHUNK_BYTES, limit_bytes + 1 - total)))
        total += len(parts[-1])
    return b"".join(parts)


def _not_opened(path: Path, error: OSError) -> BadInputError:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return _missing(path)
        case errno.ELOOP:
            return BadInputError(
                _("{path} is a link that leads back to itself.").format(path=shown(path)),
                remedy=_("Remove the link, or name the file itself."),
            )
        case errno.ENXIO | errno.ENODEV | errno.EOPNOTSUPP:
            return _not_regular(path)
        case errno.EACCES | errno.EPERM:
            return _forbidden(path)
        case _other:
            return _refused(path, error)


def _missing(path: Path) -> BadInputError:
    if path.is_symlink():
        return BadInputError(
            _("{path} is a link to a file that does not exist.").format(path=shown(path)),
            remedy=_("Remove the link, or name the file itself."),
        )
    return BadInputError(
        _("There is no file {path}.").format(path=shown(path)),
        remedy=_("Check the name and the folder."),
    )


def _forbidden(path: Path) -> BadInputError:
    # Windows refuses to open a folder in the words of a missing permission.
    if os.path.isdir(path):  # noqa: PTH112 Path.is_dir raises where a parent cannot be searched
        return _folder(path)
    return BadInputError(
        _("You have no permission to read {path}.").format(path=shown(path)),
        remedy=_("Ask its owner for the permission, or copy the file to a folder of your own."),
    )


def _folder(path: Path) -> BadInputError:
    return BadInputError(
        _("{path} is a folder, not a file.").format(path=shown(path)),
        remedy=_("Name a file in the folder."),
    )


def _not_regular(path: Path) -> BadInputError:
    return BadInputError(
        _("{path} is not an ordinary file but a pipe, a device or a socket.").format(
            path=shown(path)
        ),
        remedy=_("Save its content to a file, and name that file."),
    )


def _too_large(path: Path, size_bytes: int, limit_bytes: int) -> BadInputError:
    sentence = ngettext(
        "{path} is too large: it has {size} bytes, and at most {limit} byte is read.",
        "{path} is too large: it has {size} bytes, and at most {limit} bytes are read.",
        limit_bytes,
    )
    return BadInputError(
        sentence.format(
            path=shown(path), size=format_number(size_bytes, 0), limit=format_number(limit_bytes, 0)
        ),
        remedy=_("Check that it is the right file, or divide it into smaller ones."),
    )


def _refused(path: Path, error: OSError) -> BadInputError:
    return BadInputError(
        _("{path} could not be read: {reason}.").format(path=shown(path), reason=reason(error)),
        remedy=_("Check that the disk is connected and sound, then run the command again."),
    )
