"""The files of the index: each a database that is written once, whole, and never changed.

A file is named after the folder that it is about and after its own content. So a damaged or half
written one gives itself away, no lock is ever needed, and of two processes that write at once
both succeed. Whatever goes wrong here costs time only.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import platformdirs

from asiakaskunto_cli import __version__

# One more whenever what is kept, or how, is changed; another kunto may read reports otherwise.
FORMAT = 1
NAME = re.compile(r"([0-9a-f]{32})-([0-9a-f]{64})\.sqlite3")
UNFINISHED = "new-"
ENDING = ".sqlite3"
ABANDONED_AFTER_SECONDS = 24 * 60 * 60
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def index_folder() -> Path:
    """Return the folder of the index; KUNTO_CACHE_DIR moves it."""
    chosen = os.environ.get("KUNTO_CACHE_DIR")
    cache = Path(chosen) if chosen else platformdirs.user_cache_path("kunto", appauthor=False)
    return cache / "index"


def find(index: Path, root: str) -> Path | None:
    """Return the file about a folder of reports, if there is a sound one of this kunto."""
    with suppress(OSError):
        for path in sorted(index.glob(f"{_key(root)}-*{ENDING}")):
            name = NAME.fullmatch(path.name)
            if name and _is_own(path) and _digest(path) == name[2]:
                return path
    return None


def publish(index: Path, root: str, fill: Callable[[Path], None]) -> None:
    """Write the file about a folder of reports; those that it replaces are removed.

    ``fill`` puts the database into an empty file. Raises what it raises, and OSError.
    """
    index.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(ENDING, UNFINISHED, index)
    os.close(descriptor)
    unfinished = Path(name)
    try:
        fill(unfinished)
        whole = index / f"{_key(root)}-{_digest(unfinished)}{ENDING}"
        unfinished.replace(whole)
    finally:
        unfinished.unlink(missing_ok=True)
    _remove(old for old in index.glob(f"{_key(root)}-*{ENDING}") if old != whole)


def tidy(index: Path, is_of_use: Callable[[Path], bool]) -> None:
    """Remove the files that are of no use any more, and those that nobody finished."""
    with suppress(OSError):
        files = list(index.iterdir())
        _remove(one for one in files if NAME.fullmatch(one.name) and not is_of_use(one))
        _remove(one for one in files if one.name.startswith(UNFINISHED) and _is_abandoned(one))


def _key(root: str) -> str:
    """Return what stands for a folder in names: what is in it was read by this very kunto."""
    about = os.fsencode(f"{FORMAT}\n{__version__}\n{root}")
    return hashlib.sha256(about).hexdigest()[:32]


def _is_own(path: Path) -> bool:
    """Tell whether the file is one that nobody else could have written."""
    status = path.lstat()
    own = status.st_uid == os.geteuid() if hasattr(os, "geteuid") else True
    return own and stat.S_ISREG(status.st_mode) and not status.st_mode & WRITABLE_BY_OTHERS


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_abandoned(path: Path) -> bool:
    return path.lstat().st_mtime < time.time() - ABANDONED_AFTER_SECONDS


def _remove(files: Iterator[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()
