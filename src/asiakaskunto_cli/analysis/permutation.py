"""Exact tests that assume nothing of how scores lie: could the visits of two waves be one heap?

Every way of dealing the same visits to two waves is counted, so they are for few visits only: a
cross-check of Welch's test, and the test of an item that is answered yes or no. Both are
two-sided: twice the smaller tail, 1 at most.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import combinations

from asiakaskunto_cli.analysis.moments import MICROPOINTS, ROUNDING

# 24 visits can be dealt to two waves in up to 2.7 million ways; each half of them in 4,096.
MOST_VISITS = 24


def exact_permutation_p(before: Sequence[float], after: Sequence[float]) -> float:
    """Return how often chance alone would put the means of two waves at least this far apart.

    Two-sided. Sums of scores (0..100) that differ by no more than their rounding are ties. Raises
    ValueError where a wave is empty, or both hold more than 24 scores.
    Source: Pitman (1937), Suppl. J. R. Statist. Soc. 4:119.
    """
    n, m = len(before), len(after)
    if not n or not m or n + m > MOST_VISITS:
        raise ValueError(f"two waves of 1 to {MOST_VISITS} scores in all are needed: {n}, {m}")
    scores = [round(score * MICROPOINTS) for score in (*before, *after)]
    # Three times 66.666667 is as far out as 100, 100 and 0 are.
    slack = round(n * ROUNDING * MICROPOINTS / 2)
    as_low, as_high = _tails(scores, n, sum(scores[:n]), slack)
    return min(1.0, 2 * min(as_low, as_high) / math.comb(n + m, n))


def exact_shares_p(before: tuple[int, int], after: tuple[int, int]) -> float:
    """Return the same p for waves of yes and no, each the count of yes and its n >= 1.

    Source: Fisher (1935), J. R. Statist. Soc. 98:39, the smaller tail doubled.
    """
    (yes, n), (yes_after, m) = before, after
    total = yes + yes_after
    counts = {
        k: math.comb(n, k) * math.comb(m, total - k)
        for k in range(max(0, total - m), min(n, total) + 1)
    }
    as_low = sum(count for k, count in counts.items() if k <= yes)
    as_high = sum(count for k, count in counts.items() if k >= yes)
    return min(1.0, 2 * min(as_low, as_high) / math.comb(n + m, total))


def _tails(scores: Sequence[int], n: int, observed: int, slack: int) -> tuple[int, int]:
    """Return how many choices of n scores have a sum at most, and at least, the observed one.

    Sums that differ by the slack at most are equal. The scores are halved: for every choice from
    the one half, the choices from the other that fit are counted by bisection, not one by one.
    """
    half = len(scores) // 2
    left, right = _sums_by_size(scores[:half]), _sums_by_size(scores[half:])
    as_low = as_high = 0
    for size, sums in left.items():
        others = right.get(n - size, [])
        for one in sums:
            as_low += bisect_right(others, observed + slack - one)
            as_high += len(others) - bisect_left(others, observed - slack - one)
    return as_low, as_high


def _sums_by_size(scores: Sequence[int]) -> dict[int, list[int]]:
    """Return the sums of all choices of 0, 1, … scores, each list ascending."""
    return {size: sorted(map(sum, combinations(scores, size))) for size in range(len(scores) + 1)}
