"""A second colon on a line: in a text without quotes, or where a bracket was left out."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.quote_marks import in_quotes
from asiakaskunto_cli.source.syntax.keys import no_comma, two_keys
from asiakaskunto_cli.source.syntax.left_over import OPENING
from asiakaskunto_cli.source.syntax.line_beginnings import bracket_alone, indentation
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble

_KEY = re.compile(r":\s+")
# No two parts of it can take the same character: a long line would be tried at every length.
_KEY_IN_BRACKETS = re.compile(r":\s+(?P<text>[^\s,:{}\[\]][^,:{}\[\]]*)$")
# A value and the next key, rather than a text.
_TWO_WORDS = re.compile(r"[a-z0-9_.-]+\s+[a-z_]+")
_ENTRY = re.compile(r"[ ]*(?:-[ ]+)*")
_ONE_WORD = re.compile(r"[(]?[a-z][a-z_]*")


def colon(trouble: Trouble) -> Explanation:
    """Tell of a colon where no key may end, or of how its line begins."""
    told = bracket_alone(trouble)
    if told:
        return told
    key = _KEY.search(trouble.before)
    if not key:
        return indentation(trouble)
    first = key.end()
    if "," in trouble.before[first:] and (entry := _ENTRY.match(trouble.before)):
        # The comma ends the first value: its key is one of those that belong together.
        first = entry.end()
    return (
        _unopened(trouble, first)
        or two_keys(trouble)
        or _inside(trouble, trouble.before[key.end() :])
    )


def colon_in_brackets(trouble: Trouble) -> Explanation | None:
    """Tell of a second colon before the next comma, or of the comma that lacks before its key."""
    key = _KEY_IN_BRACKETS.search(trouble.before) if trouble.character == ":" else None
    if not key:
        return None
    told = no_comma(trouble, key["text"])
    if told or _TWO_WORDS.fullmatch(key["text"]):
        return told
    return _unopened(trouble, key.start("text")) or _inside(trouble, key["text"])


def _unopened(trouble: Trouble, first: int) -> Explanation | None:
    """Tell of keys that a bracket closes and none opens; they begin in that column of the line."""
    closing = trouble.line.rstrip(" ,")[-1:]
    opening = OPENING.get(closing)
    if opening is None or trouble.line.count(closing) <= trouble.line.count(opening):
        return None
    return Explanation(
        trouble.index - len(trouble.before) + first,
        _("The {closing} at the end of this line closes a bracket that nothing opens.").format(
            closing=closing
        ),
        _("Write {opening} here, before the keys that belong together.").format(opening=opening),
    )


def _inside(trouble: Trouble, before: str) -> Explanation:
    remedy = in_quotes(before)
    if _ONE_WORD.fullmatch(before):
        remedy = _("Put the whole text in quotes; keys on one line belong in braces: {key: value}.")
    message = _("A colon inside a text without quotes: it reads as the end of a key.")
    return Explanation(trouble.index, message, remedy)
