"""Unquoted words that are text to kunto and something else to other YAML readers.

kunto reads scalars in the manner of JSON (see ``scalars``); most readers take ``no`` for false,
``12:30`` for 750, ``012`` for 10 and a date for a date.
"""

from __future__ import annotations

import re

from asiakaskunto_cli.source.scalars import DOUBTFUL_WORDS, resolve

# Source: the types of YAML 1.1 as PyYAML and its kin resolve them, and the core schema of YAML 1.2
# (section 10.3.2). "y" and "n", which only the text of 1.1 calls booleans, are text to all of them.
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
_OTHERWISE = "|".join((*sorted(DOUBTFUL_WORDS), *_NUMBERS, _DAY, _MOMENT, "=|<<"))
_WHOLE = re.compile(_OTHERWISE)


def is_ambiguous(word: str) -> bool:
    """Return whether an unquoted word is text to kunto alone."""
    return isinstance(resolve(word), str) and _WHOLE.fullmatch(word) is not None
