"""Conditions in three values: true, false, and None where the answer is not known yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.meaning import Truth, combined, holds_of
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.worth import is_below
from asiakaskunto_cli.scoring.items import score_of
from asiakaskunto_cli.scoring.response import NO_RESPONSE, Response, Responses, VisitFacts


@dataclass(frozen=True, slots=True)
class Seen:
    """What a condition looks at: the items that are shown, and the visit's own facts."""

    checklist: Checklist
    shown: Responses
    visit: VisitFacts


def visible_items(checklist: Checklist, responses: Responses, visit: VisitFacts) -> list[str]:
    """Return the ids of the items that are shown, in order; only a true condition shows one."""
    shown: dict[str, Response] = {}
    seen = Seen(checklist, shown, visit)
    for item in checklist.items.values():
        if item.when is None or truth_of(item.when, seen):
            shown[item.id] = responses.get(item.id, NO_RESPONSE)
    return list(shown)


def truth_of(condition: Condition, seen: Seen) -> Truth:
    """Return whether the condition holds; None is unknown."""
    return combined(condition, partial(_leaf, seen=seen))


def _leaf(leaf: Condition, seen: Seen) -> Truth:
    if leaf.visit is not None:
        return holds_of(leaf, getattr(seen.visit, leaf.visit))
    name = leaf.item or ""
    response = seen.shown.get(name)
    if response is None or response.not_applicable:
        return False
    if leaf.answered is not None:
        return response.answered == leaf.answered
    if response.answer is None:
        return None
    if leaf.below is not None:
        score = score_of(seen.checklist, seen.checklist.items[name], seen.shown)
        return score is not None and is_below(score, leaf.below)
    return holds_of(leaf, response.answer)
