"""The sheets of a site or a programme: summary, visits, answers and reasons, value by value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from asiakaskunto_cli.analysis.site import SiteSummary
from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.pages.figures import rounded
from asiakaskunto_cli.pages.names import (
    area_name,
    capitalised,
    level_name,
    measure_name,
    method_name,
    state_name,
)
from asiakaskunto_cli.pages.sheets import Field, Kind, Sheet, Value
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.detail import ItemDetail, VisitDetail
from asiakaskunto_cli.words import Area, Level, Measure, Method, State


def site_sheets(
    sites: Sequence[SiteSummary],
    visits: Sequence[VisitDetail],
    programme: Programme,
    language: str,
) -> tuple[Sheet, ...]:
    """Return the four sheets: one row a site, a visit, an answer, a reason."""
    return (
        _summary(sites, programme),
        visits_sheet(visits),
        answers_sheet(visits, language),
        reasons_sheet(visits, language),
    )


def _summary(sites: Sequence[SiteSummary], programme: Programme) -> Sheet:
    fields = (
        Field("site", _("Site")),
        Field("name", _("Name")),
        Field("visits", _("Visits"), Kind.COUNT),
        Field("index", _("Index"), Kind.POINTS),
        Field("low", _("Low end"), Kind.POINTS),
        Field("high", _("High end"), Kind.POINTS),
        Field("level", _("Level"), labels=_level_names()),
        Field("confirmed", _("Confirmed"), Kind.NUMBER),
        Field("target", _("Target"), labels=_level_names()),
        *(Field(area, capitalised(area_name(area)), Kind.POINTS) for area in Area),
    )
    return Sheet("summary", _("Summary"), fields, tuple(_site(one, programme) for one in sites))


def _site(site: SiteSummary, programme: Programme) -> tuple[Value, ...]:
    interval = site.index.interval if site.index is not None else None
    target = programme.target_of(site.site)
    return (
        site.site,
        site.name,
        site.visits,
        rounded(site.index.mean if site.index else None),
        rounded(None if interval is None else interval.low),
        rounded(None if interval is None else interval.high),
        site.level,
        site.confirmed if site.level else None,
        target,
        *(rounded(site.areas[area].mean) if area in site.areas else None for area in Area),
    )


def visit_sheets(
    visit: VisitDetail, brought: Mapping[str, float], language: str
) -> tuple[Sheet, ...]:
    """Return the sheets of one visit; ``brought`` are the points that every item brought."""
    answers = answers_sheet([visit], language)
    contribution = Field("contribution", _("Contribution"), Kind.NUMBER)
    rows = ((*row, brought.get(name)) for row, name in zip(answers.rows, visit.items, strict=True))
    detailed = replace(answers, fields=(*answers.fields, contribution), rows=tuple(rows))
    return visits_sheet([visit]), detailed, reasons_sheet([visit], language)


def visits_sheet(visits: Sequence[VisitDetail]) -> Sheet:
    """Return one row a visit."""
    fields = (
        *_visit_fields(),
        Field("checklist", _("Checklist")),
        Field("version", _("Version")),
        Field("channel", _("Channel")),
        Field("evaluator", _("Evaluator")),
        Field("score", _("Score"), Kind.POINTS),
        *(Field(area, capitalised(area_name(area)), Kind.POINTS) for area in Area),
        Field("completeness", _("Answered"), Kind.SHARE),
        Field("level", _("Level"), labels=_level_names()),
    )
    return Sheet("visits", _("Visits"), fields, tuple(map(_visit, visits)))


def _visit(visit: VisitDetail) -> tuple[Value, ...]:
    record = visit.record
    return (
        *_visit_facts(visit),
        record.checklist,
        record.checklist_version,
        record.channel,
        record.evaluator,
        record.score,
        *(record.areas.get(area) for area in Area),
        record.completeness,
        record.level,
    )


def answers_sheet(visits: Sequence[VisitDetail], language: str) -> Sheet:
    """Return one row an answer: the long form, for any further analysis."""
    fields = (
        *_visit_fields(),
        Field("checklist", _("Checklist")),
        Field("item", _("Item")),
        Field("question", _("Question")),
        Field("area", _("Area"), labels={area: area_name(area) for area in Area}),
        Field("measure", _("Measure"), labels={one: measure_name(one) for one in Measure}),
        Field("touchpoint", _("Touchpoint")),
        Field("weight", _("Weight"), Kind.NUMBER),
        Field("state", _("State"), labels={state: state_name(state) for state in State}),
        Field("answer", _("Answer")),
        Field("points", _("Points"), Kind.POINTS),
        Field("why", _("Why")),
        Field("note", _("Note")),
    )
    rows = (row for visit in visits for row in _answers(visit, language))
    return Sheet("answers", _("Answers"), fields, tuple(rows))


def _answers(visit: VisitDetail, language: str) -> Iterator[tuple[Value, ...]]:
    for found in visit.items.values():
        item = visit.checklist.items[found.id]
        yield (
            *_visit_facts(visit),
            visit.record.checklist,
            found.id,
            in_language(item.text, language),
            item.area,
            item.measure,
            item.touchpoint,
            item.weight,
            found.state,
            _label(visit, found, language),
            None if found.score is None else round(100 * found.score, 6),
            found.why or None,
            found.note or None,
        )


def reasons_sheet(visits: Sequence[VisitDetail], language: str) -> Sheet:
    """Return one row a reason, as it was given."""
    fields = (
        *_visit_fields(),
        Field("question", _("Question")),
        Field("answer", _("Answer")),
        Field("why", _("Why")),
    )
    rows = (
        (
            *_visit_facts(visit),
            in_language(visit.checklist.items[found.id].text, language),
            _label(visit, found, language),
            found.why,
        )
        for visit in visits
        for found in visit.items.values()
        if found.why
    )
    return Sheet("whys", _("Reasons"), fields, tuple(rows))


def _label(visit: VisitDetail, found: ItemDetail, language: str) -> str | None:
    if found.answer is None:
        return None
    return answer_label(visit.checklist, visit.checklist.items[found.id], found.answer, language)


def _level_names() -> dict[str, str]:
    return {level: level_name(level) for level in Level}


def _visit_fields() -> tuple[Field, ...]:
    return (
        Field("report", _("Report")),
        Field("site", _("Site")),
        Field("wave", _("Wave")),
        Field("method", _("Method"), labels={one: method_name(one) for one in Method}),
        Field("visited_at", _("Visited"), Kind.MOMENT),
    )


def _visit_facts(visit: VisitDetail) -> tuple[Value, ...]:
    record = visit.record
    return (
        record.report_id,
        record.site,
        record.wave,
        record.method,
        record.visited_at,
    )
