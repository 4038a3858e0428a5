"""What a scheduled job may fail on: what got worse, misses its target, or must never happen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from asiakaskunto_cli.analysis.comparing.results import (
    Comparison,
    GroupComparison,
    Verdict,
    WaveChange,
)

DROP = re.compile(r"drop:(\d{1,3}(?:\.\d+)?)", re.ASCII)


class Condition(StrEnum):
    """What may be failed on."""

    WORSE = "worse"
    BELOW_TARGET = "below-target"
    CRITICAL = "critical"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class FailOn:
    """A condition; ``points`` is how large a drop must be, 0 for the others."""

    condition: Condition
    points: float = 0.0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the condition of a text such as ``drop:5``; raises ValueError for none."""
        drop = DROP.fullmatch(text)
        if drop is not None and float(drop.group(1)) > 0:
            return cls(Condition.DROP, float(drop.group(1)))
        if text not in list(Condition) or text == Condition.DROP:
            raise ValueError(f"no condition: {text}")
        return cls(Condition(text))

    @property
    def text(self) -> str:
        """The condition as it is asked for."""
        return f"{self.condition}:{self.points:g}" if self.points else self.condition.value


@dataclass(frozen=True, slots=True)
class Crossing:
    """A condition that a group meets in its newest wave; ``change`` is the one that it is about."""

    fail_on: FailOn
    group: GroupComparison
    change: WaveChange | None = None
    target: float | None = None


def crossings(
    comparison: Comparison,
    conditions: Sequence[FailOn],
    targets: Mapping[str, float],
    *,
    noise_too: bool = False,
) -> Iterator[Crossing]:
    """Yield every condition that a group's newest wave, or the change to it, meets.

    ``targets`` are the scores that sites aim at. Only what can be told from chance counts, or
    what it looks like too with ``noise_too``. A failed critical item is a fact either way.
    """
    for fail_on in conditions:
        for group in comparison.groups:
            found = _crossing(fail_on, group, targets, noise_too=noise_too)
            if found is not None:
                yield found


def _crossing(
    fail_on: FailOn, group: GroupComparison, targets: Mapping[str, float], *, noise_too: bool
) -> Crossing | None:
    if fail_on.condition is Condition.CRITICAL:
        failed = any(limit.critical_failed for limit in group.waves[-1].limits)
        return Crossing(fail_on, group) if failed else None
    if fail_on.condition is Condition.BELOW_TARGET:
        target = targets.get(group.value("site") or "")
        below = target is not None and _is_below(group, target, noise_too=noise_too)
        return Crossing(fail_on, group, target=target) if below else None
    change = group.changes[-1] if group.changes else None
    if change is None or not _is_drop(change, fail_on.points, noise_too=noise_too):
        return None
    return Crossing(fail_on, group, change)


def _is_drop(change: WaveChange, points: float, *, noise_too: bool) -> bool:
    """Tell whether a change is a drop of at least so many points (of any size, where that is 0)."""
    difference = change.overall.difference
    if difference is None or difference >= 0 or -difference < points:
        return False
    return noise_too or change.overall.verdict is Verdict.WORSE


def _is_below(group: GroupComparison, target: float, *, noise_too: bool) -> bool:
    newest = group.waves[-1]
    if newest.mean is None or newest.mean >= target:
        return False
    if noise_too:
        return True
    return newest.interval is not None and newest.interval.high < target
