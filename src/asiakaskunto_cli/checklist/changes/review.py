"""Checklists held against an earlier state of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from asiakaskunto_cli.checklist.changes.earlier import Earlier, EarlierFiles, id_of, kind_of, shaped
from asiakaskunto_cli.checklist.changes.find import Changes, changes_between
from asiakaskunto_cli.checklist.changes.findings import another_id, change_findings
from asiakaskunto_cli.checklist.library import CHECKLIST
from asiakaskunto_cli.checklist.load import holds_together
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules import unique_ids
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
    """A file, and the id of the checklist in it; empty where that cannot be read."""

    file: str
    id: str


@dataclass(slots=True)
class Review:
    """What became of every checklist since an earlier state, which ``against`` names.

    Of ``gone`` ones no file is left. An ``unusable`` one could not be used, so no visit was ever
    run by it. A ``broken`` one of today has errors by which nothing can be told of its changes.
    ``held`` are the files of practices and figures that were held against their earlier selves,
    ``itself`` those files that stand among the earlier ones, and would be held against themselves.
    The findings are about how files were changed.
    """

    against: str
    compared: list[Compared] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    broken: list[Named] = field(default_factory=list)
    itself: list[Named] = field(default_factory=list)
    new: list[Named] = field(default_factory=list)
    gone: list[Named] = field(default_factory=list)
    unusable: list[Named] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_idle(self) -> bool:
        """Whether nothing at all was compared."""
        return not (self.compared or self.held)

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing that something earlier could have been found for."""
        return self.is_idle and not (self.new or self.broken or self.unusable)


def review(
    current: Mapping[Path, Source | None],
    earlier: EarlierFiles,
    scope: Sequence[Path],
    against: str,
) -> Review:
    """Return what became of checklists, given by their places; None is a file that is unreadable.

    Those that lay under the scope (the files and folders that were named) and are no more are
    gone; what lay elsewhere is nobody's question.
    """
    sources = {place: one for place, one in current.items() if one and kind_of(one) == CHECKLIST}
    ids = frozenset(map(id_of, sources.values()))
    found = Review(against)
    unclear = {place for place, one in current.items() if one is None}
    for place, source in sources.items():
        checklist = shaped(source)
        if checklist is None:
            told = found.itself if place in earlier.standing else found.broken
            told.append(Named(source.file, id_of(source) or ""))
            unclear.add(place)
        else:
            _look_at(place, source, checklist, earlier, ids, found)
    found.gone.extend(_gone(earlier, ids, unclear, scope))
    return found


def _look_at(
    place: Path,
    source: Source,
    checklist: Checklist,
    earlier: EarlierFiles,
    ids: frozenset[str | None],
    found: Review,
) -> None:
    """Find what became of one checklist."""
    was = earlier.named(checklist.id, place)
    if was is None and place in earlier.standing:
        found.itself.append(Named(source.file, checklist.id))
    elif was is None:
        found.new.append(Named(source.file, checklist.id))
        here = earlier.here(place)
        if here is not None and here.id not in ids:
            found.findings.extend(with_lines([another_id(source, here.id)], source.lines))
    elif was.checklist is None:
        found.unusable.append(Named(was.file.shown_as, was.id))
    else:
        _compare(source, checklist, was, was.checklist, found)


def _compare(
    source: Source, checklist: Checklist, was: Earlier, before: Checklist, found: Review
) -> None:
    """Compare the two where they differ in what can be told of both."""
    changes = changes_between(before, checklist)
    if changes.bump is not None:
        # Of two parts with one id only one would be looked at.
        if any(unique_ids.ids_again(before)):
            found.unusable.append(Named(was.file.shown_as, was.id))
            return
        if not holds_together(checklist):
            found.broken.append(Named(source.file, checklist.id))
            return
    found.compared.append(Compared(source, was.file.shown_as, changes))
    found.findings.extend(with_lines(change_findings(source, changes), source.lines))


def _gone(
    earlier: EarlierFiles,
    ids: frozenset[str | None],
    unclear: Collection[Path],
    scope: Iterable[Path],
) -> Iterator[Named]:
    """Yield the earlier checklists under the scope that have no file any more.

    At an unclear place is a file of which nobody can say what it holds.
    """
    named = frozenset(scope)
    for name, found in sorted(earlier.checklists.items()):
        for one in found if name not in ids else ():
            place = one.file.place
            if place is None or place in unclear:
                continue
            if not named.isdisjoint((place, *place.parents)):
                yield Named(one.file.shown_as, name)
