"""What is compared: the score, a part of it, or one of the key figures; and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

from asiakaskunto_cli.words import Area


class Kind(StrEnum):
    """What the figures of visits are, and so which interval their mean has.

    A share is counted in noughts and hundreds; a net promoter score in −100, 0 and 100.
    """

    MEAN = "mean"
    SHARE = "share"
    NPS = "nps"


class Family(StrEnum):
    """The measures, as they are asked for; some are of one thing that is named after a colon."""

    SCORE = "score"
    INDEX = "index"
    AREA = "area"
    TOUCHPOINT = "touchpoint"
    ITEM = "item"
    NPS = "nps"
    TOP2 = "top2"
    GAP = "gap"
    LADDER = "ladder"


WHOLE = frozenset({Family.SCORE, Family.INDEX})
NAMED = frozenset({Family.AREA, Family.TOUCHPOINT, Family.ITEM})
# What the light records know without the answers.
LIGHT = frozenset({Family.SCORE, Family.INDEX, Family.AREA})


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure; ``name`` is the area, touchpoint, item or classification that it is of.

    Without a name, a key figure is that of every question that has one.
    """

    family: Family = Family.SCORE
    name: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the measure of a text such as ``area:emotion``; raises ValueError for no measure.

        The names of items and touchpoints are not looked up.
        """
        family, colon, name = text.partition(":")
        complete = bool(name) if colon else family not in NAMED
        needless = bool(name) and family in WHOLE
        unknown = family == Family.AREA and name not in list(Area)
        if family not in list(Family) or not complete or needless or unknown:
            raise ValueError(f"no measure: {text}")
        return cls(Family(family), name)

    @property
    def text(self) -> str:
        """The measure as it is asked for."""
        return f"{self.family}:{self.name}" if self.name else self.family.value

    @property
    def is_whole(self) -> bool:
        """Whether it is of whole visits, so that it can be held against a target."""
        return self.family in WHOLE

    @property
    def needs_answers(self) -> bool:
        """Whether it takes more than a visit's light record."""
        return self.family not in LIGHT

    @property
    def reach(self) -> float:
        """The most that the figure can change."""
        return 100.0 - self.lowest

    @property
    def lowest(self) -> float:
        """The least that the figure can be."""
        return -100.0 if self.family in {Family.NPS, Family.GAP} else 0.0


class Yardstick(NamedTuple):
    """By what a figure was measured: equal yardsticks give figures that can be compared.

    ``part`` is the area, item or classification that the figure is of, empty for the whole visit;
    ``weights`` are the area weights as shares of 1 where they decide the figure, else empty.
    """

    checklist: str
    part: str
    kind: Kind
    rule: str
    weights: tuple[float, ...]


class Observation(NamedTuple):
    """One figure of one visit, in points."""

    yardstick: Yardstick
    value: float
