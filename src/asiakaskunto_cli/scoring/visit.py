"""The scores of one visit: items, areas, sections, touchpoints, gates, completeness, level."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.scoring.classes import ClassResult, classify
from asiakaskunto_cli.scoring.conditions import Seen, visible_items
from asiakaskunto_cli.scoring.gates import Gates, check_gates
from asiakaskunto_cli.scoring.items import score_of, state_of
from asiakaskunto_cli.scoring.levels import DECIMALS, level_for
from asiakaskunto_cli.scoring.policy import COMPLETE_FROM, Policy
from asiakaskunto_cli.scoring.response import NO_RESPONSE, Responses, VisitFacts
from asiakaskunto_cli.words import Area, Level, Outcome, State

Key = Callable[[ItemBase], str | None]


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One shown item: how it ended, and its score in 0..1 where it has one."""

    item: ItemBase
    state: State
    score: float | None


@dataclass(frozen=True, slots=True)
class VisitScores:
    """Everything that follows from a visit's answers; scores 0..100, None where nothing scored."""

    items: tuple[ItemResult, ...]
    score: float | None
    areas: Mapping[Area, float | None]
    sections: Mapping[str, float | None]
    measures: Mapping[str, float | None]
    touchpoints: Mapping[str, float | None]
    area_weights: Mapping[Area, float]
    completeness: float
    counts: Mapping[State, int]
    gates: Gates
    classes: Mapping[str, ClassResult]
    level: Level | None
    outcome: Outcome


def score_visit(
    checklist: Checklist, responses: Responses, visit: VisitFacts, policy: Policy
) -> VisitScores:
    """Return the scores of a visit; hidden items are left out altogether."""
    visible = visible_items(checklist, responses, visit)
    shown = {name: responses.get(name, NO_RESPONSE) for name in visible}
    results = tuple(_result(checklist, checklist.items[name], shown) for name in visible)
    areas = {area: _mean_where(results, lambda item: item.area, area) for area in Area}
    weights = area_weights(checklist, policy)
    score = weighted_mean((areas[area], weights[area]) for area in Area)
    gates = check_gates(results)
    completeness = completeness_of(results)
    outcome = outcome_of(results, completeness)
    level = level_for(
        score, areas, policy.levels, critical=gates.critical_limits, core=gates.core_limits
    )
    return VisitScores(
        items=results,
        score=score,
        areas=areas,
        sections=_means_by(results, lambda item: checklist.section_of[item.id].id),
        measures=_means_by(results, lambda item: item.measure),
        touchpoints=_means_by(results, lambda item: item.touchpoint),
        area_weights=weights,
        completeness=completeness,
        counts={state: sum(result.state == state for result in results) for state in State},
        gates=gates,
        classes=classify(Seen(checklist, shown, visit)),
        level=level if outcome is Outcome.COMPLETE else None,
        outcome=outcome,
    )


def area_weights(checklist: Checklist, policy: Policy) -> Mapping[Area, float]:
    """Return the checklist's own area weights, else the programme's; an unnamed area weighs 1."""
    chosen = checklist.area_weights or policy.area_weights
    return {area: chosen.get(area, 1.0) for area in Area}


def weighted_mean(pairs: Iterable[tuple[float | None, float]]) -> float | None:
    """Return Σw·x / Σw over the pairs with a value; None without any weight, never 0."""
    present = [(value, weight) for value, weight in pairs if value is not None and weight > 0]
    total = math.fsum(weight for _, weight in present)
    if not total:
        return None
    return math.fsum(value * weight for value, weight in present) / total


def completeness_of(results: Iterable[ItemResult]) -> float:
    """Return the share (0..1) of scorable items that were scored or do not apply.

    Where nothing is scorable, the share of all items that were settled by an answer.
    """
    results = list(results)
    scorable = [result for result in results if result.item.scorable]
    done = {State.SCORED, State.NOT_APPLICABLE}
    if not scorable:
        scorable, done = results, {State.INFORMATIONAL, State.NOT_APPLICABLE}
    if not scorable:
        return 1.0
    return sum(result.state in done for result in scorable) / len(scorable)


def outcome_of(results: Iterable[ItemResult], completeness: float) -> Outcome:
    """Return whether the visit counts: enough answered, and something scored if anything could."""
    scorable = [result for result in results if result.item.scorable]
    nothing_scored = scorable and not any(result.state is State.SCORED for result in scorable)
    if nothing_scored or round(completeness, DECIMALS) < COMPLETE_FROM:
        return Outcome.INCOMPLETE
    return Outcome.COMPLETE


def _result(checklist: Checklist, item: ItemBase, responses: Responses) -> ItemResult:
    return ItemResult(
        item, state_of(checklist, item, responses), score_of(checklist, item, responses)
    )


def _mean_where(results: Iterable[ItemResult], key: Key, wanted: str) -> float | None:
    mean = weighted_mean(
        (result.score, result.item.weight)
        for result in results
        if result.state is State.SCORED and key(result.item) == wanted
    )
    return None if mean is None else 100 * mean


def _means_by(results: tuple[ItemResult, ...], key: Key) -> Mapping[str, float | None]:
    """Return the mean of every group in which something was asked, in order of appearance."""
    names = dict.fromkeys(str(name) for result in results if (name := key(result.item)))
    return {name: _mean_where(results, key, name) for name in names}
