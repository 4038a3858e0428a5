"""Shares of visits or answers, and the net promoter score, with intervals that hold at small n.

A share is in 0..1, a net promoter score in −100..100. ``Proportion`` and ``NetPromoters`` give a
single visit no interval: it shows nothing of how much visits vary. The intervals themselves, like
those of means, raise ValueError at a confidence that is not between 0 and 1.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Self

from asiakaskunto_cli.analysis.intervals import Interval

# Three imaginary answers, a quarter of which promote and a quarter of which detract.
IMAGINARY_ANSWERS = 3.0
IMAGINARY_OF_A_KIND = 0.75


@dataclass(frozen=True, slots=True)
class Proportion:
    """How many of n >= 1 did something: the share in 0..1, its interval None at n = 1."""

    count: int
    n: int
    share: float
    interval: Interval | None

    @classmethod
    def of(cls, count: int, n: int, confidence: float) -> Self:
        """Return count of n with its Wilson interval; raises ValueError as that does."""
        interval = wilson_interval(count, n, confidence)
        return cls(count, n, count / n, interval if n > 1 else None)


@dataclass(frozen=True, slots=True)
class NetPromoters:
    """Answers 9–10, 7–8 and 0–6, and the score in −100..100; its interval is None at n = 1."""

    promoters: int
    passives: int
    detractors: int
    n: int
    nps: float
    interval: Interval | None

    @classmethod
    def of(cls, promoters: int, passives: int, detractors: int, confidence: float) -> Self:
        """Return the net promoter score of these answers, with its adjusted Wald interval.

        Raises ZeroDivisionError where there are none, ValueError when a count is negative.
        Source: Reichheld (2003), Harvard Business Review 81(12):46.
        """
        n = promoters + passives + detractors
        interval = nps_interval(promoters, passives, detractors, confidence)
        nps = 100 * (promoters - detractors) / n
        return cls(promoters, passives, detractors, n, nps, interval if n > 1 else None)


def wilson_interval(count: int, n: int, confidence: float) -> Interval:
    """Return the Wilson score interval of a share, both ends in 0..1.

    Raises ValueError when n < 1 or count is outside 0..n.
    Source: Wilson (1927), JASA 22:209; as method 3 in Newcombe (1998), Stat. Med. 17:857.
    """
    if not 0 <= count <= n or n < 1:
        raise ValueError(f"count of n needs n >= 1 and 0 <= count <= n, got {count} of {n}")
    z = _normal_quantile(confidence)
    share = count / n
    centre = share + z * z / (2 * n)
    half_width = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    # At no or all successes an end is exact; only rounding would move it.
    low = 0.0 if count == 0 else (centre - half_width) / scale
    high = 1.0 if count == n else (centre + half_width) / scale
    return Interval(low, high)


def newcombe_interval(
    first: tuple[int, int], second: tuple[int, int], confidence: float
) -> Interval:
    """Return the interval of the first share minus the second, both ends in −1..1.

    Each is a count and its n; raises ValueError as ``wilson_interval`` does.
    Source: Newcombe (1998), Stat. Med. 17:873, method 10.
    """
    one, other = wilson_interval(*first, confidence), wilson_interval(*second, confidence)
    p, q = first[0] / first[1], second[0] / second[1]
    return Interval(
        p - q - math.hypot(p - one.low, other.high - q),
        p - q + math.hypot(one.high - p, q - other.low),
    )


def nps_interval(promoters: int, passives: int, detractors: int, confidence: float) -> Interval:
    """Return the adjusted Wald interval of a net promoter score, as far as scores go (±100).

    Raises ValueError when a count is negative.
    Source: Rocks (2016), arXiv:1601.07235.
    """
    if min(promoters, passives, detractors) < 0:
        raise ValueError(f"counts are 0 or more, got {promoters}, {passives}, {detractors}")
    n = promoters + passives + detractors + IMAGINARY_ANSWERS
    up = (promoters + IMAGINARY_OF_A_KIND) / n
    down = (detractors + IMAGINARY_OF_A_KIND) / n
    standard_error = math.sqrt((up + down - (up - down) ** 2) / n)
    half_width = 100 * _normal_quantile(confidence) * standard_error
    centre = 100 * (up - down)
    return Interval(centre - half_width, centre + half_width).clipped(-100.0, 100.0)


def _normal_quantile(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError(f"a confidence between 0 and 1 is needed, got {confidence}")
    return NormalDist().inv_cdf((1 + confidence) / 2)
