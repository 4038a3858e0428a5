"""The same touchpoint by every method: what was observed, tested, and said by customers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from asiakaskunto_cli.analysis.intervals import score_interval
from asiakaskunto_cli.analysis.moments import ExactSums
from asiakaskunto_cli.analysis.site import Estimate
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method


def touchpoints_of(
    visits: Iterable[VisitDetail], confidence: float
) -> Mapping[str, Mapping[Method, Estimate]]:
    """Return the mean score (0..100) of every touchpoint by method, by name; only what was scored.

    The confidence of the intervals is between 0 and 1.
    """
    sums: dict[str, dict[Method, ExactSums]] = {}
    for visit in visits:
        for name, score in visit.touchpoints.items():
            of_method = sums.setdefault(name, {}).setdefault(visit.record.method, ExactSums())
            of_method.add(score)
    found = {
        name: {m: _estimate(by[m], confidence) for m in Method if m in by and by[m].n}
        for name, by in sorted(sums.items())
    }
    return {name: by for name, by in found.items() if by}


def _estimate(sums: ExactSums, confidence: float) -> Estimate:
    moments = sums.moments()
    return Estimate(moments.n, moments.mean, score_interval(moments, confidence))
