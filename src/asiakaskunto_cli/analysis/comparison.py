"""Wave after wave at each site, by each method: what changed, and what may be chance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from asiakaskunto_cli.analysis.intervals import Change, Interval, score_interval, welch
from asiakaskunto_cli.analysis.reduce import Exclusion, Group, Rules, reduce_visits
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.words import Method


class Verdict(StrEnum):
    """What may be said of a change: ``changed`` is a single visit's word for different."""

    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    CHANGED = "changed"
    NOT_COMPARABLE = "not_comparable"


class Obstacle(StrEnum):
    """Why two waves cannot be compared: in what their visits were measured differently."""

    CHECKLIST = "checklist"
    SCORING = "scoring"
    AREA_WEIGHTS = "area_weights"


@dataclass(frozen=True, slots=True)
class WaveFigures:
    """One wave of a group, in points (0..100); sd and interval are None at one visit."""

    wave: str
    visits: int
    mean: float
    sd: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class WaveChange:
    """The change of the mean score between two waves that follow each other.

    Every figure is None where the waves are not comparable, and all but the difference where no
    interval can be given (one visit, or no variation at all: see ``welch``).
    ``smallest_visible`` is the smallest change, in points, that these visits could have shown.
    """

    from_wave: str
    to_wave: str
    difference: float | None
    interval: Interval | None
    p_value: float | None
    p_adjusted: float | None
    distinguishable: bool | None
    smallest_visible: float | None
    verdict: Verdict
    obstacle: Obstacle | None


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """One site measured by one method: its waves by their earliest visit, and the changes."""

    site: str
    site_name: str
    method: Method
    waves: tuple[WaveFigures, ...]
    changes: tuple[WaveChange, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All groups by site id and method, and the visits that were left out, by file."""

    confidence: float
    groups: tuple[GroupComparison, ...]
    exclusions: tuple[Exclusion, ...]


def compare(records: Iterable[VisitRecord], *, confidence: float = 0.95) -> Comparison:
    """Return how the score of every site and method went from wave to wave.

    The confidence of the intervals is between 0 and 1. The order of the records plays no part,
    and no group is touched by the visits of another.
    """
    reduction = reduce_visits(records)
    waves: dict[tuple[str, Method], dict[str, Group]] = defaultdict(dict)
    for key, group in reduction.groups.items():
        waves[key.site, key.method][key.wave] = group
    groups = tuple(
        _compare_waves(site, reduction.site_names[site], method, waves[site, method], confidence)
        for site in reduction.site_names
        for method in Method
        if (site, method) in waves
    )
    return Comparison(confidence, groups, reduction.exclusions)


def _compare_waves(
    site: str, site_name: str, method: Method, waves: Mapping[str, Group], confidence: float
) -> GroupComparison:
    in_order = sorted(waves.items(), key=lambda entry: (entry[1].earliest, entry[0]))
    return GroupComparison(
        site=site,
        site_name=site_name,
        method=method,
        waves=tuple(_figures(wave, group, confidence) for wave, group in in_order),
        changes=tuple(_change(earlier, later, confidence) for earlier, later in pairwise(in_order)),
    )


def _figures(wave: str, group: Group, confidence: float) -> WaveFigures:
    moments = group.score.moments()
    interval = score_interval(moments, confidence)
    return WaveFigures(wave, moments.n, moments.mean, moments.sd, interval)


def _change(earlier: tuple[str, Group], later: tuple[str, Group], confidence: float) -> WaveChange:
    (from_wave, before), (to_wave, after) = earlier, later
    obstacle = _obstacle(before.rules | after.rules)
    if obstacle is not None:
        return _not_comparable(from_wave, to_wave, obstacle)
    change = welch(before.score.moments(), after.score.moments(), confidence)
    interval = change.interval
    return WaveChange(
        from_wave=from_wave,
        to_wave=to_wave,
        difference=change.difference,
        interval=interval,
        p_value=change.p_value,
        # One measure is compared, so there is no family of tests to adjust for.
        p_adjusted=change.p_value,
        distinguishable=None if interval is None else interval.excludes(0),
        smallest_visible=change.half_width,
        verdict=_verdict(change, fewest_visits=min(before.score.n, after.score.n)),
        obstacle=None,
    )


def _obstacle(rules: AbstractSet[Rules]) -> Obstacle | None:
    """Return in what the rules of all these visits differ, the coarsest first, or None."""
    if len({rule.checklist for rule in rules}) > 1:
        return Obstacle.CHECKLIST
    if len({rule.scoring_sha256 for rule in rules}) > 1:
        return Obstacle.SCORING
    return Obstacle.AREA_WEIGHTS if len(rules) > 1 else None


def _not_comparable(from_wave: str, to_wave: str, obstacle: Obstacle) -> WaveChange:
    # A difference between two yardsticks is no change, so no figure is given to misread.
    return WaveChange(
        from_wave=from_wave,
        to_wave=to_wave,
        difference=None,
        interval=None,
        p_value=None,
        p_adjusted=None,
        distinguishable=None,
        smallest_visible=None,
        verdict=Verdict.NOT_COMPARABLE,
        obstacle=obstacle,
    )


def _verdict(change: Change, *, fewest_visits: int) -> Verdict:
    if fewest_visits == 1:
        return Verdict.CHANGED
    if change.interval is None or not change.interval.excludes(0):
        return Verdict.UNCLEAR
    return Verdict.BETTER if change.difference > 0 else Verdict.WORSE
