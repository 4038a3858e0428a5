"""The few fields of a report that analyses need; the rest of the file is parsed but not kept.

The definition of the checklist, most of a file, is left out too: it is read once for all visits.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import ClassDetail, ItemDetail, VisitDetail
from asiakaskunto_cli.report.model import Fingerprint, Report, ReportId, ReportItem, Score, Site
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.words import Area, Entry, Level, Measure, Method, Outcome, Status


class _Part(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="ignore", frozen=True, allow_inf_nan=False)


class _Visit(_Part):
    method: Method
    channel: str | None
    evaluator: str | None
    visited_at: AwareDatetime


class _Scores(_Part):
    score: float | None
    areas: dict[Area, float | None]
    completeness: float


class _Gates(_Part):
    critical_failed: tuple[str, ...]
    core_failed: tuple[str, ...]
    critical_unchecked: tuple[str, ...]
    core_unchecked: tuple[str, ...]


class _Checklist(_Part):
    id: str
    version: str
    scoring_sha256: str
    index: bool


class LightReport(_Part):
    """What summaries and comparisons need."""

    kind: Literal["report"]
    schema_version: Literal[1]
    report_id: ReportId
    supersedes: ReportId | None
    status: Status
    entry: Entry
    wave: str
    site: Site
    visit: _Visit
    scores: _Scores
    area_weights: dict[Area, float]
    gates: _Gates
    level: Level | None
    target: Level | None
    outcome: Outcome
    checklist: _Checklist

    def record(self, file: str) -> VisitRecord:
        """Return the flat record, named after its file."""
        return _record_of(self, file)


class _DetailedScores(_Scores):
    sections: dict[str, Score | None]
    measures: dict[Measure, Score | None]
    touchpoints: dict[str, Score | None]


class _DetailedChecklist(_Checklist):
    content_sha256: Fingerprint


class DetailedReport(LightReport):
    """What the key figures need."""

    items: tuple[ItemDetail, ...]
    scores: _DetailedScores
    classes: dict[str, ClassDetail]
    checklist: _DetailedChecklist

    def detail(self, file: str, checklist: Checklist) -> VisitDetail:
        """Return the visit, named after its file; the checklist is the one it was run by."""
        return VisitDetail(
            record=self.record(file),
            checklist=checklist,
            sections=self.scores.sections,
            measures=self.scores.measures,
            touchpoints=self.scores.touchpoints,
            classes=self.classes,
            items={item.id: item for item in self.items},
        )


def detail_of(report: Report, checklist: Checklist, file: str = "") -> VisitDetail:
    """Return the details of a report that is in hand; the checklist is the one it was run by.

    An item that the checklist lacks is left out.
    """
    return VisitDetail(
        record=_record_of(report, file),
        checklist=checklist,
        sections=report.scores.sections,
        measures=report.scores.measures,
        touchpoints=report.scores.touchpoints,
        classes={
            name: ClassDetail(one.id, one.step, one.label, one.contradictory)
            for name, one in report.classes.items()
        },
        items={item.id: _item_of(item) for item in report.items if item.id in checklist.items},
    )


def _item_of(item: ReportItem) -> ItemDetail:
    return ItemDetail(**{field.name: getattr(item, field.name) for field in fields(ItemDetail)})


def _record_of(report: LightReport | Report, file: str) -> VisitRecord:
    visit, scores, checklist, gates = report.visit, report.scores, report.checklist, report.gates
    return VisitRecord(
        file=file,
        report_id=report.report_id,
        supersedes=report.supersedes,
        status=report.status,
        entry=report.entry,
        wave=report.wave,
        site=report.site.id,
        site_name=report.site.name,
        method=visit.method,
        channel=visit.channel,
        evaluator=visit.evaluator,
        visited_at=visit.visited_at,
        checklist=checklist.id,
        checklist_version=checklist.version,
        scoring_sha256=checklist.scoring_sha256,
        in_index=checklist.index,
        area_weights=report.area_weights,
        score=scores.score,
        areas=scores.areas,
        completeness=scores.completeness,
        outcome=report.outcome,
        level=report.level,
        target=report.target,
        critical_failed=tuple(gates.critical_failed),
        core_failed=tuple(gates.core_failed),
        critical_unchecked=tuple(gates.critical_unchecked),
        core_unchecked=tuple(gates.core_unchecked),
    )


class _Definition(_Part):
    definition: dict[str, Any]


class DefinitionOnly(_Part):
    """What the first visit of a checklist is read a second time for."""

    checklist: _Definition
