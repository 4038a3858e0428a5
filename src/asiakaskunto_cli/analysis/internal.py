"""What the staff say of themselves: checklists for internal use, kept out of every index.

An anonymous one is shown only from a group in which nobody can be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.means import SCORES, Mean
from asiakaskunto_cli.analysis.reduce import why_left_out
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Area


@dataclass(frozen=True, slots=True)
class InternalFigures:
    """One internal checklist over its n visits, in points (0..100).

    ``withheld`` tells that it is anonymous and the group too small: then nothing but n is told.
    An area that too few answered is left out of an anonymous one in the same way.
    """

    checklist: str
    n: int
    withheld: bool
    score: Mean | None
    areas: Mapping[Area, Mean]


def internal_figures(
    details: Iterable[VisitDetail], min_group: int, *, confidence: float = 0.95
) -> tuple[InternalFigures, ...]:
    """Return the figures of every internal checklist, by id; only whole, final visits count.

    ``min_group`` is the fewest visits of which an anonymous checklist tells results.
    """
    groups: dict[str, list[VisitDetail]] = {}
    for detail in details:
        if not detail.record.in_index and _counts_inside(detail):
            groups.setdefault(detail.record.checklist, []).append(detail)
    return tuple(
        _figures(name, visits, min_group, confidence) for name, visits in sorted(groups.items())
    )


def _counts_inside(detail: VisitDetail) -> bool:
    """Tell whether the visit would count if its checklist were not internal."""
    return why_left_out(detail.record._replace(in_index=True)) is None


def _figures(
    name: str, visits: list[VisitDetail], min_group: int, confidence: float
) -> InternalFigures:
    # One version that promised anonymity binds them all.
    anonymous = any(visit.checklist.anonymous for visit in visits)
    fewest = min_group if anonymous else 1
    if len(visits) < fewest:
        return InternalFigures(name, len(visits), withheld=True, score=None, areas={})
    scores = [visit.record.score for visit in visits if visit.record.score is not None]
    by_area = {
        area: [score for visit in visits if (score := visit.record.areas.get(area)) is not None]
        for area in Area
    }
    return InternalFigures(
        checklist=name,
        n=len(visits),
        withheld=False,
        score=Mean.of(scores, SCORES, confidence),
        areas={
            area: Mean.of(found, SCORES, confidence)
            for area, found in by_area.items()
            if len(found) >= fewest
        },
    )
