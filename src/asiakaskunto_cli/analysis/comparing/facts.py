"""Visits become cells: one pass, and memory that grows with cells, not with visits.

``reduce`` is a plain GROUP BY over the facts of visits; a dataframe engine can take its place,
because nothing behind it sees a visit again (see ``Cell``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

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
    method: Method
    channel: str | None
    evaluator: str | None
    yardstick: Yardstick
    classes: tuple[str, ...]


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
    versions: set[str] = field(default_factory=set)
    limits: list[Limit] = field(default_factory=list)

    def add(self, record: VisitRecord, value: float, areas: Mapping[Area, float | None]) -> None:
        """Count one figure of a visit."""
        moment = record.visited_at
        self.earliest = min(self.earliest, moment)
        self.newest = max(self.newest, (moment, record.file))
        self.value.add(value)
        for area, score in areas.items():
            if score is not None:
                if area not in self.areas:
                    self.areas[area] = ExactSums()
                self.areas[area].add(score)
        self.keep(value)
        self.versions.add(record.checklist_version)
        limit = limit_of(record)
        if limit is not None:
            self.limits.append(limit)

    def keep(self, value: float) -> None:
        """Keep a single figure as long as there are few."""
        if self.values is None:
            return
        self.values.append(value)
        if len(self.values) > MOST_VALUES:
            self.values = None


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
            moment = record.visited_at
            cell = cells[facts] = Cell(earliest=moment, newest=(moment, record.file))
        cell.add(record, value, areas)
    return cells


def cells_by_site(strata: Strata) -> dict[str, Strata]:
    """Return the cells of every site, by site."""
    sites: dict[str, Strata] = {}
    for facts in sorted(strata, key=lambda one: one.site):
        sites.setdefault(facts.site, {})[facts] = strata[facts]
    return sites


def values_of(strata: Strata) -> tuple[float, ...]:
    """Return the single figures of cells, ascending; none where there are too many to keep."""
    kept = [cell.values for cell in strata.values() if cell.values is not None]
    values = sorted(value for values in kept for value in values)
    if len(kept) < len(strata) or len(values) > MOST_VALUES:
        return ()
    return tuple(values)
