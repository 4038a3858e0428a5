"""The JSON report of one visit, schema version 1: self-contained, one file a visit.

The order of the fields is the order of the keys in the file.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.words import (
    SLUG,
    Area,
    Entry,
    Gate,
    Level,
    Measure,
    Method,
    Outcome,
    State,
    Status,
)

SCHEMA_VERSION = 1

Score = Annotated[float, Field(ge=0, le=100)]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

# Both become part of a file's name.
SiteId = Annotated[str, Field(pattern=f"^(?:{SLUG.pattern})$")]
ReportId = Annotated[str, Field(pattern=r"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]


class Part(BaseModel):
    """A part of a report: unknown keys are refused, nothing is coerced but JSON's own types."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, allow_inf_nan=False)


class Site(Part):
    """The place that was measured."""

    id: SiteId
    name: str


class Visit(Part):
    """The visit itself; times are RFC 3339 with their offset."""

    method: Method
    scenario: str | None
    channel: str | None
    evaluator: str | None
    visited_at: AwareDatetime
    started_at: AwareDatetime
    finished_at: AwareDatetime
    note: str


class EvidenceFile(Part):
    """A file beside the report, at evidence/REPORT_ID/FILE."""

    file: Annotated[str, Field(pattern=r"^[0-9a-f]{16}(?:\.[a-z0-9]{1,8})?$")]
    sha256: Fingerprint
    bytes: Annotated[int, Field(ge=0)]
    added_at: AwareDatetime


class ReportItem(Part):
    """One item that was shown, with all that was said about it; ``score`` is 0..1."""

    id: str
    section: str
    text: str
    type: str
    area: Area | None
    measure: Measure | None
    touchpoint: str | None
    gate: Gate | None
    weight: float
    segment: bool
    state: State
    answer: Answer | None
    answer_label: str | None
    score: Annotated[float, Field(ge=0, le=1)] | None
    rule_sha256: Fingerprint
    na_reason: str
    why: str
    why_declined: bool
    note: str
    personal: bool
    evidence: list[EvidenceFile]
    answered_at: AwareDatetime | None


class LevelRule(Part):
    """The least score, and the least score of every scored area, of a level (0..100)."""

    score: float
    area: float


class Scores(Part):
    """Scores 0..100 (None: nothing scored), the share answered 0..1, and items by state."""

    score: Score | None
    areas: dict[Area, Score | None]
    sections: dict[str, Score | None]
    measures: dict[Measure, Score | None]
    touchpoints: dict[str, Score | None]
    completeness: Annotated[float, Field(ge=0, le=1)]
    counts: dict[State, int]


class ClassOfVisit(Part):
    """Where a classification put the visit; ``id`` is None where it is not known."""

    id: str | None
    step: int | None
    label: str | None
    contradictory: bool


class GateResults(Part):
    """Ids of the gated items that failed, and of those that nobody could check."""

    critical_failed: list[str]
    core_failed: list[str]
    critical_unchecked: list[str]
    core_unchecked: list[str]


class ChecklistRun(Part):
    """The checklist as it was run, whole, so that the report can be rescored years later."""

    id: str
    version: str
    content_sha256: Fingerprint
    scoring_sha256: Fingerprint
    index: bool
    definition: dict[str, Any]


class Report(Part):
    """One visit."""

    kind: Literal["report"]
    schema_version: Literal[1]
    kunto_version: str
    report_id: ReportId
    supersedes: ReportId | None
    supersede_reason: str | None
    status: Status
    programme: str | None
    wave: str
    language: str
    entry: Entry
    site: Site
    visit: Visit
    items: list[ReportItem]
    scores: Scores
    area_weights: dict[Area, float]
    levels: dict[Level, LevelRule]
    classes: dict[str, ClassOfVisit]
    gates: GateResults
    level: Level | None
    target: Level | None
    outcome: Outcome
    checklist: ChecklistRun
