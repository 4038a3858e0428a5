"""Expectation and experience, before and after: the same scale asked twice on one visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from asiakaskunto_cli.analysis.key_figures.means import DIFFERENCES, Mean
from asiakaskunto_cli.analysis.key_figures.questions import Question, answered, questions
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.items import ScaleItem
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method


@dataclass(frozen=True, slots=True)
class Pair:
    """Both answers of one visit; ``gain`` is how many steps better the later one is (< 0 worse)."""

    earlier: int
    later: int
    gain: int


@dataclass(frozen=True, slots=True)
class Gap:
    """How much better the later answers are than the earlier ones, over n pairs.

    ``steps`` is the mean gain in points of the scale, ``points`` the same where the whole scale
    is 100. ``exceeded``, ``met`` and ``below`` count the pairs; ``better`` is the strict share of
    those that exceeded. Nothing can exceed the best point: ``at_ceiling`` counts the pairs that
    began there, and ``better_below_ceiling`` is the share without them (None where none is left).
    """

    checklist: str
    item: str
    against: str
    method: Method
    steps: Mean
    points: Mean
    exceeded: int
    met: int
    below: int
    better: Proportion
    at_ceiling: int
    better_below_ceiling: Proportion | None


def gaps(details: Sequence[VisitDetail], confidence: float) -> tuple[Gap, ...]:
    """Return the gap of every scale that is held against an earlier one."""
    found = (_gap(question, confidence) for question in questions(details, ScaleItem))
    return tuple(one for one in found if one is not None)


def pairs(question: Question[ScaleItem]) -> Iterator[Pair]:
    """Yield both answers of every visit that has both; on an inverted scale lower is better."""
    item = question.item
    if item.against is None:
        return
    for visit in question.visits:
        earlier, later = answered(visit, item.against), answered(visit, item.id)
        if earlier is not None and later is not None:
            first, second = cast("int", earlier.answer), cast("int", later.answer)
            yield Pair(first, second, first - second if item.invert else second - first)


def _gap(question: Question[ScaleItem], confidence: float) -> Gap | None:
    item = question.item
    lowest, highest = question.checklist.bounds_of(item)
    length = highest - lowest
    best = lowest if item.invert else highest
    found = list(pairs(question))
    if item.against is None or not found:
        return None
    gains = [pair.gain for pair in found]
    exceeded, met = sum(gain > 0 for gain in gains), gains.count(0)
    at_ceiling = sum(pair.earlier == best for pair in found)
    below_ceiling = len(found) - at_ceiling
    return Gap(
        checklist=question.checklist.id,
        item=item.id,
        against=item.against,
        method=question.method,
        steps=Mean.of(gains, (-length, length), confidence),
        points=Mean.of((100 * gain / length for gain in gains), DIFFERENCES, confidence),
        exceeded=exceeded,
        met=met,
        below=len(found) - exceeded - met,
        better=Proportion.of(exceeded, len(found), confidence),
        at_ceiling=at_ceiling,
        better_below_ceiling=(
            Proportion.of(exceeded, below_ceiling, confidence) if below_ceiling else None
        ),
    )
