"""The checklist format, version 1: what a whole checklist may hold, before what it means.

Shape is checked here (unknown keys, wrong types, missing keys); meaning in ``rules/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import Item, ItemBase, ScaleItem, WhyBelow
from asiakaskunto_cli.checklist.terms import (
    AsArea,
    AsMethod,
    AsTheme,
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
from asiakaskunto_cli.words import Method


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
    languages: Annotated[list[Language], Field(min_length=1)] = Field(
        default_factory=lambda: ["fi"]
    )
    area_weights: dict[AsArea, Weight] | None = None
    why: Literal["never", "optional", "always"] | WhyBelow = "never"
    index: bool = True
    theme: AsTheme | None = None
    anonymous: bool = False
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
