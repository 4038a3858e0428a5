"""Characters that look like those that YAML needs, from a word processor or another keyboard."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.syntax.trouble import Explanation
from asiakaskunto_cli.words import code_point

_SPACES = "[\u00a0\u2000-\u200b\u202f\u3000\ufeff]"
_KEY = r"[ ]*(?:- +)*[\w-]+"
# Signs that a word processor puts before entries are among them, two of them from its own font.
_HYPHEN = re.compile(
    "[ ]*([\u00b7\u2010-\u2015\u2022\u2023\u2043\u2212\u2219\u25a0\u25aa\u25cf\u25e6\uf0a7\uf0b7])"
)
_INDENT = re.compile(f"[ -]*({_SPACES})")
_COLON = re.compile(f"{_KEY}[ ]?([\u02d0\u2236\ua789\ufe55\uff1a])")
_SPACE_AFTER_COLON = re.compile(f"{_KEY}:({_SPACES})")


def lookalike(text: str, line: int) -> Explanation | None:
    """Tell of one at the beginning of a line: in its indent, as its hyphen, around its colon."""
    if found := _HYPHEN.match(text, line):
        message = _("The character {code_point} is not the hyphen that starts an entry.")
        return _told(found, message, _("Begin each entry of a list with a hyphen and a space."))
    if found := _INDENT.match(text, line):
        message = _("The character {code_point} is not the space that indents a line.")
        return _told(found, message, _("Type an ordinary space in its place."))
    if found := _COLON.match(text, line):
        message = _("The character {code_point} is not the colon that ends a key.")
        return _told(found, message, _("Write it as “key: value”."))
    if found := _SPACE_AFTER_COLON.match(text, line):
        message = _("The character {code_point} is not the space that follows a colon.")
        return _told(found, message, _("Type an ordinary space in its place."))
    return None


def _told(found: re.Match[str], message: str, remedy: str) -> Explanation:
    return Explanation(found.start(1), message.format(code_point=code_point(found[1])), remedy)
