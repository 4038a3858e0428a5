"""Which ids a person may have meant who typed a part of one, or mistyped it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from asiakaskunto_cli.words import slugify

# A shorter part is held by too many ids to tell anything.
SHORTEST_PART = 3
ALIKE = 0.7
# What is this much less alike than the nearest is not meant.
GAP = 0.1
MOST = 3


def nearest_ids(name: str, known: Iterable[str]) -> list[str]:
    """Return the ids that a name may stand for, the nearest first, at most three.

    They hold the name whole; where none does, they or one of their words look like it.
    """
    wanted = slugify(name)
    ids = sorted(known)
    if len(wanted) < SHORTEST_PART:
        return []
    holding = [one for one in ids if wanted in one]
    if holding:
        return sorted(holding, key=len)[:MOST]
    scores = {one: max(_alike(wanted, part) for part in _parts(one)) for one in ids}
    least = max(ALIKE, max(scores.values(), default=0) - GAP)
    return sorted((one for one in ids if scores[one] >= least), key=lambda one: -scores[one])[:MOST]


def _parts(name: str) -> Iterator[str]:
    """Yield an id, its words, and what it starts with."""
    words = name.split("-")
    yield from words
    for count in range(1, len(words) + 1):
        yield "-".join(words[:count])


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
