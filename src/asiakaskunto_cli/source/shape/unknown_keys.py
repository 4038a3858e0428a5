"""A key that cannot stand where it does: which one was meant, or what can stand there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.source.nearest import nearest
from asiakaskunto_cli.source.scalars import resolve
from asiakaskunto_cli.source.shape.misfit import LONGEST_QUOTE, Misfit
from asiakaskunto_cli.source.shape.places import ANYTHING, Places
from asiakaskunto_cli.source.shape.synonyms import keys_meant

NEAR = 0.6
# A key that stands elsewhere was hardly mistyped, unless it is very like one that stands here.
NEAR_ELSEWHERE = 0.75
# A map of more keys than these is never written as one pair.
LONGEST_FORM = 3


@dataclass(frozen=True, slots=True)
class Unknown:
    """What can be said of such a key.

    ``meant`` is the key that it was to be; ``twin`` is that key where it stands there already.
    ``types`` are those that have such a key, and ``free`` are the keys that still can stand there.
    ``holder`` is the list beside it whose entries have such a key. ``form`` are the keys of a map
    that was written as one pair, “20: 1”.
    """

    stands_elsewhere: bool
    meant: str | None
    twin: str | None
    types: Sequence[str]
    free: Sequence[str]
    holder: str | None = None
    form: Sequence[str] = ()


def unknown_key(one: Misfit, places: Places) -> Unknown:
    """Return what can be said of a misfit that is a key."""
    here, key = one.path[:-1], str(one.path[-1])
    kinds = {name: kind for name, kind in places.keys(here).items() if _may_hold(kind, one.value)}
    beside = places.map_at(here)
    free = [name for name in kinds if name not in beside]
    elsewhere = key in places.everywhere
    types = [name for name, keys in places.types(here).items() if key in keys]
    near = nearest(key[:LONGEST_QUOTE], list(kinds), NEAR_ELSEWHERE if elsewhere else NEAR)
    holder = None if types else _holder(key, one, places)
    meant = _other_word(key, one.value, kinds, free) or near
    if not meant and holder in free and _has_such_entries(key, one.value):
        meant = holder
    is_free = meant in free
    twin = None if is_free else meant
    form = free if _is_pair(key, one.value, beside) and len(free) <= LONGEST_FORM else ()
    return Unknown(elsewhere, meant if is_free else None, twin, types, free, holder, form)


def _is_pair(key: str, value: object, beside: Mapping[str, object]) -> bool:
    """Return whether a map is a number and what belongs to it, and no more."""
    is_number = isinstance(resolve(key), int | float) and not isinstance(resolve(key), bool)
    return is_number and len(beside) == 1 and not isinstance(value, dict | list)


def _holder(key: str, one: Misfit, places: Places) -> str | None:
    """Return the list beside a list or map in whose entries it belongs, if there is but one."""
    if not isinstance(one.value, dict | list):
        return None
    holders = places.holders(one.path[:-1], key)
    return holders[0] if len(holders) == 1 else None


def _has_such_entries(key: str, value: object) -> bool:
    """Return whether a list has the key inside: it is the list itself that was misnamed."""
    return isinstance(value, list) and any(isinstance(one, dict) and key in one for one in value)


def _other_word(
    key: str, value: object, kinds: Mapping[str, frozenset[str]], free: Sequence[str]
) -> str | None:
    """Return the key that a word stands for: rather one that takes such a value."""
    words = [name for name in keys_meant(key) if name in kinds]
    still = [name for name in words if name in free]
    if still:
        return min(still, key=lambda name: kinds[name].isdisjoint(_kinds(value)))
    return words[0] if len(words) == 1 else None


def _may_hold(kinds: Collection[str], value: object) -> bool:
    """Return whether a key is for such values: one for any answer is not for a map."""
    return ANYTHING not in kinds or not isinstance(value, dict)


def _kinds(value: object) -> Collection[str]:
    """Return the kinds, in the words of JSON, that a value may have been meant to be of."""
    if isinstance(value, dict):
        return {"object"}
    return {"array"} if isinstance(value, list) else {"string", "number", "integer", "boolean"}
