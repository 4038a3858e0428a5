"""Lines that do not begin as they seem to: what stands there is no indent, entry or key to YAML."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.comments import comment_above
from asiakaskunto_cli.source.trouble import Explanation, Trouble
from asiakaskunto_cli.words import code_point

# A number below zero may well be a key, and an address a text.
_HYPHEN_ALONE = re.compile(r" *(-)[^-\s\d]")
_COLON_ALONE = re.compile(r" *(?:- +)*[A-Za-z_][\w-]*(:)[^\s:/]")
# Signs that a word processor puts before entries, two of them from its own font.
_LOOKS_LIKE_HYPHEN = re.compile(
    "[ ]*([\u00b7\u2010-\u2015\u2022\u2023\u2043\u2212\u2219\u25a0\u25aa\u25cf\u25e6\uf0a7\uf0b7])"
)
# A list in other notations; a text may begin with a number, but hardly with one before a key.
_BULLET = re.compile(r"[ ]*(?:([*])[ ]|([+]|[0-9]{1,2}[.)])[ ]+[\w-]+:(?:\s|$))")
_BRACKET_ALONE = re.compile(r" *(?:- +)*\w[\w-]*(:?)[{\[]")
_LOOKS_LIKE_SPACE = re.compile("[ -]*([\u00a0\u2000-\u200b\u202f\u3000\ufeff])")


def indentation(trouble: Trouble) -> Explanation:
    """Tell of a line that does not fit those above it, and why where that can be seen."""
    start = trouble.index - len(trouble.before)
    return (
        _bad_beginning(trouble)
        or comment_above(trouble, start)
        or Explanation(
            trouble.index,
            _("This line does not fit the lines above it."),
            _(
                "Check the indentation: keys that belong together, and the dashes of one list, "
                "start in the same column. A text that goes on over several lines belongs in "
                "quotes."
            ),
        )
    )


def _bad_beginning(trouble: Trouble) -> Explanation | None:
    """Tell of a line, this one or the one above it, that does not begin as it seems to."""
    start = trouble.index - len(trouble.before)
    above = trouble.text[:start].rstrip()
    for line in (max(above.rfind(end) for end in "\n\r") + 1, start):
        told = (
            _hyphen_alone(trouble.text, line)
            or colon_alone(trouble.text, line)
            or bullet(trouble.text, line)
            or _lookalike(trouble.text, line)
        )
        if told:
            return told
    return None


def colon_alone(text: str, line: int) -> Explanation | None:
    """Tell of a key at the beginning of a line whose colon lacks its space."""
    if found := _COLON_ALONE.match(text, line):
        return _no_space(found.start(1))
    return None


def bracket_alone(trouble: Trouble) -> Explanation | None:
    """Tell of a key at the beginning of the line that runs into the bracket of its value."""
    found = _BRACKET_ALONE.match(trouble.text, trouble.index - len(trouble.before))
    if not found:
        return None
    if found[1]:
        return _no_space(found.start(1))
    message = _("A colon and a space are missing before the bracket.")
    return Explanation(found.start(1), message, _("Write it as “key: value”."))


def bullet(text: str, line: int) -> Explanation | None:
    """Tell of a line that begins an entry as other notations do: * or + or 1."""
    if found := _BULLET.match(text, line):
        mark = 1 if found[1] else 2
        message = _("“{mark}” does not start an entry of a list.").format(mark=found[mark])
        return _no_entry(found.start(mark), message)
    return None


def _hyphen_alone(text: str, line: int) -> Explanation | None:
    if found := _HYPHEN_ALONE.match(text, line):
        return _no_entry(found.start(1), _("A space is missing after the hyphen."))
    return None


def _lookalike(text: str, line: int) -> Explanation | None:
    if found := _LOOKS_LIKE_HYPHEN.match(text, line):
        message = _("The character {code_point} is not the hyphen that starts an entry.")
        return _no_entry(found.start(1), message.format(code_point=code_point(found[1])))
    if found := _LOOKS_LIKE_SPACE.match(text, line):
        message = _("The character {code_point} is not the space that indents a line.")
        message = message.format(code_point=code_point(found[1]))
        return Explanation(found.start(1), message, _("Type an ordinary space in its place."))
    return None


def _no_space(index: int) -> Explanation:
    message = _("A space is missing after the colon.")
    return Explanation(index, message, _("Write it as “key: value”."))


def entry_alone(text: str, index: int) -> Explanation | None:
    """Tell of a bracket that begins a line where a key should: most often an entry."""
    if text.startswith(("{", "["), index):
        return _no_entry(index, _("No key stands before this bracket, and no hyphen."))
    return None


def _no_entry(index: int, message: str) -> Explanation:
    return Explanation(index, message, _("Begin each entry of a list with a hyphen and a space."))
