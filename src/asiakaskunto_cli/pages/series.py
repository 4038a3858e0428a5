"""Figures that follow each other in time, as blocks of a page: one series, or many small ones."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

# An axis ends at a multiple of this, and is at least twice as long: noise must not look like news.
STEP = 10.0
SHORTEST = 2 * STEP


class GuideKind(StrEnum):
    """What figures are held against."""

    TARGET = "target"
    MEAN = "mean"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Guide:
    """A level that the figures are held against, such as a target or a natural limit."""

    value: float
    label: str
    kind: GuideKind


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One figure of a series: its name, the figure alone and in full words, where it lies.

    ``value`` is None where there is no figure to draw; ``low`` and ``high`` are the ends of its
    interval, where it has one; ``dots`` are the single figures behind it. ``outside`` marks one
    that lies beyond a limit; ``joined`` tells that it may be held against the one before.
    """

    label: str
    figure: str
    text: str
    value: float | None
    low: float | None = None
    high: float | None = None
    dots: tuple[float, ...] = ()
    outside: bool = False
    joined: bool = True

    @property
    def drawn(self) -> tuple[float, ...]:
        """Everything of it that has a place on the axis."""
        ends = (self.value, self.low, self.high)
        return (*(one for one in ends if one is not None), *self.dots)


@dataclass(frozen=True, slots=True)
class Series:
    """Figures in the order of time, on an axis from ``low`` to ``high``.

    ``title`` says what is drawn, and stands for it where nothing can be seen; ``legend`` tells
    those who see it what the marks in it mean.
    """

    title: str
    points: tuple[SeriesPoint, ...]
    low: float = 0.0
    high: float = 100.0
    guides: tuple[Guide, ...] = ()
    legend: str = ""

    def place(self, value: float) -> float:
        """Return where on the axis a value lies: 0 at its low end, 1 at its high end."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)

    @property
    def values(self) -> tuple[float, ...]:
        """The figures that can be drawn."""
        return tuple(point.value for point in self.points if point.value is not None)


@dataclass(frozen=True, slots=True)
class Panel:
    """One of many small series, in the ``group`` (such as a site) that it belongs to, if any."""

    series: Series
    group: str = ""


@dataclass(frozen=True, slots=True)
class Multiples:
    """Small series side by side on one axis, each under its own title; groups stand together."""

    title: str
    panels: tuple[Panel, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[Series, ...]], ...]:
        """The series of every group, under its name."""
        found = groupby(self.panels, key=lambda panel: panel.group)
        return tuple((group, tuple(one.series for one in panels)) for group, panels in found)


def axis_of(
    points: Iterable[SeriesPoint], guides: Iterable[Guide], lowest: float, highest: float
) -> tuple[float, float]:
    """Return the ends of an axis that holds everything drawn, within what figures can be."""
    values = [value for point in points for value in point.drawn]
    values.extend(guide.value for guide in guides)
    inside = [min(max(value, lowest), highest) for value in values] or [lowest, highest]
    low = max(STEP * math.floor(min(inside) / STEP), lowest)
    high = min(STEP * math.ceil(max(inside) / STEP), highest)
    if high - low < SHORTEST:
        low = max(min(low, highest - SHORTEST), lowest)
        high = min(low + SHORTEST, highest)
    return low, high
