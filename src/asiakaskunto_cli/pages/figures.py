"""Figures as people read them, and as JSON keeps them."""

from __future__ import annotations

import math

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.language import format_number, format_plain, format_signed
from asiakaskunto_cli.scoring.levels import DECIMALS

NO_FIGURE = "–"
SIGNIFICANT_DIGITS = 6


def points(value: float | None, decimals: int = 1) -> str:
    """Return a score, 72.5, or a dash where there is none."""
    return NO_FIGURE if value is None else format_number(value, decimals)


def interval_text(interval: Interval | None, decimals: int = 1) -> str:
    """Return both ends, −0.5…12.6, or a dash where there is no interval.

    One without width has seen nothing of chance, so it is none.
    """
    if interval is None or not interval.has_width:
        return NO_FIGURE
    ends_shown = (format_signed(end, decimals) for end in (interval.low, interval.high))
    return "…".join(end.removeprefix("+") for end in ends_shown)


def percent(share: float) -> str:
    """Return a share (0..1) in per cent, rounded down: what is not reached is not shown."""
    tenths = math.floor(round(share * 1000, DECIMALS))
    return format_plain(tenths / 10)


def confidence_text(confidence: float) -> str:
    """Return the confidence of an interval in per cent, 95."""
    return format_plain(100 * confidence)


def rounded(value: float | None) -> float | None:
    """Return a figure in points as JSON keeps it, or None."""
    return None if value is None else round(value, DECIMALS)


def rounded_p(value: float | None) -> float | None:
    """Return a p value as JSON keeps it: by digits, so that a small one does not become 0."""
    return None if value is None else float(f"{value:.{SIGNIFICANT_DIGITS}g}")


def ends(interval: Interval | None) -> list[float] | None:
    """Return an interval as JSON keeps it, [low, high], or None."""
    return (
        None
        if interval is None
        else [round(one, DECIMALS) for one in (interval.low, interval.high)]
    )
