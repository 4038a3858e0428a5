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
    """A WHY is asked where the score (0 to 1) is under this."""


class Option(Strict):
    """Something to pick."""

    id: Id
    """Its permanent name: reports keep it."""
    label: Text
    """What is read on the screen."""


class ChoiceOption(Option):
    """One of several answers; all options of an item carry a score (0..1) or none does."""

    score: Share | None = None
    """What it is worth, 0 to 1. All options have one, or none has."""


class MultiOption(Option):
    """A box to tick; negative points are penalties."""

    points: Annotated[float, Field(ge=-1000, le=1000)] = 0
    """What ticking it brings; negative where it is a penalty."""


class Band(Strict):
    """A score (0..1) for amounts up to and including a limit; the last may be open."""

    up_to: Amount | None = None
    """The largest amount that still earns this score. Only the last may leave it out."""
    score: Share
    """What it is worth, 0 to 1."""


class ItemBase(Strict):
    """What every item has, whatever its type."""

    id: Id
    """Its permanent name: waves are compared by it."""
    text: Text
    """The question."""
    type: str
    """How it is answered."""
    help: Text | None = None
    """How to judge it, for whoever asks ?."""
    source: Words | None = None
    """Where the question comes from; not translated."""
    area: AsArea | None = None
    """Which area it tells about. Every scored item has one."""
    measure: AsMeasure | None = None
    """Whether an outsider could verify the answer. Every scored item says so."""
    touchpoint: Slug | None = None
    """The moment of the visit, such as greeting, needs, payment, farewell or complaint."""
    weight: Weight = 1
    """How much it counts in its area; 0: recorded, not scored."""
    gate: AsGate | None = None
    """What failing it does to the level."""
    pass_at: Share = 1
    """The least score (0 to 1) that passes the gate."""
    why: Literal["never", "optional", "always"] | WhyBelow | None = None
    """When a WHY follows: never, optional, always, or below a score; else as the checklist says."""
    na: Literal["allowed", "with_reason", "never"] | None = None
    """Whether “not applicable” is an answer; by default it is, of a gate with a reason."""
    notes: bool = True
    """false: no free text is collected here."""
    evidence: Literal["none", "optional", "required"] = "none"
    """Whether a photo or another file belongs to it."""
    when: Condition | None = None
    """It is asked only where this is true of earlier answers."""
    develop: list[Slug] = Field(default_factory=list, json_schema_extra={"uniqueItems": True})
    """Ids of the practices that would raise it, the best first."""
    figures: list[Slug] = Field(default_factory=list, json_schema_extra={"uniqueItems": True})
    """Ids of the reference figures that help a reader beside it."""

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
    """Answered yes or no."""
    invert: bool = False
    """true: yes is bad."""


class ScaleItem(ItemBase):
    """A whole number on a scale: a named one, or min..max, by default 1..5."""

    type: Literal["scale"]
    """Answered with a whole number on a scale."""
    scale: ScaleName | None = None
    """The name of a scale under scales."""
    min: Point | None = None
    """The lowest number, by default 1."""
    max: Point | None = None
    """The highest number, by default 5."""
    invert: bool = False
    """true: a high number is bad."""
    against: Id | None = None
    """The id of an earlier item of weight 0: the expectation that this is held against."""


class NpsItem(ItemBase):
    """How likely to recommend, 0..10."""

    type: Literal["nps"]
    """How likely to recommend, 0 to 10."""
    invert: bool = False
    """true: a high number is bad."""


class ChoiceItem(ItemBase):
    """One of several options."""

    type: Literal["choice"]
    """One of several options."""
    options: Annotated[list[ChoiceOption], Field(min_length=2, max_length=40)]
    """What can be chosen."""
    segment: bool = False
    """true: results are also shown by this answer. The options then have no scores."""

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
    """Any number of options; none is an answer too."""
    options: Annotated[list[MultiOption], Field(min_length=2, max_length=40)]
    """What can be ticked."""

    @property
    def option_ids(self) -> list[str]:
        """The ids of its options, in order."""
        return [option.id for option in self.options]


class DurationItem(ItemBase):
    """How long something took, in ``unit``; scored by bands, a target and a limit, or a promise."""

    type: Literal["duration"]
    """How long it took, by the stopwatch or typed."""
    bands: Annotated[list[Band], Field(min_length=1)] | None = None
    """Scores for amounts, ascending."""
    target: Amount | None = None
    """Up to here the score is 1."""
    limit: Amount | None = None
    """From here on the score is 0."""
    unit: Literal["s", "min", "h", "d"] = "s"
    """The unit of its answers, bands, target and limit: seconds, minutes, hours or days."""
    never: bool = False
    """true: “never” is an answer, worth 0."""
    against: Id | None = None
    """The id of an earlier item of weight 0: what was promised."""

    @property
    def has_rule(self) -> bool:
        """Scored when it has bands, a target and a limit, or a promise to be held against."""
        return bool(self.bands or self.limit is not None or self.against)


class TallyItem(ItemBase):
    """k of n: of those who came in, how many were greeted."""

    type: Literal["tally"]
    """k of n: of those who came in, how many were greeted."""
    invert: bool = False
    """true: many are bad."""


class NumberItem(ItemBase):
    """An amount, scored by bands where it has them."""

    type: Literal["number"]
    """An amount."""
    bands: Annotated[list[Band], Field(min_length=1)] | None = None
    """Scores for amounts, ascending."""
    min: Amount = 0
    """The least that can be answered."""
    max: Amount | None = None
    """The most that can be answered."""
    unit: Words | None = None
    """What is counted; shown after the answer."""

    @property
    def has_rule(self) -> bool:
        """Scored when it has bands."""
        return self.bands is not None


class TextItem(ItemBase):
    """What was said or seen, in words; never scored."""

    type: Literal["text"]
    """Answered in words; never scored."""

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
