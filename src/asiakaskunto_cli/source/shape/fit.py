"""Plain data held against a pydantic model: the model, or findings with positions.

pydantic's own messages are not shown: they name Python types and print the value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from pydantic import BaseModel

from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.nodes import Loc
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.source.shape.misfit import Misfit
from asiakaskunto_cli.source.shape.validation import Model, fitted, part_at

# ruff: noqa: PLC0415 words are only loaded where there is something to tell


def fit(
    source: Source, model: type[Model], at: Loc = (), *, empty_is_absent: bool = True
) -> tuple[Model | None, list[Finding]]:
    """Return the source's data (or what stands at a path) as a model, or None and the misfits.

    A key without a value is a misfit too where it is not to count as left out.
    """
    part, misfits = fitted(source.data, model, at)
    empty: list[Loc] = []
    if not empty_is_absent and source.holds_empty:
        empty = [*_empty_keys(part_at(source.data, at), at)]
    if not misfits and not empty:
        return part, []
    from asiakaskunto_cli.source.shape.findings import Told

    return None, _merged(Told(source, model, at, misfits, empty).findings())


def texts_wanted(source: Source, model: type[BaseModel]) -> list[Loc]:
    """Return the paths of numbers and booleans in the place of a text: quotes would mend them."""
    misfits = fitted(source.data, model)[1]
    texts = (one for one in misfits if one.kind == "string_type" and not one.at_key)
    wanted = [one.path for one in texts if isinstance(one.value, bool | int | float)]
    cut_off = _cut_off(source, model, misfits) if wanted else ()
    return [path for path in wanted if path not in cut_off]


def _cut_off(source: Source, model: type[BaseModel], misfits: Sequence[Misfit]) -> Collection[Loc]:
    """Return the paths of values that go on after a comma: quotes belong around the whole."""
    from asiakaskunto_cli.source.shape.braces import slips_in_braces
    from asiakaskunto_cli.source.shape.places import Places

    slips = slips_in_braces(source, misfits, (), Places(model, source.data))
    return {slip.path for slip in slips if slip.is_value}


def misfit_paths(source: Source, model: type[BaseModel]) -> frozenset[Loc]:
    """Return the paths of whatever does not fit the model."""
    return frozenset(one.path for one in fitted(source.data, model)[1])


def _empty_keys(data: object, path: Loc) -> Iterator[Loc]:
    """Yield the path of every key that has no value."""
    if isinstance(data, dict):
        for key, value in data.items():
            if value is None:
                yield (*path, key)
            yield from _empty_keys(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _empty_keys(value, (*path, index))


def _merged(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings by place, without repetitions."""
    return sorted(dict.fromkeys(findings), key=lambda one: (one.position, one.code))
