"""What an answer is worth by its item's own rule: the score of one item, before it is weighed.

Source: DESIGN section 5; every rule maps an answer to 0..1, higher is better.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import cast

from asiakaskunto_cli.checklist.answer import NPS_HIGHEST, Answer, Tally
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

# Scores are stored and compared at this precision, so that 74.9999999 is 75.
DECIMALS = 6


def worth(checklist: Checklist, item: ItemBase, answer: Answer) -> float | None:
    """Return the score of an answer (0..1), or None where it has none.

    A promise is not held against what was promised here: that takes two answers.
    """
    if not item.has_rule or (isinstance(item, DurationItem) and item.against is not None):
        return None
    score = _rule_score(checklist, item, answer)
    if score is not None and getattr(item, "invert", False):
        return 1 - score
    return score


def is_below(score: float, limit: float) -> bool:
    """Return whether a score is under a limit, as they are told apart in a report."""
    return round(score, DECIMALS) < limit


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
