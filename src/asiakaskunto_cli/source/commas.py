"""A comma in an unquoted text or number ends it, and to YAML what follows it is a key.

Here is what is told of it, and where such a key stands twice: 0,5 and 0,5 in one pair of braces.
``shape/braces.py`` finds the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.numbers import number_remedy
from asiakaskunto_cli.source.quote_marks import in_one_pair_of_quotes
from asiakaskunto_cli.source.syntax.trouble import Explanation

CODE = "K203"

_AFTER_KEY = re.compile(r"\s*[,}]")
_NUMBER_AND_COMMA = re.compile(r"-?\d+,\Z", re.ASCII)
_LONGEST_NUMBER = 20
# What is looked at before such a key; a file may have very many of them.
_LONGEST_LEAD = 400
# A key that runs into its value: to YAML the two are one word.
_KEY_RUN_IN = re.compile(r"\s*[^\W\d_][\w-]*:(?=\S)")
_QUOTES = ("'", '"')


def made_by_commas(text: str, first: int, index: int, key: str) -> Sequence[Explanation]:
    """Tell of a key that stands twice and is none but the rest of a number or text after a comma.

    Where a comma made it the first time too, both are told; nothing where it is a key.
    """
    second = made_by_comma(text, index, key)
    if second is None:
        return []
    before = made_by_comma(text, first, key)
    return [one for one in (before, second) if one]


def made_by_comma(text: str, index: int, key: str) -> Explanation | None:
    """Tell of a key at an index that is none but the rest of a number or text after a comma."""
    first = max(0, index - _LONGEST_LEAD)
    before = text[first:index].rstrip()
    if not before.endswith(",") or not _AFTER_KEY.match(text, index + len(key)):
        return None
    comma = first + len(before) - 1
    if number := cut_number(text, index, key):
        return number
    start = max(first, *(text.rfind(sign, first, comma) + 1 for sign in "{,"))
    if run_in := _KEY_RUN_IN.match(text, start, comma):
        return Explanation(run_in.end() - 1, space_lacks(), key_and_value(), CODE)
    if text[start:comma].rstrip().endswith(_QUOTES):
        return Explanation(comma, ends_quoted_text(), in_one_pair_of_quotes(), CODE)
    return Explanation(comma, ends_text(), _("Put the whole text in quotes."), CODE)


def cut_number(text: str, index: int, rest: str) -> Explanation | None:
    """Tell of the comma before an index if what stands there is the decimals of a number."""
    number = _NUMBER_AND_COMMA.search(text[max(0, index - _LONGEST_NUMBER) : index])
    if not number or not re.fullmatch(r"\d+", rest, re.ASCII):
        return None
    remedy = number_remedy(f"{number.group()}{rest}", decimals=True)
    return Explanation(index - 1, ends_number(), remedy, CODE)


def ends_number() -> str:
    """Return what is told of a comma in a number."""
    return _("A comma in a number ends it.")


def ends_text() -> str:
    """Return what is told of a comma in a text."""
    return _("A comma in a text without quotes ends it.")


def ends_quoted_text() -> str:
    """Return what is told of a comma between a text in quotes and the rest of it, or before one."""
    return _("A comma outside the quotes ends the text.")


def space_lacks() -> str:
    """Return what is told of a key that runs into its value."""
    return _("A space is missing after the colon.")


def key_and_value() -> str:
    """Return how to write such a key."""
    return _("Write it as “key: value”.")
