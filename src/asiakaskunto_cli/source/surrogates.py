r"""Characters that JSON writes as two escapes, a surrogate pair such as \ud83d\ude00, for libyaml.

JSON knows no longer escape, so its writers spell an emoji so; libyaml refuses each half alone.
"""

from __future__ import annotations

import re

from asiakaskunto_cli.source.rescan import Scalar, scalars

_HIGH = r"\\u[dD][89abAB][0-9a-fA-F]{2}"
_LOW = r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_PAIR = re.compile(rf"({_HIGH})({_LOW})")
# A backslash that is itself escaped takes no part in what follows it.
_PAIR_OR_ESCAPE = re.compile(rf"{_HIGH}{_LOW}|\\.", re.DOTALL)
_KEY = re.compile(r"[ \t]*:")
_PAIR_LENGTH = 12


def with_pairs_joined(text: str) -> str:
    """Return the text with every surrogate pair in a double-quoted value as one escape.

    The length stays, so every index still points at the same place: eight digits and an escaped
    line break, which means nothing, take as much room as two times four digits. No key may hold a
    line break, so there a pair stays.
    """
    if not _PAIR.search(text):
        return text
    parts = []
    done = 0
    for one in scalars(_harmless(text)):
        if one.style == '"' and not _KEY.match(text, one.end):
            parts += [text[done : one.start], _joined(text, one)]
            done = one.end
    return "".join((*parts, text[done:]))


def _harmless(text: str) -> str:
    """Return a text of the same length and structure that libyaml does not stop at for a pair."""
    return _PAIR_OR_ESCAPE.sub(
        lambda found: "x" * _PAIR_LENGTH if _is_pair(found) else found.group(), text
    )


def _joined(text: str, one: Scalar) -> str:
    return _PAIR_OR_ESCAPE.sub(
        lambda found: _one_escape(found) if _is_pair(found) else found.group(),
        text[one.start : one.end],
    )


def _is_pair(found: re.Match[str]) -> bool:
    return len(found.group()) == _PAIR_LENGTH


def _one_escape(found: re.Match[str]) -> str:
    high, low = (int(half, 16) & 0x3FF for half in found.group()[2:].split("\\u"))
    return f"\\\n\\U{0x10000 + (high << 10) + low:08x}"
