"""The JSON document of sites: complete, figures to 6 decimals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from asiakaskunto_cli.analysis.reduce import Limit
from asiakaskunto_cli.analysis.site import Estimate, MethodSummary, SiteSummary
from asiakaskunto_cli.analysis.special import SpecialResults
from asiakaskunto_cli.pages.excluded import Excluded
from asiakaskunto_cli.pages.figures import ends, rounded
from asiakaskunto_cli.pages.key_figures_data import special_data
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.folder import Collection

SCHEMA_VERSION = 1


def site_data(
    sites: Sequence[SiteSummary],
    programme: Programme,
    excluded: Sequence[Excluded],
    collection: Collection,
    *,
    wave: str | None,
    confidence: float,
    special: Mapping[str, SpecialResults],
    language: str,
) -> dict[str, Any]:
    """Return everything that the summaries of sites rest on, special results by site id."""
    return {
        "schema_version": SCHEMA_VERSION,
        "programme": programme.programme,
        "wave": wave,
        "confidence": confidence,
        "sites": [
            {**_site(site, programme), **special_data(special[site.site], language)}
            if site.site in special
            else _site(site, programme)
            for site in sites
        ],
        "excluded_reports": [
            {"file": one.file, "reason": one.reason, "detail": one.detail} for one in excluded
        ],
        "reformatted_reports": list(collection.reformatted),
    }


def _site(site: SiteSummary, programme: Programme) -> dict[str, Any]:
    return {
        "site": site.site,
        "name": site.name,
        "visits": site.visits,
        "index": site.index and _estimate(site.index),
        "methods_missing": list(site.methods_missing),
        "level": site.level,
        "confirmed": site.confirmed,
        "target": programme.target_of(site.site),
        "areas": {area: _estimate(estimate) for area, estimate in site.areas.items()},
        "methods": {method: _method(found) for method, found in site.methods.items()},
        "limits": [_limit(limit) for limit in site.limits],
    }


def _estimate(estimate: Estimate) -> dict[str, Any]:
    return {
        "visits": estimate.visits,
        "mean": rounded(estimate.mean),
        "ci95": ends(estimate.interval),
    }


def _method(found: MethodSummary) -> dict[str, Any]:
    return {
        "visits": found.visits,
        "mean": rounded(found.mean),
        "sd": rounded(found.sd),
        "ci95": ends(found.interval),
        "areas": {area: _estimate(estimate) for area, estimate in found.areas.items()},
    }


def _limit(limit: Limit) -> dict[str, Any]:
    return {
        "file": limit.file,
        "gate": limit.gate,
        "critical_failed": list(limit.critical_failed),
        "core_failed": list(limit.core_failed),
        "critical_unchecked": list(limit.critical_unchecked),
        "core_unchecked": list(limit.core_unchecked),
    }
