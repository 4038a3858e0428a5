"""Net promoter score: of every question of 0–10 how likely one is to recommend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from asiakaskunto_cli.analysis.key_figures.questions import questions
from asiakaskunto_cli.analysis.proportions import NetPromoters
from asiakaskunto_cli.checklist.items import NpsItem
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method

PROMOTER_FROM = 9
DETRACTOR_TO = 6


@dataclass(frozen=True, slots=True)
class NpsFigure:
    """The net promoter score of one question, asked by one method."""

    checklist: str
    item: str
    method: Method
    result: NetPromoters


def nps_figures(details: Sequence[VisitDetail], confidence: float) -> tuple[NpsFigure, ...]:
    """Return the net promoter score of every nps item that was answered.

    An inverted item, where a high number is bad, asks something else and is left out.
    """
    found = []
    for question in questions(details, NpsItem):
        answers = [cast("int", one.answer) for one in question.answered()]
        if question.item.invert or not answers:
            continue
        promoters = sum(answer >= PROMOTER_FROM for answer in answers)
        detractors = sum(answer <= DETRACTOR_TO for answer in answers)
        passives = len(answers) - promoters - detractors
        result = NetPromoters.of(promoters, passives, detractors, confidence)
        found.append(NpsFigure(question.checklist.id, question.item.id, question.method, result))
    return tuple(found)
