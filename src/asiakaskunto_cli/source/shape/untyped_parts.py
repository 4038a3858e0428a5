"""Parts of a file whose type is not known: what is wrong with them whatever their type is.

They are held against the model as each of the types; not in a file with more in it than anybody
mends at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import deepcopy

from pydantic import BaseModel

from asiakaskunto_cli.source.collector import MAX_FINDINGS
from asiakaskunto_cli.source.nodes import Loc
from asiakaskunto_cli.source.shape.misfit import Misfit
from asiakaskunto_cli.source.shape.places import Places
from asiakaskunto_cli.source.shape.validation import fitted, part_at

KEY = "type"

Complaints = Mapping[tuple[str, Loc, str], Misfit]


def misfits_of_any_type(
    data: object, model: type[BaseModel], at: Loc, misfits: Iterable[Misfit], places: Places
) -> Sequence[Misfit]:
    """Return what else does not fit in the parts without a usable type: what fits in no type."""
    untyped = {place for one in misfits if (place := _untyped(one)) is not None}
    types = dict.fromkeys(name for place in untyped for name in places.types(place))
    if not types:
        return []
    attempt = deepcopy(data)
    first = _as_type(attempt, model, at, untyped, next(iter(types)))
    if len(first) > MAX_FINDINGS:
        return []
    others = [_as_type(attempt, model, at, untyped, name) for name in types]
    return [one for key, one in first.items() if all(key in other for other in others)]


def _untyped(one: Misfit) -> Loc | None:
    """Return the path of the part whose type is missing or unknown, if that is the misfit."""
    if one.kind.startswith("union_tag") and one.path[-1:] == (KEY,):
        return one.path[:-1]
    return one.path if (one.kind, one.missing) == ("missing", KEY) else None


def _as_type(
    attempt: object, model: type[BaseModel], at: Loc, untyped: Collection[Loc], name: str
) -> Complaints:
    """Return what does not fit in some parts once they are of a type; they are made so."""
    for place in untyped:
        part_at(attempt, place)[KEY] = name
    misfits = fitted(attempt, model, at)[1]
    return {
        (one.kind, one.path, one.missing): one
        for one in misfits
        if any(one.path[:length] in untyped for length in range(len(one.path) + 1))
    }
