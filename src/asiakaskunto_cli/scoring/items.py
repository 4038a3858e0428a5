"""The score and the state of one item.

Source: DESIGN section 5; every rule maps an answer to 0..1, higher is better.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import cast

from asiakaskunto_cli.checklist.answer import NEVER, NPS_HIGHEST, Answer, Tally
from asiakaskunto_cli.checklist.items import (
    Band,
    ChoiceItem,
    DurationItem,
    ItemBase,
    MultiItem,
    NpsItem,
    NumberItem,
    ScaleItem,
    TallyItem,
    YesNoItem,
)
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.scoring.response import NO_RESPONSE, Responses
from asiakaskunto_cli.words import State


def state_of(checklist: Checklist, item: ItemBase, responses: Responses) -> State:
    """Return how the item ended; a visible item is assumed."""
    response = responses.get(item.id, NO_RESPONSE)
    if response.not_applicable:
        return State.NOT_APPLICABLE
    if response.not_observed:
        return State.NOT_OBSERVED
    if not response.answered:
        return State.UNANSWERED
    if not item.scorable:
        return State.INFORMATIONAL
    if score_of(checklist, item, responses) is None:
        return State.NOT_APPLICABLE
    return State.SCORED


def score_of(checklist: Checklist, item: ItemBase, responses: Responses) -> float | None:
    """Return the item's score in 0..1, or None where its answer has none."""
    answer = responses.get(item.id, NO_RESPONSE).answer
    if answer is None or not item.has_rule:
        return None
    if isinstance(item, DurationItem) and item.against is not None:
        return promise_score(answer, responses.get(item.against, NO_RESPONSE).answer)
    score = _rule_score(checklist, item, answer)
    if score is not None and getattr(item, "invert", False):
        return 1 - score
    return score


def _rule_score(checklist: Checklist, item: ItemBase, answer: Answer) -> float | None:
    match item:
        case YesNoItem():
            return float(cast("bool", answer))
        case ScaleItem():
            lowest, highest = checklist.bounds_of(item)
            return (cast("int", answer) - lowest) / (highest - lowest)
        case NpsItem():
            return cast("int", answer) / NPS_HIGHEST
        case ChoiceItem():
            return next(option.score for option in item.options if option.id == answer)
        case MultiItem():
            return multi_score(item, cast("list[str]", answer))
        case TallyItem():
            return tally_score(cast("Tally", answer))
        case DurationItem():
            return duration_score(item, cast("float | str", answer))
        case NumberItem():
            return band_score(item.bands or (), cast("float", answer))
    return None


def multi_score(item: MultiItem, ticked: Sequence[str]) -> float:
    """Return the share of the positive points that were ticked, less penalties, within 0..1."""
    attainable = math.fsum(option.points for option in item.options if option.points > 0)
    earned = math.fsum(option.points for option in item.options if option.id in ticked)
    return min(max(earned / attainable, 0.0), 1.0) if attainable else 0.0


def tally_score(tally: Tally) -> float | None:
    """Return k of n, or None where nobody came (n = 0): then it does not apply."""
    return tally["k"] / tally["n"] if tally["n"] else None


def band_score(bands: Sequence[Band], amount: float) -> float:
    """Return the score of the first band that holds the amount (upper end included), else 0."""
    for band in bands:
        if band.up_to is None or amount <= band.up_to:
            return band.score
    return 0.0


def duration_score(item: DurationItem, time: float | str) -> float:
    """Return the score of a duration in the item's unit; "never" is 0."""
    if isinstance(time, str):
        return 0.0
    if item.bands is not None:
        return band_score(item.bands, time)
    return linear_score(time, item.target or 0.0, item.limit or 0.0)


def linear_score(time: float, target: float, limit: float) -> float:
    """Return 1 up to the target, 0 from the limit, and a straight line between."""
    return min(max((limit - time) / (limit - target), 0.0), 1.0)


def promise_score(actual: Answer, promised: Answer | None) -> float | None:
    """Return 1 for a kept promise, falling to 0 at twice the promised time.

    None where nothing was promised: then it does not apply. "never" kept is 0.
    """
    if promised is None or promised == NEVER:
        return None
    if actual == NEVER:
        return 0.0
    promised_time, actual_time = cast("float", promised), cast("float", actual)
    if promised_time == 0:
        return 1.0 if actual_time == 0 else 0.0
    late = max(0.0, actual_time - promised_time)
    return min(max(1 - late / promised_time, 0.0), 1.0)
