"""Lines that do not begin as they seem to: what stands there is no indent, entry or key to YAML."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.trouble import Explanation, Trouble
from asiakaskunto_cli.words import code_point

# A number below zero may well be a key, and an address a text.
_HYPHEN_ALONE = re.compile(r" *(-)[^-\s\d]")
_COLON_ALONE = re.compile(r" *(?:- +)*[A-Za-z_][\w-]*(:)[^\s:/]")
_LOOKS_LIKE_HYPHEN = re.compile("[ ]*([\u2010-\u2015\u2022\u2212])")
_LOOKS_LIKE_SPACE = re.compile("[ -]*([\u00a0\u2000-\u200b\u202f\u3000\ufeff])")


def bad_beginning(trouble: Trouble) -> Explanation | None:
    """Tell of a line, this one or the one above it, that does not begin as it seems to."""
    start = trouble.index - len(trouble.before)
    above = trouble.text[:start].rstrip()
    for line in (max(above.rfind(end) for end in "\n\r") + 1, start):
        told = (
            _hyphen_alone(trouble.text, line)
            or colon_alone(trouble.text, line)
            or _lookalike(trouble.text, line)
        )
        if told:
            return told
    return None


def colon_alone(text: str, line: int) -> Explanation | None:
    """Tell of a key at the beginning of a line whose colon lacks its space."""
    if found := _COLON_ALONE.match(text, line):
        message = _("A space is missing after the colon.")
        return Explanation(found.start(1), message, _("Write it as “key: value”."))
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


def _no_entry(index: int, message: str) -> Explanation:
    return Explanation(index, message, _("Begin each entry of a list with a hyphen and a space."))
