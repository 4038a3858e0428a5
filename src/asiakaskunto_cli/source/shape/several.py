"""Several known words in the place of one: “observe, test”, which without brackets is no list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from asiakaskunto_cli.source.nearest import nearest

_BETWEEN = re.compile(r"[\s,;/|+&]+")
_AND_OR = frozenset({"and", "or", "ja", "tai", "och", "eller"})


def words_meant(written: str, known: Sequence[str]) -> Sequence[str]:
    """Return the known words, two at least, of which a text consists; else none of them.

    A word counts where it is as good as spelt right, and once only.
    """
    parts = [part for part in _BETWEEN.split(written) if part and part not in _AND_OR]
    if not 1 < len(parts) <= len(known):
        return []
    near = [nearest(part, known) for part in parts]
    words = list(dict.fromkeys(word for word in near if word))
    return words if len(words) > 1 and None not in near else []


def entries_meant(entries: Sequence[object], known: Sequence[str]) -> Sequence[str]:
    """Return the known words of which the entries of a list consist; none where one does not."""
    if len(entries) > len(known):
        return []
    texts = [entry for entry in entries if isinstance(entry, str)]
    words = [word for text in texts for word in (words_meant(text, known) or (text,))]
    is_whole = len(texts) == len(entries) and all(word in known for word in words)
    return list(dict.fromkeys(words)) if is_whole else []
