"""A mean with what chance may do to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from asiakaskunto_cli.analysis.intervals import Interval, mean_interval
from asiakaskunto_cli.analysis.moments import ExactSums

SCORES = (0.0, 100.0)
DIFFERENCES = (-100.0, 100.0)


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of n >= 1 figures, and its t interval.

    The interval is None at n = 1, and where all figures were the same: either way nothing was
    seen of how much they vary.
    """

    n: int
    mean: float
    interval: Interval | None

    @classmethod
    def of(cls, figures: Iterable[float], within: tuple[float, float], confidence: float) -> Self:
        """Return the mean of figures that lie within two bounds, counted to 6 decimals.

        Raises ZeroDivisionError where there are none. Source: Student (1908), Biometrika 6:1.
        """
        sums = ExactSums()
        for figure in figures:
            sums.add(figure)
        moments = sums.moments()
        interval = mean_interval(moments, confidence)
        if interval is None or not interval.has_width:
            return cls(moments.n, moments.mean, None)
        return cls(moments.n, moments.mean, interval.clipped(*within))
