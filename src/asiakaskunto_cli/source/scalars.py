"""What an unquoted word means: JSON's values in the manner of YAML 1.2, everything else is text.

So ``no``, ``on``, ``12:30``, ``012``, ``1_000``, ``.nan``, ``0x1F`` and dates stay what was typed.
"""

from __future__ import annotations

import math
import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER_STARTS = frozenset("-0123456789")

# 16 digits: what a float holds nearly exactly too, and far from Python's limit on long integers.
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)(?=[.eE])(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def resolve(word: str) -> Scalar:
    """Return the value of an unquoted scalar: null, a boolean, a finite number, else its text."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _NUMBER_STARTS:
        return word
    if _INTEGER.fullmatch(word):
        return int(word)
    if _FLOAT.fullmatch(word) and math.isfinite(number := float(word)):
        return number
    return word
