"""Numbers as people write them: with a comma, in quotes, too large to be one."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.scalars import resolve

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
# 1,500 is 1.5 to one reader and 1500 to another.
_IN_THOUSANDS = re.compile("-?[1-9]\\d{0,2}(?:[ ,.\u00a0\u202f]\\d{3})+", re.ASCII)


def is_too_large(written: str) -> bool:
    """Return whether a text is a number that has more digits, or is larger, than kunto reads."""
    return _NUMBER.fullmatch(written) is not None and isinstance(resolve(written), str)


def number_remedy(written: str, *, decimals: bool) -> str:
    """Return how to write what was to be a number; nothing where none is seen in it.

    Without decimals it is a whole number that is wanted.
    """
    if _IN_THOUSANDS.fullmatch(written):
        return _("Write it with a point before decimals and nothing between thousands.")
    plain = re.sub(r"^\.", "0.", written.strip().removeprefix("+").replace(",", "."))
    number = resolve(plain)
    if type(number) not in ({int, float} if decimals else {int}):
        return ""
    if "," in written:
        return _("Write {number}, with a point.").format(number=plain)
    if plain == written:
        return _("Write {number} without quotes.").format(number=plain)
    return _("Write {expected}.").format(expected=plain)
