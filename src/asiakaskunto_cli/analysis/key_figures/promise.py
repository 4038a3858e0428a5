"""Promised times and what became of them."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from asiakaskunto_cli.analysis.key_figures.questions import Question, answered, questions
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.answer import NEVER
from asiakaskunto_cli.checklist.items import DurationItem
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method


@dataclass(frozen=True, slots=True)
class Promise:
    """One promised time, and the time it took; ``actual`` None is never."""

    promised: float
    actual: float | None

    @property
    def kept(self) -> bool:
        """Whether it took at most what was promised."""
        return self.actual is not None and self.actual <= self.promised

    @property
    def delay(self) -> float | None:
        """How much later it was than promised, 0 where it was kept; None where it never was."""
        return None if self.actual is None else max(0.0, self.actual - self.promised)


@dataclass(frozen=True, slots=True)
class PromiseFigure:
    """Promises of which it is known what became of them; delays are in ``unit``.

    ``mean_delay`` is over all that were met in the end, 0 for those in time; ``never`` counts the
    others. Both delays are None where none was ever met.
    """

    checklist: str
    item: str
    against: str
    method: Method
    unit: str
    kept: Proportion
    never: int
    mean_delay: float | None
    largest_delay: float | None


def promise_figures(details: Sequence[VisitDetail], confidence: float) -> tuple[PromiseFigure, ...]:
    """Return how promises were kept, for every duration that is held against a promised one."""
    found = (_figure(question, confidence) for question in questions(details, DurationItem))
    return tuple(one for one in found if one is not None)


def promises(question: Question[DurationItem]) -> Iterator[Promise]:
    """Yield every promise that was made and of which the outcome is known."""
    item = question.item
    if item.against is None:
        return
    for visit in question.visits:
        promised, actual = answered(visit, item.against), answered(visit, item.id)
        if promised is None or actual is None or promised.answer == NEVER:
            continue
        took = None if actual.answer == NEVER else cast("float", actual.answer)
        yield Promise(cast("float", promised.answer), took)


def _figure(question: Question[DurationItem], confidence: float) -> PromiseFigure | None:
    item = question.item
    made = list(promises(question))
    if item.against is None or not made:
        return None
    delays = [one.delay for one in made if one.delay is not None]
    return PromiseFigure(
        checklist=question.checklist.id,
        item=item.id,
        against=item.against,
        method=question.method,
        unit=item.unit,
        kept=Proportion.of(sum(one.kept for one in made), len(made), confidence),
        never=len(made) - len(delays),
        mean_delay=statistics.fmean(delays) if delays else None,
        largest_delay=max(delays, default=None),
    )
