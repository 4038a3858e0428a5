"""A comment that took in what should have gone on: a text, or what separates and closes entries."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.comments import SIGN, cut_by, ends_here
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble

_ANY_SIGN = re.compile(r" +#")
_REST = re.compile(r"[^\n\r]*")
# What separates or closes within brackets: a closing one, a comma at the end or before a key.
_STRUCTURE = re.compile(r"[\]}]|,\s*(?:$|[\w-]+:)")
_KEY_OR_ENTRY = re.compile(r"[ ]*(?:-[ ]|[\w-]+[ ]*:(?:\s|$))")


def comment_in_brackets(trouble: Trouble) -> Explanation | None:
    """Tell of the last comment inside the open bracket if it took in what separates or closes."""
    comments = cut_by(_ANY_SIGN, trouble.text)
    inside = [sign for one, sign in comments if trouble.opened < one.end <= trouble.index]
    if inside and _STRUCTURE.search(_rest(trouble.text, inside[-1])):
        remedy = _("Put the whole text in quotes, or move the comment behind the closing bracket.")
        return Explanation(inside[-1], ends_here(), remedy)
    return None


def comment_above(trouble: Trouble, line: int) -> Explanation | None:
    """Tell of a comment at the end of the text above a line, where that line goes on with it."""
    above = [sign for one, sign in cut_by(SIGN, trouble.text) if one.end < line]
    if not above or _KEY_OR_ENTRY.match(trouble.text, line):
        return None
    between = trouble.text[above[-1] + len(_rest(trouble.text, above[-1])) : line]
    if between.strip():
        return None
    return Explanation(above[-1], ends_here(), _("Put the whole text in quotes."))


def _rest(text: str, index: int) -> str:
    found = _REST.match(text, index)
    return found.group() if found else ""
