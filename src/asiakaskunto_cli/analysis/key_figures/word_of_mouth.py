"""How many hear of good and of bad experiences, if the figures that a source claims hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.questions import Question, questions
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.figures import ReferenceFigure
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method


@dataclass(frozen=True, slots=True)
class WordOfMouth:
    """Good answers (score 1) and bad ones (score 0), times to how many each is told.

    ``neither`` counts the answers between. ``balance`` is good tellings minus bad ones. At
    ``break_even`` (0..1), a share of bad among good and bad answers, the two weigh the same;
    ``bad_share`` is that share as measured, None where there are only answers between.
    """

    checklist: str
    item: str
    method: Method
    good: int
    bad: int
    neither: int
    told_good: float
    told_bad: float
    balance: float
    bad_share: Proportion | None
    break_even: float


def words_of_mouth(
    details: Sequence[VisitDetail], reference: Mapping[str, ReferenceFigure], confidence: float
) -> tuple[WordOfMouth, ...]:
    """Return the tellings of every item that cites a figure per good and one per bad answer.

    The reference figures are by id; an item whose figures are not among them has none.
    """
    asked = questions(details, ItemBase, lambda item: len(item.figures) > 1)
    found = (_figure(one, reference, confidence) for one in asked)
    return tuple(one for one in found if one is not None)


def _figure(
    question: Question[ItemBase], reference: Mapping[str, ReferenceFigure], confidence: float
) -> WordOfMouth | None:
    cited = [reference[name] for name in question.item.figures if name in reference]
    per_good, per_bad = _first_per("good", cited), _first_per("bad", cited)
    scores = [one.score for one in question.answered() if one.score is not None]
    if per_good is None or per_bad is None or not scores:
        return None
    good, bad = scores.count(1.0), scores.count(0.0)
    told_good, told_bad = good * per_good, bad * per_bad
    return WordOfMouth(
        checklist=question.checklist.id,
        item=question.item.id,
        method=question.method,
        good=good,
        bad=bad,
        neither=len(scores) - good - bad,
        told_good=told_good,
        told_bad=told_bad,
        balance=told_good - told_bad,
        bad_share=Proportion.of(bad, good + bad, confidence) if good + bad else None,
        break_even=per_good / (per_good + per_bad),
    )


def _first_per(kind: str, cited: Sequence[ReferenceFigure]) -> float | None:
    """Return the first figure of a kind that tells of anybody at all: of how many."""
    values = (one.value for one in cited if one.per == kind)
    return next((value for value in values if value is not None and value > 0), None)
