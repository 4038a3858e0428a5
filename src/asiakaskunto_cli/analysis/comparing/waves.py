"""The figures of a wave: its mean with an interval, its visits as dots, its failed gates."""

from __future__ import annotations

from dataclasses import dataclass

from asiakaskunto_cli.analysis.comparing.estimates import interval_of
from asiakaskunto_cli.analysis.comparing.facts import Strata, values_of
from asiakaskunto_cli.analysis.comparing.index import index_of, methods_of
from asiakaskunto_cli.analysis.comparing.measures import Family, Kind
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import WaveFigures
from asiakaskunto_cli.analysis.moments import pooled
from asiakaskunto_cli.analysis.reduce import Limit


@dataclass(frozen=True, slots=True)
class Discretion:
    """What must not be told of few people: ``anonymous`` are checklists that promised as much."""

    request: Request
    anonymous: frozenset[str]

    def withholds(self, strata: Strata) -> bool:
        """Tell whether a wave is too small for its result to be told."""
        visits = sum(cell.value.n for cell in strata.values())
        personal = bool(self.request.named) or self.is_anonymous(strata)
        return personal and visits < self.request.min_group

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
        return _index(wave, strata, request)
    sums = pooled(cell.value for cell in strata.values())
    moments, kind = sums.moments(), kind_of(strata)
    return WaveFigures(
        wave=wave,
        visits=visits,
        mean=moments.mean,
        sd=moments.sd if kind is Kind.MEAN else None,
        interval=interval_of(sums, kind, request.measure.lowest, request.confidence),
        values=() if discretion.is_anonymous(strata) else values_of(strata),
        limits=_limits(strata),
    )


def kind_of(strata: Strata) -> Kind:
    """Return what the figures of cells are; of several kinds only a mean can be told."""
    kinds = {facts.yardstick.kind for facts in strata}
    return kinds.pop() if len(kinds) == 1 else Kind.MEAN


def _index(wave: str, strata: Strata, request: Request) -> WaveFigures:
    weights = request.method_weights
    found = index_of(strata, weights, request.confidence)
    methods = methods_of(strata, weights)
    return WaveFigures(
        wave=wave,
        visits=sum(cell.value.n for facts, cell in strata.items() if facts.method in methods),
        mean=None if found is None else found.mean,
        sd=None,
        interval=found.interval and found.interval.of_scores() if found is not None else None,
        methods=methods,
        limits=_limits(strata),
    )


def _limits(strata: Strata) -> tuple[Limit, ...]:
    return tuple(sorted({limit for cell in strata.values() for limit in cell.limits}))
