"""What may be answered to an item: any value in, the answer as it is stored out.

One place decides it for typed answers, answer files, drafts and conditions alike.
"""

from __future__ import annotations

from typing_extensions import TypedDict  # pydantic asks for this one before Python 3.12

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
from asiakaskunto_cli.language import format_plain, ngettext
from asiakaskunto_cli.language import gettext as _

NEVER = "never"
NPS_HIGHEST = 10
LARGEST = 1e9
LONGEST_TEXT = 100_000


class Tally(TypedDict):
    """k of n, 0 ≤ k ≤ n."""

    k: int
    n: int


Answer = bool | int | float | str | list[str] | Tally


class IllegalAnswerError(ValueError):
    """The value is no answer to this item; the message says what would be."""


def legal_answer(checklist: Checklist, item: ItemBase, value: object) -> Answer:
    """Return the value as an answer to the item, in the one form in which it is stored.

    Raises IllegalAnswerError with a sentence for people.
    """
    match item:
        case YesNoItem():
            return _yes_no(value)
        case ScaleItem():
            return _whole(value, *checklist.bounds_of(item))
        case NpsItem():
            return _whole(value, 0, NPS_HIGHEST)
        case ChoiceItem():
            return _choice(value, item.option_ids)
        case MultiItem():
            return _multi(value, item.option_ids)
        case DurationItem():
            return _duration(value, item)
        case TallyItem():
            return _tally(value)
        case NumberItem():
            return _amount(value, item.min, LARGEST if item.max is None else item.max)
        case _:
            return _text(value)


def _yes_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise IllegalAnswerError(_("Write true or false, without quotes."))
    return value


def _whole(value: object, lowest: int, highest: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        message = _("The answer is a whole number from {lowest} to {highest}.")
        raise IllegalAnswerError(message.format(lowest=lowest, highest=highest))
    return value


def _choice(value: object, options: list[str]) -> str:
    if not isinstance(value, str) or value not in options:
        message = _("The answer is one of: {options}.")
        raise IllegalAnswerError(message.format(options=", ".join(options)))
    return value


def _multi(value: object, options: list[str]) -> list[str]:
    ticked = value if isinstance(value, list) else None
    if ticked is None or not all(isinstance(one, str) and one in options for one in ticked):
        message = _("The answer is a list of any of: {options}.")
        raise IllegalAnswerError(message.format(options=", ".join(options)))
    return [option for option in options if option in ticked]


def _duration(value: object, item: DurationItem) -> float | int | str:
    if value == NEVER:
        if item.never:
            return NEVER
        raise IllegalAnswerError(_("“Never” is not an answer to this question."))
    if isinstance(value, str):
        raise IllegalAnswerError(_time_in(item.unit))
    return _amount(value, 0, LARGEST)


def _time_in(unit: str) -> str:
    """Return how a time is written in its unit: 1:30 is understood only where it is typed."""
    return {
        "s": _("The answer is a number of seconds, such as 90."),
        "min": _("The answer is a number of minutes, such as 15."),
        "h": _("The answer is a number of hours, such as 1.5."),
        "d": _("The answer is a number of days, such as 2."),
    }[unit]


def _tally(value: object) -> Tally:
    if isinstance(value, dict) and set(value) == {"k", "n"}:
        part, whole = value["k"], value["n"]
        if type(part) is int and type(whole) is int and 0 <= part <= whole <= LARGEST:
            return {"k": part, "n": whole}
    raise IllegalAnswerError(_("The answer is two whole numbers, k of n, with k at most n."))


def _amount(value: object, lowest: float, highest: float) -> float | int:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if lowest <= value <= highest:
            return int(value) if value == int(value) else value
        if value > highest:
            message = _("The answer is at most {highest}.")
            raise IllegalAnswerError(message.format(highest=format_plain(highest)))
    message = _("The answer is a number, {lowest} or more.")
    raise IllegalAnswerError(message.format(lowest=format_plain(lowest)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise IllegalAnswerError(_("The answer is a text."))
    if len(value) > LONGEST_TEXT:
        message = ngettext(
            "The text may have at most {count} character.",
            "The text may have at most {count} characters.",
            LONGEST_TEXT,
        )
        raise IllegalAnswerError(message.format(count=LONGEST_TEXT))
    return value
