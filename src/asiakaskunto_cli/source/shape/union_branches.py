"""Pydantic tries every branch of a union and complains of all: only one of them was meant."""

from __future__ import annotations

from collections.abc import Mapping

from asiakaskunto_cli.source.nodes import Loc
from asiakaskunto_cli.source.shape.misfit import Misfit
from asiakaskunto_cli.source.shape.wording import EXPECTED, NO_MEMBER


def of_the_right_branches(misfits: list[Misfit]) -> list[Misfit]:
    """Return the misfits without what the wrong branches of a union would have taken."""
    unions: dict[Loc, dict[str, list[Misfit]]] = {}
    for one in misfits:
        for place, tag in one.branches:
            unions.setdefault(place, {}).setdefault(tag, []).append(one)
    meant = {place: _meant(place, branches) for place, branches in unions.items()}
    return [one for one in misfits if all(meant[place] == tag for place, tag in one.branches)]


def _meant(place: Loc, branches: Mapping[str, list[Misfit]]) -> str:
    """Return the first branch that takes this kind of value at all, else the first."""
    for tag, misfits in branches.items():
        if not any(one.path == place and _of_another_kind(one) for one in misfits):
            return tag
    return next(iter(branches))


def _of_another_kind(one: Misfit) -> bool:
    if one.kind in NO_MEMBER:
        return isinstance(one.value, dict | list)
    return one.kind in EXPECTED
