"""The checklist format, version 1: what a whole checklist may hold, before what it means.

Shape is checked here (unknown keys, wrong types, missing keys); meaning in ``rules/``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import Item, ItemBase, ScaleItem, WhyBelow
from asiakaskunto_cli.checklist.terms import (
    AsArea,
    AsMethod,
    AsTheme,
    FormatVersion,
    Id,
    Language,
    ScaleName,
    Slug,
    Strict,
    Text,
    Weight,
    WholeNumber,
    Words,
)
from asiakaskunto_cli.checklist.texts import Path, texts_of
from asiakaskunto_cli.words import Method

Methods = Annotated[list[AsMethod], Field(min_length=1, json_schema_extra={"uniqueItems": True})]


class Section(Strict):
    """Items that belong together on site."""

    id: Id
    """Its permanent name: small letters, digits and hyphens."""
    title: Text
    """What stands above its questions."""
    items: Annotated[list[Item], Field(min_length=1)]
    """The questions, in the order in which they are asked."""


class Step(Strict):
    """One class a visit may fall into; ``step`` orders the classes where they have an order."""

    id: Id
    """Its permanent name."""
    label: Text
    """What the class is called."""
    step: int | None = None
    """Its place among the classes, where they have an order."""
    when: Condition | None = None
    """What has to be true. The last step, and only it, has none."""


class Classification(Strict):
    """Sorts a visit by its answers: the first step that is true wins."""

    id: Id
    """Its permanent name."""
    title: Text
    """What the classes are called together."""
    steps: Annotated[list[Step], Field(min_length=2)]
    """The classes; the first whose condition is true wins."""
    contradictory: Condition | None = None
    """Answers that do not go together: the report says so."""

    @property
    def conditions(self) -> Sequence[tuple[Path, Condition | None]]:
        """What its steps and its contradiction hang on, by the paths within it."""
        steps = [(("steps", index, "when"), step.when) for index, step in enumerate(self.steps)]
        return [*steps, (("contradictory",), self.contradictory)]


class Checklist(Strict):
    """A whole checklist, as it was written, with its defaults filled in."""

    kunto: FormatVersion
    """The version of the format."""
    kind: Literal["checklist"] = "checklist"
    """What the file is; a file that does not say is a checklist."""
    id: Slug
    """Its permanent name, and that of its file: waves are compared by it."""
    version: Annotated[str, Field(pattern=r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")]
    """MAJOR.MINOR.PATCH. Raise it whenever the checklist changes."""
    method: AsMethod | Methods
    """How it is run; a list where it serves several commands."""
    title: Text
    """What it is called."""
    purpose: Text | None = None
    """What it is for, in a sentence or two."""
    scenario: Text | None = None
    """What the mystery shopper is to do; shown before the visit."""
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    """About how long it takes."""
    source: Words | None = None
    """Where the questions come from; not translated."""
    languages: Annotated[list[Language], Field(min_length=1)] = Field(
        default_factory=lambda: ["fi"], json_schema_extra={"uniqueItems": True}
    )
    """The languages it speaks; the first is the fallback, and every text needs all of them."""
    area_weights: dict[AsArea, Weight] | None = None
    """How much each area counts in the score; by default all alike."""
    why: Literal["never", "optional", "always"] | WhyBelow = "never"
    """When a WHY follows a scored item, by default: never, optional, always, or below a score."""
    index: bool = True
    """false: internal, kept out of the index of a site."""
    theme: AsTheme | None = None
    """What it is about; lists are grouped by it."""
    anonymous: bool = False
    """true: for asking the staff. No hours, no words, and results only of a large enough group."""
    scales: dict[ScaleName, Annotated[dict[WholeNumber, Text], Field(min_length=2)]] = Field(
        default_factory=dict
    )
    """Scales with labels, by name: the lowest and the highest number are their ends."""
    sections: Annotated[list[Section], Field(min_length=1)]
    """The questions, in groups that belong together on site."""
    classify: list[Classification] = Field(default_factory=list)
    """Sorts visits by their answers."""

    @property
    def methods(self) -> list[Method]:
        """The methods it serves; the command decides where there are several."""
        return self.method if isinstance(self.method, list) else [self.method]

    @cached_property
    def items(self) -> Mapping[str, ItemBase]:
        """Every item by id, in the order in which they are asked."""
        return {item.id: item for section in self.sections for item in section.items}

    @cached_property
    def doubled(self) -> frozenset[str]:
        """The ids of several items at once: nobody can tell which of them a condition means."""
        counts = Counter(item.id for _path, item in self.places)
        return frozenset(name for name, count in counts.items() if count > 1)

    @cached_property
    def places(self) -> Sequence[tuple[Path, ItemBase]]:
        """Every item with the path that leads to it, in the order in which they are asked."""
        return [
            (("sections", number, "items", index), item)
            for number, section in enumerate(self.sections)
            for index, item in enumerate(section.items)
        ]

    @cached_property
    def scored(self) -> Sequence[tuple[Path, ItemBase]]:
        """Every item that counts, with the path that leads to it."""
        return [(path, item) for path, item in self.places if item.scorable]

    @cached_property
    def conditions(self) -> Sequence[tuple[Path, Condition, ItemBase | None]]:
        """Every outermost condition with its path, and the item that it shows (None: a class)."""
        of_items = [((*path, "when"), item.when, item) for path, item in self.places]
        of_classes = [
            (("classify", number, *path), condition, None)
            for number, classification in enumerate(self.classify)
            for path, condition in classification.conditions
        ]
        found = [*of_items, *of_classes]
        return [(path, when, shown) for path, when, shown in found if when is not None]

    @cached_property
    def condition_parts(self) -> Sequence[tuple[Path, Condition, ItemBase | None]]:
        """Every condition, outermost or inside another, in the same way."""
        return [
            (place, part, shown)
            for path, condition, shown in self.conditions
            for place, part in condition.parts(path)
        ]

    @cached_property
    def texts(self) -> Sequence[tuple[Path, str | Mapping[str, str]]]:
        """Every text that people read, with the path that leads to it."""
        return list(texts_of((), self))

    def __copy__(self) -> Self:
        # What was looked up in this one may not be so in the other, once that is changed.
        copy = super().__copy__()
        for name in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[name]
        return copy

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

    @cached_property
    def ends(self) -> Mapping[str, tuple[int, int]]:
        """The lowest and the highest number of every scale, by its name."""
        numbers = {name: [int(number) for number in scale] for name, scale in self.scales.items()}
        return {name: (min(found), max(found)) for name, found in numbers.items()}

    def points_of(self, item: ScaleItem) -> Mapping[int, Text]:
        """The labelled points of a scale item, by number; its ends may be unlabelled."""
        named = self.scales.get(item.scale or "", {})
        return {number: named[str(number)] for number in sorted(map(int, named))}

    def bounds_of(self, item: ScaleItem) -> tuple[int, int]:
        """The lowest and the highest point of a scale item."""
        if item.scale is not None and item.scale in self.ends:
            return self.ends[item.scale]
        return (1 if item.min is None else item.min), (5 if item.max is None else item.max)
