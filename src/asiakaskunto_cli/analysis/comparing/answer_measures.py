"""The measures that only answers tell: items, touchpoints, NPS, best points, gaps, ladders."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from asiakaskunto_cli.analysis.comparing.measures import (
    Family,
    Kind,
    Measure,
    Observation,
    Yardstick,
)
from asiakaskunto_cli.analysis.key_figures.nps import DETRACTOR_TO, PROMOTER_FROM
from asiakaskunto_cli.analysis.key_figures.questions import answered
from asiakaskunto_cli.analysis.key_figures.top_box import FEWEST_POINTS
from asiakaskunto_cli.checklist.digest import rule_sha256, scoring_sha256
from asiakaskunto_cli.checklist.items import ItemBase, NpsItem, ScaleItem, YesNoItem
from asiakaskunto_cli.checklist.model import Checklist, Classification
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Measure as Sort
from asiakaskunto_cli.words import State

Figure = Callable[[VisitDetail], float | None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A yardstick that a checklist has for the measure, and how a visit's figure comes by it."""

    yardstick: Yardstick
    figure: Figure


class AnswerMeasures:
    """Yields the figures of visits by one measure; what a checklist asks is looked up once."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        # The checklist is kept beside what was found, so that its id stays its own.
        self._asked: dict[int, tuple[Checklist, tuple[_Asked, ...]]] = {}

    def of(self, detail: VisitDetail) -> Iterator[Observation]:
        """Yield every figure of a visit that was answered."""
        checklist = detail.checklist
        if id(checklist) not in self._asked:
            self._asked[id(checklist)] = checklist, tuple(self._find(checklist))
        for asked in self._asked[id(checklist)][1]:
            value = asked.figure(detail)
            if value is not None:
                yield Observation(asked.yardstick, value)

    def _find(self, checklist: Checklist) -> Iterator[_Asked]:
        family, name = self._measure.family, self._measure.name
        if family is Family.TOUCHPOINT:
            yardstick = Yardstick(checklist.id, "", Kind.MEAN, scoring_sha256(checklist), ())
            yield _Asked(yardstick, lambda detail: detail.touchpoints.get(name))
        elif family is Family.LADDER:
            for one in checklist.classify:
                if name in ("", one.id) and all(step.step is not None for step in one.steps):
                    yield from _ladder(checklist, one)
        else:
            for item in checklist.items.values():
                if name in ("", item.id):
                    yield from _of_item(family, checklist, item)


def _of_item(family: Family, checklist: Checklist, item: ItemBase) -> Iterator[_Asked]:
    """Yield the figure of an item by a measure, where it has one."""
    if family is Family.ITEM and item.scorable:
        kind = Kind.SHARE if isinstance(item, YesNoItem) else Kind.MEAN
        yield _Asked(_yardstick(checklist, item, kind), _item_score(item))
    if family is Family.NPS and isinstance(item, NpsItem) and not item.invert:
        yield _Asked(_yardstick(checklist, item, Kind.NPS), _promoter(item))
    if isinstance(item, ScaleItem):
        lowest, highest = checklist.bounds_of(item)
        if family is Family.GAP and item.against is not None:
            figure = _gain(item, item.against, highest - lowest)
            yield _Asked(_yardstick(checklist, item, Kind.MEAN), figure)
        counts = item.scorable and item.measure is Sort.SUBJECTIVE
        if family is Family.TOP2 and counts and highest - lowest + 1 >= FEWEST_POINTS:
            best = (lowest, lowest + 1) if item.invert else (highest - 1, highest)
            yield _Asked(_yardstick(checklist, item, Kind.SHARE), _among(item, best))


def _yardstick(checklist: Checklist, item: ItemBase, kind: Kind) -> Yardstick:
    return Yardstick(checklist.id, item.id, kind, rule_sha256(checklist, item), ())


def _item_score(item: ItemBase) -> Figure:
    def figure(detail: VisitDetail) -> float | None:
        shown = detail.items.get(item.id)
        if shown is None or shown.state is not State.SCORED or shown.score is None:
            return None
        return 100 * shown.score

    return figure


def _promoter(item: ItemBase) -> Figure:
    """Return 100 for a promoter, −100 for a detractor: their mean is the net promoter score."""

    def figure(detail: VisitDetail) -> float | None:
        given = _whole_number(detail, item.id)
        if given is None:
            return None
        return 100.0 * ((given >= PROMOTER_FROM) - (given <= DETRACTOR_TO))

    return figure


def _among(item: ItemBase, best: tuple[int, int]) -> Figure:
    def figure(detail: VisitDetail) -> float | None:
        given = _whole_number(detail, item.id)
        return None if given is None else 100.0 * (given in best)

    return figure


def _gain(item: ScaleItem, against: str, length: int) -> Figure:
    """Return how much better the later answer is, where the whole scale is 100."""

    def figure(detail: VisitDetail) -> float | None:
        first, second = _whole_number(detail, against), _whole_number(detail, item.id)
        if first is None or second is None:
            return None
        return 100 * (first - second if item.invert else second - first) / length

    return figure


def _whole_number(detail: VisitDetail, item_id: str) -> int | None:
    shown = answered(detail, item_id)
    return shown.answer if shown is not None and isinstance(shown.answer, int) else None


def _ladder(checklist: Checklist, one: Classification) -> Iterator[_Asked]:
    """Yield how high on the ladder a visit's customer stands, 0..100."""
    steps = {step.id: step.step for step in one.steps if step.step is not None}
    lowest, highest = min(steps.values()), max(steps.values())
    if lowest == highest:
        return

    def figure(detail: VisitDetail) -> float | None:
        found = detail.classes.get(one.id)
        if found is None or found.id not in steps:
            return None
        return 100 * (steps[found.id] - lowest) / (highest - lowest)

    rules = one.model_dump(mode="json", exclude={"title": True, "steps": {"__all__": {"label"}}})
    rule = hashlib.sha256(json.dumps(rules, sort_keys=True).encode()).hexdigest()
    yield _Asked(Yardstick(checklist.id, one.id, Kind.MEAN, rule, ()), figure)
