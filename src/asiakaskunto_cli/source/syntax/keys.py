"""Keys that run together on one line, and what tells a key from a word of a text."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble

_COMMA_AND_KEY = re.compile(r",[ ]*[\w-]+:(?:\s|$)")
_TWO_KEYS = re.compile(
    r"[ ]*(?:-[ ]+)*(?P<first>[\w-]+):[ ]+[^\s,:{}\[\]][^,:{}\[\]]*"
    r"(?P<comma>,)[ ]*(?P<second>[\w-]+)$"
)


def is_key(text: str, word: str) -> bool:
    """Return whether a word stands as a key in a text: begins a line, or follows a { or a comma."""
    place = rf"(?:^[ ]*(?:-[ ]+)*|[{{,][ ]*){re.escape(word)}:(?:\s|$)"
    return bool(re.search(place, text, re.MULTILINE))


def comma_and_key(trouble: Trouble) -> bool:
    """Return whether a comma and one more key, on the same line, are where libyaml stopped."""
    return bool(_COMMA_AND_KEY.match(trouble.text, trouble.index))


def two_keys(trouble: Trouble) -> Explanation | None:
    """Tell of the second of two keys on a line without braces; it stands before the trouble.

    A text may have a comma and a colon too. Before it stands no id, and after its comma no word
    that is a key on another line.
    """
    found = _TWO_KEYS.match(trouble.before)
    if not found:
        return None
    start = trouble.index - len(trouble.before)
    if found["first"] == "id" or is_key(trouble.text[:start], found["second"]):
        return on_one_line(start + found.start("comma"))
    return None


def on_one_line(comma: int) -> Explanation:
    """Tell of keys that a comma parts although no braces stand around them."""
    message = _("Keys that share a line belong in braces.")
    remedy = _("Write {key: value, key: value}, or put each key on a line of its own.")
    return Explanation(comma, message, remedy)


def no_comma(trouble: Trouble, before: str) -> Explanation | None:
    """Tell of a comma missing where a text without quotes seems to end in the next key."""
    *value, word = before.replace(";", " ").split() or [""]
    if not value or not is_key(trouble.text, word):
        return None
    behind = len(before) - before.rindex(word)
    message = _("A comma is missing before {key}.").format(key=word)
    remedy = _("Put a comma between the entries; a text with a colon inside belongs in quotes.")
    return Explanation(trouble.index - behind, message, remedy)
