"""A comparison as tables of values: changes, waves, what changes are made of, and the visits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from asiakaskunto_cli.analysis.comparing.results import (
    Comparison,
    GroupComparison,
    Verdict,
    WaveChange,
)
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.changes import verdict_word
from asiakaskunto_cli.pages.comparison_names import Naming
from asiakaskunto_cli.pages.figures import rounded, rounded_p
from asiakaskunto_cli.pages.names import area_name, capitalised, method_name
from asiakaskunto_cli.pages.sheets import Field, Kind, Sheet, Value
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.words import Area, Method


def comparison_sheets(
    comparison: Comparison, naming: Naming, visits: Iterable[tuple[str, VisitRecord]]
) -> tuple[Sheet, ...]:
    """Return the sheets of a comparison; the visits come with the wave that they count in."""
    return (
        _changes(comparison, naming),
        _waves(comparison, naming),
        _contributions(comparison, naming),
        _visits(visits),
    )


def _changes(comparison: Comparison, naming: Naming) -> Sheet:
    fields = (
        *_group_fields(comparison),
        Field("from", _("From")),
        Field("to", _("To")),
        Field("measure", _("Measured")),
        Field("visits_from", _("Visits before"), Kind.COUNT),
        Field("visits_to", _("Visits after"), Kind.COUNT),
        Field("difference", _("Change"), Kind.POINTS),
        Field("low", _("Low end"), Kind.POINTS),
        Field("high", _("High end"), Kind.POINTS),
        Field("p_value", _("p"), Kind.NUMBER),
        Field("p_adjusted", _("p, adjusted"), Kind.NUMBER),
        Field("smallest_visible", _("Smallest visible change"), Kind.POINTS),
        Field("verdict", _("Verdict"), labels={one: verdict_word(one) for one in Verdict}),
    )
    rows = (
        (*_group(group, comparison, naming), *row)
        for group in comparison.groups
        for change in group.changes
        for row in _differences(change)
    )
    return Sheet("changes", _("Changes"), fields, tuple(rows))


def _differences(change: WaveChange) -> Iterator[tuple[Value, ...]]:
    for one in (change.overall, *change.areas, *change.items):
        interval = one.interval
        # An area or an item may have been scored on fewer visits than the whole.
        visits = (change.before, change.after) if one is change.overall else (None, None)
        yield (
            change.from_wave,
            change.to_wave,
            one.measure,
            *visits,
            rounded(one.difference),
            rounded(None if interval is None else interval.low),
            rounded(None if interval is None else interval.high),
            rounded_p(one.p_value),
            rounded_p(one.p_adjusted),
            rounded(one.smallest_visible),
            one.verdict,
        )


def _waves(comparison: Comparison, naming: Naming) -> Sheet:
    fields = (
        *_group_fields(comparison),
        Field("wave", _("Wave")),
        Field("visits", _("Visits"), Kind.COUNT),
        Field("mean", _("Mean"), Kind.POINTS),
        Field("sd", _("Standard deviation"), Kind.POINTS),
        Field("low", _("Low end"), Kind.POINTS),
        Field("high", _("High end"), Kind.POINTS),
    )
    rows = (
        (
            *_group(group, comparison, naming),
            wave.wave,
            wave.visits,
            rounded(wave.mean),
            rounded(wave.sd),
            rounded(None if wave.interval is None else wave.interval.low),
            rounded(None if wave.interval is None else wave.interval.high),
        )
        for group in comparison.groups
        for wave in group.waves
    )
    return Sheet("waves", _("Waves"), fields, tuple(rows))


def _contributions(comparison: Comparison, naming: Naming) -> Sheet:
    fields = (
        *_group_fields(comparison),
        Field("from", _("From")),
        Field("to", _("To")),
        Field("item", _("Item")),
        Field("question", _("Question")),
        Field("points", _("Points"), Kind.POINTS),
        Field("real", _("Of it, real change"), Kind.POINTS),
        Field("denominator", _("Of it, by applying more or less often"), Kind.POINTS),
    )
    rows = (
        (
            *_group(group, comparison, naming),
            change.from_wave,
            change.to_wave,
            share.id,
            naming.question(group, share.id),
            rounded(share.points),
            rounded(share.real),
            rounded(share.denominator),
        )
        for group in comparison.groups
        for change in group.changes
        if change.contributions is not None
        for share in change.contributions.items
    )
    return Sheet("contributions", _("What changes are made of"), fields, tuple(rows))


def _visits(visits: Iterable[tuple[str, VisitRecord]]) -> Sheet:
    fields = (
        Field("report", _("Report")),
        Field("site", _("Site")),
        Field("wave", _("Wave")),
        Field("method", _("Method"), labels={one: method_name(one) for one in Method}),
        Field("visited_at", _("Visited"), Kind.MOMENT),
        Field("checklist", _("Checklist")),
        Field("version", _("Version")),
        Field("channel", _("Channel")),
        Field("evaluator", _("Evaluator")),
        Field("score", _("Score"), Kind.POINTS),
        *(Field(area, capitalised(area_name(area)), Kind.POINTS) for area in Area),
    )
    return Sheet("visits", _("Visits"), fields, tuple(_visit(*one) for one in visits))


def _visit(wave: str, record: VisitRecord) -> tuple[Value, ...]:
    return (
        record.report_id,
        record.site,
        wave,
        record.method,
        record.visited_at,
        record.checklist,
        record.checklist_version,
        record.channel,
        record.evaluator,
        record.score,
        *(record.areas.get(area) for area in Area),
    )


def _dimensions(comparison: Comparison) -> list[str]:
    """Return everything that groups are told apart by, what was asked for first."""
    asked = [one.text for one in comparison.request.dimensions]
    found = (dimension for group in comparison.groups for dimension, _value in group.key)
    return list(dict.fromkeys((*asked, *found)))


def _group_fields(comparison: Comparison) -> tuple[Field, ...]:
    fields = (Field(one.replace(":", "_"), one) for one in _dimensions(comparison))
    return (*fields, Field("group_name", _("Group")))


def _group(group: GroupComparison, comparison: Comparison, naming: Naming) -> tuple[Value, ...]:
    return (*(group.value(one) for one in _dimensions(comparison)), naming.title(group))
