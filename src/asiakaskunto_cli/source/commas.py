"""Keys that stand twice since commas made them: 0,5 and 0,5 inside one pair of braces."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.numbers import number_remedy
from asiakaskunto_cli.source.syntax.trouble import Explanation

CODE = "K203"

_AFTER_KEY = re.compile(r"\s*[,}]")
_NUMBER_AND_COMMA = re.compile(r"-?\d+,\Z", re.ASCII)
_LONGEST_NUMBER = 20


def made_by_comma(text: str, index: int, key: str) -> Explanation | None:
    """Tell of a key at an index that is none but the rest of a number or text after a comma."""
    before = text[:index].rstrip()
    if not before.endswith(",") or not _AFTER_KEY.match(text, index + len(key)):
        return None
    comma = len(before) - 1
    number = _NUMBER_AND_COMMA.search(text[max(0, index - _LONGEST_NUMBER) : index])
    if number and re.fullmatch(r"\d+", key, re.ASCII):
        remedy = number_remedy(f"{number.group()}{key}", decimals=True)
        return Explanation(comma, _("A comma in a number ends it."), remedy, CODE)
    message = _("A comma in a text without quotes ends it.")
    return Explanation(comma, message, _("Put the whole text in quotes."), CODE)
