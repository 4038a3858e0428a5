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


class Stamp(NamedTuple):
    """What the system keeps of a file, some of which changes whenever the file does.

    ``changed_ns`` is the time that nobody can set (the creation, on Windows).
    """

    size: int
    modified_ns: int
    changed_ns: int
    inode: int


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


class ReportFile(NamedTuple):
    """A file to read; no stamp where it is a link, or not an ordinary file."""

    folder: Folder
    name: str
    stamp: Stamp | None

    @property
    def path(self) -> str:
        """The path as a person would type it."""
        return self.folder.shown + self.name


class Listing:
    """The report files under the paths (files and folders), those of a folder by name.

    Going through it lists the folders anew, and raises BadInputError where a path does not exist
    or a folder cannot be listed.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)

    def __iter__(self) -> Iterator[ReportFile]:
        """Yield every file once, whichever of the paths and links lead to it."""
        seen = _Seen()
        for folder, names in self._named():
            if folder.root is None:
                yield from _single(folder, names, seen)
            elif seen.enters(folder):
                yield from _many(folder, names, seen)

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
Follow = Callable[[Listing], Iterator[ReportFile]]


class _Seen:
    """What has been listed: whole folders, and single files that a name or a link led to."""

    def __init__(self) -> None:
        self._folders: set[str] = set()
        self._files: set[str] = set()
        self._folder = ""
        self._name = ""

    def enters(self, folder: Folder) -> bool:
        """Tell whether a folder is new, and remember it."""
        if folder.real in self._folders:
            return False
        self._folders.add(folder.real)
        self._folder, self._name = folder.real, ""
        return True

    def passes(self, name: str) -> bool:
        """Tell whether an ordinary file of the folder that was entered last is new."""
        self._name = name
        return not self._files or self._folder + name not in self._files

    def reaches(self, file: str) -> bool:
        """Tell whether a file that a name or a link led to is new, and remember it."""
        real = os.path.realpath(file)  # Path.resolve raises at a link that leads back to itself.
        new = real not in self._files and not self._was_passed(real)
        self._files.add(real)
        return new

    def _was_passed(self, real: str) -> bool:
        name = os.path.basename(real)  # noqa: PTH119 as it is, without a look at the disk
        folder = real.removesuffix(name)
        if folder not in self._folders or not _is_report_name(name) or not os.path.lexists(real):
            return False
        # Of the folder that is being listed, only what comes before.
        return folder != self._folder or name <= self._name


def _single(folder: Folder, names: Iterable[str], seen: _Seen) -> Iterator[ReportFile]:
    """Yield files that were named themselves."""
    for name in names:
        if seen.reaches(folder.shown + name):
            yield ReportFile(folder, name, None)


def _many(folder: Folder, names: Iterable[str], seen: _Seen) -> Iterator[ReportFile]:
    """Yield the files in a folder."""
    for name in names:
        path = folder.shown + name
        try:
            status = os.lstat(path)
        except (OSError, ValueError):
            yield ReportFile(folder, name, None)
            continue
        if stat.S_ISREG(status.st_mode):
            if seen.passes(name):
                yield ReportFile(folder, name, stamp_of(status))
        elif seen.reaches(path):
            yield ReportFile(folder, name, None)


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file from its status."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


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
                if _is_folder(entry):
                    if entry.name != EVIDENCE and entry.name[0] != "." and not entry.is_symlink():
                        below.append(entry.name)
                elif _is_report_name(entry.name):
                    names.append(entry.name)
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
    return name.endswith(".json") and name[0] != "."


def _beginning(folder: Path) -> str:
    """Return what the path of a file in the folder begins with."""
    text = "" if folder == Path() else str(folder)
    return text if text.endswith(os.sep) or not text else text + os.sep
