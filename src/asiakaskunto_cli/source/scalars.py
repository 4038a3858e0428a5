"""What an unquoted word means: JSON's values in the manner of YAML 1.2, everything else is text.

So ``no``, ``on``, ``12:30``, ``012``, ``1_000``, ``.nan``, ``0x1F`` and dates stay what was typed.
"""

from __future__ import annotations

import math
import re

Scalar = str | int | float | bool | None

# What is text to kunto and a boolean or null to others; they mean themselves.
DOUBTFUL_WORDS = frozenset(
    ["yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "Null", "NULL"]
)

_WORDS: dict[str, bool | str | None] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    **{word: word for word in DOUBTFUL_WORDS},
}
# What a number begins with, for kunto or for others.
_NUMBER_STARTS = frozenset("-0123456789+.=<")
_DOTS_OF_A_VERSION = 2

# 16 digits: what a float holds nearly exactly too, and far from Python's limit on long integers.
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)(?=[.eE])(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


class Resolver:
    """Tells what the unquoted words of a file mean.

    ``doubts`` tells whether one of them so far may be text to kunto and something else to others.
    """

    def __init__(self) -> None:
        self.doubts = False

    def resolve(self, word: str) -> Scalar:
        """Return the value of a word: null, a boolean, a finite number, else its text."""
        if word in _WORDS:
            value = _WORDS[word]
            self.doubts = self.doubts or isinstance(value, str)
            return value
        if word[0] not in _NUMBER_STARTS:
            return word
        if _INTEGER.fullmatch(word):
            return int(word)
        if _FLOAT.fullmatch(word) and math.isfinite(number := float(word)):
            return number
        self.doubts = self.doubts or word.count(".") != _DOTS_OF_A_VERSION
        return word


def resolve(word: str) -> Scalar:
    """Return the value of an unquoted word, as ``Resolver`` does."""
    return Resolver().resolve(word)
