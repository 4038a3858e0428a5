"""Visits become cells: one pass, and memory that grows with cells, not with visits.

``reduce`` is a plain GROUP BY over the facts of visits; a dataframe engine can take its place,
because nothing behind it sees a visit again (see ``Cell``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Self

from asiakaskunto_cli.analysis.comparing.measures import Yardstick
from asiakaskunto_cli.analysis.moments import ExactSums
from asiakaskunto_cli.analysis.reduce import Limit, limit_of
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.words import Area, Method

# As many dots as a chart can show side by side; past these, single visits are not kept.
MOST_VALUES = 60


class Facts(NamedTuple):
    """What visits that are counted together have in common.

    ``classes`` holds the segments and classes that were asked for, in their order.
    """

    wave: str
    site: str
    site_name: str
    method: Method
    channel: str | None
    evaluator: str | None
    version: str
    yardstick: Yardstick
    classes: tuple[str, ...]

    @classmethod
    def of(
        cls, record: VisitRecord, wave: str, yardstick: Yardstick, classes: tuple[str, ...]
    ) -> Self:
        """Return the facts of one figure of a visit."""
        return cls(
            wave,
            record.site,
            record.site_name,
            record.method,
            record.channel,
            record.evaluator,
            record.checklist_version,
            yardstick,
            classes,
        )


@dataclass(slots=True)
class Cell:
    """The sufficient statistics of the visits that share their facts.

    ``values`` are the single figures, None where there are too many to keep. ``newest`` is the
    newest visit's moment and file.
    """

    earliest: datetime
    newest: tuple[datetime, str]
    value: ExactSums = field(default_factory=ExactSums)
    areas: dict[Area, ExactSums] = field(default_factory=dict)
    values: list[float] | None = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)

    @classmethod
    def begun(cls, record: VisitRecord) -> Self:
        """Return a cell that is about to count its first visit."""
        return cls(earliest=record.visited_at, newest=(record.visited_at, record.file))

    def add(self, record: VisitRecord, value: float, areas: Mapping[Area, float | None]) -> None:
        """Count one figure of a visit; every visit of a folder passes here, so it is plain."""
        moment = record.visited_at
        if moment < self.earliest:  # noqa: PLR1730 min() would be three times as slow
            self.earliest = moment
        if moment >= self.newest[0]:
            self.newest = max(self.newest, (moment, record.file))
        self.value.add(value)
        for area, score in areas.items():
            if score is not None:
                if area not in self.areas:
                    self.areas[area] = ExactSums()
                self.areas[area].add(score)
        if self.values is not None:
            self.values.append(value)
            if len(self.values) > MOST_VALUES:
                self.values = None
        if record.critical_failed or record.core_failed or _is_unchecked(record):
            self.limits.extend(one for one in (limit_of(record),) if one is not None)


def _is_unchecked(record: VisitRecord) -> bool:
    return bool(record.critical_unchecked or record.core_unchecked)


class Observed(NamedTuple):
    """One figure of one visit, in points, with its areas where it is a score."""

    record: VisitRecord
    facts: Facts
    value: float
    areas: Mapping[Area, float | None]


Strata = dict[Facts, Cell]


def reduce(observed: Iterable[Observed]) -> Strata:
    """Return what the figures of visits come to; the same in whatever order they arrive."""
    cells: Strata = {}
    for record, facts, value, areas in observed:
        cell = cells.get(facts)
        if cell is None:
            cell = cells[facts] = Cell.begun(record)
        cell.add(record, value, areas)
    return cells


def cells_by_site(strata: Strata) -> dict[str, Strata]:
    """Return the cells of every site, by site."""
    sites: dict[str, Strata] = {}
    for facts in sorted(strata, key=lambda one: one.site):
        sites.setdefault(facts.site, {})[facts] = strata[facts]
    return sites


def visits_in(strata: Strata) -> int:
    """Return how many visits there are in the cells."""
    return sum(cell.value.n for cell in strata.values())


def at_sites(strata: Strata, sites: Collection[str]) -> Strata:
    """Return the cells of these sites alone."""
    return {facts: cell for facts, cell in strata.items() if facts.site in sites}


def values_of(strata: Strata) -> tuple[float, ...]:
    """Return the single figures of cells, ascending; none where there are too many to keep."""
    kept = [cell.values for cell in strata.values() if cell.values is not None]
    values = sorted(value for values in kept for value in values)
    if len(kept) < len(strata) or len(values) > MOST_VALUES:
        return ()
    return tuple(values)
