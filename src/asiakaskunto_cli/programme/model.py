"""`kunto.yaml`: one client engagement; every key is optional."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from asiakaskunto_cli.checklist.terms import (
    AsArea,
    AsMethod,
    FormatVersion,
    Language,
    Slug,
    Weight,
    Words,
)
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
    """The least score, 0 to 100."""
    area: Percent
    """The least score of every scored area, 0 to 100."""


class ProgrammeSite(Part):
    """A place that is measured; ``target`` where it differs from the programme's."""

    id: Slug
    """Its permanent name: visits name it."""
    name: Words | None = None
    """What people call it."""
    group: Words | None = None
    """The region, chain or team it belongs to."""
    target: AsLevel | None = None
    """The level it aims at, where that is not the programme's."""

    @property
    def shown_name(self) -> str:
        """Its name, else its id."""
        return self.name or self.id


class Wave(Part):
    """One round of visits, first and last day included."""

    id: Annotated[str, Field(pattern=f"^(?:{WAVE.pattern})$")]
    """Its name, such as 2026-Q4."""
    first_day: AsDate = Field(alias="from")
    """The first day."""
    last_day: AsDate = Field(alias="to")
    """The last day."""


class Privacy(Part):
    """What was agreed about people's data."""

    staff_informed: AsDate | None = None
    """When the staff was told of the measuring."""
    retain_months: Annotated[int, Field(ge=1, le=600)] | None = None
    """How long reports are kept: an agreement, kunto deletes nothing."""
    min_group: Annotated[int, Field(ge=2, le=1000)] = 5
    """The fewest visits of which a segment, a class or an anonymous checklist is told."""


class Programme(Part):
    """The engagement as it was written, with its defaults filled in."""

    kunto: FormatVersion = 1
    """The version of the format."""
    kind: Literal["programme"] = "programme"
    """What the file is."""
    programme: Words | None = None
    """What the programme is called."""
    organisation: Words | None = None
    """Whose customers are served."""
    language: Language | None = None
    """The language of results: fi or en."""
    target: AsLevel | None = None
    """The level that every site aims at."""
    levels: dict[AsLevel, LevelRule] = Field(default_factory=dict)
    """What a level asks for, where it is not kunto's own rule."""
    method_weights: dict[AsMethod, Weight] = Field(default_factory=dict)
    """How much each method counts in the index of a site."""
    area_weights: dict[AsArea, Weight] = Field(default_factory=dict)
    """How much each area counts, where a checklist does not say."""
    reports: Words = "reports"
    """The folder of the reports."""
    checklists: Words = "checklists"
    """The folder of your own checklists, practices and figures."""
    sites: list[ProgrammeSite] = Field(default_factory=list)
    """The places that are measured."""
    waves: list[Wave] = Field(default_factory=list)
    """The rounds of visits; by default calendar quarters."""
    privacy: Privacy = Privacy()
    """What was agreed about people's data."""

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
        """Return the wave a day belongs to: the programme's own, else the calendar quarter.

        A day outside every wave is in none of them, whatever they are called: where one has the
        quarter's name, it is the month's that stands, or the day's own.
        """
        for wave in self.waves:
            if wave.first_day <= day <= wave.last_day:
                return wave.id
        taken = {wave.id for wave in self.waves}
        names = (f"{day.year}-Q{(day.month + 2) // 3}", f"{day.year}-{day.month:02}")
        return next((name for name in names if name not in taken), day.isoformat())
