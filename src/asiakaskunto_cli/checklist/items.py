"""The types of items, with the keys that each has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.terms import (
    Amount,
    AsArea,
    AsGate,
    AsMeasure,
    Id,
    Point,
    ScaleName,
    Share,
    Slug,
    Strict,
    Text,
    Weight,
    Words,
)


class WhyBelow(Strict):
    """A WHY is asked where the item's score (0..1) is under a limit."""

    below: Share


class Option(Strict):
    """Something to pick."""

    id: Id
    label: Text


class ChoiceOption(Option):
    """One of several answers; all options of an item carry a score (0..1) or none does."""

    score: Share | None = None


class MultiOption(Option):
    """A box to tick; negative points are penalties."""

    points: Annotated[float, Field(ge=-1000, le=1000)] = 0


class Band(Strict):
    """A score (0..1) for amounts up to and including a limit; the last may be open."""

    up_to: Amount | None = None
    score: Share


class ItemBase(Strict):
    """What every item has, whatever its type."""

    id: Id
    text: Text
    type: str
    help: Text | None = None
    source: Words | None = None
    area: AsArea | None = None
    measure: AsMeasure | None = None
    touchpoint: Slug | None = None
    weight: Weight = 1
    gate: AsGate | None = None
    pass_at: Share = 1
    why: Literal["never", "optional", "always"] | WhyBelow | None = None
    na: Literal["allowed", "with_reason", "never"] | None = None
    notes: bool = True
    evidence: Literal["none", "optional", "required"] = "none"
    when: Condition | None = None
    develop: list[Slug] = Field(default_factory=list)
    figures: list[Slug] = Field(default_factory=list)

    @property
    def has_rule(self) -> bool:
        """Whether an answer can be turned into a score at all."""
        return True

    @property
    def scorable(self) -> bool:
        """Whether an answer counts: there is a rule, and the weight is not 0."""
        return self.has_rule and self.weight > 0


class YesNoItem(ItemBase):
    """Yes or no."""

    type: Literal["yes_no"]
    invert: bool = False


class ScaleItem(ItemBase):
    """A whole number on a scale: a named one, or min..max, by default 1..5."""

    type: Literal["scale"]
    scale: ScaleName | None = None
    min: Point | None = None
    max: Point | None = None
    invert: bool = False
    against: Id | None = None


class NpsItem(ItemBase):
    """How likely to recommend, 0..10."""

    type: Literal["nps"]
    invert: bool = False


class ChoiceItem(ItemBase):
    """One of several options."""

    type: Literal["choice"]
    options: Annotated[list[ChoiceOption], Field(min_length=2, max_length=40)]
    segment: bool = False

    @property
    def option_ids(self) -> list[str]:
        """The ids of its options, in order."""
        return [option.id for option in self.options]

    @property
    def has_rule(self) -> bool:
        """Scored when its options carry scores."""
        return all(option.score is not None for option in self.options)


class MultiItem(ItemBase):
    """Any number of options; none at all is an answer too."""

    type: Literal["multi"]
    options: Annotated[list[MultiOption], Field(min_length=2, max_length=40)]

    @property
    def option_ids(self) -> list[str]:
        """The ids of its options, in order."""
        return [option.id for option in self.options]


class DurationItem(ItemBase):
    """How long something took, in ``unit``; scored by bands, a target and a limit, or a promise."""

    type: Literal["duration"]
    bands: Annotated[list[Band], Field(min_length=1)] | None = None
    target: Amount | None = None
    limit: Amount | None = None
    unit: Literal["s", "min", "h", "d"] = "s"
    never: bool = False
    against: Id | None = None

    @property
    def has_rule(self) -> bool:
        """Scored when it has bands, a target and a limit, or a promise to be held against."""
        return bool(self.bands or self.limit is not None or self.against)


class TallyItem(ItemBase):
    """k of n: of those who came in, how many were greeted."""

    type: Literal["tally"]
    invert: bool = False


class NumberItem(ItemBase):
    """An amount, scored by bands where it has them."""

    type: Literal["number"]
    bands: Annotated[list[Band], Field(min_length=1)] | None = None
    min: Amount = 0
    max: Amount | None = None
    unit: Words | None = None

    @property
    def has_rule(self) -> bool:
        """Scored when it has bands."""
        return self.bands is not None


class TextItem(ItemBase):
    """What was said or seen, in words; never scored."""

    type: Literal["text"]

    @property
    def has_rule(self) -> bool:
        """Words have no score."""
        return False


ITEM_TYPES: Mapping[str, type[ItemBase]] = {
    "yes_no": YesNoItem,
    "scale": ScaleItem,
    "nps": NpsItem,
    "choice": ChoiceItem,
    "multi": MultiItem,
    "duration": DurationItem,
    "tally": TallyItem,
    "number": NumberItem,
    "text": TextItem,
}

# Tags appear in pydantic's error locations; no key of a file can look like one.
TAG = "type="


def _item_tag(value: object) -> str | None:
    kind = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
    return f"{TAG}{kind}" if isinstance(kind, str) and kind in ITEM_TYPES else None


Item = Annotated[
    Annotated[YesNoItem, Tag(f"{TAG}yes_no")]
    | Annotated[ScaleItem, Tag(f"{TAG}scale")]
    | Annotated[NpsItem, Tag(f"{TAG}nps")]
    | Annotated[ChoiceItem, Tag(f"{TAG}choice")]
    | Annotated[MultiItem, Tag(f"{TAG}multi")]
    | Annotated[DurationItem, Tag(f"{TAG}duration")]
    | Annotated[TallyItem, Tag(f"{TAG}tally")]
    | Annotated[NumberItem, Tag(f"{TAG}number")]
    | Annotated[TextItem, Tag(f"{TAG}text")],
    Discriminator(_item_tag),
]
