"""The share of answers in the two best points of a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.questions import questions
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.items import ScaleItem
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Measure, Method

# Of a shorter scale the two best points are half of it or more, and say little.
FEWEST_POINTS = 5


@dataclass(frozen=True, slots=True)
class TopBox:
    """How many gave one of the two best points, which ``best`` names, the better one last."""

    checklist: str
    item: str
    method: Method
    best: tuple[int, int]
    result: Proportion


def top_boxes(details: Sequence[VisitDetail], confidence: float) -> tuple[TopBox, ...]:
    """Return the two best points of every scored, subjective scale of five points or more.

    The best points of an inverted scale are its lowest.
    """
    found = []
    for question in questions(details, ScaleItem):
        item = question.item
        lowest, highest = question.checklist.bounds_of(item)
        answers = [one.answer for one in question.answered()]
        counts = item.scorable and item.measure is Measure.SUBJECTIVE
        if not counts or highest - lowest + 1 < FEWEST_POINTS or not answers:
            continue
        best = (lowest + 1, lowest) if item.invert else (highest - 1, highest)
        count = sum(answer in best for answer in answers)
        result = Proportion.of(count, len(answers), confidence)
        found.append(TopBox(question.checklist.id, item.id, question.method, best, result))
    return tuple(found)
