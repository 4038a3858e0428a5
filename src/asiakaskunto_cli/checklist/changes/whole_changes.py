"""What became of a checklist as a whole: the keys that no section, item or class has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from asiakaskunto_cli.checklist.changes.bump import Bump
from asiakaskunto_cli.checklist.changes.change import Change, Kind, Part, Spot
from asiakaskunto_cli.checklist.changes.wording import Languages, reworded
from asiakaskunto_cli.checklist.digest import definition
from asiakaskunto_cli.checklist.model import Checklist

TEXT_KEYS = ("title", "purpose", "scenario")

# What each owes when it changed; how visits are made is in ``_methods``, when WHY is asked in
# ``_why``.
VALUE_KEYS: Mapping[str, Bump] = {
    "area_weights": Bump.MINOR,
    "index": Bump.MINOR,
    "anonymous": Bump.MINOR,
    "minutes": Bump.PATCH,
    "source": Bump.PATCH,
    "languages": Bump.PATCH,
    "theme": Bump.PATCH,
}


def whole_changes(before: Checklist, after: Checklist) -> Iterator[Change]:
    """Yield every change of the checklist itself, and of the order of its parts."""
    yield from _methods(before, after)
    plain = [definition(one) for one in (before, after)]
    for key, bump in VALUE_KEYS.items():
        values = [one.get(key) for one in plain]
        if values[0] != values[1]:
            yield Change(_spot(before, key), Kind.CHANGED, bump, *values)
    if before.why != after.why:
        yield Change(_spot(before, "why"), *_why(before, after), *(one["why"] for one in plain))
    languages = Languages.of(before, after)
    for key in TEXT_KEYS:
        said = languages.old(getattr(before, key)), languages.new(getattr(after, key))
        yield from reworded(_spot(before, key), *said)
    yield from _order(before, after)


def _spot(checklist: Checklist, key: str) -> Spot:
    return Spot(Part.CHECKLIST, checklist.id, key, (key,))


def _methods(before: Checklist, after: Checklist) -> Iterator[Change]:
    """Yield a method that came or went: visits by another method are another series."""
    spot = _spot(before, "method")
    for method in before.methods:
        if method not in after.methods:
            yield Change(spot, Kind.REMOVED, Bump.MAJOR, method.value, None)
    for method in after.methods:
        if method not in before.methods:
            yield Change(spot, Kind.ADDED, Bump.MINOR, None, method.value)


def _why(before: Checklist, after: Checklist) -> tuple[Kind, Bump]:
    """Return what another default comes to: nothing where every item says its own."""
    pairs = ((old, after.items.get(old.id)) for old in before.items.values())
    asked_otherwise = any(
        before.why_of(old) != after.why_of(new) for old, new in pairs if new is not None
    )
    return (Kind.CHANGED, Bump.MINOR) if asked_otherwise else (Kind.REWRITTEN, Bump.PATCH)


def _order(before: Checklist, after: Checklist) -> Iterator[Change]:
    """Yield that what both versions have stands in another order."""
    orders = [
        (list(one.items), [section.id for section in one.sections]) for one in (before, after)
    ]
    for key, old, new in zip(("items", "sections"), *orders, strict=True):
        kept = [[name for name in old if name in new], [name for name in new if name in old]]
        if kept[0] != kept[1]:
            spot = Spot(Part.CHECKLIST, before.id, key, ("sections",))
            yield Change(spot, Kind.REORDERED, Bump.PATCH, *kept)
