"""The figure of a wave and the change between two, each with the interval that fits its kind."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import NormalDist

from asiakaskunto_cli.analysis.comparing.facts import Strata
from asiakaskunto_cli.analysis.comparing.measures import Kind
from asiakaskunto_cli.analysis.intervals import (
    Change,
    Interval,
    mean_interval,
    weighted_mean,
    welch,
)
from asiakaskunto_cli.analysis.moments import MICROPOINTS, ROUNDING, ExactSums, Moments, pooled
from asiakaskunto_cli.analysis.proportions import (
    IMAGINARY_ANSWERS,
    IMAGINARY_OF_A_KIND,
    NetPromoters,
    Proportion,
    newcombe_interval,
)
from asiakaskunto_cli.analysis.student import two_sided_p

HUNDRED = 100 * MICROPOINTS
BySite = Mapping[str, ExactSums]


@dataclass(frozen=True, slots=True)
class SiteChange:
    """The change from one wave to another, over the sites that have visits in both.

    Of several sites ``change`` is the mean of their own changes, and ``pooled`` the change of the
    mean over all visits, which also moves when the sites or their visits are others; of one site
    ``pooled`` is None unless others were left out. ``left_out`` has visits in one wave alone.
    ``standardised`` is the change with every site weighing what its visits weighed before.
    ``fewest`` is the smallest number of visits, or of sites, that an interval had to come from.
    """

    change: Change
    pooled: Change | None
    standardised: float
    sites: tuple[str, ...]
    left_out: tuple[str, ...]
    fewest: int
    before: int
    after: int


def by_site(strata: Strata) -> dict[str, ExactSums]:
    """Return the sums of every site."""
    sites: dict[str, list[ExactSums]] = {}
    for facts, cell in strata.items():
        sites.setdefault(facts.site, []).append(cell.value)
    return {site: pooled(parts) for site, parts in sorted(sites.items())}


def interval_of(sums: ExactSums, kind: Kind, lowest: float, confidence: float) -> Interval | None:
    """Return the interval of a wave's figure, as far as the figure goes.

    None at n = 1, and where all were alike: that shows nothing of how much visits vary.
    """
    if kind is Kind.SHARE:
        interval = Proportion.of(*share_of(sums), confidence).interval
        return interval and Interval(100 * interval.low, 100 * interval.high)
    if kind is Kind.NPS:
        return NetPromoters.of(*_promoters(sums), confidence).interval
    interval = mean_interval(sums.moments(), confidence)
    return interval.clipped(lowest, 100.0) if interval and interval.has_width else None


def change_between(before: ExactSums, after: ExactSums, kind: Kind, confidence: float) -> Change:
    """Return the change of a figure between two waves of visits.

    Means by Welch, shares by Newcombe (no p value), net promoter scores by the difference of
    their adjusted Wald estimates. No interval where a wave has one visit.
    """
    if kind is Kind.MEAN or min(before.n, after.n) == 1:
        return welch(before.moments(), after.moments(), confidence)
    if kind is Kind.NPS:
        return _nps_change(before, after, confidence)
    difference = after.moments().mean - before.moments().mean
    ends = newcombe_interval(share_of(after), share_of(before), confidence)
    interval = Interval(100 * ends.low, 100 * ends.high)
    return Change(difference, interval, None, None, (interval.high - interval.low) / 2)


def change_over_sites(
    before: BySite, after: BySite, kind: Kind, confidence: float
) -> SiteChange | None:
    """Return the change within sites, or None where no site has visits in both waves."""
    sites = tuple(site for site in before if site in after)
    if not sites:
        return None
    left_out = tuple(sorted(before.keys() ^ after.keys()))
    alone = len(sites) == 1 and not left_out
    whole = None if alone else _pooled(before, after, kind, confidence)
    if len(sites) == 1:
        first, second = before[sites[0]], after[sites[0]]
        change = change_between(first, second, kind, confidence)
        fewest = min(first.n, second.n)
    else:
        change = mean_change([_difference(before[one], after[one]) for one in sites], confidence)
        fewest = len(sites)
    visits = [sum(sums[one].n for one in sites) for sums in (before, after)]
    standardised = _standardised(before, after, sites)
    return SiteChange(change, whole, standardised, sites, left_out, fewest, *visits)


def mean_change(differences: Iterable[float], confidence: float) -> Change:
    """Return the mean of several differences with its paired t interval.

    There is none for one difference, nor where all are alike: their spread is no estimate then.
    Source: Student (1908), Biometrika 6:1.
    """
    moments = moments_of(list(differences))
    found = weighted_mean([(1.0, moments)], confidence)
    if found.interval is None or moments.variance is None or not moments.is_noisy:
        same = abs(moments.mean) <= ROUNDING and moments.n > 1
        return Change(moments.mean, None, 1.0 if same else None, None, None)
    t = moments.mean / math.sqrt(moments.variance / moments.n)
    return Change(
        difference=moments.mean,
        interval=found.interval,
        p_value=two_sided_p(t, moments.n - 1),
        degrees_of_freedom=moments.n - 1,
        half_width=(found.interval.high - found.interval.low) / 2,
    )


def moments_of(figures: list[float]) -> Moments:
    """Return the moments of a few figures at hand."""
    n = len(figures)
    mean = math.fsum(figures) / n
    if n == 1:
        return Moments(1, mean, None)
    return Moments(n, mean, math.fsum((one - mean) ** 2 for one in figures) / (n - 1))


def _pooled(before: BySite, after: BySite, kind: Kind, confidence: float) -> Change:
    return change_between(pooled(before.values()), pooled(after.values()), kind, confidence)


def _standardised(before: BySite, after: BySite, sites: Iterable[str]) -> float:
    """Return the change with every site weighing what its visits weighed before.

    Source: direct standardisation, as of rates over other age groups (Neison 1844).
    """
    parts = [(before[one].n, _difference(before[one], after[one])) for one in sites]
    return math.fsum(n * change for n, change in parts) / sum(n for n, _change in parts)


def _difference(before: ExactSums, after: ExactSums) -> float:
    return after.moments().mean - before.moments().mean


def share_of(sums: ExactSums) -> tuple[int, int]:
    """Return how many of the figures were 100 rather than 0, and how many there are."""
    return sums.total // HUNDRED, sums.n


def _promoters(sums: ExactSums) -> tuple[int, int, int]:
    """Return promoters, passives and detractors of answers counted as 100, 0 and −100."""
    balance, decided = sums.total // HUNDRED, sums.squares // (HUNDRED * HUNDRED)
    promoters = (decided + balance) // 2
    return promoters, sums.n - decided, decided - promoters


def _nps_change(before: ExactSums, after: ExactSums, confidence: float) -> Change:
    """Return the change of a net promoter score; its interval is of the adjusted estimates.

    Source: Rocks (2016), arXiv:1601.07235, for each wave; their variances add up.
    """
    centres, variances = zip(*(_adjusted(_promoters(one)) for one in (before, after)), strict=True)
    shift, error = centres[1] - centres[0], math.sqrt(math.fsum(variances))
    half_width = NormalDist().inv_cdf((1 + confidence) / 2) * error
    return Change(
        difference=after.moments().mean - before.moments().mean,
        interval=Interval(shift - half_width, shift + half_width).clipped(-200.0, 200.0),
        p_value=math.erfc(abs(shift / error) / math.sqrt(2)),
        degrees_of_freedom=None,
        half_width=half_width,
    )


def _adjusted(counts: tuple[int, int, int]) -> tuple[float, float]:
    """Return the adjusted estimate of a net promoter score and its variance, in points."""
    promoters, _passives, detractors = counts
    n = sum(counts) + IMAGINARY_ANSWERS
    up, down = (promoters + IMAGINARY_OF_A_KIND) / n, (detractors + IMAGINARY_OF_A_KIND) / n
    return 100 * (up - down), 100 * 100 * (up + down - (up - down) ** 2) / n
