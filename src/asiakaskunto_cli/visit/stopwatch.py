"""The stopwatch. Only its start is kept, so that it runs on through a suspend or a crash."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from asiakaskunto_cli.checklist.items import DurationItem
from asiakaskunto_cli.visit.interview import Interview

UNIT_SECONDS: Mapping[str, int] = {"s": 1, "min": 60, "h": 3600, "d": 86400}

# A thumb is no faster than this; minutes and hours keep about as much.
DECIMALS = {"s": 1}
OTHER_DECIMALS = 2


def elapsed_seconds(started: str, now: str) -> float:
    """Return the seconds between two moments (RFC 3339); 0 where the clock was set back."""
    span = datetime.fromisoformat(now) - datetime.fromisoformat(started)
    return max(span.total_seconds(), 0.0)


def measured(item: DurationItem, started: str, now: str) -> float | int:
    """Return the time since the start in the item's unit: tenths of seconds, else hundredths."""
    time = elapsed_seconds(started, now) / UNIT_SECONDS[item.unit]
    rounded = round(time, DECIMALS.get(item.unit, OTHER_DECIMALS))
    return int(rounded) if rounded == int(rounded) else rounded


def timed_items(interview: Interview) -> list[DurationItem]:
    """Return the shown questions that a stopwatch can answer, in order."""
    shown = map(interview.checklist.items.__getitem__, interview.visible)
    return [item for item in shown if isinstance(item, DurationItem)]


def clock_face(seconds: float) -> str:
    """Return a time as 0:42 or 1:05:00."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
