"""What the system said when it refused, told to a person: a sentence and a remedy."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from asiakaskunto_cli.errors import DiskError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.words import clean


def shown(path: Path) -> str:
    """Return a path on one line, with nothing in it that could steer a terminal."""
    return clean(str(path)).replace("\n", "\\n")


def reason(error: OSError) -> str:
    """Return what the system said, without the number and without a closing full stop."""
    return clean(error.strerror or str(error) or type(error).__name__).rstrip(".")


def remedy(error: OSError, path: Path) -> str:
    """Return what a person can do when writing to this path was refused."""
    folder = shown(path.parent)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return _("Free some space on the disk, then run the command again.")
        case errno.EACCES | errno.EPERM:
            return _("Check that you may write in {folder}, or choose another folder.").format(
                folder=folder
            )
        case errno.EROFS:
            return _("The disk can only be read: choose a folder on another one.")
        case errno.ENOENT | errno.ENOTDIR:
            return _("Check that the folder {folder} exists.").format(folder=folder)
        case errno.EINVAL | errno.ENAMETOOLONG:
            return _("Choose another, shorter name without special characters.")
        case errno.EFBIG:
            return _("Files may not grow larger here: raise the limit (ulimit -f).")
        case errno.EMFILE | errno.ENFILE:
            return _("Too many files are open: close other programs, then run the command again.")
        case _other:
            return _("Check that the disk is connected and sound, then run the command again.")


@contextmanager
def disk_errors(sentence: str, path: Path) -> Iterator[None]:
    """Turn what the system refuses inside the block into a DiskError about this path.

    The sentence has the placeholders {path} and {reason}. A name that no file can have is
    refused before the block is entered.
    """
    try:
        _require_possible_name(path)
        yield
    except OSError as error:
        raise DiskError(
            sentence.format(path=shown(path), reason=reason(error)), remedy=remedy(error, path)
        ) from error


def impossible_name() -> OSError:
    """Return the refusal of a name that no file can have, as the system would have said it."""
    return OSError(errno.EINVAL, _("no file can have such a name"))


def _require_possible_name(path: Path) -> None:
    # Python answers these with ValueError, which elsewhere in a block would mean a bug of ours.
    try:
        encoded = os.fsencode(path)
    except UnicodeEncodeError as error:
        raise impossible_name() from error
    if b"\0" in encoded:
        raise impossible_name()
