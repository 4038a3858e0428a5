"""Sites side by side: who is ahead of whom as far as the visits can tell, and how far apart."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.site import Estimate, SiteSummary
from asiakaskunto_cli.words import Method


@dataclass(frozen=True, slots=True)
class Standing:
    """A site with an index, and the places it may have: the same place twice where it is sure."""

    site: SiteSummary
    index: Estimate
    best_place: int
    worst_place: int


@dataclass(frozen=True, slots=True)
class League:
    """Sites whose indexes come from the same methods, the highest index first.

    ``methods`` are those that every one of them was measured by. ``sd`` is the standard deviation
    of their indexes, None for one site.
    """

    methods: tuple[Method, ...]
    standings: tuple[Standing, ...]
    mean: float
    sd: float | None
    lowest: float
    highest: float


def leagues(sites: Sequence[SiteSummary]) -> tuple[League, ...]:
    """Return the sites that have an index, in a league for every set of methods, largest first.

    Indexes of different methods measure different things, so they are never ranked together.
    The sites are summarised by one policy, and come in whatever order.
    """
    # Of the methods that carry weight, an index has those that are not missing. What a site was
    # measured by says less: a method without weight is there too, and is not in the index.
    by_missing: dict[tuple[Method, ...], list[tuple[SiteSummary, Estimate]]] = {}
    for site in sites:
        if site.index is not None:
            by_missing.setdefault(site.methods_missing, []).append((site, site.index))
    return tuple(sorted(map(_league, by_missing.values()), key=_size_and_methods))


def _league(ranked: Sequence[tuple[SiteSummary, Estimate]]) -> League:
    indexes = [index for _site, index in ranked]
    standings = [
        Standing(
            site=site,
            index=index,
            best_place=1 + sum(_is_ahead(other, index) for other in indexes),
            worst_place=len(ranked) - sum(_is_ahead(index, other) for other in indexes),
        )
        for site, index in ranked
    ]
    means = [index.mean for index in indexes]
    return League(
        methods=tuple(m for m in Method if all(m in site.methods for site, _index in ranked)),
        standings=tuple(sorted(standings, key=lambda one: (-one.index.mean, one.site.site))),
        mean=statistics.fmean(means),
        sd=statistics.stdev(means) if len(means) > 1 else None,
        lowest=min(means),
        highest=max(means),
    )


def _size_and_methods(league: League) -> tuple[int, list[int]]:
    order = list(Method)
    return -len(league.standings), [order.index(method) for method in league.methods]


def _is_ahead(one: Estimate, other: Estimate) -> bool:
    """Tell whether the whole interval of one index lies over that of the other.

    An interval without width has seen no variation: it cannot tell what chance may do.
    """
    if one.interval is None or other.interval is None:
        return False
    if not (one.interval.has_width and other.interval.has_width):
        return False
    return one.interval.low > other.interval.high
