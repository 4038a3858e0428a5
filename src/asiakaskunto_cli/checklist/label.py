"""An answer in words: what a person would have read on the key that was pressed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from asiakaskunto_cli.checklist.answer import NEVER, Answer, Tally
from asiakaskunto_cli.checklist.items import (
    ChoiceItem,
    DurationItem,
    ItemBase,
    MultiItem,
    NumberItem,
    Option,
    ScaleItem,
    TallyItem,
    YesNoItem,
)
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import format_plain, in_language
from asiakaskunto_cli.language import gettext as _


def answer_label(checklist: Checklist, item: ItemBase, answer: Answer, language: str) -> str:
    """Return the answer as words in a language of the checklist."""
    match item:
        case YesNoItem():
            return _("yes") if answer else _("no")
        case ScaleItem():
            label = checklist.points_of(item).get(cast("int", answer))
            return f"{answer} ({in_language(label, language)})" if label else str(answer)
        case ChoiceItem():
            return _option_label(item.options, cast("str", answer), language)
        case MultiItem():
            ticked = cast("list[str]", answer)
            labels = [_option_label(item.options, one, language) for one in ticked]
            return ", ".join(labels) or _("none of these")
        case TallyItem():
            tally = cast("Tally", answer)
            return _("{k} of {n}").format(**tally)
        case DurationItem():
            return _("never") if answer == NEVER else f"{_amount(answer)} {item.unit}"
        case NumberItem():
            return f"{_amount(answer)} {item.unit or ''}".rstrip()
        case _:
            return str(answer)


def _option_label(options: Sequence[Option], name: str, language: str) -> str:
    return next(in_language(option.label, language) for option in options if option.id == name)


def _amount(answer: Answer) -> str:
    return format_plain(cast("float", answer))
