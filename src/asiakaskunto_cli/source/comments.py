"""A number sign in a text without quotes: after a space it makes the rest of the line a comment.

Whoever means a comment puts a space after the sign too, and often several before it. Where there is
one before it and none after it, it was most likely to be part of the text: “till #2”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.rescan import Scalar, scalars
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble

SIGN = re.compile(r" #(?=[^\W_])")
_ANY_SIGN = re.compile(r" +#")
_REST = re.compile(r"[^\n\r]*")
# What separates or closes within brackets: a closing one, a comma at the end or before a key.
_STRUCTURE = re.compile(r"[\]}]|,\s*(?:$|[\w-]+:)")
_KEY_OR_ENTRY = re.compile(r"[ ]*(?:-[ ]|[\w-]+[ ]*:(?:\s|$))")


def cut(text: str, sign: re.Pattern[str] = SIGN) -> Iterator[tuple[Scalar, int]]:
    """Yield what stands without quotes and has such a sign after it, and where the sign stands."""
    if " #" in text:
        for one in scalars(text):
            found = None if one.style else sign.match(text, one.end)
            if found:
                yield one, found.end() - 1


def ends_here() -> str:
    """Return what is told of a text that a sign ends."""
    return _("From # on, the line is a comment: the text ends before it.")


def comment_in_brackets(trouble: Trouble) -> Explanation | None:
    """Tell of the last comment inside the open bracket if it took in what separates or closes."""
    comments = cut(trouble.text, _ANY_SIGN)
    inside = [sign for one, sign in comments if trouble.opened < one.end <= trouble.index]
    if inside and _STRUCTURE.search(_rest(trouble.text, inside[-1])):
        remedy = _("Put the whole text in quotes, or move the comment behind the closing bracket.")
        return Explanation(inside[-1], ends_here(), remedy)
    return None


def comment_above(trouble: Trouble, line: int) -> Explanation | None:
    """Tell of a comment at the end of the text above a line, where that line goes on with it."""
    above = [sign for one, sign in cut(trouble.text) if one.end < line]
    if not above or _KEY_OR_ENTRY.match(trouble.text, line):
        return None
    between = trouble.text[above[-1] + len(_rest(trouble.text, above[-1])) : line]
    if between.strip():
        return None
    return Explanation(above[-1], ends_here(), _("Put the whole text in quotes."))


def _rest(text: str, index: int) -> str:
    found = _REST.match(text, index)
    return found.group() if found else ""
