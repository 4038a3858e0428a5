"""A number sign in a text without quotes: after a space it makes the rest of the line a comment.

Whoever means a comment puts a space after the sign too, and often several before it. Where there is
one before it and none after it, it was most likely to be part of the text: “till #2”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.rescan import Scalar, scalars

SIGN = re.compile(r" #(?=[^\W_])")


def cut_by(sign: re.Pattern[str], text: str) -> Iterator[tuple[Scalar, int]]:
    """Yield what stands without quotes and has such a sign after it, and where the sign stands."""
    if " #" in text:
        for one in scalars(text):
            found = None if one.style else sign.match(text, one.end)
            if found:
                yield one, found.end() - 1


def ends_here() -> str:
    """Return what is told of a text that a sign ends."""
    return _("From # on, the line is a comment: the text ends before it.")
