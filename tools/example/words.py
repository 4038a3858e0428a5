"""What people say on the visits of the example: in the tone of the answer, none too often."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from example.chance import Chance
from example.plan import HERE, Visit, mapping

# From where a score (0..1) is spoken of well, and below where badly.
HIGH_FROM = 0.75
MID_FROM = 0.4

# The scale of recommending is read another way: promoters, passives, detractors.
PROMOTERS_FROM = 0.9
PASSIVES_FROM = 0.7

# So often a note is written in all; nobody is asked for one.
NOTE_AT_MOST = 2


class Tone(StrEnum):
    """How something is spoken of."""

    HIGH = "high"
    MID = "mid"
    LOW = "low"


def tone_of(score: float) -> Tone:
    """Return how a score (0..1) is spoken of."""
    if score >= HIGH_FROM:
        return Tone.HIGH
    return Tone.MID if score >= MID_FROM else Tone.LOW


def tone_of_recommending(score: float) -> Tone:
    """Return how a recommendation (0..1) is spoken of."""
    if score >= PROMOTERS_FROM:
        return Tone.HIGH
    return Tone.MID if score >= PASSIVES_FROM else Tone.LOW


class Words:
    """The words in words.yaml, how often each was used, and where."""

    def __init__(self) -> None:
        """Read them."""
        self._data: dict[str, Any] = mapping(HERE / "words.yaml")
        self._used: Counter[str] = Counter()
        self._used_at: set[tuple[str, str, str]] = set()

    def said(self, visit: Visit, item: str, tone: Tone, chance: Chance) -> str | None:
        """Return words on an item, those that were used least.

        None where there are none, or each was used at this site in this wave already.
        """
        return self._least_used(visit, self._data.get(visit.checklist, {}).get(item), tone, chance)

    def noted(self, visit: Visit, item: str, tone: Tone, chance: Chance) -> str | None:
        """Return a note on an item; None as above, or where each was written often enough."""
        notes = self._data.get(visit.checklist, {}).get("notes", {}).get(item)
        return self._least_used(visit, notes, tone, chance, at_most=NOTE_AT_MOST)

    def otherwise(self, tone: Tone) -> str:
        """Return words that fit anything."""
        words: list[str] = self._data["otherwise"][tone]
        return words[0]

    def course_of(self, visit: Visit, tone: Tone) -> str | None:
        """Return how a visit of this scenario went."""
        for one in self._data["scenarios"]:
            if one["scenario"] == visit.scenario:
                words: str = one[tone]
                return words
        return None

    def _least_used(
        self,
        visit: Visit,
        bank: dict[str, Any] | None,
        tone: Tone,
        chance: Chance,
        at_most: float = math.inf,
    ) -> str | None:
        ranked = [
            (rank, self._used[words], number, words)
            for rank, found in enumerate(_fitting(visit, bank or {}, tone))
            for number, words in enumerate(chance.shuffled(found))
            if self._used[words] < at_most and (visit.site, visit.wave, words) not in self._used_at
        ]
        if not ranked:
            return None
        *_order, words = min(ranked)
        self._used[words] += 1
        self._used_at.add((visit.site, visit.wave, words))
        return words


def _fitting(visit: Visit, bank: dict[str, Any], tone: Tone) -> Iterator[list[str]]:
    """Yield the words for this place and time, then those for any."""
    for one in bank.get("only", []):
        waves = one.get("waves", [visit.wave])
        if visit.site in one["sites"] and visit.wave in waves:
            yield one.get(tone, [])
    yield bank.get(tone, [])
