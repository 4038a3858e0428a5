"""Ways through a checklist that say where they are: each has a path beside what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist

Path = tuple[str | int, ...]


def items(checklist: Checklist) -> Sequence[tuple[Path, ItemBase]]:
    """Return every item with its path, in the order in which they are asked."""
    return checklist.places


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


def texts(checklist: Checklist) -> Sequence[tuple[Path, str | Mapping[str, str]]]:
    """Return every text that people read, with its path."""
    return checklist.texts
