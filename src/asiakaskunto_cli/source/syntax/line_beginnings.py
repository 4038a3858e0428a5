"""Lines that do not begin as they seem to: what stands there is no indent, entry or key to YAML."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.syntax.comments import comment_above
from asiakaskunto_cli.source.syntax.keys import is_key
from asiakaskunto_cli.source.syntax.lookalikes import lookalike
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble

# A number below zero may well be a key, and an address a text.
_HYPHEN_ALONE = re.compile(r" *(-)[^-\s\d]")
_COLON_ALONE = re.compile(r" *(?:- +)*[A-Za-z_][\w-]*(:)[^\s:/]")
# A list in other notations; a text may begin with a number, but hardly with one before a key.
_BULLET = re.compile(r"[ ]*(?:([*])[ ]|([+]|[0-9]{1,2}[.)])[ ]+[\w-]+:(?:\s|$))")
_BRACKET_ALONE = re.compile(r" *(?:- +)*\w[\w-]*(:?)[{\[]")
# A text may go on with a word and a bracket, but hardly with a key behind that.
_BRACKET_AFTER_SPACE = re.compile(r" *(?:- +)*[\w-]+() +\{ *[\w-]+:\s")
# One value, or all of a text in quotes: a text that goes on has more words.
_VALUE_ALONE = re.compile(r" *(?:- +)*([\w-]+)() +(?:[\"'\[{]|[\w-]+ *$)", re.MULTILINE)
_FOREIGN_COMMENT = re.compile(r"[ ]*(//|/\*)")


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
            or lookalike(trouble.text, line)
            or foreign_comment(trouble.text, line)
            or _key_alone(trouble.text, line)
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
    """Tell of a key at the beginning of the line that no colon parts from its value's bracket."""
    start = trouble.index - len(trouble.before)
    if spaced := _BRACKET_AFTER_SPACE.match(trouble.text, start):
        return no_colon(spaced.start(1))
    found = _BRACKET_ALONE.match(trouble.text, start)
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


def foreign_comment(text: str, index: int) -> Explanation | None:
    """Tell of a comment that begins as those of other languages do."""
    if found := _FOREIGN_COMMENT.match(text, index):
        message = _("A comment begins with #, not with {mark}.").format(mark=found[1])
        return Explanation(found.start(1), message, _("Write # and a space in its place."))
    return None


def _key_alone(text: str, line: int) -> Explanation | None:
    """Tell of a line that begins with a word that is a key elsewhere, and has no colon behind."""
    found = _VALUE_ALONE.match(text, line)
    if not found or not is_key(text, found[1]) or _goes_on_with_text(text, line):
        return None
    return no_colon(found.start(2))


def _goes_on_with_text(text: str, line: int) -> bool:
    """Return whether a line stands deeper than the one above it, which has a value already."""
    above = re.split(r"[\n\r]+", text[:line].rstrip())[-1]
    return _depth(text[line:]) > _depth(above) and not above.endswith(":")


def _depth(line: str) -> int:
    """Return in which column, from 0, the first key or word of a line begins."""
    return len(line) - len(line.lstrip(" -"))


def no_colon(index: int) -> Explanation:
    """Tell of a key that a space parts from its value, and nothing else."""
    message = _("There is no colon after what should be a key.")
    return Explanation(index, message, _("Write it as “key: value”."))


def _hyphen_alone(text: str, line: int) -> Explanation | None:
    if found := _HYPHEN_ALONE.match(text, line):
        return _no_entry(found.start(1), _("A space is missing after the hyphen."))
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
