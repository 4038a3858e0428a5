"""Ways through a checklist that say where they are: each has a path beside what it finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist

Path = tuple[str | int, ...]


def items(checklist: Checklist) -> Sequence[tuple[Path, ItemBase]]:
    """Return every item with its path, in the order in which they are asked."""
    return checklist.places


def scored(checklist: Checklist) -> Sequence[tuple[Path, ItemBase]]:
    """Return every item that counts with its path, in the order in which they are asked."""
    return checklist.scored


def conditions(checklist: Checklist) -> Sequence[tuple[Path, Condition, ItemBase | None]]:
    """Return every outermost condition with its path, and the item it shows (None: a class)."""
    return checklist.conditions


def condition_parts(checklist: Checklist) -> Sequence[tuple[Path, Condition, ItemBase | None]]:
    """Return every condition, outermost or inside another, in the same way."""
    return checklist.condition_parts


def texts(checklist: Checklist) -> Sequence[tuple[Path, str | Mapping[str, str]]]:
    """Return every text that people read, with its path."""
    return checklist.texts
