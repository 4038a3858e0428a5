"""The score and the state of one item.

Source: DESIGN section 5; every rule maps an answer to 0..1, higher is better.
"""

from __future__ import annotations

from typing import cast

from asiakaskunto_cli.checklist.answer import NEVER, Answer
from asiakaskunto_cli.checklist.items import DurationItem, ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.worth import worth
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
    return worth(checklist, item, answer)


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
