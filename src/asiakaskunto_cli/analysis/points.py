"""What each question brought over many visits: the strongest points, the weakest, the reasons."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.intervals import Interval, score_interval
from asiakaskunto_cli.analysis.moments import ExactSums
from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.scoring.policy import LEVELS
from asiakaskunto_cli.words import Area, Level, Method

# What every level above GOOD asks of an area; what GOOD asks of the whole.
STRONG_FROM = LEVELS[Level.EXCELLENT].score
WEAK_BELOW = LEVELS[Level.GOOD].score


@dataclass(frozen=True, slots=True)
class Said:
    """A reason in somebody's own words, and the answer that it is for."""

    words: str
    answer: Answer | None
    file: str


@dataclass(frozen=True, slots=True)
class Point:
    """One scored item over the visits in which it was scored, by one method.

    ``mean`` and its interval are 0..100. ``share`` is the part (0..1) of a visit's score that the
    item decides where everything applies, ``lost`` how many points of the score it cost.
    """

    checklist: Checklist
    item: ItemBase
    method: Method
    visits: int
    mean: float
    interval: Interval | None
    share: float
    reasons: tuple[Said, ...]

    @property
    def lost(self) -> float:
        """The points of a visit's score that the item cost on average."""
        return self.share * (100 - self.mean)


@dataclass(slots=True)
class _Collected:
    newest: VisitDetail
    scores: ExactSums
    reasons: list[Said]


def points_of(visits: Iterable[VisitDetail], confidence: float) -> tuple[Point, ...]:
    """Return every item that was scored in the visits, in the order of checklists and items.

    An item is the same one wherever its checklist and id are; its text is that of the newest
    visit. The confidence of the intervals is between 0 and 1.
    """
    found: dict[tuple[str, Method, str], _Collected] = {}
    for visit in visits:
        for name, item in visit.items.items():
            key = (visit.record.checklist, visit.record.method, name)
            one = found.setdefault(key, _Collected(visit, ExactSums(), []))
            if visit.record.visited_at >= one.newest.record.visited_at:
                one.newest = visit
            one.scores.add(None if item.score is None else 100 * item.score)
            if item.why:
                one.reasons.append(Said(item.why, item.answer, visit.record.file))
    points = (_point(key, one, confidence) for key, one in found.items() if one.scores.n)
    return tuple(sorted(points, key=_place))


def strongest(points: Iterable[Point], count: int) -> tuple[Point, ...]:
    """Return the points at ERINOMAINEN's score and over, the highest and weightiest first."""
    strong = [point for point in points if point.mean >= STRONG_FROM]
    return tuple(sorted(strong, key=lambda one: (-one.mean, -one.share, _place(one)))[:count])


def weakest(points: Iterable[Point], count: int) -> tuple[Point, ...]:
    """Return the points under HYVÄ's score, those that cost the most first."""
    weak = [point for point in points if point.mean < WEAK_BELOW and point.share > 0]
    return tuple(sorted(weak, key=lambda one: (-one.lost, one.mean, _place(one)))[:count])


def reasons_by_point(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points for which reasons were given, the one with the most first."""
    given = [point for point in points if point.reasons]
    return tuple(sorted(given, key=lambda one: (-len(one.reasons), _place(one))))


def _point(key: tuple[str, Method, str], one: _Collected, confidence: float) -> Point:
    _checklist, method, name = key
    moments = one.scores.moments()
    checklist = one.newest.checklist
    weights = one.newest.record.area_weights
    return Point(
        checklist=checklist,
        item=checklist.items[name],
        method=method,
        visits=moments.n,
        mean=moments.mean,
        interval=score_interval(moments, confidence),
        share=shares(checklist, weights).get(name, 0.0),
        reasons=tuple(sorted(one.reasons, key=lambda said: (said.file, said.words))),
    )


def shares(checklist: Checklist, weights: Mapping[Area, float]) -> Mapping[str, float]:
    """Return which part (0..1) of a visit's score each item decides, where all of them apply."""
    by_area: dict[Area, list[ItemBase]] = defaultdict(list)
    for item in checklist.items.values():
        if item.scorable and item.area is not None and weights.get(item.area, 0) > 0:
            by_area[item.area].append(item)
    total = math.fsum(weights[area] for area in by_area)
    return {
        item.id: weights[area] / total * item.weight / _weight(items)
        for area, items in by_area.items()
        for item in items
    }


def _weight(items: Sequence[ItemBase]) -> float:
    return math.fsum(item.weight for item in items)


def _place(point: Point) -> tuple[int, str, int]:
    order = list(point.checklist.items)
    return list(Method).index(point.method), point.checklist.id, order.index(point.item.id)
