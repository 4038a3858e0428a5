"""A comparison as a stable, versioned JSON document; figures in points, to six decimals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from asiakaskunto_cli.analysis.comparing.results import (
    Comparison,
    Contributions,
    Difference,
    Evaluators,
    GroupComparison,
    Share,
    SiteMix,
    Trend,
    Versions,
    WaveChange,
    WaveFigures,
)
from asiakaskunto_cli.analysis.comparing.screening import SCREENING_Q
from asiakaskunto_cli.analysis.key_figures.contradiction import Contradiction
from asiakaskunto_cli.pages.excluded import Excluded
from asiakaskunto_cli.pages.figures import ends, rounded, rounded_p
from asiakaskunto_cli.words import Method

SCHEMA_VERSION = 1


def comparison_data(comparison: Comparison, excluded: Sequence[Excluded]) -> dict[str, Any]:
    """Return everything that a comparison comes to."""
    request = comparison.request
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "comparison",
        "by": [one.text for one in request.dimensions],
        "measure": request.measure.text,
        "baseline": request.baseline,
        "period": request.period,
        "since": None if request.since is None else str(request.since),
        "only_sites": sorted(request.sites),
        "only_methods": [one for one in Method if one in request.methods],
        "confidence": request.confidence,
        "groups": [_group(group) for group in comparison.groups],
        "without_segment_or_class": comparison.outside,
        "excluded_reports": [{"file": one.file, "reason": one.reason} for one in excluded],
    }


def _group(group: GroupComparison) -> dict[str, Any]:
    return {
        "key": dict(group.key),
        "figure": group.kind,
        "waves": [_wave(wave) for wave in group.waves],
        "changes": [one for change in group.changes for one in _changes(change)],
        "trend": None if group.trend is None else _trend(group.trend),
        "contradiction": None
        if group.contradiction is None
        else _contradiction(group.contradiction),
    }


def _wave(wave: WaveFigures) -> dict[str, Any]:
    found: dict[str, Any] = {
        "wave": wave.wave,
        "visits": wave.visits,
        "mean": rounded(wave.mean),
        "sd": rounded(wave.sd),
        "ci95": ends(wave.interval),
        "critical_failed": sorted({item for one in wave.limits for item in one.critical_failed}),
        "core_failed": sorted({item for one in wave.limits for item in one.core_failed}),
    }
    return found | ({"methods": list(wave.methods)} if wave.methods else {})


def _changes(change: WaveChange) -> Iterator[dict[str, Any]]:
    """Yield the change of the whole with all that belongs to it, then of areas and items."""
    yield _difference(change, change.overall) | _whole(change)
    for area in change.areas:
        yield _difference(change, area) | {"adjusted_by": "holm"}
    for item in change.items:
        yield _difference(change, item) | {
            "adjusted_by": "benjamini-hochberg",
            "screening_q": SCREENING_Q,
        }


def _difference(change: WaveChange, one: Difference) -> dict[str, Any]:
    """Return one measure's change; items are null where all are common, which is no empty list."""
    rescoring = change.rescoring
    return {
        "from": change.from_wave,
        "to": change.to_wave,
        "measure": one.measure,
        "difference": rounded(one.difference),
        "ci95": ends(one.interval),
        "p_value": rounded_p(one.p_value),
        "p_adjusted": rounded_p(one.p_adjusted),
        "distinguishable": one.distinguishable,
        "smallest_visible": rounded(one.smallest_visible),
        "verdict": one.verdict,
        "common_items": None if rescoring is None else list(rescoring.common),
        "excluded_items": None
        if rescoring is None
        else [{"item": item, "reason": why} for item, why in rescoring.left_out.items()],
    }


def _whole(change: WaveChange) -> dict[str, Any]:
    rescoring, mix = change.rescoring, change.index_mix
    otherwise = rescoring or mix
    return {
        "visits": [change.before, change.after],
        "reason": change.obstacle,
        "p_permutation": rounded_p(change.p_permutation),
        "as_measured": None if otherwise is None else rounded(otherwise.as_measured),
        "excluded_checklists": None if mix is None else list(mix.left_out),
        "rescored_because": None if rescoring is None else rescoring.cause,
        "coverage": None if rescoring is None else rounded(rescoring.coverage),
        "visits_without_common_items": None if rescoring is None else rescoring.without,
        "checklist_versions": change.versions and _versions(change.versions),
        "sites": change.site_mix and _sites(change.site_mix),
        "evaluators": change.evaluators and _evaluators(change.evaluators),
        "contributions": change.contributions and _contributions(change.contributions),
    }


def _versions(versions: Versions) -> dict[str, Any]:
    return {
        "from": list(versions.before),
        "to": list(versions.after),
        "reworded_items": list(versions.reworded),
    }


def _sites(mix: SiteMix) -> dict[str, Any]:
    return {
        "compared": list(mix.sites),
        "left_out": list(mix.left_out),
        "pooled_difference": None if mix.pooled is None else rounded(mix.pooled.difference),
        "standardised_difference": rounded(mix.standardised),
        "pooled_ci95": None if mix.pooled is None else ends(mix.pooled.interval),
    }


def _evaluators(people: Evaluators) -> dict[str, Any]:
    return {
        "from": list(people.before),
        "to": list(people.after),
        "in_both": list(people.shared),
        "leave_one_out": None
        if people.lowest is None
        else [rounded(people.lowest), rounded(people.highest)],
        "needed": list(people.needed),
        "some_unnamed": people.unnamed,
        "visits": {code: [before, after] for code, before, after in people.visits} or None,
    }


def _contributions(found: Contributions) -> dict[str, Any]:
    return {
        "areas": [{"area": one.id} | _share(one) for one in found.areas],
        "items": [{"item": one.id} | _share(one) for one in found.items],
    }


def _share(one: Share) -> dict[str, float | None]:
    return {
        "points": rounded(one.points),
        "real": rounded(one.real),
        "denominator": rounded(one.denominator),
    }


def _contradiction(found: Contradiction) -> dict[str, Any]:
    return {
        "subjective": rounded(found.subjective.mean),
        "objective": rounded(found.objective.mean),
        "difference": rounded(found.difference.mean),
        "ci95": ends(found.difference.interval),
        "visits": found.difference.n,
        "flagged": found.flagged,
    }


def _trend(trend: Trend) -> dict[str, Any]:
    limits = trend.limits
    return {
        "waves": list(trend.waves),
        "sites": {"compared": list(trend.sites), "left_out": list(trend.left_out)},
        "series": [rounded(one) for one in trend.series],
        "s": trend.test.s,
        "p_value": rounded_p(trend.test.p_value),
        "exact": trend.test.exact,
        "slope": rounded(trend.line.slope),
        "intercept": rounded(trend.line.intercept),
        "distinguishable": trend.distinguishable,
        "limits": None
        if limits is None
        else {
            "mean": rounded(limits.mean),
            "mean_range": rounded(limits.mean_range),
            "lower": rounded(limits.lower),
            "upper": rounded(limits.upper),
            "range_limit": rounded(limits.range_limit),
            "outside": [trend.waves[place] for place in limits.outside],
            "provisional": limits.provisional,
        },
    }
