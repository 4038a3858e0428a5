"""What a programme must keep to beyond its shape: each rule yields what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from asiakaskunto_cli.language import format_number
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.words import Level

Place = tuple[str | int, ...]
Broken = Iterator[tuple[Place, str, str, str]]


def broken_rules(source: Source, programme: Programme) -> list[Finding]:
    """Return a finding for everything in a programme that breaks a rule, by place."""
    found = [
        Finding(source.file, source.position(place), code, message, remedy)
        for rule in RULES
        for place, code, message, remedy in rule(programme)
    ]
    return sorted(found, key=lambda one: (one.position, one.code))


def _ids_are_unique(programme: Programme) -> Broken:
    families: dict[str, Sequence[str]] = {
        "sites": [site.id for site in programme.sites],
        "waves": [wave.id for wave in programme.waves],
    }
    for family, ids in families.items():
        for index, name in enumerate(ids):
            if name in ids[:index]:
                message = _("The id “{id}” is used twice in {family}.").format(
                    id=name, family=family
                )
                remedy = _("Give one of the two another id.")
                yield (family, index, "id"), "K301", message, remedy


def _waves_begin_first(programme: Programme) -> Broken:
    for index, wave in enumerate(programme.waves):
        if wave.last_day < wave.first_day:
            message = _("The wave “{id}” ends before it begins.").format(id=wave.id)
            yield ("waves", index, "to"), "K320", message, _("Correct from or to.")


def _weights_leave_something(programme: Programme) -> Broken:
    policy = programme.policy()
    for key, weights in (
        ("method_weights", policy.method_weights),
        ("area_weights", policy.area_weights),
    ):
        if not any(weights.values()):
            message = _("Every weight in {key} is 0.").format(key=key)
            yield (key,), "K321", message, _("Give one of them a positive weight.")


def _levels_rise(programme: Programme) -> Broken:
    levels = programme.policy().levels
    for lower, higher in pairwise(Level):
        set_here = higher if higher in programme.levels else lower
        for key, less, more in (
            ("score", levels[lower].score, levels[higher].score),
            ("area", levels[lower].area, levels[higher].area),
        ):
            if less > more or (key == "score" and less == more):
                message = _(
                    "The level “{higher}” asks for no more than “{lower}” does: {more} and {less} "
                    "({key})."
                ).format(
                    higher=higher,
                    lower=lower,
                    more=format_number(more),
                    less=format_number(less),
                    key=key,
                )
                remedy = _(
                    "Let every level ask for more than the one before; those left out keep "
                    "kunto’s thresholds."
                )
                yield ("levels", set_here, key), "K322", message, remedy


def _waves_do_not_overlap(programme: Programme) -> Broken:
    for index, wave in enumerate(programme.waves):
        for other in programme.waves[:index]:
            if wave.first_day <= other.last_day and other.first_day <= wave.last_day:
                message = _("The waves “{id}” and “{other}” overlap.").format(
                    id=wave.id, other=other.id
                )
                remedy = _("Let every day be in one wave only: correct from or to.")
                yield ("waves", index, "from"), "K323", message, remedy
                break


RULES: tuple[Callable[[Programme], Broken], ...] = (
    _ids_are_unique,
    _waves_begin_first,
    _weights_leave_something,
    _levels_rise,
    _waves_do_not_overlap,
)
