"""The few fields of a report that analyses need; the rest of the file is parsed but not kept.

The definition of the checklist, most of a file, is left out too: it is read once for all visits.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import ClassDetail, ItemDetail, VisitDetail
from asiakaskunto_cli.report.model import Fingerprint, Report, ReportId, Score, Site
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
        return VisitRecord(
            file=file,
            report_id=self.report_id,
            supersedes=self.supersedes,
            status=self.status,
            entry=self.entry,
            wave=self.wave,
            site=self.site.id,
            site_name=self.site.name,
            method=self.visit.method,
            channel=self.visit.channel,
            evaluator=self.visit.evaluator,
            visited_at=self.visit.visited_at,
            checklist=self.checklist.id,
            checklist_version=self.checklist.version,
            scoring_sha256=self.checklist.scoring_sha256,
            in_index=self.checklist.index,
            area_weights=self.area_weights,
            score=self.scores.score,
            areas=self.scores.areas,
            completeness=self.scores.completeness,
            outcome=self.outcome,
            level=self.level,
            target=self.target,
            critical_failed=self.gates.critical_failed,
            core_failed=self.gates.core_failed,
            critical_unchecked=self.gates.critical_unchecked,
            core_unchecked=self.gates.core_unchecked,
        )


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
    """Return the details of a report that is in hand; the checklist is the one it was run by."""
    return DetailedReport.model_validate(report.model_dump()).detail(file, checklist)


class _Definition(_Part):
    definition: dict[str, Any]


class DefinitionOnly(_Part):
    """What the first visit of a checklist is read a second time for."""

    checklist: _Definition
