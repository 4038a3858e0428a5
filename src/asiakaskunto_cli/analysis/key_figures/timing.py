"""Times that have a standard: how often it was met, such as a first look within 8 seconds."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from asiakaskunto_cli.analysis.key_figures.questions import Question, questions
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.answer import NEVER
from asiakaskunto_cli.checklist.items import DurationItem
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method


@dataclass(frozen=True, slots=True)
class Timing:
    """How many were within the limit of the best score; times are in ``unit``.

    "Never" counts as slower than any time: ``median`` is None where the middle answer is never,
    ``slowest`` where every answer is.
    """

    checklist: str
    item: str
    method: Method
    unit: str
    limit: float
    within: Proportion
    median: float | None
    slowest: float | None
    never: int


def timings(details: Sequence[VisitDetail], confidence: float) -> tuple[Timing, ...]:
    """Return the times of every scored duration that has a best limit."""
    found = (_timing(question, confidence) for question in questions(details, DurationItem))
    return tuple(one for one in found if one is not None)


def best_limit(item: DurationItem) -> float | None:
    """Return up to which time a scored duration is worth its best score.

    None where there is no such time: the best band is open, or comes only after a worse one.
    """
    if not item.scorable or item.against is not None:
        return None
    if item.bands is None:
        return item.target
    best = max(band.score for band in item.bands)
    limit = None
    for band in item.bands:
        if band.score < best:
            break
        limit = band.up_to
    return limit


def times(question: Question[DurationItem]) -> Iterator[float]:
    """Yield every answered time; "never" is infinite."""
    for one in question.answered():
        yield math.inf if one.answer == NEVER else cast("float", one.answer)


def _timing(question: Question[DurationItem], confidence: float) -> Timing | None:
    limit = best_limit(question.item)
    found = list(times(question))
    if limit is None or not found:
        return None
    known = [time for time in found if time < math.inf]
    middle = statistics.median(found)
    return Timing(
        checklist=question.checklist.id,
        item=question.item.id,
        method=question.method,
        unit=question.item.unit,
        limit=limit,
        within=Proportion.of(sum(time <= limit for time in found), len(found), confidence),
        median=None if middle == math.inf else middle,
        slowest=max(known, default=None),
        never=len(found) - len(known),
    )
