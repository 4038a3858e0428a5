"""Visits become groups: one pass, and memory that grows with groups, not with visits.

What must be named one by one grows with its own number: visits that were left out, and visits
that limit a level.

``reduce_visits`` is the one way from visits to summaries, and all that a dataframe engine would
have to stand in for. With a column for every field of a record it is a filter (``why_left_out``),
one GROUP BY over ``GroupKey``, and per group count, sum and sum of squares of the scores and of
each area in whole micropoints (128-bit, or as two halves: the squares outgrow 64 bits), the
earliest moment, the distinct ``Rules``, and the rows of which a gate is not empty. The engine
builds ``Group``s from its result, and nothing behind them changes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Self

from asiakaskunto_cli.analysis.moments import ExactSums
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.words import Area, Gate, Method, Outcome, Status

# Weights that differ less than this, as shares, are the same rule written in other numbers.
WEIGHT_DECIMALS = 9
# Every visit is asked for these, and the name of a member is looked up slowly.
WITHDRAWN, REHEARSAL, INCOMPLETE = Status.WITHDRAWN, Status.REHEARSAL, Outcome.INCOMPLETE


class Reason(StrEnum):
    """Why a visit was left out of the figures."""

    WITHDRAWN = "withdrawn"
    REHEARSAL = "rehearsal"
    INTERNAL = "internal"
    INCOMPLETE = "incomplete"
    UNSCORED = "unscored"


@dataclass(frozen=True, slots=True, order=True)
class Exclusion:
    """A visit that was left out, and why."""

    file: str
    site: str
    reason: Reason


@dataclass(frozen=True, slots=True, order=True)
class Limit:
    """The gated items of one visit that limit its site's level, by item id."""

    file: str
    gate: Gate
    critical_failed: tuple[str, ...]
    core_failed: tuple[str, ...]
    critical_unchecked: tuple[str, ...]
    core_unchecked: tuple[str, ...]


class Rules(NamedTuple):
    """By what a visit was scored; areas weigh as shares of 1, in the order of Area."""

    checklist: str
    scoring_sha256: str
    area_weights: tuple[float, ...]

    @classmethod
    def of(cls, record: VisitRecord) -> Self:
        """Return the rules of a visit: weights 1:1:1 and 2:2:2 are the same."""
        shares = _shares(tuple(record.area_weights.items()))
        return cls(record.checklist, record.scoring_sha256, shares)


@lru_cache(maxsize=256)
def _shares(weights: tuple[tuple[Area, float], ...]) -> tuple[float, ...]:
    # Most visits of a folder have the same weights.
    by_area = dict(weights)
    total = math.fsum(by_area.values()) or 1.0
    return tuple(round(by_area.get(area, 0.0) / total, WEIGHT_DECIMALS) for area in Area)


class GroupKey(NamedTuple):
    """Visits that are counted together."""

    site: str
    method: Method
    wave: str


@dataclass(slots=True)
class Group:
    """What is kept of the counted visits of one site, method and wave."""

    earliest: datetime
    score: ExactSums = field(default_factory=ExactSums)
    areas: dict[Area, ExactSums] = field(
        default_factory=lambda: {area: ExactSums() for area in Area}
    )
    rules: set[Rules] = field(default_factory=set)
    limits: list[Limit] = field(default_factory=list)

    def add(self, record: VisitRecord) -> None:
        """Count one visit; every visit of a folder passes here, so it is plain."""
        if record.visited_at < self.earliest:  # noqa: PLR1730 min() takes three times as long
            self.earliest = record.visited_at
        self.score.add(record.score)
        for area, score in record.areas.items():
            self.areas[area].add(score)
        self.rules.add(Rules.of(record))
        limit = limit_of(record)
        if limit is not None:
            self.limits.append(limit)


@dataclass(frozen=True, slots=True)
class Reduction:
    """All groups, the newest name of every site, and the visits left out, by file."""

    groups: Mapping[GroupKey, Group]
    site_names: Mapping[str, str]
    exclusions: tuple[Exclusion, ...]


def reduce_visits(records: Iterable[VisitRecord]) -> Reduction:
    """Return what the visits come to; the same in whatever order they arrive."""
    groups: dict[GroupKey, Group] = {}
    newest: dict[str, tuple[datetime, str]] = {}
    exclusions = []
    for record in records:
        last = newest.get(record.site)
        if last is None or record.visited_at >= last[0]:
            named = record.visited_at, record.site_name
            newest[record.site] = named if last is None else max(last, named)
        reason = why_left_out(record)
        if reason is not None:
            exclusions.append(Exclusion(record.file, record.site, reason))
            continue
        key = GroupKey(record.site, record.method, record.wave)
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group(earliest=record.visited_at)
        group.add(record)
    names = {site: name for site, (_, name) in sorted(newest.items())}
    return Reduction(groups, names, tuple(sorted(exclusions)))


def why_left_out(record: VisitRecord) -> Reason | None:
    """Return why a visit does not count in its site's figures, or None when it does."""
    if record.status is WITHDRAWN:
        return Reason.WITHDRAWN
    if record.status is REHEARSAL:
        return Reason.REHEARSAL
    if not record.in_index:
        return Reason.INTERNAL
    if record.outcome is INCOMPLETE:
        return Reason.INCOMPLETE
    return Reason.UNSCORED if record.score is None else None


def limit_of(record: VisitRecord) -> Limit | None:
    """Return how a visit limits its site's level, or None when every gate was passed."""
    critical = bool(record.critical_failed or record.critical_unchecked)
    if not (critical or record.core_failed or record.core_unchecked):
        return None
    return Limit(
        file=record.file,
        gate=Gate.CRITICAL if critical else Gate.CORE,
        critical_failed=record.critical_failed,
        core_failed=record.core_failed,
        critical_unchecked=record.critical_unchecked,
        core_unchecked=record.core_unchecked,
    )
