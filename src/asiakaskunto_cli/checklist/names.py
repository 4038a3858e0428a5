"""Names of practices and reference figures in a checklist that stand for nothing: warnings.

The checklist works without them: what was advised or claimed is only not shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.checklist import walk
from asiakaskunto_cli.checklist.figures import read_figures
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.practices import read_practices
from asiakaskunto_cli.checklist.shelf import EntryType, Shelf
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.source.shape import did_you_mean


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


def unknown_names(source: Source, checklist: Checklist, known: KnownNames) -> Iterator[Finding]:
    """Yield a warning for every practice and figure that the checklist names and nobody wrote."""
    for path, item in walk.items(checklist):
        for number, name in _unknown(item.develop, known.practices):
            message = _("There is no practice “{id}”.").format(id=name)
            remedy = did_you_mean(name, sorted(known.practices or ()))
            remedy = remedy or _("Write it in a file of the kind practices, or remove the name.")
            position = source.position((*path, "develop", number))
            yield Finding(source.file, position, "K330", message, remedy, Severity.WARNING)
        for number, name in _unknown(item.figures, known.figures):
            message = _("There is no reference figure “{id}”.").format(id=name)
            remedy = did_you_mean(name, sorted(known.figures or ()))
            remedy = remedy or _("Write it in a file of the kind figures, or remove the name.")
            position = source.position((*path, "figures", number))
            yield Finding(source.file, position, "K331", message, remedy, Severity.WARNING)


def _unknown(names: Sequence[str], known: frozenset[str] | None) -> Iterator[tuple[int, str]]:
    """Yield the names that are not known, with their place in the list."""
    if known is not None:
        yield from ((number, name) for number, name in enumerate(names) if name not in known)
