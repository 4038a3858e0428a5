"""What is settled before the first question: who, where, when, by which rules.

It opens the draft, so that a visit can go on, and be replayed byte for byte, from the draft alone.
"""

from __future__ import annotations

from pydantic import AwareDatetime

from asiakaskunto_cli.report.model import LevelRule, Part, ReportId, Site
from asiakaskunto_cli.scoring.policy import Policy, Threshold
from asiakaskunto_cli.scoring.response import VisitFacts
from asiakaskunto_cli.words import Area, Entry, Level, Method, Status


class Rules(Part):
    """The programme's thresholds and area weights in force when the visit began."""

    levels: dict[Level, LevelRule]
    area_weights: dict[Area, float]

    @classmethod
    def of(cls, policy: Policy) -> Rules:
        """Return what a visit needs of a programme's policy."""
        levels = {
            level: LevelRule(score=one.score, area=one.area) for level, one in policy.levels.items()
        }
        return cls(levels=levels, area_weights=dict(policy.area_weights))

    def policy(self) -> Policy:
        """Return them as a policy to score by."""
        levels = {level: Threshold(one.score, one.area) for level, one in self.levels.items()}
        return Policy(levels=levels, area_weights=self.area_weights)


class Opening(Part):
    """The facts of a visit before its first answer."""

    kunto_version: str
    report_id: ReportId
    supersedes: ReportId | None = None
    supersede_reason: str | None = None
    status: Status
    programme: str | None
    wave: str
    language: str
    entry: Entry
    site: Site
    method: Method
    scenario: str | None
    channel: str | None
    evaluator: str | None
    visited_at: AwareDatetime
    started_at: AwareDatetime
    target: Level | None
    rules: Rules

    def facts(self) -> VisitFacts:
        """Return what conditions may ask of the visit."""
        return VisitFacts(self.method, self.channel, self.scenario)
