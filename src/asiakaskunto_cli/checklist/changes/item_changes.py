"""What became of one item that both versions have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from asiakaskunto_cli.checklist.changes.bump import Bump
from asiakaskunto_cli.checklist.changes.change import Change, Kind, Part, Spot
from asiakaskunto_cli.checklist.changes.likeness import Said
from asiakaskunto_cli.checklist.changes.wording import Languages, judged, judged_points, reworded
from asiakaskunto_cli.checklist.digest import PLACE_KEYS, definition, rule
from asiakaskunto_cli.checklist.items import ItemBase, Option, ScaleItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.texts import Path

# What is asked or owed beside the answer, or what the answer does to a level: no score changes.
ASKED_KEYS = ("gate", "pass_at", "why", "na", "notes", "evidence", "segment")

# What a reader is told beside the question; the name of a scale whose ends stayed is no more.
BESIDE_KEYS = ("source", "develop", "figures", "scale")

# What only one type of item has: of another type, that is all there is to say.
OF_A_TYPE = frozenset({"segment", "scale"})


@dataclass(frozen=True, slots=True)
class ItemPair:
    """The item in both versions.

    With the ``same_rule`` kunto holds its old and new answers against each other. ``others`` are
    all old questions, by item id.
    """

    before: Checklist
    after: Checklist
    old: ItemBase
    new: ItemBase
    path: Path
    same_rule: bool
    others: Mapping[str, Said]

    def spot(self, key: str) -> Spot:
        """Return a key of the item; the newer version may have left it out."""
        return Spot(Part.ITEM, self.new.id, key, (*self.path, key))


def item_changes(pair: ItemPair) -> Iterator[Change]:
    """Yield every change of an item, but where it stands and what its named scale says."""
    yield from _rule_changes(pair)
    plain = [definition(pair.old), definition(pair.new)]
    for key in PLACE_KEYS:
        yield from _changed(pair, key, plain, Bump.MINOR)
    for key in ASKED_KEYS:
        means_the_same = _effect(pair.before, pair.old, key) == _effect(pair.after, pair.new, key)
        yield from _changed(pair, key, plain, Bump.PATCH if means_the_same else Bump.MINOR)
    for key in BESIDE_KEYS:
        yield from _changed(pair, key, plain, Bump.PATCH)
    yield from _texts(pair)


def _changed(
    pair: ItemPair, key: str, plain: Sequence[Mapping[str, object]], bump: Bump
) -> Iterator[Change]:
    before, after = (one.get(key) for one in plain)
    if before != after and not (key in OF_A_TYPE and pair.old.type != pair.new.type):
        kind = Kind.REWRITTEN if bump is Bump.PATCH and key in ASKED_KEYS else Kind.CHANGED
        yield Change(pair.spot(key), kind, bump, before, after)


def _effect(checklist: Checklist, item: ItemBase, key: str) -> object:
    """Return what a key comes to, wherever it was said: a default written out is no change."""
    match key:
        case "why":
            return checklist.why_of(item)
        case "na":
            return checklist.na_of(item)
        case "pass_at":
            return item.pass_at if item.gate else None
        case _:
            return getattr(item, key, False)


def _rule_changes(pair: ItemPair) -> Iterator[Change]:
    """Yield what differs in how the item is scored, key by key; of another type only that."""
    if pair.same_rule:
        return
    before, after = rule(pair.before, pair.old), rule(pair.after, pair.new)
    if pair.old.type != pair.new.type:
        yield Change(pair.spot("type"), Kind.CHANGED, Bump.MAJOR, pair.old.type, pair.new.type)
        return
    for key in sorted((before.keys() | after.keys()) - {"options"}):
        values = before.get(key), after.get(key)
        if values[0] != values[1]:
            yield Change(pair.spot(key), Kind.CHANGED, Bump.MAJOR, *values)
    yield from _option_changes(pair, before.get("options", {}), after.get("options", {}))


def _option_changes(
    pair: ItemPair, before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[Change]:
    for name in {**before, **after}:
        spot = _option_spot(pair, name)
        if name not in after:
            yield Change(spot, Kind.REMOVED, Bump.MAJOR, before[name], None)
        elif name not in before:
            yield Change(spot, Kind.ADDED, Bump.MAJOR, None, after[name])
        elif before[name] != after[name]:
            yield Change(spot, Kind.CHANGED, Bump.MAJOR, before[name], after[name])


def _texts(pair: ItemPair) -> Iterator[Change]:
    languages = Languages.of(pair.before, pair.after)
    texts = languages.old(pair.old.text), languages.new(pair.new.text)
    if pair.same_rule:
        yield from judged(pair.spot("text"), *texts, pair.others)
    else:
        yield from reworded(pair.spot("text"), *texts)
    helps = languages.old(pair.old.help), languages.new(pair.new.help)
    yield from reworded(pair.spot("help"), *helps)
    yield from _options(pair, languages)
    yield from _points(pair, languages)


def _options(pair: ItemPair, languages: Languages) -> Iterator[Change]:
    """Yield what the labels of the options have become, and their order."""
    old = {one.id: languages.old(one.label) for one in options_of(pair.old)}
    new = {one.id: languages.new(one.label) for one in options_of(pair.new)}
    for name, said in new.items():
        option = _option_spot(pair, name)
        label = replace(option, path=(*option.path, "label"))
        if pair.same_rule:
            yield from judged(label, old[name], said, old)
        elif name in old:
            yield from reworded(label, old[name], said)
    if pair.same_rule and list(old) != list(new):
        yield Change(pair.spot("options"), Kind.REORDERED, Bump.PATCH, list(old), list(new))


def _points(pair: ItemPair, languages: Languages) -> Iterator[Change]:
    """Yield what the points of the scale have become, where the item took another scale."""
    if not (isinstance(pair.old, ScaleItem) and isinstance(pair.new, ScaleItem)):
        return
    if pair.old.scale == pair.new.scale or not pair.same_rule:
        return
    points = pair.before.points_of(pair.old), pair.after.points_of(pair.new)
    old = {str(point): languages.old(label) for point, label in points[0].items()}
    new = {str(point): languages.new(label) for point, label in points[1].items()}
    yield from judged_points(pair.spot("scale"), old, new)


def options_of(item: ItemBase) -> list[Option]:
    """Return the options of an item; one that is no choice has none."""
    return getattr(item, "options", [])


def _option_spot(pair: ItemPair, name: str) -> Spot:
    """Return an option; where it is gone, the options."""
    names = [option.id for option in options_of(pair.new)]
    path = (*pair.path, "options", *([names.index(name)] if name in names else []))
    return Spot(Part.ITEM, pair.new.id, "options", path, name)
