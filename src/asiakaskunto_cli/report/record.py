"""The light record of one visit: what summaries and comparisons need, without item texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from asiakaskunto_cli.words import Area, Entry, Level, Method, Outcome, Status


class VisitRecord(NamedTuple):
    """One visit as the analyses see it; scores are 0..100, unrounded beyond 6 decimals.

    A tuple, because a folder may hold a hundred thousand: it is made in a tenth of the time that
    an object takes. Fields that many visits share stand together, as ``report.rows`` keeps them.
    """

    file: str
    report_id: str
    supersedes: str | None
    visited_at: datetime
    score: float | None
    areas: Mapping[Area, float | None]
    completeness: float
    site: str
    site_name: str
    channel: str | None
    evaluator: str | None
    status: Status
    entry: Entry
    wave: str
    method: Method
    checklist: str
    checklist_version: str
    scoring_sha256: str
    in_index: bool
    area_weights: Mapping[Area, float]
    target: Level | None
    outcome: Outcome
    level: Level | None
    critical_failed: tuple[str, ...]
    core_failed: tuple[str, ...]
    critical_unchecked: tuple[str, ...]
    core_unchecked: tuple[str, ...]
