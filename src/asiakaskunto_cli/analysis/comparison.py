"""Wave after wave, group by group: what changed, and what may be chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from asiakaskunto_cli.analysis.comparing.changes import change_of
from asiakaskunto_cli.analysis.comparing.facts import Strata, visits_in
from asiakaskunto_cli.analysis.comparing.grouping import Ordered, group, in_order
from asiakaskunto_cli.analysis.comparing.measures import Yardstick
from asiakaskunto_cli.analysis.comparing.plan import Pair, plan_of
from asiakaskunto_cli.analysis.comparing.reading import Details, Reading
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import (
    Comparison,
    GroupComparison,
    Key,
    WaveFigures,
)
from asiakaskunto_cli.analysis.comparing.selection import Selection
from asiakaskunto_cli.analysis.comparing.series import trend_of
from asiakaskunto_cli.analysis.comparing.waves import figures_of, kind_of
from asiakaskunto_cli.analysis.key_figures.contradiction import (
    Contradiction,
    contradiction_of,
)
from asiakaskunto_cli.report.read import UnusableReportError
from asiakaskunto_cli.report.record import VisitRecord


def compare(
    records: Iterable[VisitRecord], request: Request | None = None, details: Details | None = None
) -> Comparison:
    """Return how figures went from wave to wave; by default the score of every site and method.

    The records are gone through more than once. ``details`` reads the answers of a visit from its
    file, and is asked only for those that are needed; without it, scores of different rules are
    not compared, and nothing is said of what a change is made of. A file whose answers cannot be
    used counts nowhere, and is named. The order of the records plays no part, and no group is
    touched by the visits of another.
    """
    asked = request or Request()
    unusable: dict[str, UnusableReportError] = {}
    while True:
        reading = Reading(details, unusable)
        found = _compared(records, asked, reading)
        if not reading.spoilt:
            return found


def _compared(records: Iterable[VisitRecord], request: Request, reading: Reading) -> Comparison:
    selection = Selection(records, request, reading)
    cells = selection.cells()
    groups = {key: in_order(waves, request) for key, waves in group(cells, request).items()}
    _learn_names(cells, reading)
    plan = plan_of(groups, request, reading)
    if plan.looks:
        for seen in selection.observed():
            plan.show(seen, reading, request)
    return Comparison(
        request=request,
        groups=tuple(_group(key, groups[key], plan.pairs[key], request) for key in groups),
        exclusions=tuple(sorted(selection.exclusions)),
        waves=tuple(sorted(selection.waves)),
        sites=selection.sites,
        outside=selection.outside,
        unusable=tuple(reading.unusable[file] for file in sorted(reading.unusable)),
        checklists=reading.checklists,
        too_many=plan.too_many,
    )


def _learn_names(cells: Strata, reading: Reading) -> None:
    """Read the newest visit of every checklist, so that what it is called and asks is known."""
    newest: dict[str, tuple[datetime, str]] = {}
    for facts, cell in cells.items():
        name = facts.yardstick.checklist
        newest[name] = max(newest.get(name, cell.newest), cell.newest)
    for _moment, file in newest.values():
        reading.of(file)


def _group(key: Key, waves: Ordered, pairs: list[Pair], request: Request) -> GroupComparison:
    shown = [(wave, strata) for wave, strata in waves if visits_in(strata) >= request.fewest]
    return GroupComparison(
        key=key,
        kind=kind_of(waves[-1][1]),
        checklists=tuple(sorted({facts.yardstick.checklist for _w, one in waves for facts in one})),
        waves=tuple(_figures(waves, request)),
        changes=tuple(change_of(pair, request) for pair in pairs),
        trend=trend_of(shown, request),
        contradiction=_contradiction(pairs, request),
    )


def _figures(waves: Ordered, request: Request) -> Iterator[WaveFigures]:
    """Yield the figures of every wave, each told from those before that were measured otherwise."""
    before: set[Yardstick] | None = None
    for wave, strata in waves:
        yardsticks = {facts.yardstick for facts in strata}
        alike = before is None or yardsticks == before
        yield replace(figures_of(wave, strata, request), alike=alike)
        before = yardsticks


def _contradiction(pairs: list[Pair], request: Request) -> Contradiction | None:
    """Return how far feelings and facts are apart in the newest wave, if answers tell."""
    newest = pairs[-1].looks[1] if pairs and pairs[-1].looks is not None else None
    if newest is None or len(newest.felt_and_done) < request.fewest:
        return None
    return contradiction_of(newest.felt_and_done, request.confidence)
