"""A condition in words that a person with a paper can follow: "question 3 = yes"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import DurationItem, MultiItem
from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import format_plain
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.names import method_name
from asiakaskunto_cli.pages.weak import one_of, weak_answers
from asiakaskunto_cli.words import Method


def condition_in_words(
    checklist: Checklist, condition: Condition, numbers: Mapping[str, str], language: str
) -> str:
    """Return a condition in words; items are called by their numbers on the paper."""
    branches = condition.all or condition.any
    if branches is None:
        return _leaf(checklist, condition, numbers, language)
    said = []
    for branch in branches:
        words = condition_in_words(checklist, branch, numbers, language)
        said.append(f"({words})" if branch.all or branch.any else words)
    joint = _(" and ") if condition.all else _(" or ")
    return joint.join(said)


def _leaf(checklist: Checklist, leaf: Condition, numbers: Mapping[str, str], language: str) -> str:
    asked = _asked(leaf, numbers)
    if leaf.answered is not None:
        words = _("{asked} was answered") if leaf.answered else _("{asked} was not answered")
        return words.format(asked=asked)
    if leaf.below is not None and leaf.item:
        item = checklist.items[leaf.item]
        return _("{asked} = {answer}").format(
            asked=asked, answer=weak_answers(checklist, item, leaf.below, language)
        )
    if leaf.at_least is not None:
        words = _("{asked} is at least {answer}")
        if leaf.item and getattr(checklist.items[leaf.item], "never", False):
            words = _("{asked} is at least {answer}, or never")
        return words.format(asked=asked, answer=_amount(checklist, leaf, leaf.at_least))
    if leaf.at_most is not None:
        words = _("{asked} is at most {answer}")
        return words.format(asked=asked, answer=_amount(checklist, leaf, leaf.at_most))
    return _equal(checklist, leaf, asked, language)


def _equal(checklist: Checklist, leaf: Condition, asked: str, language: str) -> str:
    if leaf.any_of is not None:
        answers = [_answer(checklist, leaf, one, language) for one in leaf.any_of]
        several = leaf.item and isinstance(checklist.items[leaf.item], MultiItem)
        words = _("{asked} has {answer}") if several else _("{asked} = {answer}")
        return words.format(asked=asked, answer=one_of(answers))
    if leaf.is_not is not None:
        answer = _answer(checklist, leaf, leaf.is_not, language)
        return _("{asked} is not {answer}").format(asked=asked, answer=answer)
    answer = _answer(checklist, leaf, leaf.is_, language)
    return _("{asked} = {answer}").format(asked=asked, answer=answer)


def _asked(leaf: Condition, numbers: Mapping[str, str]) -> str:
    if leaf.item is not None:
        return _("question {number}").format(number=numbers[leaf.item])
    return {
        "method": _("the method of the visit"),
        "channel": _("the channel of the visit"),
        "scenario": _("the scenario of the visit"),
    }[leaf.visit or "method"]


def _answer(checklist: Checklist, leaf: Condition, value: Any, language: str) -> str:  # noqa: ANN401 any answer may be asked
    if leaf.item is not None:
        return answer_label(checklist, checklist.items[leaf.item], value, language)
    return method_name(Method(value)) if leaf.visit == "method" else str(value)


def _amount(checklist: Checklist, leaf: Condition, amount: float) -> str:
    item = checklist.items[leaf.item] if leaf.item else None
    unit = f" {item.unit}" if isinstance(item, DurationItem) else ""
    return format_plain(amount) + unit
