"""Classes of visits, such as the customer ladder: who stands on which step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.means import SCORES, Mean
from asiakaskunto_cli.analysis.key_figures.questions import oldest_first
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.model import Checklist, Classification
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method

# With fewer steps, the two top ones are all of them.
FEWEST_STEPS = 3


@dataclass(frozen=True, slots=True)
class StepCount:
    """How many visits fell into one class."""

    id: str
    step: int | None
    count: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """The classes in the order of the checklist, over the n visits whose class is known.

    ``index`` is 100 · the mean of (step − lowest) / (highest − lowest), ``top`` the share on the
    two highest steps; both are None where the classes have no numbers (or none is known).
    ``contradictory`` visits are counted on their step too.
    """

    checklist: str
    classification: str
    method: Method
    steps: tuple[StepCount, ...]
    n: int
    unknown: int
    contradictory: int
    index: Mean | None
    top: Proportion | None


def ladders(details: Sequence[VisitDetail], confidence: float) -> tuple[Ladder, ...]:
    """Return every classification that a visit was sorted by, by checklist and method.

    Versions of a checklist share one where its classes are the same, in the same order.
    """
    groups: dict[tuple[object, ...], list[tuple[Checklist, Classification, VisitDetail]]] = {}
    for visit in oldest_first(details):
        for number, one in enumerate(visit.checklist.classify):
            if one.id in visit.classes:
                steps = tuple((step.id, step.step or 0) for step in one.steps)
                method = list(Method).index(visit.record.method)
                key = (visit.checklist.id, number, one.id, method, steps)
                groups.setdefault(key, []).append((visit.checklist, one, visit))
    ordered = sorted(groups.items(), key=lambda entry: entry[0])
    return tuple(_ladder(sorted_visits, confidence) for _key, sorted_visits in ordered)


def _ladder(
    sorted_visits: Sequence[tuple[Checklist, Classification, VisitDetail]], confidence: float
) -> Ladder:
    checklist, classification, newest = sorted_visits[-1]
    classes = [visit.classes[one.id] for _checklist, one, visit in sorted_visits]
    counts = Counter(found.id for found in classes)
    steps = tuple(StepCount(one.id, one.step, counts[one.id]) for one in classification.steps)
    known = sum(step.count for step in steps)
    return Ladder(
        checklist=checklist.id,
        classification=classification.id,
        method=newest.record.method,
        steps=steps,
        n=known,
        unknown=len(classes) - known,
        contradictory=sum(found.contradictory for found in classes),
        index=_index(steps, confidence),
        top=_top(steps, confidence),
    )


def _numbers(steps: Sequence[StepCount]) -> list[tuple[int, int]]:
    """Return the number of every step and its count; nothing where a step has no number."""
    numbered = [(step.step, step.count) for step in steps if step.step is not None]
    return numbered if len(numbered) == len(steps) else []


def _index(steps: Sequence[StepCount], confidence: float) -> Mean | None:
    numbered = _numbers(steps)
    numbers = {number for number, _count in numbered}
    stood_on = [number for number, count in numbered for _visit in range(count)]
    if len(numbers) <= 1 or not stood_on:
        return None
    lowest, highest = min(numbers), max(numbers)
    heights = (100 * (number - lowest) / (highest - lowest) for number in stood_on)
    return Mean.of(heights, SCORES, confidence)


def _top(steps: Sequence[StepCount], confidence: float) -> Proportion | None:
    numbered = _numbers(steps)
    numbers = sorted({number for number, _count in numbered})
    n = sum(count for _number, count in numbered)
    if len(numbers) < FEWEST_STEPS or not n:
        return None
    on_top = sum(count for number, count in numbered if number in numbers[-2:])
    return Proportion.of(on_top, n, confidence)
