"""Student's t distribution from the standard library alone, for fractional degrees of freedom.

Agrees with scipy to nine digits for 1 to 100,000 degrees of freedom. Loading scipy.stats would
cost 0.9 s on every run for these few functions.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

# A convergent that moves less than this has settled: about four units in the last place.
SETTLED = 1e-15
# Lentz's method divides by intermediate terms; one that happens to be 0 becomes this instead.
TINY = 1e-300
# About sqrt(max(a, b)) steps are needed, so this serves 100 million degrees of freedom.
MOST_STEPS = 100_000
# A quantile is found when a step moves it by less than this, relative where it is over 1.
QUANTILE_STEP = 1e-13


def regularised_beta(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b), in 0..1.

    Raises ValueError when a or b is not positive or x is outside 0..1.
    Source: NIST Digital Library of Mathematical Functions, 8.17.22 and (symmetry) 8.17.4.
    """
    if not (a > 0 and b > 0 and 0 <= x <= 1):
        raise ValueError(f"I_x(a, b) needs a > 0, b > 0 and x in 0..1, got {a}, {b}, {x}")
    if x in (0, 1):
        return float(x)
    # The fraction converges fast only on this side of the mean; 8.17.4 mirrors the other.
    if x <= (a + 1) / (a + b + 2):
        return _beta_by_fraction(a, b, x)
    return 1 - _beta_by_fraction(b, a, 1 - x)


def _beta_by_fraction(a: float, b: float, x: float) -> float:
    """Return I_x(a, b) for 0 < x <= (a + 1) / (a + b + 2)."""
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    front = math.exp(a * math.log(x) + b * math.log1p(-x) - log_beta) / a
    return front / _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """Return the continued fraction 1 + d1/(1 + d2/(1 + …)) of DLMF 8.17.22.

    Raises ArithmeticError when it does not settle.
    Source: modified Lentz, Thompson and Barnett (1986), J. Comput. Phys. 64:490.
    """
    value, upper, lower = 1.0, 1.0, 0.0
    for step in range(1, MOST_STEPS):
        term = _fraction_term(a, b, x, step)
        lower = 1 / (1 + term * lower or TINY)
        upper = 1 + term / upper or TINY
        value *= upper * lower
        if abs(upper * lower - 1) < SETTLED:
            return value
    raise ArithmeticError(f"I_x(a, b) does not converge for {a}, {b}, {x}")


def _fraction_term(a: float, b: float, x: float, step: int) -> float:
    """Return d1, d2, … of DLMF 8.17.23."""
    m, odd = divmod(step, 2)
    if odd:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def two_sided_p(t: float, degrees_of_freedom: float) -> float:
    """Return the probability, 0..1, that |T| is at least |t|; degrees of freedom are positive.

    Source: Abramowitz and Stegun (1964), 26.7.1 with 26.5.27.
    """
    squared = t * t
    # Near 0 the other form would lose half of its digits: its argument rounds to 1.
    if squared < degrees_of_freedom:
        share = squared / (degrees_of_freedom + squared)
        return 1 - regularised_beta(0.5, degrees_of_freedom / 2, share)
    share = degrees_of_freedom / (degrees_of_freedom + squared)
    return regularised_beta(degrees_of_freedom / 2, 0.5, share)


def t_cdf(t: float, degrees_of_freedom: float) -> float:
    """Return the probability, 0..1, that T is at most t."""
    tail = two_sided_p(t, degrees_of_freedom) / 2
    return 1 - tail if t > 0 else tail


def t_density(t: float, degrees_of_freedom: float) -> float:
    """Return the probability density of T at t."""
    half = degrees_of_freedom / 2
    front = math.exp(math.lgamma(half + 0.5) - math.lgamma(half))
    tail = math.exp(-(half + 0.5) * math.log1p(t * t / degrees_of_freedom))
    return front * tail / math.sqrt(math.pi * degrees_of_freedom)


# The same few counts of visits come back for every site and area.
@lru_cache(maxsize=4096)
def t_quantile(probability: float, degrees_of_freedom: float) -> float:
    """Return the t that T stays under with this probability; degrees of freedom may be fractional.

    Raises ValueError when the probability is not inside 0..1 or the degrees of freedom are not
    positive. Newton's steps, bisection where one would leave the bracket.
    """
    if not 0 < probability < 1:
        raise ValueError(f"a probability between 0 and 1 is needed, got {probability}")
    if not degrees_of_freedom > 0:
        raise ValueError(f"positive degrees of freedom are needed, got {degrees_of_freedom}")
    # By symmetry; every bracket below is on the positive side.
    if 2 * probability < 1:
        return -t_quantile(1 - probability, degrees_of_freedom)
    guess = _near_quantile(probability, degrees_of_freedom)
    low, high = 0.0, 2 * guess + 1
    while t_cdf(high, degrees_of_freedom) < probability:
        low, high, guess = high, 2 * high, high
    return _quantile_between(low, high, guess, probability, degrees_of_freedom)


def _near_quantile(probability: float, degrees_of_freedom: float) -> float:
    """Return about the quantile, nearer with more degrees of freedom: 0.0001 off at 30 and 0.975.

    Source: Abramowitz and Stegun (1964), 26.7.5, its first three terms.
    """
    z = NormalDist().inv_cdf(probability)
    first = (z**3 + z) / (4 * degrees_of_freedom)
    second = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees_of_freedom**2)
    return z + first + second


def _quantile_between(
    low: float, high: float, guess: float, probability: float, degrees_of_freedom: float
) -> float:
    while True:
        error = t_cdf(guess, degrees_of_freedom) - probability
        low, high = (low, guess) if error > 0 else (guess, high)
        following = guess - error / t_density(guess, degrees_of_freedom)
        if error and not low < following < high:
            following = (low + high) / 2
        if abs(following - guess) <= QUANTILE_STEP * max(1.0, guess):
            return following
        guess = following
