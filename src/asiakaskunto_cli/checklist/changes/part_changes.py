"""What became of the scales, the sections and their items, and the classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from asiakaskunto_cli.checklist.changes.bump import Bump
from asiakaskunto_cli.checklist.changes.change import Change, Kind, Part, Spot
from asiakaskunto_cli.checklist.changes.item_changes import ItemPair, item_changes
from asiakaskunto_cli.checklist.changes.likeness import Said
from asiakaskunto_cli.checklist.changes.wording import (
    Languages,
    joined,
    judged,
    judged_points,
    reworded,
)
from asiakaskunto_cli.checklist.digest import class_sha256, rule_sha256, sorting
from asiakaskunto_cli.checklist.items import ItemBase, ScaleItem
from asiakaskunto_cli.checklist.model import Checklist, Classification
from asiakaskunto_cli.checklist.texts import Path


def section_changes(before: Checklist, after: Checklist) -> Iterator[Change]:
    """Yield sections that came, went or got another title."""
    languages = Languages.of(before, after)
    old = {section.id: section for section in before.sections}
    kept = {section.id for section in after.sections}
    for name in old:
        if name not in kept:
            yield Change(Spot(Part.SECTION, name), Kind.REMOVED, Bump.MINOR, name, None)
    for number, section in enumerate(after.sections):
        spot = Spot(Part.SECTION, section.id, path=("sections", number))
        if section.id not in old:
            yield Change(spot, Kind.ADDED, Bump.MINOR, None, section.id)
            continue
        titled = Spot(Part.SECTION, section.id, "title", (*spot.path, "title"))
        titles = languages.old(old[section.id].title), languages.new(section.title)
        yield from reworded(titled, *titles)


def all_item_changes(before: Checklist, after: Checklist) -> Iterator[Change]:
    """Yield items that came or went, and every change of the others."""
    languages = Languages.of(before, after)
    others = {item.id: languages.old(item.text) for item in before.items.values()}
    for name in before.items:
        if name not in after.items:
            yield Change(Spot(Part.ITEM, name), Kind.REMOVED, Bump.MAJOR, name, None)
    for path, new in after.places:
        old = before.items.get(new.id)
        if old is None:
            yield Change(Spot(Part.ITEM, new.id, path=path), Kind.ADDED, Bump.MINOR, None, new.id)
            continue
        same_rule = rule_sha256(before, old) == rule_sha256(after, new)
        yield from item_changes(ItemPair(before, after, old, new, path, same_rule, others))
        yield from _moved(before, after, new, path)


def _moved(before: Checklist, after: Checklist, item: ItemBase, path: Path) -> Iterator[Change]:
    """Yield that an item went to another section, unless its section only got another id."""
    names = before.section_of[item.id].id, after.section_of[item.id].id
    kept = {section.id for section in before.sections} & {one.id for one in after.sections}
    if names[0] != names[1] and kept.intersection(names):
        yield Change(Spot(Part.ITEM, item.id, "", path), Kind.MOVED, Bump.MINOR, *names)


def scale_changes(before: Checklist, after: Checklist) -> Iterator[Change]:
    """Yield what the points of the named scales have become."""
    languages = Languages.of(before, after)
    for name in before.scales:
        if name not in after.scales:
            yield Change(Spot(Part.SCALE, name), Kind.REMOVED, Bump.PATCH, name, None)
    for name, labels in after.scales.items():
        path = ("scales", name)
        if name not in before.scales:
            yield Change(Spot(Part.SCALE, name, "", path), Kind.ADDED, Bump.PATCH, None, name)
            continue
        old = {point: languages.old(text) for point, text in before.scales[name].items()}
        new = {point: languages.new(text) for point, text in labels.items()}
        spot = Spot(Part.SCALE, name, "", path)
        if _is_answered(name, before, after):
            yield from judged_points(spot, old, new)
        else:
            yield from _unheld(spot, old, new)


def _unheld(spot: Spot, old: Mapping[str, Said], new: Mapping[str, Said]) -> Iterator[Change]:
    """Yield what became of a scale on which no old and new answers are held against each other."""
    points = sorted(old, key=int), sorted(new, key=int)
    if points[0] != points[1]:
        yield Change(spot, Kind.CHANGED, Bump.PATCH, *points)
    yield from reworded(spot, joined(old), joined(new))


def _is_answered(name: str, before: Checklist, after: Checklist) -> bool:
    """Return whether answers on a scale are held against earlier ones on it."""
    return any(
        isinstance(old, ScaleItem)
        and isinstance(new, ScaleItem)
        and old.scale == new.scale == name
        and rule_sha256(before, old) == rule_sha256(after, new)
        for old, new in ((old, after.items.get(old.id)) for old in before.items.values())
    )


def class_changes(before: Checklist, after: Checklist) -> Iterator[Change]:
    """Yield classifications that came, went, sort otherwise, or call a class otherwise."""
    languages = Languages.of(before, after)
    old = {one.id: one for one in before.classify}
    kept = {one.id for one in after.classify}
    for name in old:
        if name not in kept:
            yield Change(Spot(Part.CLASS, name), Kind.REMOVED, Bump.MAJOR, name, None)
    for number, new in enumerate(after.classify):
        path = ("classify", number)
        if new.id in old:
            yield from _class(old[new.id], new, path, languages)
        else:
            yield Change(Spot(Part.CLASS, new.id, "", path), Kind.ADDED, Bump.MINOR, None, new.id)


def _class(
    old: Classification, new: Classification, path: Path, languages: Languages
) -> Iterator[Change]:
    same_rule = class_sha256(old) == class_sha256(new)
    if not same_rule:
        spot = Spot(Part.CLASS, new.id, "steps", (*path, "steps"))
        yield Change(spot, Kind.CHANGED, Bump.MAJOR, sorting(old), sorting(new))
    titled = Spot(Part.CLASS, new.id, "title", (*path, "title"))
    yield from reworded(titled, languages.old(old.title), languages.new(new.title))
    labels = {step.id: languages.old(step.label) for step in old.steps}
    for index, step in enumerate(new.steps):
        if step.id in labels:
            spot = Spot(Part.CLASS, new.id, "label", (*path, "steps", index, "label"), step.id)
            said = labels[step.id], languages.new(step.label)
            yield from judged(spot, *said, labels) if same_rule else reworded(spot, *said)
