"""Intervals and tests from sufficient statistics: one mean, a change, a weighted mean.

An interval is None wherever a group of one visit takes part: a single visit shows nothing of how
much visits vary. A confidence that is not between 0 and 1 raises ValueError where an interval is
computed from it. Ends are not clipped to 0..100, so that they stay symmetric about the mean.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.moments import ROUNDING, Moments
from asiakaskunto_cli.analysis.student import t_quantile, two_sided_p


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval in points; both ends belong to it."""

    low: float
    high: float

    def excludes(self, value: float) -> bool:
        """Tell whether the value lies outside."""
        return not self.low <= value <= self.high

    @property
    def has_width(self) -> bool:
        """Whether any variation was seen."""
        return self.low < self.high

    def of_scores(self) -> Interval:
        """Return the part of it in which a score can lie, 0..100.

        With few visits the t interval runs past the scale; no score does.
        """
        return self.clipped(0.0, 100.0)

    def clipped(self, lowest: float, highest: float) -> Interval:
        """Return the part of it in which the figure can lie at all."""
        return Interval(
            min(max(self.low, lowest), highest),
            min(max(self.high, lowest), highest),
        )


@dataclass(frozen=True, slots=True)
class Change:
    """The change from one group to another, in points, and how sure it is.

    ``half_width`` is that of the interval: the smallest change that could have been told from
    chance. Everything but the difference may be None, see ``welch``.
    """

    difference: float
    interval: Interval | None
    p_value: float | None
    degrees_of_freedom: float | None
    half_width: float | None


@dataclass(frozen=True, slots=True)
class WeightedMean:
    """A weighted mean of group means, in points; ``degrees_of_freedom`` None where no noise."""

    mean: float
    interval: Interval | None
    degrees_of_freedom: float | None


@dataclass(frozen=True, slots=True)
class _Noise:
    """The standard error of an estimate, > 0, and its degrees of freedom."""

    standard_error: float
    degrees_of_freedom: float

    def half_width(self, confidence: float) -> float:
        if not 0 < confidence < 1:
            raise ValueError(f"a confidence between 0 and 1 is needed, got {confidence}")
        return t_quantile((1 + confidence) / 2, self.degrees_of_freedom) * self.standard_error


def mean_interval(moments: Moments, confidence: float) -> Interval | None:
    """Return the t interval of a mean; None at n = 1, a point where all scores were the same.

    Source: Student (1908), Biometrika 6:1.
    """
    return weighted_mean([(1.0, moments)], confidence).interval


def score_interval(moments: Moments, confidence: float) -> Interval | None:
    """Return the t interval of a mean score, as far as scores go (0..100)."""
    interval = mean_interval(moments, confidence)
    return interval and interval.of_scores()


def welch(before: Moments, after: Moments, confidence: float) -> Change:
    """Return the change of the mean from before to after, without assuming equal variances.

    Where either group has one score, or neither shows any variation, there is no interval:
    visits that all came out the same say nothing about how much the next one may differ. p is
    then None too, save for two equal means without variation: no difference is smaller, p is 1.
    Source: Welch (1947), Biometrika 34:28.
    """
    return weighted_change([(1.0, before)], [(1.0, after)], confidence)


def weighted_change(
    before: Sequence[tuple[float, Moments]],
    after: Sequence[tuple[float, Moments]],
    confidence: float,
) -> Change:
    """Return the change of a weighted mean of group means, as ``welch`` does of one mean.

    The weights of either side are > 0 and need not sum to 1. Raises ZeroDivisionError where a
    side has no groups. Source: Satterthwaite (1946), Biometrics Bulletin 2:110.
    """
    parts = [*((-w, m) for w, m in _shares(before)), *_shares(after)]
    difference = math.fsum(weight * moments.mean for weight, moments in parts)
    noise = _satterthwaite(parts)
    if noise is None:
        same = abs(difference) <= ROUNDING and _all_repeated(parts)
        return Change(difference, None, 1.0 if same else None, None, None)
    half_width = noise.half_width(confidence)
    return Change(
        difference=difference,
        interval=Interval(difference - half_width, difference + half_width),
        p_value=two_sided_p(difference / noise.standard_error, noise.degrees_of_freedom),
        degrees_of_freedom=noise.degrees_of_freedom,
        half_width=half_width,
    )


def weighted_mean(parts: Sequence[tuple[float, Moments]], confidence: float) -> WeightedMean:
    """Return the mean of group means by weights > 0, which need not sum to 1.

    The interval is None where a group has one score, a point where no group shows variation.
    Raises ZeroDivisionError when there are no groups.
    Source: Satterthwaite (1946), Biometrics Bulletin 2:110.
    """
    shares = _shares(parts)
    mean = math.fsum(share * moments.mean for share, moments in shares)
    noise = _satterthwaite(shares)
    if noise is None:
        point = Interval(mean, mean) if _all_repeated(shares) else None
        return WeightedMean(mean, point, None)
    half_width = noise.half_width(confidence)
    interval = Interval(mean - half_width, mean + half_width)
    return WeightedMean(mean, interval, noise.degrees_of_freedom)


def _shares(parts: Sequence[tuple[float, Moments]]) -> list[tuple[float, Moments]]:
    """Return the parts by weights that sum to 1."""
    total_weight = math.fsum(weight for weight, _ in parts)
    return [(weight / total_weight, moments) for weight, moments in parts]


def _all_repeated(parts: Sequence[tuple[float, Moments]]) -> bool:
    return all(moments.variance is not None for _, moments in parts)


def _satterthwaite(parts: Sequence[tuple[float, Moments]]) -> _Noise | None:
    """Return the noise of a weighted sum of means; None where it cannot be told or is 0."""
    variances = []
    for weight, moments in parts:
        if moments.variance is None:
            return None
        variance = moments.variance if moments.is_noisy else 0.0
        variances.append(weight * weight * variance / moments.n)
    total = math.fsum(variances)
    if total == 0:
        return None
    # Shares of the total rather than the variances themselves: their squares cannot underflow.
    freedom = 1 / math.fsum(
        (variance / total) ** 2 / (moments.n - 1)
        for variance, (_, moments) in zip(variances, parts, strict=True)
    )
    return _Noise(math.sqrt(total), freedom)
