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
    """Sites that were measured by the same methods, the highest index first.

    ``sd`` is the standard deviation of their indexes, None for one site.
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
    """
    by_methods: dict[tuple[Method, ...], list[tuple[SiteSummary, Estimate]]] = {}
    for site in sites:
        if site.index is not None:
            methods = tuple(m for m in Method if m in site.methods)
            by_methods.setdefault(methods, []).append((site, site.index))
    found = (_league(methods, ranked) for methods, ranked in by_methods.items())
    return tuple(sorted(found, key=lambda one: (-len(one.standings), one.methods)))


def _league(methods: tuple[Method, ...], ranked: Sequence[tuple[SiteSummary, Estimate]]) -> League:
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
        methods=methods,
        standings=tuple(sorted(standings, key=lambda one: (-one.index.mean, one.site.site))),
        mean=statistics.fmean(means),
        sd=statistics.stdev(means) if len(means) > 1 else None,
        lowest=min(means),
        highest=max(means),
    )


def _is_ahead(one: Estimate, other: Estimate) -> bool:
    """Tell whether the whole interval of one index lies over that of the other."""
    if one.interval is None or other.interval is None:
        return False
    return one.interval.low > other.interval.high
