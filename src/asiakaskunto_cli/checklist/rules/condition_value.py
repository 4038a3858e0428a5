"""K304: a condition asks something that its item can answer.

Fails::

        items:
          - {id: arvio, text: "Millainen palvelu?", type: scale, area: emotion, measure: subjective}
          - {id: miten, text: "Mitä tapahtui?", type: text, when: {item: arvio, at_most: 9}}

Passes::

        items:
          - {id: arvio, text: "Millainen palvelu?", type: scale, area: emotion, measure: subjective}
          - {id: miten, text: "Mitä tapahtui?", type: text, when: {item: arvio, at_most: 2}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from asiakaskunto_cli.checklist.answer import IllegalAnswerError, legal_answer
from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import (
    ChoiceItem,
    DurationItem,
    ItemBase,
    MultiItem,
    NpsItem,
    NumberItem,
    ScaleItem,
    YesNoItem,
)
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.words import Method

CODE = "K304"


LEGAL_FOR: Mapping[str, tuple[type[ItemBase], ...]] = {
    "is": (YesNoItem, ChoiceItem, ScaleItem, NpsItem, NumberItem),
    "is_not": (YesNoItem, ChoiceItem, ScaleItem, NpsItem, NumberItem),
    "any_of": (ChoiceItem, MultiItem),
    "at_least": (ScaleItem, NpsItem, NumberItem, DurationItem),
    "at_most": (ScaleItem, NpsItem, NumberItem, DurationItem),
}


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every condition that is no single question, or whose value is no legal answer."""
    for path, part, shown in checklist.condition_parts:
        yield from _shape(path, part)
        item = _asked(checklist, part, shown)
        if item is not None and part.is_leaf and len(part.operators) == 1:
            yield from _value(checklist, path, part, item)


def _asked(checklist: Checklist, part: Condition, shown: ItemBase | None) -> ItemBase | None:
    """Return the item that a condition asks, None where it is not certain which one is meant.

    It is not where several have the id, nor where an item waits for itself.
    """
    if part.item is None or part.item in checklist.doubled:
        return None
    return None if shown and shown.id == part.item else checklist.items.get(part.item)


def _shape(path: Path, part: Condition) -> Iterator[Problem]:
    subjects = [one for one in (part.all, part.any, part.item, part.visit) if one is not None]
    asks = 1 if part.is_leaf else 0
    if len(subjects) != 1 or len(part.operators) != asks:
        message = _("A condition is one item with one question, or one list of conditions.")
        yield Problem(path, message, _("Write it like {example}.").format(example=EXAMPLE))
    elif part.visit is not None and part.operators[0] not in {"is", "is_not", "any_of"}:
        message = _("“{operator}” cannot be asked of a visit.").format(operator=part.operators[0])
        yield Problem(path, message, _("Use is, is_not or any_of."))
    elif part.visit is not None:
        yield from _of_visit(path, part)


def _of_visit(path: Path, leaf: Condition) -> Iterator[Problem]:
    for place, value in _asked_values(path, leaf):
        if not isinstance(value, str):
            message = _("A visit's {fact} is a text.").format(fact=leaf.visit)
            yield Problem(place, message, _("Put it in quotes."))
        elif leaf.visit == "method" and value not in list(Method):
            message = _("The value can never be the method of a visit.")
            remedy = _("Use one of: {known}.").format(known=", ".join(Method))
            yield Problem(place, message, remedy)


def _asked_values(path: Path, leaf: Condition) -> Iterator[tuple[Path, object]]:
    """Yield every value that a leaf with one operator compares with, and its place."""
    operator = leaf.operators[0]
    if leaf.any_of is not None:
        yield from (((*path, operator, index), one) for index, one in enumerate(leaf.any_of))
    else:
        yield (*path, operator), getattr(leaf, "is_" if operator == "is" else operator)


EXAMPLE = "{item: hymy, at_least: 3}"


def _value(checklist: Checklist, path: Path, leaf: Condition, item: ItemBase) -> Iterator[Problem]:
    operator = leaf.operators[0]
    if operator == "answered":
        return
    if operator == "below":
        if not item.has_rule:
            message = _("“{id}” has no score to compare.").format(id=item.id)
            yield Problem((*path, "below"), message, _("Use answered, or another item."))
        return
    if not isinstance(item, LEGAL_FOR[operator]):
        message = _("“{operator}” cannot be asked of “{id}”, a {type} item.")
        message = message.format(operator=operator, id=item.id, type=item.type)
        legal = [name for name, types in LEGAL_FOR.items() if isinstance(item, types)]
        below = ["below"] if item.has_rule else []
        remedy = _("Use one of: {known}.").format(known=", ".join([*legal, *below, "answered"]))
        yield Problem((*path, operator), message, remedy, at_key=True)
        return
    for place, value in _asked_values(path, leaf):
        try:
            legal_answer(checklist, item, _as_answer(item, value))
        except IllegalAnswerError as error:
            message = _("The value can never be the answer to “{id}”.").format(id=item.id)
            yield Problem(place, message, str(error))


def _as_answer(item: ItemBase, value: object) -> object:
    """Return what was compared with in the form in which it would be answered."""
    if isinstance(item, MultiItem):
        return [value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
