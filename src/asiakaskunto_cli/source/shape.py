"""Plain data held against a pydantic model: the model, or findings with positions.

pydantic's own messages are not shown: they name Python types and print the value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.misfit import LONGEST_QUOTE, Loc, Misfit, misfit
from asiakaskunto_cli.source.misfit_words import EXPECTED, NO_MEMBER, worded
from asiakaskunto_cli.source.nearest import nearest
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.words import clean

Model = TypeVar("Model", bound=BaseModel)


def fit(
    source: Source, model: type[Model], at: Loc = (), *, empty_is_absent: bool = True
) -> tuple[Model | None, list[Finding]]:
    """Return the source's data (or what stands at a path) as a model, or None and the misfits.

    A key without a value is a misfit too where it is not to count as left out.
    """
    data = _at(source.data, at)
    fitted, misfits = _fitted(source, model, at)
    keys = known_keys(model) if misfits else ()
    findings = [_finding(source, one, keys) for one in _misspelt_once(misfits, keys)]
    if not empty_is_absent and source.holds_empty:
        told = {one.path for one in misfits}
        findings += [_empty(source, path) for path in _empty_keys(data, at) if path not in told]
    return (None if findings else fitted), _merged(findings)


def texts_wanted(source: Source, model: type[BaseModel]) -> list[Loc]:
    """Return the paths of numbers and booleans in the place of a text: quotes would mend them."""
    misfits = _fitted(source, model, ())[1]
    wanted = (one for one in misfits if one.kind == "string_type" and not one.at_key)
    return [one.path for one in wanted if isinstance(one.value, bool | int | float)]


def misfit_paths(source: Source, model: type[BaseModel]) -> frozenset[Loc]:
    """Return the paths of whatever does not fit the model."""
    return frozenset(one.path for one in _fitted(source, model, ())[1])


def _fitted(source: Source, model: type[Model], at: Loc) -> tuple[Model | None, list[Misfit]]:
    """Return what stands at a path as a model, or None and what does not fit."""
    try:
        return model.model_validate(_at(source.data, at)), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True, include_input=False)
        return None, _of_the_right_branches([misfit(source.data, one, at) for one in details])


def _at(data: Any, path: Loc) -> Any:  # noqa: ANN401 plain data is any
    for part in path:
        data = data[part]
    return data


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


def known_keys(model: type[BaseModel]) -> list[str]:
    """Return every key that the model or a part of it has, for "did you mean"."""
    properties: set[str] = set()
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        properties.update(part.get("properties", ()))
    return sorted(properties)


def _of_the_right_branches(misfits: list[Misfit]) -> list[Misfit]:
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


def _misspelt_once(misfits: Sequence[Misfit], keys: Sequence[str]) -> list[Misfit]:
    """Return the misfits; a key that is missing since it is misspelt is told there alone."""
    missing = {(one.path, one.missing) for one in misfits if one.missing}
    told = []
    for one in (_with_its_type(one, keys) for one in misfits):
        here = [key for place, key in missing if place == one.path[:-1]]
        is_unknown = one.kind == "extra_forbidden" and one.name not in keys
        meant = nearest(one.name, here) if is_unknown else None
        missing.discard((one.path[:-1], meant or ""))
        told.append(replace(one, meant=meant or one.meant))
    return [one for one in told if not one.missing or (one.path, one.missing) in missing]


def _with_its_type(one: Misfit, keys: Sequence[str]) -> Misfit:
    """Return the misfit; where what lacks a type has one that is misspelt, of that key."""
    if one.kind != "union_tag_not_found" or not isinstance(one.value, dict):
        return one
    key = nearest("type", [name for name in one.value if name not in keys])
    if key is None:
        return one
    missing = replace(one, kind="extra_forbidden", path=(*one.path, key), at_key=True)
    return replace(missing, meant="type")


def _finding(source: Source, one: Misfit, keys: Sequence[str]) -> Finding:
    if one.value is None and one.path and not one.at_key:
        return _empty(source, one.path)
    position = source.position(one.path, key=one.at_key)
    return Finding(source.file, position, *worded(one, keys))


def _empty(source: Source, path: Loc) -> Finding:
    position = source.position(path, key=True)
    if isinstance(path[-1], int):
        message, remedy = _("An entry of the list is empty."), _("Write a value, or remove it.")
    else:
        message = _("The key “{key}” has no value.").format(key=clean(path[-1])[:LONGEST_QUOTE])
        remedy = _("Write a value, or remove the key.")
    return Finding(source.file, position, "K203", message, remedy)


def _merged(findings: list[Finding]) -> list[Finding]:
    """Return the findings by place, without repetitions."""
    return sorted(dict.fromkeys(findings), key=lambda one: (one.position, one.code))
