"""A quote that nobody closed: libyaml meets it only where the next one opens, lines below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from asiakaskunto_cli.source.rescan import Scalar, scalars
from asiakaskunto_cli.source.syntax.trouble import Trouble

_QUOTES = frozenset("'\"")
KEY_OR_ENTRY = re.compile(r"(?:-[ ]+)?(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ ]*:(?:\s|$)|-[ ]")
"""What begins a line that is no text any more: a key, or an entry of a list."""
_LINE = re.compile(r"(?<=[\n\r])([ ]*)([^\s].*)?")
_INDENT = re.compile(r"[ ]*(?:-[ ]+)*")
# In JSON the next key, or the text after a comma, is what the quote opens.
_KEY_AFTER = re.compile(r"[\w-]+[\"']\s*:")
# In one line the next key of the same mapping stands before it.
_NEXT_KEY = re.compile(r"[,{]\s*[\w-]+[ ]*:\s+$")


def unclosed_quote(trouble: Trouble) -> int | None:
    """Return where the text begins that should have ended before the trouble, if one does."""
    for one in _in_quotes(trouble):
        if _goes_over_lines(trouble.text, one) or _runs_into_next(trouble, one):
            return one.start
    return None


def end_before(trouble: Trouble) -> int | None:
    """Return where the last text in quotes before the trouble ends."""
    ends = [one.end for one in _in_quotes(trouble)]
    return ends[-1] if ends else None


def _in_quotes(trouble: Trouble) -> Iterator[Scalar]:
    """Yield every text in quotes up to the trouble, one that the trouble is in among them."""
    for one in scalars(trouble.text):
        if one.style in _QUOTES and one.end <= trouble.index:
            yield one
    quote = trouble.text[trouble.opened : trouble.opened + 1]
    if quote in _QUOTES:
        yield Scalar(trouble.opened, trouble.index, quote)


def lines_of_others(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield every line in a value, up to an end, that stands no deeper than the value's own key.

    The second group of each is the line without its indent.
    """
    line = max(text.rfind(mark, 0, start) for mark in "\n\r") + 1
    indent = _INDENT.match(text, line)
    own = indent.end() if indent else line
    least = own - line + (own < start)
    for found in _LINE.finditer(text, start, end):
        if len(found[1]) < least:
            yield found


def _goes_over_lines(text: str, one: Scalar) -> bool:
    """Return whether a text takes in a line that is none of its own.

    YAML forbids such a line in a text; libyaml does not mind.
    """
    lines = lines_of_others(text, one.start, one.end)
    return any(_is_structure(text, found, one) for found in lines)


def _is_structure(text: str, line: re.Match[str], one: Scalar) -> bool:
    if KEY_OR_ENTRY.match(line[2] or ""):
        return True
    return line.end() >= one.end - 1 and bool(_KEY_AFTER.match(text, one.end))


def _runs_into_next(trouble: Trouble, one: Scalar) -> bool:
    """Return whether the quote that ends a text, where the trouble is, was to open the next one."""
    if one.end != trouble.index:
        return False
    inside = trouble.text[one.start + 1 : one.end - 1]
    return bool(_NEXT_KEY.search(inside) or _KEY_AFTER.match(trouble.text, one.end))
