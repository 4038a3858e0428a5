"""The words of the field in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.words import Area, Gate, Level, Measure, Method, State, Theme

# What stands between the parts of a title or a line that are no sentence.
BETWEEN = " · "


def method_name(method: Method) -> str:
    """Return a method as a noun."""
    return {
        Method.OBSERVE: _("observation"),
        Method.TEST: _("mystery shopping"),
        Method.ASK: _("customer interviews"),
    }[method]


def area_name(area: Area) -> str:
    """Return an area."""
    return {
        Area.KNOWLEDGE: _("knowledge"),
        Area.SKILLS: _("skills"),
        Area.EMOTION: _("emotion"),
    }[area]


def measure_name(measure: Measure) -> str:
    """Return a measure as an adjective."""
    return {
        Measure.OBJECTIVE: _("objective"),
        Measure.SUBJECTIVE: _("subjective"),
    }[measure]


def gate_name(gate: Gate) -> str:
    """Return what a gated item is called."""
    return {Gate.CRITICAL: _("critical item"), Gate.CORE: _("core item")}[gate]


def level_name(level: Level) -> str:
    """Return a level as clients know it."""
    return {
        Level.GOOD: _("GOOD"),
        Level.EXCELLENT: _("EXCELLENT"),
        Level.BEST: _("THE BEST"),
    }[level]


def theme_name(theme: Theme | None) -> str:
    """Return what a checklist is about, as a title; the shipped ones have a theme."""
    if theme is None:
        return _("Your own checklists")
    return {
        Theme.BASICS: _("Basic measurement"),
        Theme.ENCOUNTER: _("Encounters"),
        Theme.PROMISES: _("Promises and problems"),
        Theme.RELATIONSHIP: _("Customer relationship"),
        Theme.TRADE: _("Lines of business"),
        Theme.INTERNAL: _("Internal assessment"),
    }[theme]


def state_name(state: State) -> str:
    """Return how an item ended."""
    return {
        State.SCORED: _("scored"),
        State.INFORMATIONAL: _("not scored"),
        State.NOT_APPLICABLE: _("not applicable"),
        State.NOT_OBSERVED: _("not observed"),
        State.UNANSWERED: _("not answered"),
    }[state]


def in_a_row(names: Iterable[str]) -> str:
    """Return names with commas between them."""
    return ", ".join(names)


def capitalised(name: str) -> str:
    """Return a name as it starts a line; the rest of it is left alone."""
    return name[:1].upper() + name[1:]


def reaches(level: Level | None, target: Level) -> bool:
    """Return whether a level is at least the target."""
    order = list(Level)
    return level is not None and order.index(level) >= order.index(target)
