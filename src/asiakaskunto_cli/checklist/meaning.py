"""What a condition means: an operator on an answer, and how its parts combine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from asiakaskunto_cli.checklist.answer import NEVER, Answer
from asiakaskunto_cli.checklist.condition import Condition

Truth = bool | None


def combined(condition: Condition, truth_of_leaf: Callable[[Condition], Truth]) -> Truth:
    """Return whether a condition holds, from the truth of its leaves; None is unknown.

    Source: Kleene's strong three-valued logic.
    """
    if condition.all is not None:
        truths = [combined(branch, truth_of_leaf) for branch in condition.all]
        return False if False in truths else None if None in truths else True
    if condition.any is not None:
        truths = [combined(branch, truth_of_leaf) for branch in condition.any]
        return True if True in truths else None if None in truths else False
    return truth_of_leaf(condition)


def holds_of(leaf: Condition, answer: Answer | None) -> bool:
    """Return whether what a leaf asks is so of an answer, or of a fact of the visit.

    Not for ``below``, which asks the score, nor for ``answered``, which asks whether there is any.
    """
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
