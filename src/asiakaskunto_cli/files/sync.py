"""Durability: bytes and names that are still there after a power cut."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from asiakaskunto_cli.files.descriptor import PLAIN

if sys.platform != "win32":
    import fcntl

    # On macOS fsync leaves the bytes in the drive's own cache; this flushes that too.
    _FULL_SYNC: int | None = getattr(fcntl, "F_FULLFSYNC", None)

_UNSUPPORTED = frozenset({errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY})


def sync_file(descriptor: int) -> None:
    """Return once the bytes of an open file are on the disk.

    Raises OSError when the disk refuses: what was written since the last call may be lost.
    """
    if sys.platform != "win32" and _FULL_SYNC is not None:
        try:
            fcntl.fcntl(descriptor, _FULL_SYNC)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
        else:
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk, or at once where that cannot be asked for.

    Raises OSError when the folder cannot be opened or the disk refuses.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | PLAIN)
    try:
        sync_file(descriptor)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise
    finally:
        os.close(descriptor)
