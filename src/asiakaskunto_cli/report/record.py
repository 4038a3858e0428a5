"""The light record of one visit: what summaries and comparisons need, without item texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from asiakaskunto_cli.words import Area, Entry, Level, Method, Outcome, Status


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """One visit as the analyses see it; scores are 0..100, unrounded beyond 6 decimals."""

    file: str
    report_id: str
    supersedes: str | None
    status: Status
    entry: Entry
    wave: str
    site: str
    site_name: str
    method: Method
    channel: str | None
    evaluator: str | None
    visited_at: datetime
    checklist: str
    checklist_version: str
    scoring_sha256: str
    in_index: bool
    area_weights: Mapping[Area, float]
    score: float | None
    areas: Mapping[Area, float | None]
    completeness: float
    outcome: Outcome
    level: Level | None
    target: Level | None
    critical_failed: tuple[str, ...]
    core_failed: tuple[str, ...]
    critical_unchecked: tuple[str, ...]
    core_unchecked: tuple[str, ...]
