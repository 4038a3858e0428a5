"""Whether a series of waves rises or falls: Mann–Kendall for the doubt, Theil–Sen for the slope.

Both look only at the order of the waves and of their figures, so that one odd wave cannot make a
trend. Waves count as evenly spaced.
"""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from asiakaskunto_cli.analysis.moments import ROUNDING

# With fewer waves even a perfectly rising series may be chance: four of them give p = 0.083.
FEWEST_WAVES = 5
# Up to here every order of the series is counted; beyond, the normal distribution is near enough.
EXACT_TO = 10


@dataclass(frozen=True, slots=True)
class MannKendall:
    """The test of a trend: ``s`` is the pairs that rise less those that fall, p is two-sided.

    ``exact`` tells that p was counted; else it is the normal distribution's, with ``z``.
    """

    s: int
    p_value: float
    exact: bool
    variance: float
    z: float


@dataclass(frozen=True, slots=True)
class Line:
    """A robust line through a series: ``slope`` in points a wave, ``intercept`` at the first."""

    slope: float
    intercept: float


def mann_kendall(series: Sequence[float]) -> MannKendall:
    """Return whether a series of figures (in points) rises or falls; order is all that counts.

    Figures that differ by no more than the rounding of scores are ties.
    Exact for up to 10 figures without ties, else normal with a continuity correction. Raises
    ValueError for fewer than two figures.
    Source: Mann (1945), Econometrica 13:245; Kendall (1975), Rank Correlation Methods.
    """
    series = _with_ties(series)
    n = len(series)
    if n < 2:  # noqa: PLR2004 one figure has no direction
        raise ValueError(f"a trend needs two figures or more, got {n}")
    s = sum(_sign(later - earlier) for earlier, later in combinations(series, 2))
    variance = _variance(series)
    z = 0.0 if s == 0 or variance == 0 else (s - math.copysign(1, s)) / math.sqrt(variance)
    exact = n <= EXACT_TO and len(set(series)) == n
    p_value = exact_p(s, n) if exact else math.erfc(abs(z) / math.sqrt(2))
    return MannKendall(s, p_value, exact, variance, z)


def _with_ties(series: Sequence[float]) -> list[float]:
    """Return the figures, those that differ by rounding alone as the lowest among them."""
    equal: dict[float, float] = {}
    before = -math.inf
    for figure in sorted(series):
        equal[figure] = equal[before] if figure - before <= ROUNDING else figure
        before = figure
    return [equal[figure] for figure in series]


def exact_p(s: int, n: int) -> float:
    """Return the share of all orders of n different figures that have at least this |s|.

    Source: the numbers of permutations by inversions, OEIS A008302.
    """
    pairs = n * (n - 1) // 2
    counts = _orders_by_inversions(n)
    as_far = sum(count for falls, count in enumerate(counts) if abs(pairs - 2 * falls) >= abs(s))
    return as_far / math.factorial(n)


def theil_sen(series: Sequence[float]) -> Line:
    """Return the median of the slopes between all pairs, per step, and its line's beginning.

    Raises StatisticsError for fewer than two figures.
    Source: Sen (1968), JASA 63:1379; the intercept as median(y) − slope · median(x).
    """
    slope = statistics.median(_slopes(series))
    middle = (len(series) - 1) / 2
    return Line(slope, statistics.median(series) - slope * middle)


def _slopes(series: Sequence[float]) -> Iterator[float]:
    for (first, earlier), (last, later) in combinations(enumerate(series), 2):
        yield (later - earlier) / (last - first)


def _variance(series: Sequence[float]) -> float:
    """Return the variance of s where there is no trend; ties make it smaller."""
    n = len(series)
    ties = sum(t * (t - 1) * (2 * t + 5) for t in Counter(series).values())
    return (n * (n - 1) * (2 * n + 5) - ties) / 18


def _orders_by_inversions(n: int) -> list[int]:
    """Return how many orders of n figures have 0, 1, 2, … falling pairs."""
    counts = [1]
    for placed in range(1, n):
        grown = [0] * (len(counts) + placed)
        for falls, count in enumerate(counts):
            for more in range(placed + 1):
                grown[falls + more] += count
        counts = grown
    return counts


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)
