"""What a comparison is asked for: which visits, told apart by what, against which wave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Self

from asiakaskunto_cli.analysis.comparing.measures import Family, Measure
from asiakaskunto_cli.scoring.policy import METHOD_WEIGHTS
from asiakaskunto_cli.words import Method

PREVIOUS = "previous"
FIRST = "first"


class By(StrEnum):
    """What visits may be told apart by."""

    SITE = "site"
    METHOD = "method"
    AREA = "area"
    GROUP = "group"
    CHANNEL = "channel"
    EVALUATOR = "evaluator"
    SEGMENT = "segment"
    CLASS = "class"


NAMED = frozenset({By.SEGMENT, By.CLASS})


class Dimension(NamedTuple):
    """One thing that visits are told apart by; segments and classes have a name."""

    by: By
    name: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the dimension of a text such as ``segment:ika``; raises ValueError for none."""
        by, colon, name = text.partition(":")
        complete = bool(name) is (by in NAMED) and bool(name) is bool(colon)
        if by not in list(By) or not complete:
            raise ValueError(f"no dimension: {text}")
        return cls(By(by), name)

    @property
    def text(self) -> str:
        """The dimension as it is asked for, and as the key of a group names it."""
        return f"{self.by}:{self.name}" if self.name else self.by.value


class Period(StrEnum):
    """Waves by the calendar instead of by the programme."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def of(self, moment: datetime) -> str:
        """Return the period that a moment belongs to, by its own clock: 2026-04, 2026-Q2, 2026."""
        if self is Period.YEAR:
            return f"{moment.year}"
        if self is Period.QUARTER:
            return f"{moment.year}-Q{(moment.month + 2) // 3}"
        return f"{moment.year}-{moment.month:02}"


SCORE = Measure()
SITE_AND_METHOD = (Dimension(By.SITE), Dimension(By.METHOD))


@dataclass(frozen=True, slots=True)
class Request:
    """A comparison as it is asked for.

    ``baseline`` is a wave, or PREVIOUS or FIRST. ``since`` is a day, or the name of a wave.
    ``sites`` and ``methods`` are all where they are empty. ``groups`` gives the group of a site,
    ``wave_starts`` the first day of a wave that the programme has named. ``why`` asks for what
    the change is made of, item by item; None leaves it to how many visits there are.
    """

    by: tuple[Dimension, ...] = SITE_AND_METHOD
    measure: Measure = SCORE
    baseline: str = PREVIOUS
    period: Period | None = None
    since: date | str | None = None
    sites: frozenset[str] = frozenset()
    methods: frozenset[Method] = frozenset()
    confidence: float = 0.95
    min_group: int = 5
    method_weights: Mapping[Method, float] = field(default_factory=lambda: METHOD_WEIGHTS)
    groups: Mapping[str, str] = field(default_factory=dict)
    wave_starts: Mapping[str, date] = field(default_factory=dict)
    why: bool | None = None

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """What visits are told apart by in fact: methods are pooled in the index alone."""
        method = Dimension(By.METHOD)
        if method in self.by or self.measure.family is Family.INDEX:
            return self.by
        return (*self.by, method)

    @property
    def starts(self) -> Mapping[str, date]:
        """The first days of waves by the programme; a month may be called like one of its waves."""
        return self.wave_starts if self.period is None else {}

    @property
    def named(self) -> tuple[Dimension, ...]:
        """The segments and classes among the dimensions."""
        return tuple(one for one in self.by if one.by in NAMED)

    @property
    def needs_answers(self) -> bool:
        """Whether every visit's answers have to be read."""
        return self.measure.needs_answers or bool(self.named)

    @property
    def fewest(self) -> int:
        """The fewest visits of which anything may be told: who customers were is personal."""
        return self.min_group if self.named else 1

    @property
    def is_of_whole_visits(self) -> bool:
        """Whether a visit has one figure, its score, and nobody's answers are asked for."""
        return self.measure.is_whole and not self.splits_areas and not self.needs_answers

    @property
    def is_filtered(self) -> bool:
        """Whether only some of the visits are asked for."""
        return bool(self.sites or self.methods or self.since is not None)

    @property
    def splits_areas(self) -> bool:
        """Whether the areas of the score are told apart."""
        return Dimension(By.AREA) in self.by
