"""Questions beside which a source claims something: the answers, to be read beside the claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.means import SCORES, Mean
from asiakaskunto_cli.analysis.key_figures.questions import Question, questions
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.figures import ReferenceFigure
from asiakaskunto_cli.checklist.items import ChoiceItem, ItemBase, YesNoItem
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method


@dataclass(frozen=True, slots=True)
class Cited:
    """A question that cites reference figures, by id, and its n answers.

    ``yes`` is the share of yes on a yes-or-no question, ``options`` the answers of a choice by
    option, in its order; both are empty on other types. ``score`` is the mean score (0..100) of
    the answers, None where they have none.
    """

    checklist: str
    item: str
    method: Method
    figures: tuple[str, ...]
    n: int
    yes: Proportion | None
    options: Mapping[str, int]
    score: Mean | None


def cited(
    details: Sequence[VisitDetail], reference: Mapping[str, ReferenceFigure], confidence: float
) -> tuple[Cited, ...]:
    """Return every answered question that cites one of these figures."""
    asked = questions(details, ItemBase, lambda item: bool(item.figures))
    found = (_cited(one, reference, confidence) for one in asked)
    return tuple(one for one in found if one is not None)


def _cited(
    question: Question[ItemBase], reference: Mapping[str, ReferenceFigure], confidence: float
) -> Cited | None:
    item = question.item
    figures = tuple(name for name in item.figures if name in reference)
    answered = list(question.answered())
    if not figures or not answered:
        return None
    answers = [one.answer for one in answered]
    scores = [100 * one.score for one in answered if one.score is not None]
    yes, options = None, {}
    if isinstance(item, YesNoItem):
        yes = Proportion.of(answers.count(True), len(answers), confidence)
    if isinstance(item, ChoiceItem):
        counts = Counter(str(answer) for answer in answers)
        options = {option: counts[option] for option in item.option_ids}
    return Cited(
        checklist=question.checklist.id,
        item=item.id,
        method=question.method,
        figures=figures,
        n=len(answers),
        yes=yes,
        options=options,
        score=Mean.of(scores, SCORES, confidence) if scores else None,
    )
