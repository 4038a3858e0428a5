"""The figures of a wave: its mean with an interval, its visits as dots, its failed gates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from asiakaskunto_cli.analysis.comparing.estimates import interval_of
from asiakaskunto_cli.analysis.comparing.facts import Facts, Strata, values_of
from asiakaskunto_cli.analysis.comparing.index import index_of, methods_of
from asiakaskunto_cli.analysis.comparing.measures import Family, Kind
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import WaveFigures
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.moments import pooled
from asiakaskunto_cli.analysis.reduce import Limit


class Place(NamedTuple):
    """Where and when a checklist was answered, and what of it is compared."""

    checklist: str
    part: str
    site: str
    wave: str


def place_of(facts: Facts) -> Place:
    """Return the place of visits."""
    return Place(facts.yardstick.checklist, facts.yardstick.part, facts.site, facts.wave)


def few_at(groups: Iterable[Strata], anonymous: frozenset[str], fewest: int) -> frozenset[Place]:
    """Return the places at which a group has some, but too few, visits by these checklists."""
    found: set[Place] = set()
    for strata in groups if anonymous else ():
        counts: Counter[Place] = Counter()
        for facts, cell in strata.items():
            if facts.yardstick.checklist in anonymous:
                counts[place_of(facts)] += cell.value.n
        found.update(place for place, visits in counts.items() if visits < fewest)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Discretion:
    """What must not be told of few people: ``anonymous`` are checklists that promised as much.

    ``few`` are the places where so few answered one of those that they may not be told, not even
    as what is left of a larger group when the others are known.
    """

    request: Request
    anonymous: frozenset[str]
    few: frozenset[Place] = frozenset()

    def withholds(self, strata: Strata) -> bool:
        """Tell whether a wave is too small for its result to be told."""
        visits = sum(cell.value.n for cell in strata.values())
        return visits < self.fewest(strata) or any(place_of(facts) in self.few for facts in strata)

    def fewest(self, strata: Strata) -> int:
        """Return the least number of visits of which anything may be told."""
        personal = bool(self.request.named) or self.is_anonymous(strata)
        return self.request.min_group if personal else 1

    def is_anonymous(self, strata: Strata) -> bool:
        """Tell whether nobody's answers may be shown alone."""
        return any(facts.yardstick.checklist in self.anonymous for facts in strata)


def figures_of(wave: str, strata: Strata, discretion: Discretion) -> WaveFigures:
    """Return the figures of a wave, without any where its result is withheld."""
    request = discretion.request
    visits = sum(cell.value.n for cell in strata.values())
    if discretion.withholds(strata):
        return WaveFigures(wave, visits, None, None, None)
    if request.measure.family is Family.INDEX:
        return _index(wave, strata, discretion)
    sums = pooled(cell.value for cell in strata.values())
    moments, kind = sums.moments(), kind_of(strata)
    return WaveFigures(
        wave=wave,
        visits=visits,
        mean=moments.mean,
        sd=moments.sd if kind is Kind.MEAN else None,
        interval=interval_of(sums, kind, request.measure.lowest, request.confidence),
        values=() if discretion.is_anonymous(strata) else values_of(strata),
        limits=_limits(strata, discretion),
    )


def kind_of(strata: Strata) -> Kind:
    """Return what the figures of cells are; of several kinds only a mean can be told."""
    kinds = {facts.yardstick.kind for facts in strata}
    return kinds.pop() if len(kinds) == 1 else Kind.MEAN


def _index(wave: str, strata: Strata, discretion: Discretion) -> WaveFigures:
    request = discretion.request
    weights = request.method_weights
    found = index_of(strata, weights, request.confidence)
    methods = methods_of(strata, weights)
    return WaveFigures(
        wave=wave,
        visits=sum(cell.value.n for facts, cell in strata.items() if facts.method in methods),
        mean=None if found is None else found.mean,
        sd=None,
        interval=None if found is None else _seen(found.interval),
        methods=methods,
        limits=_limits(strata, discretion),
    )


def _seen(interval: Interval | None) -> Interval | None:
    """Return the part of an interval in which scores can lie; None where they did not vary."""
    return interval.of_scores() if interval is not None and interval.has_width else None


def _limits(strata: Strata, discretion: Discretion) -> tuple[Limit, ...]:
    """Return what limits a level; of anonymous visits without the file that it is in."""
    limits = {limit for cell in strata.values() for limit in cell.limits}
    if discretion.is_anonymous(strata):
        limits = {replace(limit, file="") for limit in limits}
    return tuple(sorted(limits))
