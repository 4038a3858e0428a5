"""The series of a group's waves: where it is going, and which waves lie outside of the others."""

from __future__ import annotations

import math
from collections.abc import Sequence

from asiakaskunto_cli.analysis.comparing.estimates import by_site
from asiakaskunto_cli.analysis.comparing.facts import Strata, cells_by_site
from asiakaskunto_cli.analysis.comparing.index import index_of, methods_of
from asiakaskunto_cli.analysis.comparing.measures import Family, Yardstick
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import Trend
from asiakaskunto_cli.analysis.trend import FEWEST_WAVES, mann_kendall, theil_sen
from asiakaskunto_cli.analysis.xmr import FEWEST_WAVES as FEWEST_FOR_LIMITS
from asiakaskunto_cli.analysis.xmr import natural_limits
from asiakaskunto_cli.words import Method

InOrder = Sequence[tuple[str, Strata]]
MeasuredSite = tuple[str, tuple[Method, ...]]
"""A site and the methods behind its index; other measures have one method anyway."""


def trend_of(waves: InOrder, request: Request) -> Trend | None:
    """Return the trend of the newest waves that were all measured alike; None under five of them.

    Of several sites only those with visits in every one of these waves count, each the same, so
    that a change of sites is no trend.
    """
    alike = _measured_alike(waves, request)
    if len(alike) < FEWEST_WAVES:
        return None
    by_wave = [_figures(strata, request) for _wave, strata in alike]
    everywhere = sorted(set.intersection(*map(set, by_wave)))
    if not everywhere:
        return None
    series = [math.fsum(one[site] for site in everywhere) / len(everywhere) for one in by_wave]
    sites = {site for site, _methods in everywhere}
    test = mann_kendall(series)
    return Trend(
        waves=tuple(wave for wave, _strata in alike),
        series=tuple(series),
        test=test,
        line=theil_sen(series),
        distinguishable=test.p_value < 1 - request.confidence,
        limits=natural_limits(series) if len(series) >= FEWEST_FOR_LIMITS else None,
        sites=tuple(sorted(sites)),
        left_out=tuple(sorted({site for one in by_wave for site, _methods in one} - sites)),
    )


def _measured_alike(waves: InOrder, request: Request) -> InOrder:
    """Return the longest run of waves, up to the newest, that share their one yardstick.

    An index has one of every method.
    """
    run: list[tuple[str, Strata]] = []
    for wave, strata in reversed(waves):
        yardsticks = _yardsticks(strata, request)
        several = len(yardsticks) > len({method for method, _yardstick in yardsticks})
        if several or (run and yardsticks != _yardsticks(run[-1][1], request)):
            break
        run.append((wave, strata))
    return run[::-1]


def _yardsticks(strata: Strata, request: Request) -> set[tuple[Method, Yardstick]]:
    weights = request.method_weights
    is_index = request.measure.family is Family.INDEX
    counted = methods_of(strata, weights) if is_index else tuple(Method)
    return {(facts.method, facts.yardstick) for facts in strata if facts.method in counted}


def _figures(strata: Strata, request: Request) -> dict[MeasuredSite, float]:
    """Return the figure of every site in a wave."""
    if request.measure.family is not Family.INDEX:
        return {(site, ()): sums.moments().mean for site, sums in by_site(strata).items()}
    weights, figures = request.method_weights, {}
    for site, cells in cells_by_site(strata).items():
        found = index_of(cells, weights, request.confidence)
        if found is not None:
            figures[site, methods_of(cells, weights)] = found.mean
    return figures
