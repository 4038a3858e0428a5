"""What each question brought over many visits: the strongest points, the weakest, the reasons."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from asiakaskunto_cli.analysis.intervals import Interval, score_interval
from asiakaskunto_cli.analysis.key_figures.questions import Question, questions
from asiakaskunto_cli.analysis.moments import ExactSums
from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.scoring.levels import DECIMALS
from asiakaskunto_cli.scoring.policy import LEVELS
from asiakaskunto_cli.words import Area, Level, Method, State

# What every level above GOOD asks of an area; what GOOD asks of the whole.
STRONG_FROM = LEVELS[Level.EXCELLENT].score
WEAK_BELOW = LEVELS[Level.GOOD].score

# Reports keep the scores of items (0..1) to 6 decimals, so that a mean of thirds that is 75 may
# read 74.99999 in points: what is nearer than this to a threshold has reached it.
SURE_DECIMALS = DECIMALS - 2


@dataclass(frozen=True, slots=True)
class Said:
    """A reason in somebody's own words, the answer that it is for, and its score (0..100)."""

    words: str
    answer: Answer | None
    score: float | None
    file: str


@dataclass(frozen=True, slots=True)
class Point:
    """One item over the visits in which it was scored, by one method and by one rule.

    ``mean`` and its interval are 0..100. ``share`` is the part (0..1) of a visit's score that the
    item decides where everything applies. ``lost`` is how many points of the score it cost on
    average in these visits, in each by what was scored beside it: as each visit's report says.
    """

    checklist: Checklist
    item: ItemBase
    method: Method
    visits: int
    mean: float
    interval: Interval | None
    share: float
    lost: float
    reasons: tuple[Said, ...]


def points_of(visits: Iterable[VisitDetail], confidence: float) -> tuple[Point, ...]:
    """Return every item that was scored in the visits, by method, checklist and place in it.

    Versions of a checklist share an item where its rule is the same; its text and its weights are
    those of the newest visit that showed it. An item that only records (weight 0) is no point.
    The confidence of the intervals is between 0 and 1. The order of the visits plays no part.
    """
    visits = list(visits)
    decided = _decided(visits)
    found = (_point(question, decided, confidence) for question in questions(visits, ItemBase))
    return tuple(sorted((point for point in found if point is not None), key=_place))


def strongest(points: Iterable[Point], count: int) -> tuple[Point, ...]:
    """Return the points at ERINOMAINEN's score and over, the highest and weightiest first.

    What decides nothing of the score is left out, here as among the weakest.
    """
    strong = [one for one in points if one.share > 0 and _sure(one.mean) >= STRONG_FROM]
    return tuple(sorted(strong, key=lambda one: (-one.mean, -one.share, _place(one)))[:count])


def weakest(points: Iterable[Point], count: int) -> tuple[Point, ...]:
    """Return the points under HYVÄ's score, those that cost the most first."""
    weak = [one for one in points if one.share > 0 and _sure(one.mean) < WEAK_BELOW]
    return tuple(sorted(weak, key=lambda one: (-one.lost, one.mean, _place(one)))[:count])


def reasons_by_point(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points for which reasons were given, the one with the most first."""
    given = [point for point in points if point.reasons]
    return tuple(sorted(given, key=lambda one: (-len(one.reasons), _place(one))))


def _decided(visits: Iterable[VisitDetail]) -> Mapping[int, Mapping[str, float]]:
    """Return by visit (its id()) which part (0..1) of its score each of its items decided."""
    known: dict[tuple[object, ...], Mapping[str, float]] = {}
    found = {}
    for visit in visits:
        scored = frozenset(one.id for one in visit.items.values() if one.state is State.SCORED)
        weights = visit.record.area_weights
        alike = (id(visit.checklist), scored, *weights.items())
        if alike not in known:
            known[alike] = shares(visit.checklist, weights, scored)
        found[id(visit)] = known[alike]
    return found


def _point(
    question: Question[ItemBase], decided: Mapping[int, Mapping[str, float]], confidence: float
) -> Point | None:
    """Return what an item brought, or None where no visit scored it."""
    scores, costs = ExactSums(), ExactSums()
    reasons = []
    for visit in question.visits:
        shown = visit.items[question.item.id]
        score = None
        if shown.state is State.SCORED and shown.score is not None:
            score = 100 * shown.score
            part = decided[id(visit)].get(shown.id, 0.0)
            costs.add(part * (100 - score))
        scores.add(score)
        if shown.why:
            reasons.append(Said(shown.why, shown.answer, score, visit.record.file))
    if not scores.n:
        return None
    moments = scores.moments()
    weights = question.visits[-1].record.area_weights
    return Point(
        checklist=question.checklist,
        item=question.item,
        method=question.method,
        visits=moments.n,
        mean=moments.mean,
        interval=score_interval(moments, confidence),
        share=shares(question.checklist, weights).get(question.item.id, 0.0),
        lost=costs.moments().mean,
        reasons=tuple(sorted(reasons, key=lambda said: (said.file, said.words))),
    )


def shares(
    checklist: Checklist, weights: Mapping[Area, float], scored: Container[str] | None = None
) -> Mapping[str, float]:
    """Return which part (0..1) of a visit's score each item decides.

    Of those that were scored; by default all of them apply.
    """
    by_area: dict[Area, list[ItemBase]] = defaultdict(list)
    for item in checklist.items.values():
        counts = item.scorable and (scored is None or item.id in scored)
        if counts and item.area is not None and weights.get(item.area, 0) > 0:
            by_area[item.area].append(item)
    total = math.fsum(weights[area] for area in by_area)
    within = {area: math.fsum(one.weight for one in items) for area, items in by_area.items()}
    return {
        item.id: (weights[area] / total) * (item.weight / within[area])
        for area, items in by_area.items()
        for item in items
    }


def _sure(mean: float) -> float:
    return round(mean, SURE_DECIMALS)


def _place(point: Point) -> tuple[int, str, int, str]:
    order = list(point.checklist.items).index(point.item.id)
    # Two versions may have two items in one place.
    return list(Method).index(point.method), point.checklist.id, order, point.item.id
