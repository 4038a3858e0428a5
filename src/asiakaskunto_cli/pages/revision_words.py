"""One change of a checklist in words: what it was, and what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from asiakaskunto_cli.checklist.changes.change import SUSPECT, Change, Kind, Part
from asiakaskunto_cli.language import active, format_plain, in_language
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.names import area_name, gate_name, in_a_row, measure_name, method_name
from asiakaskunto_cli.words import Area, Gate, Measure, Method

WORDINGS = SUSPECT | {Kind.REWORDED}
NOTHING = "–"

# Values with a name of their own, by key.
_NAMED: Mapping[str, Callable[[str], str]] = {
    "area": lambda value: area_name(Area(value)),
    "measure": lambda value: measure_name(Measure(value)),
    "gate": lambda value: gate_name(Gate(value)),
    "method": lambda value: method_name(Method(value)),
}


def revision_words(change: Change) -> str:
    """Return what happened, as it is said under the part that it happened to."""
    spot = change.spot
    match change.kind:
        case Kind.MOVED:
            return _("moved from the section “{before}” to “{after}”").format(
                before=change.before, after=change.after
            )
        case Kind.REORDERED:
            return _("{what} in another order").format(what=_what(change))
        case Kind.REWRITTEN if not spot.key:
            return _("written otherwise, and says the same")
        case Kind.REWRITTEN:
            return _("{what} written otherwise, and means the same").format(what=_what(change))
        case Kind.ADDED | Kind.REMOVED if not spot.key and not spot.member:
            return _("new") if change.kind is Kind.ADDED else _("gone")
        case Kind.ADDED:
            return _("{what} new: {value}").format(
                what=_what(change), value=_value(change, new=True)
            )
        case Kind.REMOVED:
            value = _value(change, new=False)
            return _("{what} gone: {value}").format(what=_what(change), value=value)
        case _:
            before, after = _value(change, new=False), _value(change, new=True)
            return f"{_what(change)}: {before} → {after}"


def _what(change: Change) -> str:
    """Return what the change is about: the option, point or class, else the key."""
    spot = change.spot
    if spot.part is Part.SCALE or (spot.key == "scale" and isinstance(change.before, dict)):
        return _("point {point}").format(point=spot.member) if spot.member else _("its points")
    if spot.part is Part.CLASS and spot.member:
        return _("class “{id}”").format(id=spot.member)
    if spot.member:
        return _("option “{id}”").format(id=spot.member)
    return _key_name(spot.key)


def _value(change: Change, *, new: bool) -> str:
    value, other = change.before, change.after
    if new:
        value, other = other, value
    if isinstance(value, dict) and (change.kind in WORDINGS or _is_text(change)):
        return _("“{text}”").format(text=_telling(value, other))
    if change.spot.key == "options" and isinstance(value, int | float):
        return _("worth {value}").format(value=format_plain(value))
    if change.spot.key == "bands" and isinstance(value, list):
        return _bands(value)
    name = _NAMED.get(change.spot.key)
    return name(value) if name and isinstance(value, str) else _plain(value)


def _is_text(change: Change) -> bool:
    """Return whether something with words came or went: a help, a label, a point's name."""
    spot = change.spot
    return spot.part is Part.SCALE or spot.key in {"help", "text", "title", "purpose", "scenario"}


def _telling(said: Mapping[str, str], other: object) -> str:
    """Return a text in the reader's language, or in the one in which it changed."""
    others = other if isinstance(other, dict) else {}
    changed = {one: words for one, words in said.items() if others.get(one) != words}
    return in_language(changed or said, active())


def _plain(value: object) -> str:
    """Return a value much as it stands in the file."""
    match value:
        case None:
            return NOTHING
        case bool():
            return _("yes") if value else _("no")
        case int() | float():
            return format_plain(value)
        case list() if all(isinstance(one, str) for one in value):
            return in_a_row(value) or NOTHING
        case _:
            return _flow(value)


def _bands(bands: Sequence[Mapping[str, float]]) -> str:
    """Return bands as limits with their scores; the last may be open."""
    said = []
    for band, before in zip(bands, [None, *bands], strict=False):
        limit = f"≤ {format_plain(band['up_to'])}" if "up_to" in band else f"> {_limit(before)}"
        said.append(f"{limit} = {format_plain(band['score'])}")
    return "; ".join(said)


def _limit(band: Mapping[str, float] | None) -> str:
    return format_plain(band["up_to"] if band else 0)


def _flow(value: object) -> str:
    """Return nested data on one line, as YAML has it but for quotes."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _key_name(key: str) -> str:
    """Return what a key of a checklist is called."""
    names = {
        "against": _("held against"),
        "anonymous": _("anonymous"),
        "area": _("area"),
        "area_weights": _("weights of the areas"),
        "bands": _("bands"),
        "develop": _("practices"),
        "evidence": _("evidence"),
        "figures": _("reference figures"),
        "gate": _("gate"),
        "help": _("help"),
        "index": _("counts in the site’s index"),
        "invert": _("the lower the better"),
        "items": _("the items"),
        "languages": _("languages"),
        "limit": _("limit"),
        "max": _("highest value"),
        "measure": _("measure"),
        "method": _("method"),
        "min": _("lowest value"),
        "minutes": _("minutes"),
        "na": _("“not applicable”"),
        "never": _("“never” as an answer"),
        "notes": _("notes"),
        "options": _("the options"),
        "pass_at": _("passes at"),
        "purpose": _("purpose"),
        "scale": _("scale"),
        "scenario": _("scenario"),
        "sections": _("the sections"),
        "segment": _("groups results"),
        "source": _("source"),
        "steps": _("rule"),
        "target": _("target"),
        "text": _("question"),
        "theme": _("theme"),
        "title": _("title"),
        "touchpoint": _("touchpoint"),
        "type": _("type"),
        "unit": _("unit"),
        "weight": _("weight"),
        "when": _("condition"),
        "why": _("WHY"),
    }
    return names[key]
