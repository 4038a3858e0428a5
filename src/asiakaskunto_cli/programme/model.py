"""`kunto.yaml`: one client engagement; every key is optional."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from asiakaskunto_cli.checklist.terms import AsArea, AsMethod, Language, Slug, Weight, Words
from asiakaskunto_cli.scoring.policy import AREA_WEIGHTS, LEVELS, METHOD_WEIGHTS, Policy, Threshold
from asiakaskunto_cli.words import WAVE, Level

AsLevel = Annotated[Level, Field(strict=False)]
AsDate = Annotated[date, Field(strict=False)]
Percent = Annotated[float, Field(ge=0, le=100)]


class Part(BaseModel):
    """A part of the programme: unknown keys and lookalike types are refused."""

    model_config = ConfigDict(
        defer_build=True, extra="forbid", strict=True, frozen=True, allow_inf_nan=False
    )


class LevelRule(Part):
    """The least score, and the least score of every area, that a level asks for."""

    score: Percent
    area: Percent


class ProgrammeSite(Part):
    """A place that is measured; ``target`` where it differs from the programme's."""

    id: Slug
    name: Words | None = None
    group: Words | None = None
    target: AsLevel | None = None

    @property
    def shown_name(self) -> str:
        """Its name, else its id."""
        return self.name or self.id


class Wave(Part):
    """One round of visits, first and last day included."""

    id: Annotated[str, Field(pattern=f"^(?:{WAVE.pattern})$")]
    first_day: AsDate = Field(alias="from")
    last_day: AsDate = Field(alias="to")


class Privacy(Part):
    """What was agreed about people's data."""

    staff_informed: AsDate | None = None
    retain_months: Annotated[int, Field(ge=1, le=600)] | None = None
    min_group: Annotated[int, Field(ge=2, le=1000)] = 5


class Programme(Part):
    """The engagement as it was written, with its defaults filled in."""

    kunto: Literal[1] = 1
    kind: Literal["programme"] = "programme"
    programme: Words | None = None
    organisation: Words | None = None
    language: Language | None = None
    target: AsLevel | None = None
    levels: dict[AsLevel, LevelRule] = Field(default_factory=dict)
    method_weights: dict[AsMethod, Weight] = Field(default_factory=dict)
    area_weights: dict[AsArea, Weight] = Field(default_factory=dict)
    reports: Words = "reports"
    checklists: Words = "checklists"
    sites: list[ProgrammeSite] = Field(default_factory=list)
    waves: list[Wave] = Field(default_factory=list)
    privacy: Privacy = Privacy()

    def policy(self) -> Policy:
        """Return what it sets about scoring; what it leaves out keeps kunto's default."""
        levels = {level: Threshold(rule.score, rule.area) for level, rule in self.levels.items()}
        return Policy(
            levels={**LEVELS, **levels},
            area_weights={**AREA_WEIGHTS, **self.area_weights},
            method_weights={**METHOD_WEIGHTS, **self.method_weights},
        )

    def site(self, name: str) -> ProgrammeSite | None:
        """Return the site of this id, if the programme has it."""
        return next((site for site in self.sites if site.id == name), None)

    def target_of(self, site: str) -> Level | None:
        """Return the level a site aims at: its own, else the programme's."""
        found = self.site(site)
        return (found and found.target) or self.target

    def wave_of(self, day: date) -> str:
        """Return the wave a day belongs to: the programme's own, else the calendar quarter."""
        for wave in self.waves:
            if wave.first_day <= day <= wave.last_day:
                return wave.id
        return f"{day.year}-Q{(day.month + 2) // 3}"

    def wave_order(self) -> Mapping[str, int]:
        """Return the place of every named wave, by its first day."""
        ordered = sorted(self.waves, key=lambda wave: (wave.first_day, wave.id))
        return {wave.id: place for place, wave in enumerate(ordered)}
