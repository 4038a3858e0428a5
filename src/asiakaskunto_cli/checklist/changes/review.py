"""Checklists held against an earlier state of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from asiakaskunto_cli.checklist.changes.earlier import EarlierFiles, id_of, kind_of, shaped
from asiakaskunto_cli.checklist.changes.find import Changes, changes_between
from asiakaskunto_cli.checklist.changes.findings import another_id, change_findings
from asiakaskunto_cli.checklist.library import CHECKLIST
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.lines import with_lines
from asiakaskunto_cli.source.reader import Source


@dataclass(frozen=True, slots=True)
class Compared:
    """A checklist of today beside its earlier self; ``earlier`` names the file of that."""

    source: Source
    earlier: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Named:
    """A file, and the id of the checklist in it."""

    file: str
    id: str


@dataclass(slots=True)
class Review:
    """What became of every checklist since an earlier state, which ``against`` names.

    Of ``gone`` ones no file is left. An ``unusable`` one could not be read, so no visit was ever
    run by it. The findings are about how checklists were changed.
    """

    against: str
    compared: list[Compared] = field(default_factory=list)
    new: list[Named] = field(default_factory=list)
    gone: list[Named] = field(default_factory=list)
    unusable: list[Named] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def review(
    current: Mapping[Path, Source], earlier: EarlierFiles, scope: Sequence[Path], against: str
) -> Review:
    """Return what became of checklists, given by their places.

    Those that lay under the scope (the files and folders that were named) and are no more are
    gone; what lay elsewhere is nobody's question.
    """
    sources = {place: one for place, one in current.items() if kind_of(one) == CHECKLIST}
    ids = frozenset(map(id_of, sources.values()))
    found = Review(against, gone=list(_gone(earlier, ids, scope)))
    for place, source in sources.items():
        _look_at(place, source, earlier, ids, found)
    return found


def _look_at(
    place: Path, source: Source, earlier: EarlierFiles, ids: frozenset[str | None], found: Review
) -> None:
    """Find what became of one checklist; one that cannot be read is nothing yet."""
    checklist = shaped(source)
    if checklist is None:
        return
    was = earlier.named(checklist.id, place)
    if was is None:
        found.new.append(Named(source.file, checklist.id))
        here = earlier.here(place)
        if here is not None and here.id not in ids:
            found.findings.extend(with_lines([another_id(source, here.id)], source.lines))
    elif was.checklist is None:
        found.unusable.append(Named(was.file.shown_as, was.id))
    else:
        changes = changes_between(was.checklist, checklist)
        found.compared.append(Compared(source, was.file.shown_as, changes))
        found.findings.extend(with_lines(change_findings(source, changes), source.lines))


def _gone(
    earlier: EarlierFiles, ids: frozenset[str | None], scope: Iterable[Path]
) -> Iterator[Named]:
    """Yield the earlier checklists under the scope that have no file any more."""
    named = frozenset(scope)
    for name, found in sorted(earlier.checklists.items()):
        for one in found if name not in ids else ():
            place = one.file.place
            if place is not None and not named.isdisjoint((place, *place.parents)):
                yield Named(one.file.shown_as, name)
