"""Answers that tell the questions of conditions apart: one of every kind, out of however many."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from asiakaskunto_cli.checklist.answer import LARGEST, NEVER, NPS_HIGHEST, Answer
from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import (
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

# Sets of ticked boxes double with every box.
MOST_BOXES = 10
# A scale up to so long is looked at whole.
WHOLE_SCALE = 20
# Shares of a tally are told apart this finely.
PEOPLE = 1_000_000


class TooManyError(Exception):
    """There are more kinds of answers than anybody should go through."""


def telling_answers(
    checklist: Checklist, item: ItemBase, leaves: Sequence[Condition]
) -> Iterable[Answer]:
    """Return answers to the item, among them one for every way in which the leaves can turn out.

    The leaves all ask this item. Raises TooManyError.
    """
    match item:
        case YesNoItem():
            return [True, False]
        case ScaleItem():
            return _points(*checklist.bounds_of(item), leaves)
        case NpsItem():
            return range(NPS_HIGHEST + 1)
        case ChoiceItem():
            return item.option_ids
        case MultiItem():
            return _ticked(item, leaves)
        case DurationItem() | NumberItem():
            return _amounts(item, leaves)
        case TallyItem():
            return _tallies(leaves)
        case _:
            return ["…"]


def _values(leaves: Iterable[Condition]) -> Iterator[float]:
    """Yield the numbers that an answer is compared with."""
    for leaf in leaves:
        for value in (leaf.is_, leaf.is_not, leaf.at_least, leaf.at_most):
            if isinstance(value, int | float) and not isinstance(value, bool):
                yield value


def _scores(leaves: Iterable[Condition]) -> Iterator[float]:
    """Yield the scores at which something changes, whichever way the item is turned."""
    for leaf in leaves:
        if leaf.below is not None:
            yield from (leaf.below, 1 - leaf.below)


def _points(lowest: int, highest: int, leaves: Sequence[Condition]) -> Iterable[int]:
    if highest - lowest <= WHOLE_SCALE:
        return range(lowest, highest + 1)
    asked = [*_values(leaves), *(lowest + (highest - lowest) * one for one in _scores(leaves))]
    near = {math.floor(one) + step for one in asked for step in (-1, 0, 1, 2)}
    return sorted({lowest, highest} | {one for one in near if lowest <= one <= highest})


def _ticked(item: MultiItem, leaves: Sequence[Condition]) -> Iterator[list[str]]:
    """Yield sets of boxes; those that no leaf names count only where the score is asked."""
    named = {option for leaf in leaves for option in leaf.any_of or ()}
    scored = any(leaf.below is not None for leaf in leaves)
    boxes = [option for option in item.option_ids if scored or option in named]
    if len(boxes) > MOST_BOXES:
        raise TooManyError
    return (list(some) for count in range(len(boxes) + 1) for some in combinations(boxes, count))


def _amounts(item: DurationItem | NumberItem, leaves: Sequence[Condition]) -> Iterator[Answer]:
    lowest, highest = 0.0, LARGEST
    asked = [*_values(leaves), *(band.up_to or 0.0 for band in item.bands or ())]
    if isinstance(item, NumberItem):
        lowest, highest = item.min, LARGEST if item.max is None else item.max
    elif item.limit is not None:
        target = item.target or 0.0
        asked += [target, item.limit]
        asked += [item.limit - (item.limit - target) * one for one in _scores(leaves)]
    ends = sorted({lowest, highest} | {one for one in asked if lowest <= one <= highest})
    yield from ends
    yield from ((one + other) / 2 for one, other in pairwise(ends))
    if isinstance(item, DurationItem) and item.never:
        yield NEVER


def _tallies(leaves: Sequence[Condition]) -> Iterator[Answer]:
    ends = sorted({0.0, 1.0, *_scores(leaves)})
    yield {"k": 0, "n": 0}
    for share in (*ends, *((one + other) / 2 for one, other in pairwise(ends))):
        yield {"k": round(share * PEOPLE), "n": PEOPLE}
