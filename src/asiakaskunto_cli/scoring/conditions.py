"""Conditions in three values: true, false, and None where the answer is not known yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from asiakaskunto_cli.checklist.answer import NEVER, Answer
from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.scoring.items import score_of
from asiakaskunto_cli.scoring.levels import DECIMALS
from asiakaskunto_cli.scoring.response import NO_RESPONSE, Response, Responses, VisitFacts

Truth = bool | None


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
    """Return whether the condition holds; None is unknown.

    Source: Kleene's strong three-valued logic.
    """
    if condition.all is not None:
        truths = [truth_of(branch, seen) for branch in condition.all]
        return False if False in truths else None if None in truths else True
    if condition.any is not None:
        truths = [truth_of(branch, seen) for branch in condition.any]
        return True if True in truths else None if None in truths else False
    if condition.visit is not None:
        return _asked(condition, getattr(seen.visit, condition.visit))
    return _leaf(condition, seen)


def _leaf(leaf: Condition, seen: Seen) -> Truth:
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
        return score is not None and round(score, DECIMALS) < leaf.below
    return _asked(leaf, response.answer)


def _asked(leaf: Condition, answer: Answer | None) -> bool:
    operator = leaf.operators[0]
    value = getattr(leaf, "is_" if operator == "is" else operator)
    return OPERATIONS[operator](answer, value)


def _any_of(answer: Any, values: list[Any]) -> bool:  # noqa: ANN401 any answer may be asked
    ticked = answer if isinstance(answer, list) else [answer]
    return any(one in values for one in ticked)


OPERATIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "is": lambda answer, value: answer == value,
    "is_not": lambda answer, value: answer != value,
    "any_of": _any_of,
    "at_least": lambda answer, value: answer == NEVER or answer >= value,
    "at_most": lambda answer, value: answer != NEVER and answer <= value,
}
