"""The asiakaskunto index from wave to wave: the methods weighted, and never other methods.

A method's checklists may differ from wave to wave. The change is that of the checklists in both,
each weighing the same in both waves, so that asking by another mix of them is no change.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from asiakaskunto_cli.analysis.comparing.estimates import mean_change
from asiakaskunto_cli.analysis.comparing.facts import Strata, cells_by_site
from asiakaskunto_cli.analysis.comparing.measures import Yardstick
from asiakaskunto_cli.analysis.comparing.obstacles import in_what_they_differ
from asiakaskunto_cli.analysis.comparing.results import Obstacle
from asiakaskunto_cli.analysis.intervals import Change, WeightedMean, weighted_change, weighted_mean
from asiakaskunto_cli.analysis.moments import ExactSums, pooled
from asiakaskunto_cli.words import Method

MethodWeights = Mapping[Method, float]
Sums = Mapping[Yardstick, ExactSums]


@dataclass(frozen=True, slots=True)
class IndexChange:
    """The change of an index over the sites in both waves, from so many visits before and after.

    ``unshared`` are the checklists that no change could be told by, at one site or another.
    """

    change: Change
    sites: tuple[str, ...]
    left_out: tuple[str, ...]
    unshared: frozenset[str]
    fewest: int
    before: int
    after: int


def methods_of(strata: Strata, weights: MethodWeights) -> tuple[Method, ...]:
    """Return the methods that carry weight and have visits."""
    present = {facts.method for facts in strata}
    return tuple(method for method in Method if method in present and weights.get(method))


def index_of(strata: Strata, weights: MethodWeights, confidence: float) -> WeightedMean | None:
    """Return the index of a wave over all of its visits; None where no method carries weight."""
    methods = methods_of(strata, weights)
    if not methods:
        return None
    found = {
        method: pooled(cell.value for facts, cell in strata.items() if facts.method is method)
        for method in methods
    }
    parts = [(weights[method], found[method].moments()) for method in methods]
    return weighted_mean(parts, confidence)


def index_change(
    before: Strata, after: Strata, weights: MethodWeights, confidence: float
) -> IndexChange | Obstacle:
    """Return the change of the index, of several sites the mean of theirs, or what is in the way.

    Only sites that were measured by the same methods in both waves are compared.
    """
    first, last = cells_by_site(before), cells_by_site(after)
    shared = [site for site in sorted(first) if site in last]
    if not shared:
        return Obstacle.SITES
    same = [
        site for site in shared if _methods(first, site, weights) == _methods(last, site, weights)
    ]
    changes = {site: _at_site(first[site], last[site], weights, confidence) for site in same}
    found = {site: one for site, one in changes.items() if isinstance(one, IndexChange)}
    if not found:
        reasons = (one for one in changes.values() if isinstance(one, Obstacle))
        return next(reasons, Obstacle.METHODS)
    left_out = tuple(sorted((first.keys() | last.keys()) - found.keys()))
    if len(found) == 1:
        ((site, one),) = found.items()
        return replace(one, sites=(site,), left_out=left_out)
    return IndexChange(
        mean_change([one.change.difference for one in found.values()], confidence),
        tuple(found),
        left_out,
        frozenset().union(*(one.unshared for one in found.values())),
        len(found),
        sum(one.before for one in found.values()),
        sum(one.after for one in found.values()),
    )


def _at_site(
    before: Strata, after: Strata, weights: MethodWeights, confidence: float
) -> IndexChange | Obstacle:
    """Return the change of one site's index from the checklists of every method in both waves."""
    first_parts, last_parts = [], []
    unshared: set[str] = set()
    visits = {0: 0, 1: 0}
    fewest = math.inf
    for method in methods_of(before, weights):
        first, last = _by_yardstick(before, method), _by_yardstick(after, method)
        shared = _told(first, last)
        if not shared:
            return in_what_they_differ({*first}, {*last})
        unshared.update(one.checklist for one in {*first, *last} - {*shared})
        counted = {one: first[one].n + last[one].n for one in shared}
        for one in shared:
            weight = weights[method] * counted[one] / sum(counted.values())
            first_parts.append((weight, first[one].moments()))
            last_parts.append((weight, last[one].moments()))
            visits[0] += first[one].n
            visits[1] += last[one].n
            fewest = min(fewest, first[one].n, last[one].n)
    change = weighted_change(first_parts, last_parts, confidence)
    return IndexChange(change, (), (), frozenset(unshared), int(fewest), visits[0], visits[1])


def _told(first: Sums, last: Sums) -> list[Yardstick]:
    """Return the yardsticks of both waves; those of a single visit only where there are no others.

    One visit alone would leave the whole index without an interval.
    """
    shared = sorted(one for one in first if one in last)
    several = [one for one in shared if min(first[one].n, last[one].n) > 1]
    return several or shared


def _by_yardstick(strata: Strata, method: Method) -> dict[Yardstick, ExactSums]:
    found: dict[Yardstick, list[ExactSums]] = defaultdict(list)
    for facts, cell in strata.items():
        if facts.method is method:
            found[facts.yardstick].append(cell.value)
    return {yardstick: pooled(parts) for yardstick, parts in found.items()}


def _methods(sites: Mapping[str, Strata], site: str, weights: MethodWeights) -> tuple[Method, ...]:
    return methods_of(sites[site], weights)
