"""The report files under some paths: each once, in a fixed order, with what the system says of it.

Of many files every system call counts: a folder is resolved once, and its files cost one call each.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.refusal import reason, shown
from asiakaskunto_cli.language import gettext as _

EVIDENCE = "evidence"
ENDING = ".json"


# So many files are handed on together, few enough that whoever follows them sees them go on.
HANDFUL = 100

Stamp = tuple[int, int, int, int]
"""Size in bytes, the times of the last modification and change in ns, the inode: whenever a file
changes, some of it does. Nobody can set the time of change (on Windows that of the creation)."""

Found = tuple[str, int | None, int, int, int]
"""The name of a file and its stamp; the size is None for a link, or what is no ordinary file."""


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """A folder of report files: one that was named, or one below it.

    ``shown`` begins the paths of its files as a person would type them, ``real`` as they are
    without links; ``root`` is what ``real`` is of the folder that was named (None where a file
    was), and ``below`` the way from there, folder by folder.
    """

    shown: str
    real: str
    root: str | None = None
    below: tuple[str, ...] = ()


class Handful(NamedTuple):
    """Some files of a folder, in order."""

    folder: Folder
    files: list[Found]

    @property
    def paths(self) -> list[str]:
        """The paths as a person would type them."""
        return [self.folder.shown + found[0] for found in self.files]


class Listing:
    """The report files under the paths (files and folders), those of a folder by name.

    Going through it lists the folders anew, and raises BadInputError where a path does not exist
    or a folder cannot be listed.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)

    def __iter__(self) -> Iterator[Handful]:
        """Yield every file once, whichever of the paths and links lead to it."""
        seen = _Seen()
        for folder, names in self._named():
            if folder.root is not None and not seen.enters(folder):
                continue
            find = _single if folder.root is None else _many
            for first in range(0, len(names), HANDFUL):
                files = list(find(folder, names[first : first + HANDFUL], seen))
                yield Handful(folder, files)

    def count(self) -> int:
        """Return about how many files there are, without a look at any of them."""
        return sum(len(names) for _folder, names in self._named())

    def _named(self) -> Iterator[tuple[Folder, Sequence[str]]]:
        """Yield the folders and the names of the files in them, as far as names tell."""
        for path in self._paths:
            if os.path.isdir(path):  # noqa: PTH112 Path.is_dir raises at an overlong name
                real = _beginning(Path(os.path.realpath(path)))
                yield from _walk(Folder(_beginning(path), real, root=real))
            elif os.path.lexists(path):
                yield Folder(_beginning(path.parent), ""), [path.name]
            else:
                message = _("There is no file or folder {path}.").format(path=shown(path))
                raise BadInputError(message, remedy=_("Check the path."))


# Hands on the files that are to be read, as they are.
Follow = Callable[[Listing], Iterator[Handful]]


class _Seen:
    """What has been listed: whole folders, and single files that a name or a link led to."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self._folders: set[str] = set()

    def enters(self, folder: Folder) -> bool:
        """Tell whether a folder is new, and remember it."""
        new = folder.real not in self._folders
        self._folders.add(folder.real)
        return new

    def reaches(self, file: str, folder: Folder | None = None) -> bool:
        """Tell whether a file that a name or a link led to is new, and remember it.

        A link is met in a folder, of which only what comes before it has been listed.
        """
        real = os.path.realpath(file)  # Path.resolve raises at a link that leads back to itself.
        name = os.path.basename(real)  # noqa: PTH119 as it is, without a look at the disk
        place = real.removesuffix(name)
        listed = place in self._folders and _is_report_name(name) and os.path.lexists(real)
        if listed and folder is not None and place == folder.real:
            listed = folder.shown + name < file
        new = real not in self.files and not listed
        self.files.add(real)
        return new


def _single(folder: Folder, names: Iterable[str], seen: _Seen) -> Iterator[Found]:
    """Yield files that were named themselves."""
    for name in names:
        if seen.reaches(folder.shown + name):
            yield name, None, 0, 0, 0


def _many(folder: Folder, names: Iterable[str], seen: _Seen) -> Iterator[Found]:
    """Yield the files in a folder: every file of a folder passes here, so it is plain."""
    shown, real, singles = folder.shown, folder.real, seen.files
    for name in names:
        try:
            status = os.lstat(shown + name)
        except (OSError, ValueError):
            yield name, None, 0, 0, 0
            continue
        if stat.S_ISREG(status.st_mode):
            if not singles or real + name not in singles:
                yield name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
        elif seen.reaches(shown + name, folder):
            yield name, None, 0, 0, 0


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file from its status."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _walk(root: Folder) -> Iterator[tuple[Folder, Sequence[str]]]:
    """Yield a folder and those below it, each before its own; links are not followed."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        names, below = _listed(folder.shown or os.curdir)
        yield folder, names
        waiting.extend(
            Folder(
                folder.shown + name + os.sep,
                folder.real + name + os.sep,
                folder.root,
                (*folder.below, name),
            )
            for name in reversed(below)
        )


def _listed(folder: str) -> tuple[list[str], list[str]]:
    """Return the names of the report files and of the folders in a folder, each in order."""
    names, below = [], []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name[0] == ".":
                    continue
                if not _is_folder(entry):
                    if name.endswith(ENDING):
                        names.append(name)
                elif name != EVIDENCE and not entry.is_symlink():
                    below.append(name)
    except OSError as error:
        message = _("The folder {path} cannot be listed: {reason}.")
        message = message.format(path=shown(Path(error.filename)), reason=reason(error))
        raise BadInputError(message, remedy=_("Check who may read it.")) from error
    return sorted(names), sorted(below)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_report_name(name: str) -> bool:
    return name.endswith(ENDING) and name[0] != "."


def _beginning(folder: Path) -> str:
    """Return what the path of a file in the folder begins with."""
    text = "" if folder == Path() else str(folder)
    return text if text.endswith(os.sep) or not text else text + os.sep
