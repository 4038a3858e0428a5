"""The summary of each site: its methods, the asiakaskunto index, its areas and its level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.intervals import Interval, score_interval, weighted_mean
from asiakaskunto_cli.analysis.moments import Moments, pooled
from asiakaskunto_cli.analysis.reduce import Exclusion, Group, Limit, reduce_visits
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.scoring.levels import DECIMALS, level_for
from asiakaskunto_cli.scoring.policy import SITE_LEVEL_FROM_VISITS, Policy
from asiakaskunto_cli.words import Area, Gate, Level, Method


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean in points (0..100), the visits behind it, and its interval where there is one."""

    visits: int
    mean: float
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class MethodSummary:
    """What one method says of a site; ``areas`` has only those that were scored."""

    visits: int
    mean: float
    sd: float | None
    interval: Interval | None
    areas: Mapping[Area, Estimate]


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """What all counted visits of a site come to.

    ``index`` is None where no method that carries weight has a visit; ``methods_missing`` are
    those that carry weight and have none. ``confirmed`` tells that the interval of the index
    clears the score its level asks for; a level that is not confirmed is provisional.
    """

    site: str
    name: str
    visits: int
    methods: Mapping[Method, MethodSummary]
    methods_missing: tuple[Method, ...]
    index: Estimate | None
    areas: Mapping[Area, Estimate]
    level: Level | None
    confirmed: bool
    limits: tuple[Limit, ...]
    exclusions: tuple[Exclusion, ...]


@dataclass(slots=True)
class _Site:
    """The groups of one site by method, and what was left out of them."""

    groups: dict[Method, list[Group]]
    exclusions: list[Exclusion]


@dataclass(frozen=True, slots=True)
class _Pool:
    """The moments of one method at one site over all waves; ``areas`` only where scored."""

    score: Moments
    areas: Mapping[Area, Moments]


def summarise(
    records: Iterable[VisitRecord], policy: Policy, *, confidence: float = 0.95
) -> tuple[SiteSummary, ...]:
    """Return a summary of every site that has a visit, counted or not, by site id.

    Waves are pooled: hand in the visits of one wave for the summary of that wave. The confidence
    of the intervals is between 0 and 1. The order of the records plays no part.
    """
    reduction = reduce_visits(records)
    sites = {site: _Site(defaultdict(list), []) for site in reduction.site_names}
    for key, group in reduction.groups.items():
        sites[key.site].groups[key.method].append(group)
    for exclusion in reduction.exclusions:
        sites[exclusion.site].exclusions.append(exclusion)
    return tuple(
        _summary(site, reduction.site_names[site], collected, policy, confidence)
        for site, collected in sites.items()
    )


def _summary(
    site: str, name: str, collected: _Site, policy: Policy, confidence: float
) -> SiteSummary:
    pools = {m: _pool(collected.groups[m]) for m in Method if m in collected.groups}
    groups = [group for of_method in collected.groups.values() for group in of_method]
    limits = tuple(sorted(limit for group in groups for limit in group.limits))
    weights = {m: policy.method_weights[m] for m in Method if policy.method_weights.get(m)}
    scores = {method: pool.score for method, pool in pools.items()}
    index = _combined(scores, weights, confidence)
    areas = _combined_areas(pools, weights, confidence)
    level = _level(index, areas, limits, policy)
    return SiteSummary(
        site=site,
        name=name,
        visits=sum(pool.score.n for pool in pools.values()),
        methods={method: _method_summary(pool, confidence) for method, pool in pools.items()},
        methods_missing=tuple(method for method in weights if method not in pools),
        index=index,
        areas=areas,
        level=level,
        confirmed=level is not None and _clears(index, policy.levels[level].score),
        limits=limits,
        exclusions=tuple(collected.exclusions),
    )


def _pool(groups: Sequence[Group]) -> _Pool:
    areas = {area: pooled(group.areas[area] for group in groups) for area in Area}
    return _Pool(
        score=pooled(group.score for group in groups).moments(),
        areas={area: sums.moments() for area, sums in areas.items() if sums.n},
    )


def _method_summary(pool: _Pool, confidence: float) -> MethodSummary:
    return MethodSummary(
        visits=pool.score.n,
        mean=pool.score.mean,
        sd=pool.score.sd,
        interval=score_interval(pool.score, confidence),
        areas={
            area: Estimate(moments.n, moments.mean, score_interval(moments, confidence))
            for area, moments in pool.areas.items()
        },
    )


def _combined(
    methods: Mapping[Method, Moments], weights: Mapping[Method, float], confidence: float
) -> Estimate | None:
    """Return the mean over the methods that carry weight; None where there are none."""
    parts = [(weights[method], methods[method]) for method in weights if method in methods]
    if not parts:
        return None
    whole = weighted_mean(parts, confidence)
    return Estimate(
        sum(moments.n for _, moments in parts),
        whole.mean,
        whole.interval and whole.interval.of_scores(),
    )


def _combined_areas(
    pools: Mapping[Method, _Pool], weights: Mapping[Method, float], confidence: float
) -> dict[Area, Estimate]:
    """Return the areas of a site, each over the methods that scored it."""
    areas = {}
    for area in Area:
        scored = {m: pool.areas[area] for m, pool in pools.items() if area in pool.areas}
        estimate = _combined(scored, weights, confidence)
        if estimate is not None:
            areas[area] = estimate
    return areas


def _level(
    index: Estimate | None,
    areas: Mapping[Area, Estimate],
    limits: Sequence[Limit],
    policy: Policy,
) -> Level | None:
    if index is None or index.visits < SITE_LEVEL_FROM_VISITS:
        return None
    return level_for(
        index.mean,
        {area: estimate.mean for area, estimate in areas.items()},
        policy.levels,
        critical=any(limit.gate is Gate.CRITICAL for limit in limits),
        core=any(limit.gate is Gate.CORE for limit in limits),
    )


def _clears(index: Estimate | None, threshold: float) -> bool:
    """Tell whether the whole interval reaches the threshold, at the precision of scores.

    An interval without width has seen no variation: it cannot tell what chance may do.
    """
    if index is None or index.interval is None or not index.interval.has_width:
        return False
    return round(index.interval.low, DECIMALS) >= threshold
