"""What a checklist may name: the practices and reference figures that somebody wrote."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.checklist import figures, practices
from asiakaskunto_cli.checklist.figures import FiguresFile
from asiakaskunto_cli.checklist.library import files_by_kind, shipped_folder
from asiakaskunto_cli.checklist.practices import PracticesFile
from asiakaskunto_cli.checklist.shelf import EntryType, Shelf, shelf_of


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The ids that a checklist may name; None where a file of them has findings of its own."""

    practices: frozenset[str] | None
    figures: frozenset[str] | None


def known_names(*own_folders: Path) -> KnownNames:
    """Return the names in the files that come with kunto and in other folders.

    Raises BadInputError when a file cannot be read.
    """
    files = files_by_kind((shipped_folder(), *own_folders))
    practices_shelf = shelf_of(files.get(practices.KIND, ()), PracticesFile, practices.KIND)
    figures_shelf = shelf_of(files.get(figures.KIND, ()), FiguresFile, figures.KIND)
    return KnownNames(_ids(practices_shelf), _ids(figures_shelf))


def _ids(shelf: Shelf[EntryType]) -> frozenset[str] | None:
    return None if shelf.findings else frozenset(shelf.entries)
