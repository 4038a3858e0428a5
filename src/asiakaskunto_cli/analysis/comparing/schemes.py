"""By what weights the answers of a visit become its score: its own, or those of common items."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.comparing.results import Left
from asiakaskunto_cli.analysis.points import shares
from asiakaskunto_cli.checklist.digest import rule_sha256
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import ItemDetail, VisitDetail
from asiakaskunto_cli.scoring.visit import weighted_mean
from asiakaskunto_cli.words import Area, State

# An item of weight 0 has a score of its own too, if its answer has one.
HAS_SCORE = frozenset({State.SCORED, State.INFORMATIONAL})


@dataclass(frozen=True, slots=True)
class Weighed:
    """An item that counts, in its area and with its weight there."""

    area: Area
    weight: float


@dataclass(frozen=True, slots=True)
class Scheme:
    """The items that a score is made of, and how its areas weigh."""

    items: Mapping[str, Weighed]
    area_weights: Mapping[Area, float]


@dataclass(frozen=True, slots=True)
class Part:
    """One item's part of a visit's score: its effective weight (0..1) and its score (0..1)."""

    weight: float
    score: float


@dataclass(frozen=True, slots=True)
class Common:
    """The items that all versions of a checklist have, weighed as the newest weighs them."""

    scheme: Scheme
    left_out: Mapping[str, Left]
    coverage: float


def own_scheme(checklist: Checklist, area_weights: Mapping[Area, float]) -> Scheme:
    """Return how a checklist itself makes a score of its answers."""
    items = {
        item.id: Weighed(item.area, item.weight)
        for item in checklist.items.values()
        if item.scorable and item.area is not None
    }
    return Scheme(items, area_weights)


def common_scheme(
    newest: Checklist, others: Sequence[Checklist], area_weights: Mapping[Area, float]
) -> Common | None:
    """Return how versions of a checklist can be compared; None where they share no item.

    An item is shared where its rule is the same in all of them; the weights, and the area
    weights handed in, are the newest version's.
    """
    own = own_scheme(newest, area_weights)
    left_out: dict[str, Left] = {}
    for item in newest.items.values():
        reason = _why_not(newest, item, others)
        if item.id in own.items and reason is not None:
            left_out[item.id] = reason
    for other in others:
        for item in other.items.values():
            if item.scorable and item.id not in own.items:
                left_out[item.id] = Left.ONLY_OLDER
    items = {name: one for name, one in own.items.items() if name not in left_out}
    decided = shares(newest, area_weights)
    coverage = math.fsum(decided.get(name, 0.0) for name in items)
    if not coverage:
        return None
    return Common(Scheme(items, area_weights), left_out, coverage)


def parts_of(detail: VisitDetail, scheme: Scheme) -> Mapping[str, Part]:
    """Return what a visit's score is made of, by item: Σ weight = 1, 100 · Σ weight · score."""
    scored = {
        name: (weighed, score)
        for name, weighed in scheme.items.items()
        if weighed.weight > 0 and (score := _score(detail.items.get(name))) is not None
    }
    present = {weighed.area for weighed, _score in scored.values()}
    of_areas = math.fsum(scheme.area_weights.get(area, 0.0) for area in present)
    if not of_areas:
        return {}
    in_area = {
        area: math.fsum(one.weight for one, _score in scored.values() if one.area is area)
        for area in present
    }
    return {
        name: Part(
            scheme.area_weights.get(one.area, 0.0) / of_areas * one.weight / in_area[one.area],
            score,
        )
        for name, (one, score) in scored.items()
    }


def score_by(
    detail: VisitDetail, scheme: Scheme
) -> tuple[float | None, Mapping[Area, float | None]]:
    """Return the score of a visit and of its areas (0..100) by a scheme; None without items."""
    scored = [
        (weighed, score)
        for name, weighed in scheme.items.items()
        if (score := _score(detail.items.get(name))) is not None
    ]
    areas: dict[Area, float | None] = {}
    for area in Area:
        mean = weighted_mean((score, one.weight) for one, score in scored if one.area is area)
        areas[area] = None if mean is None else 100 * mean
    score = weighted_mean((areas[area], scheme.area_weights.get(area, 0.0)) for area in Area)
    return score, areas


def _score(shown: ItemDetail | None) -> float | None:
    if shown is None or shown.state not in HAS_SCORE:
        return None
    return shown.score


def _why_not(newest: Checklist, item: ItemBase, others: Sequence[Checklist]) -> Left | None:
    """Return why an item of the newest version is not in all the others, or None where it is."""
    known = [(other, other.items[item.id]) for other in others if item.id in other.items]
    if len(known) < len(others):
        return Left.ONLY_NEWER
    rule = rule_sha256(newest, item)
    same = all(one.has_rule and rule_sha256(other, one) == rule for other, one in known)
    return None if same else Left.RULE_CHANGED
