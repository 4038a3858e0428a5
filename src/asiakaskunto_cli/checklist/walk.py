"""Ways through a checklist that say where they are: each yields a path beside what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

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
PARTS_WITH_TEXTS = frozenset({"scales", "sections", "items", "options", "classify", "steps"})


def _texts_of(path: Path, part: BaseModel) -> Iterator[tuple[Path, str | Mapping[str, str]]]:
    for name, is_text in _told_in(type(part)):
        value = getattr(part, name)
        if is_text:
            if value is not None:
                yield (*path, name), value
        elif name == "scales":
            for scale, points in value.items():
                yield from (((*path, name, scale, point), label) for point, label in points.items())
        else:
            for index, one in enumerate(value):
                yield from _texts_of((*path, name, index), one)


@cache
def _told_in(model: type[BaseModel]) -> Sequence[tuple[str, bool]]:
    """Return the keys of a part that are texts, or that lead to some, in their order."""
    keys = [(name, name in TEXT_KEYS) for name in model.model_fields]
    return [(name, is_text) for name, is_text in keys if is_text or name in PARTS_WITH_TEXTS]
