"""The figures of a wave: its mean with an interval, its visits as dots, its failed gates."""

from __future__ import annotations

from asiakaskunto_cli.analysis.comparing.estimates import interval_of
from asiakaskunto_cli.analysis.comparing.facts import Strata, values_of, visits_in
from asiakaskunto_cli.analysis.comparing.index import index_of, methods_of
from asiakaskunto_cli.analysis.comparing.measures import Family, Kind
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import WaveFigures
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.moments import pooled
from asiakaskunto_cli.analysis.reduce import Limit


def figures_of(wave: str, strata: Strata, request: Request) -> WaveFigures:
    """Return the figures of a wave, without any where its result is withheld."""
    visits = visits_in(strata)
    if visits < request.fewest:
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
        values=values_of(strata),
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
        interval=None if found is None else _seen(found.interval),
        methods=methods,
        limits=_limits(strata),
    )


def _seen(interval: Interval | None) -> Interval | None:
    """Return the part of an interval in which scores can lie; None where they did not vary."""
    return interval.of_scores() if interval is not None and interval.has_width else None


def _limits(strata: Strata) -> tuple[Limit, ...]:
    return tuple(sorted({limit for cell in strata.values() for limit in cell.limits}))
