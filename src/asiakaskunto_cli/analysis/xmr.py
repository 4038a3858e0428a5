"""Natural process limits: how far a wave may lie from the others before it is news."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# A limit from fewer waves would move with every new one; under the second, it still may.
FEWEST_WAVES = 6
SETTLED_FROM = 10

# The rounded constants of the method: 3 / 1.128 and 3.267.
MEAN_RANGES_FROM_MEAN = 2.66
RANGE_LIMIT = 3.267
# A mean of equal figures may come out an ulp beside them: no nearer than this, in points, is out.
NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Limits:
    """An individuals chart: the mean of a series, its natural limits, and what lies outside.

    ``range_limit`` is the most that two neighbours may differ. The limits are not clipped to the
    scale. ``outside`` holds the places (from 0) of the figures beyond a limit. ``provisional``
    tells that there are fewer than ten figures.
    """

    mean: float
    mean_range: float
    lower: float
    upper: float
    range_limit: float
    outside: tuple[int, ...]
    provisional: bool


def natural_limits(series: Sequence[float]) -> Limits:
    """Return the natural process limits of a series, from the mean range between neighbours.

    Raises ZeroDivisionError for fewer than two figures.
    Source: Shewhart (1931), Economic Control of Quality; the XmR chart as in Wheeler (1993),
    Understanding Variation, with 2.66 and 3.267.
    """
    mean = math.fsum(series) / len(series)
    ranges = [abs(later - earlier) for earlier, later in pairwise(series)]
    mean_range = math.fsum(ranges) / len(ranges)
    reach = MEAN_RANGES_FROM_MEAN * mean_range
    return Limits(
        mean=mean,
        mean_range=mean_range,
        lower=mean - reach,
        upper=mean + reach,
        range_limit=RANGE_LIMIT * mean_range,
        outside=tuple(place for place, one in enumerate(series) if abs(one - mean) > reach + NOISE),
        provisional=len(series) < SETTLED_FROM,
    )
