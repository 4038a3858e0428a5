"""Ways through a checklist that say where they are: each yields a path beside what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist

Path = tuple[str | int, ...]


def items(checklist: Checklist) -> Iterator[tuple[Path, ItemBase]]:
    """Yield every item with its path, in the order in which they are asked."""
    for number, section in enumerate(checklist.sections):
        for index, item in enumerate(section.items):
            yield ("sections", number, "items", index), item


def conditions(checklist: Checklist) -> Iterator[tuple[Path, Condition, ItemBase | None]]:
    """Yield every outermost condition with its path, and the item that it shows (None: a class)."""
    for path, item in items(checklist):
        if item.when is not None:
            yield (*path, "when"), item.when, item
    for number, classification in enumerate(checklist.classify):
        path = ("classify", number)
        for index, step in enumerate(classification.steps):
            if step.when is not None:
                yield (*path, "steps", index, "when"), step.when, None
        if classification.contradictory is not None:
            yield (*path, "contradictory"), classification.contradictory, None


def leaves(path: Path, condition: Condition) -> Iterator[tuple[Path, Condition]]:
    """Yield every leaf of a condition with its path."""
    for name, branches in (("all", condition.all), ("any", condition.any)):
        for index, branch in enumerate(branches or ()):
            yield from leaves((*path, name, index), branch)
    if condition.all is None and condition.any is None:
        yield path, condition


def texts(checklist: Checklist) -> Iterator[tuple[Path, str | Mapping[str, str]]]:
    """Yield every text that people read, with its path."""
    yield from _texts_of((), checklist)


TEXT_KEYS = frozenset({"title", "purpose", "scenario", "text", "help", "label"})


def _texts_of(path: Path, part: BaseModel) -> Iterator[tuple[Path, str | Mapping[str, str]]]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name in TEXT_KEYS and value is not None:
            yield (*path, name), value
        elif name == "scales":
            for scale, points in value.items():
                yield from (((*path, name, scale, point), label) for point, label in points.items())
        elif isinstance(value, list):
            for index, one in enumerate(value):
                if isinstance(one, BaseModel):
                    yield from _texts_of((*path, name, index), one)
