"""What the area weights do: the mean score by those used beside the one by equal weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.means import SCORES, Mean
from asiakaskunto_cli.analysis.reduce import Rules
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.scoring.visit import weighted_mean
from asiakaskunto_cli.words import Area, Method


@dataclass(frozen=True, slots=True)
class Profile:
    """Visits scored by area weights that are not equal; the weights are shares of 1.

    Both means are of the same visits, in points (0..100).
    """

    method: Method
    weights: Mapping[Area, float]
    weighted: Mean
    equal: Mean


def profiles(details: Sequence[VisitDetail], confidence: float) -> tuple[Profile, ...]:
    """Return the two means of every method and set of weights that is not equal."""
    groups: dict[tuple[int, tuple[float, ...]], list[tuple[float, float]]] = {}
    for detail in details:
        record = detail.record
        shares = Rules.of(record).area_weights
        equal = weighted_mean((score, 1.0) for score in record.areas.values())
        if len(set(shares)) > 1 and record.score is not None and equal is not None:
            key = (list(Method).index(record.method), shares)
            groups.setdefault(key, []).append((record.score, equal))
    return tuple(
        Profile(
            method=list(Method)[method],
            weights=dict(zip(Area, shares, strict=True)),
            weighted=Mean.of((score for score, _equal in scores), SCORES, confidence),
            equal=Mean.of((equal for _score, equal in scores), SCORES, confidence),
        )
        for (method, shares), scores in sorted(groups.items(), key=lambda entry: entry[0])
    )
