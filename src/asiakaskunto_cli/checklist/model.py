"""The checklist format, version 1, as types: what every key may hold, before what it means.

Shape is checked here (unknown keys, wrong types, missing keys); meaning in ``rules/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from asiakaskunto_cli.words import ITEM_ID, SLUG, Area, Gate, Measure, Method


class Strict(BaseModel):
    """A part of a checklist: unknown keys and lookalike types are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


def _fully(pattern: str) -> str:
    return f"^(?:{pattern})$"


# Strict mode would ask for enum members; a file can only hold their values.
AsArea = Annotated[Area, Field(strict=False)]
AsMeasure = Annotated[Measure, Field(strict=False)]
AsGate = Annotated[Gate, Field(strict=False)]
AsMethod = Annotated[Method, Field(strict=False)]

Id = Annotated[str, Field(pattern=_fully(ITEM_ID.pattern))]
Slug = Annotated[str, Field(pattern=_fully(SLUG.pattern))]
ScaleName = Annotated[str, Field(pattern=_fully(r"[a-z0-9][a-z0-9_-]{0,63}"))]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
WholeNumber = Annotated[str, Field(pattern=r"^(?:0|-?[1-9][0-9]{0,3})$")]
Words = Annotated[str, Field(min_length=1, max_length=2000)]
Text = Words | Annotated[dict[Language, Words], Field(min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(ge=0, le=1000)]
Amount = Annotated[float, Field(ge=0, le=1e9)]
Point = Annotated[int, Field(ge=-9999, le=9999)]
Bound = Annotated[float, Field(ge=-9999, le=1e9)]


class Condition(Strict):
    """When something holds: a leaf with one operator, or all/any of more conditions."""

    all: Annotated[list[Condition], Field(min_length=1)] | None = None
    any: Annotated[list[Condition], Field(min_length=1)] | None = None
    item: Id | None = None
    visit: Literal["method", "channel", "scenario"] | None = None
    is_: Any = Field(default=None, alias="is")
    is_not: Any = None
    any_of: Annotated[list[Any], Field(min_length=1)] | None = None
    at_least: Bound | None = None
    at_most: Bound | None = None
    below: Share | None = None
    answered: bool | None = None

    @property
    def operators(self) -> list[str]:
        """The operators that were written, by their names in the file."""
        return [name.rstrip("_") for name in OPERATORS if name in self.model_fields_set]

    def leaves(self) -> Iterator[Condition]:
        """Yield every leaf below (or this one), in the order of the file."""
        branches = self.all or self.any
        if branches is None:
            yield self
            return
        for branch in branches:
            yield from branch.leaves()


OPERATORS = ("is_", "is_not", "any_of", "at_least", "at_most", "below", "answered")


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


class Section(Strict):
    """Items that belong together on site."""

    id: Id
    title: Text
    items: Annotated[list[Item], Field(min_length=1)]


class Step(Strict):
    """One class a visit may fall into; ``step`` orders the classes where they have an order."""

    id: Id
    label: Text
    step: int | None = None
    when: Condition | None = None


class Classification(Strict):
    """Sorts a visit by its answers: the first step that is true wins."""

    id: Id
    title: Text
    steps: Annotated[list[Step], Field(min_length=2)]
    contradictory: Condition | None = None


class Checklist(Strict):
    """A whole checklist, as it was written, with its defaults filled in."""

    kunto: Literal[1]
    kind: Literal["checklist"] = "checklist"
    id: Slug
    version: Annotated[str, Field(pattern=r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")]
    method: AsMethod | Annotated[list[AsMethod], Field(min_length=1)]
    title: Text
    purpose: Text | None = None
    scenario: Text | None = None
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    source: Words | None = None
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    area_weights: dict[AsArea, Weight] | None = None
    why: Literal["never", "optional", "always"] | WhyBelow = "never"
    index: bool = True
    scales: dict[ScaleName, Annotated[dict[WholeNumber, Text], Field(min_length=2)]] = Field(
        default_factory=dict
    )
    sections: Annotated[list[Section], Field(min_length=1)]
    classify: list[Classification] = Field(default_factory=list)

    @property
    def methods(self) -> list[Method]:
        """The methods it serves; the command decides where there are several."""
        return self.method if isinstance(self.method, list) else [self.method]

    @cached_property
    def items(self) -> Mapping[str, ItemBase]:
        """Every item by id, in the order in which they are asked."""
        return {item.id: item for section in self.sections for item in section.items}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """The section of every item, by item id."""
        return {item.id: section for section in self.sections for item in section.items}

    def why_of(self, item: ItemBase) -> str | WhyBelow:
        """When a WHY is asked after this item: its own rule, else the checklist's."""
        if item.why is not None:
            return item.why
        return self.why if item.has_rule else "never"

    def na_of(self, item: ItemBase) -> str:
        """Whether "not applicable" may be answered; a gated item owes a reason."""
        return item.na or ("with_reason" if item.gate else "allowed")

    def points_of(self, item: ScaleItem) -> Mapping[int, Text]:
        """The labelled points of a scale item, by number; its ends may be unlabelled."""
        named = self.scales.get(item.scale or "", {})
        return {number: named[str(number)] for number in sorted(map(int, named))}

    def bounds_of(self, item: ScaleItem) -> tuple[int, int]:
        """The lowest and the highest point of a scale item."""
        points = self.points_of(item)
        if points:
            return min(points), max(points)
        return (1 if item.min is None else item.min), (5 if item.max is None else item.max)
