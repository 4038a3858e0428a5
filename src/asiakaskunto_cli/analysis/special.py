"""What visits say beside their scores: key figures, and the checklists kept inside the house."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from asiakaskunto_cli.analysis.internal import InternalFigures, internal_figures
from asiakaskunto_cli.analysis.key_figures.gather import KeyFigures, key_figures
from asiakaskunto_cli.analysis.key_figures.questions import oldest_first
from asiakaskunto_cli.checklist.figures import ReferenceFigure
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method


@dataclass(frozen=True, slots=True)
class SpecialResults:
    """The special results of a group of visits, and what is needed to put them into words.

    ``checklists`` are those of the visits, each content once, the newest last, and ``methods`` by
    which each was run, by checklist id. ``min_group`` is the fewest visits of which an anonymous
    checklist tells results.
    """

    key_figures: KeyFigures
    internal: tuple[InternalFigures, ...]
    checklists: tuple[Checklist, ...]
    methods: Mapping[str, tuple[Method, ...]]
    reference: Mapping[str, ReferenceFigure]
    min_group: int
    confidence: float


def special_results(
    details: Iterable[VisitDetail],
    reference: Mapping[str, ReferenceFigure],
    min_group: int,
    *,
    confidence: float = 0.95,
) -> SpecialResults:
    """Return the special results of visits, counted and internal ones; the others are left out.

    The reference figures are by id, the confidence of the intervals is between 0 and 1.
    """
    visits = oldest_first(details)
    checklists = {id(visit.checklist): visit.checklist for visit in reversed(visits)}
    runs = {(visit.checklist.id, visit.record.method) for visit in visits}
    return SpecialResults(
        key_figures=key_figures(visits, reference, confidence=confidence),
        internal=internal_figures(visits, min_group, confidence=confidence),
        checklists=tuple(reversed(checklists.values())),
        methods={
            one.id: tuple(method for method in Method if (one.id, method) in runs)
            for one in checklists.values()
        },
        reference=reference,
        min_group=min_group,
        confidence=confidence,
    )


@dataclass(frozen=True, slots=True)
class SpecialOfSites:
    """The key figures of all visits together, and the special results of every site, by id.

    Internal results are never pooled: with those of all other sites known, an anonymous group
    that is too small to be shown could be worked out.
    """

    together: SpecialResults
    by_site: Mapping[str, SpecialResults]


def special_of_sites(
    details: Iterable[VisitDetail],
    reference: Mapping[str, ReferenceFigure],
    min_group: int,
    *,
    confidence: float = 0.95,
) -> SpecialOfSites:
    """Return the special results of all sites that have a visit; arguments as above."""
    visits = list(details)
    sites: dict[str, list[VisitDetail]] = {}
    for detail in visits:
        sites.setdefault(detail.record.site, []).append(detail)
    together = special_results(visits, reference, min_group, confidence=confidence)
    return SpecialOfSites(
        together=replace(together, internal=()),
        by_site={
            site: special_results(of_site, reference, min_group, confidence=confidence)
            for site, of_site in sorted(sites.items())
        },
    )
