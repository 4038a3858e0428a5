"""Everything that the visits of one site come to, for its report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.points import Point, points_of
from asiakaskunto_cli.analysis.segments import Segmentation, segmentations
from asiakaskunto_cli.analysis.site import Estimate, SiteSummary
from asiakaskunto_cli.analysis.touchpoints import touchpoints_of
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method


@dataclass(frozen=True, slots=True)
class SiteResults:
    """A site's summary, and what stands behind it question by question; only counted visits."""

    summary: SiteSummary
    visits: tuple[VisitDetail, ...]
    points: tuple[Point, ...]
    touchpoints: Mapping[str, Mapping[Method, Estimate]]
    segmentations: tuple[Segmentation, ...]


def site_results(
    summary: SiteSummary, visits: Sequence[VisitDetail], min_group: int, confidence: float = 0.95
) -> SiteResults:
    """Return the results of a site from its counted visits, in whatever order they come.

    Groups of fewer than ``min_group`` visits are not broken down; the confidence of the intervals
    is between 0 and 1.
    """
    ordered = sorted(visits, key=lambda one: (one.record.visited_at, one.record.report_id))
    return SiteResults(
        summary=summary,
        visits=tuple(ordered),
        points=points_of(ordered, confidence),
        touchpoints=touchpoints_of(ordered, confidence),
        segmentations=segmentations(ordered, min_group, confidence),
    )
