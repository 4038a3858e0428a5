"""Cells become groups of waves: what was asked to be told apart, and what must be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from asiakaskunto_cli.analysis.comparing.facts import Facts, Strata
from asiakaskunto_cli.analysis.comparing.measures import Family
from asiakaskunto_cli.analysis.comparing.request import By, Dimension, Request
from asiakaskunto_cli.analysis.comparing.results import Key
from asiakaskunto_cli.words import Area, Method

CHECKLIST = "checklist"
PARTS: Mapping[Family, str] = {
    Family.NPS: "item",
    Family.TOP2: "item",
    Family.GAP: "item",
    Family.LADDER: "classification",
}

Waves = dict[str, Strata]
"""The cells of a group by their waves."""

Ordered = list[tuple[str, Strata]]
"""The same, the earliest wave first."""

ORDERS: Mapping[str, list[str]] = {By.METHOD: list(Method), By.AREA: list(Area)}


def group(cells: Strata, request: Request) -> dict[Key, Waves]:
    """Return the groups in order, by key.

    Questions are always told apart. Checklists are where one of them was used in two waves:
    otherwise the group stays whole, so that its waves are seen to have nothing in common.
    """
    whole: dict[Key, Waves] = defaultdict(lambda: defaultdict(dict))
    for facts, cell in cells.items():
        whole[key_of(facts, request)][facts.wave][facts] = cell
    groups: dict[Key, Waves] = {}
    for key, waves in whole.items():
        groups.update(_by_checklist(key, waves) if _is_split(waves, request) else {key: waves})
    return {key: groups[key] for key in sorted(groups, key=_place)}


def key_of(facts: Facts, request: Request) -> Key:
    """Return by what a cell is told apart from others, before its checklist."""
    named = dict(zip(request.named, facts.classes, strict=True))
    key = [(one.text, _value(one, facts, request, named)) for one in request.dimensions]
    part = PARTS.get(request.measure.family)
    return tuple(key) if part is None else (*key, (part, facts.yardstick.part))


def in_order(waves: Waves, request: Request) -> Ordered:
    """Return waves by their first day: the one that the programme names, else the first visit's."""

    def place(wave: str) -> tuple[date, str]:
        earliest = min(cell.earliest for cell in waves[wave].values())
        return request.starts.get(wave, earliest.date()), wave

    return [(wave, waves[wave]) for wave in sorted(waves, key=place)]


def _value(
    dimension: Dimension, facts: Facts, request: Request, named: Mapping[Dimension, str]
) -> str | None:
    values: Mapping[By, Callable[[], str | None]] = {
        By.SITE: lambda: facts.site,
        By.METHOD: lambda: facts.method,
        By.AREA: lambda: facts.yardstick.part,
        By.GROUP: lambda: request.groups.get(facts.site),
        By.CHANNEL: lambda: facts.channel,
        By.EVALUATOR: lambda: facts.evaluator,
    }
    return named[dimension] if dimension in named else values[dimension.by]()


def _is_split(waves: Waves, request: Request) -> bool:
    """Tell whether the checklists of a group have to be told apart."""
    if request.measure.family is Family.INDEX:
        return False
    used: dict[str, set[str]] = defaultdict(set)
    for wave, strata in waves.items():
        for facts in strata:
            used[facts.yardstick.checklist].add(wave)
    return len(used) > 1 and any(len(of_one) > 1 for of_one in used.values())


def _by_checklist(key: Key, waves: Waves) -> dict[Key, Waves]:
    split: dict[Key, Waves] = defaultdict(lambda: defaultdict(dict))
    for wave, strata in waves.items():
        for facts, cell in strata.items():
            split[*key, (CHECKLIST, facts.yardstick.checklist)][wave][facts] = cell
    return split


def _place(key: Key) -> tuple[tuple[int, str], ...]:
    """Return where a group stands: by the first dimension, then the next; the unnamed last."""
    return tuple(_place_of(dimension, value) for dimension, value in key)


def _place_of(dimension: str, value: str | None) -> tuple[int, str]:
    if value is None:
        return 1, ""
    order = ORDERS.get(dimension, [])
    return 0, f"{order.index(value):03}" if value in order else value
