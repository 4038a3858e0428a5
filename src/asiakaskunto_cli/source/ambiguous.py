"""Unquoted words that are text to kunto and something else to other YAML readers.

kunto reads scalars in the manner of JSON (see ``scalars``); most readers take ``no`` for false,
``12:30`` for 750, ``012`` for 10 and a date for a date.
"""

from __future__ import annotations

import re

from asiakaskunto_cli.source.scalars import resolve

# Source: the types of YAML 1.1 as PyYAML and its kin resolve them, and the core schema of YAML 1.2
# (section 10.3.2). "y" and "n", which only the text of 1.1 calls booleans, are text to all of them.
_WORDS = r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|Null|NULL"
_NUMBERS = (
    r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7]+|[0-9][0-9_]*)",
    r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?",
    r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*|[0-9]+)(?:[eE][-+]?[0-9]+)?",
    r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
)
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT = (
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?"
)
_OTHERWISE = "|".join((_WORDS, *_NUMBERS, _DAY, _MOMENT, "=|<<"))
_WHOLE = re.compile(_OTHERWISE)
# What may stand before one is rarer than what one may begin with; both are looked at first. On a
# line of its own a key has nothing but spaces before it, so those are looked for by themselves.
_END = r"\s*(?:[,\]}#\n\r]|:\s|\Z)"
_NUMBER = r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]+)?"
_IN_A_FILE = re.compile(
    rf"[-:,\[{{]\s*(?=[-+.=<0-9yYnNoO])(?!{_NUMBER}{_END})({_OTHERWISE})(?={_END})"
)
_KEYS = (" no:", " on:", " off:", " yes:")


def is_ambiguous(word: str) -> bool:
    """Return whether an unquoted word is text to kunto alone."""
    return isinstance(resolve(word), str) and _WHOLE.fullmatch(word) is not None


def may_hold_ambiguous(text: str) -> bool:
    """Return whether such a word may stand unquoted in a file, at a quick look.

    It misses no value, and no key but of the outermost map or in capitals.
    """
    if any(is_ambiguous(found[1]) for found in _IN_A_FILE.finditer(text)):
        return True
    return any(key in text for key in _KEYS)
