"""What a checklist may name: the practices and reference figures that somebody wrote."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.checklist.figures import read_figures
from asiakaskunto_cli.checklist.practices import read_practices
from asiakaskunto_cli.checklist.shelf import EntryType, Shelf


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The ids that a checklist may name; None where a file of them has findings of its own."""

    practices: frozenset[str] | None
    figures: frozenset[str] | None


def known_names(*own_folders: Path) -> KnownNames:
    """Return the names in the files that come with kunto and in other folders.

    Raises BadInputError when a file cannot be read.
    """
    return KnownNames(_ids(read_practices(*own_folders)), _ids(read_figures(*own_folders)))


def _ids(shelf: Shelf[EntryType]) -> frozenset[str] | None:
    return None if shelf.findings else frozenset(shelf.entries)
