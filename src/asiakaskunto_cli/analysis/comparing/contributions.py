"""Why the score moved: what every item and area brought to the change, adding up to it exactly.

The mean score of a wave is Σ W·s over its items: W is an item's mean effective weight over the
visits (0 on those where it did not apply; ΣW = 1), s its mean score by those weights. With bars
for the mean of both waves, Δ for later less earlier, and R for the mean of both mean scores,

    ΔM = Σ W̄·Δs + Σ (s̄ − R)·ΔW

because ΣΔW = 0. The first sum is real change; the second comes of a changed denominator: items
that applied on more visits or on fewer. An item of one wave alone has no Δs, only a second part.
Source: Kitagawa (1955), JASA 50:1168.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from asiakaskunto_cli.analysis.comparing.makings import PICO, Makings
from asiakaskunto_cli.analysis.comparing.results import Share
from asiakaskunto_cli.words import Area

BySite = Mapping[str, Makings]


@dataclass(frozen=True, slots=True)
class _Half:
    """An item in one wave at one site: its weight in a score (0..1), and its points there."""

    weight: float
    points: float

    @property
    def score(self) -> float | None:
        return self.points / self.weight if self.weight else None


NOTHING = _Half(0.0, 0.0)


def contributions(before: BySite, after: BySite, sites: Iterable[str]) -> tuple[Share, ...]:
    """Return what every item brought to the mean change of these sites, by item id.

    Every site has visits in both waves; of several, each counts the same, as their change does.
    """
    found: dict[str, list[Share]] = defaultdict(list)
    counted = 0
    for site in sites:
        counted += 1
        for share in _at_site(before[site], after[site]):
            found[share.id].append(share)
    return tuple(_mean(name, shares, counted) for name, shares in sorted(found.items()))


def by_area(shares: Iterable[Share], areas: Mapping[str, Area]) -> tuple[Share, ...]:
    """Return the shares of items summed by their areas."""
    found: dict[Area, list[Share]] = defaultdict(list)
    for share in shares:
        found[areas[share.id]].append(share)
    return tuple(_mean(area, found[area], 1) for area in Area if area in found)


def _at_site(before: Makings, after: Makings) -> Iterator[Share]:
    middle = (_mean_score(before) + _mean_score(after)) / 2
    for name in sorted(before.items.keys() | after.items.keys()):
        first, last = _half(before, name), _half(after, name)
        first_score, last_score = _scores(first, last)
        weight = (first.weight + last.weight) / 2
        real = weight * (last_score - first_score)
        points = last.points - first.points - middle * (last.weight - first.weight)
        yield Share(name, points, real, points - real)


def _scores(first: _Half, last: _Half) -> tuple[float, float]:
    """Return the scores of an item in both waves; one that it has in one alone serves for both."""
    known = [one for one in (first.score, last.score) if one is not None]
    return (known[0], known[-1]) if known else (0.0, 0.0)


def _half(makings: Makings, name: str) -> _Half:
    found = makings.items.get(name)
    if found is None:
        return NOTHING
    return _Half(found.weight / (PICO * makings.n), found.points / (PICO * makings.n))


def _mean_score(makings: Makings) -> float:
    return sum(one.points for one in makings.items.values()) / (PICO * makings.n)


def _mean(name: str, shares: Iterable[Share], count: int) -> Share:
    """Return the shares of one thing, summed and divided by how many there are to share."""
    parts = list(shares)
    return Share(
        name,
        math.fsum(one.points for one in parts) / count,
        math.fsum(one.real for one in parts) / count,
        math.fsum(one.denominator for one in parts) / count,
    )
