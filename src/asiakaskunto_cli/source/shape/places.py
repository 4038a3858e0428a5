"""What a model takes at a place: which keys may stand there, and what their values may be.

It is read off the model's JSON Schema, which knows the keys by their names in the file. Only a file
with something wrong in it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel

from asiakaskunto_cli.source.nodes import Loc

Schema = Mapping[str, Any]

ANYTHING = "anything"
_NARROWER_THAN_A_TEXT = frozenset({"pattern", "enum", "const", "format"})
_PYDANTIC_LIMITS = {
    "minimum": "ge",
    "exclusiveMinimum": "gt",
    "maximum": "le",
    "exclusiveMaximum": "lt",
}


class Places:
    """The places of a model in some data, each known by the path that leads to it.

    The model stands at a path of its own in the data; all paths begin with that one.
    """

    def __init__(self, model: type[BaseModel], data: object, at: Loc = ()) -> None:
        self._whole = _schema(model)
        self._data = data
        self._skipped = len(at)
        # A map with very many keys that do not fit asks for each of them.
        self._known: dict[tuple[Loc, bool], list[Schema]] = {}

    @property
    def everywhere(self) -> frozenset[str]:
        """Every key that the model or a part of it has."""
        parts = (self._whole, *self._whole.get("$defs", {}).values())
        return frozenset(key for part in parts for key in part.get("properties", ()))

    def has(self, path: Loc) -> bool:
        """Return whether the model has something at a path; under an unknown key it has not."""
        return bool(self._parts(path))

    def keys(self, path: Loc) -> Mapping[str, frozenset[str]]:
        """Return the keys that the map at a path has by the model, with the kinds of their values.

        The kinds are JSON's, or ANYTHING. A map whose keys are names of the author's has none.
        """
        kinds: dict[str, frozenset[str]] = {}
        for part in self._parts(path):
            for key, schema in part.get("properties", {}).items():
                found = {form.get("type", ANYTHING) for form in self._forms(schema)}
                kinds[key] = kinds.get(key, frozenset()) | found
        return kinds

    def holders(self, path: Loc, key: str) -> Sequence[str]:
        """Return those keys of the map at a path whose lists have entries with another key."""
        parts = self._parts(path)
        return [
            name
            for name in self.keys(path)
            if any(
                key in entry.get("properties", ())
                for form in self._inside(parts, name)
                for entry in self._inside([form], 0)
            )
        ]

    def value_at(self, path: Loc) -> object:
        """Return what stands at a path, None where nothing does."""
        data = self._data
        for step in path:
            data = _step(data, step)
        return data

    def map_at(self, path: Loc) -> Mapping[str, object]:
        """Return the map that stands at a path, an empty one where none does."""
        data = self.value_at(path)
        return data if isinstance(data, dict) else {}

    def takes_key(self, path: Loc, key: str) -> bool:
        """Return whether a key, by its form alone, can stand at a path; any where none is known."""
        return not self.has(path) or any(self._takes_key(part, key) for part in self._parts(path))

    def types(self, path: Loc) -> Mapping[str, Sequence[str]]:
        """Return the keys of every type that the map at a path can be of; nothing without types."""
        parts = self._parts(path, of_any_type=True)
        return {name: list(part["properties"]) for part in parts if (name := _type_of(part))}

    def takes_any_text(self, path: Loc) -> bool:
        """Return whether the value at a path may be any text, or is not known."""
        return not self.has(path) or any(map(_is_any_text, self._parts(path)))

    def takes_text(self, path: Loc) -> bool:
        """Return whether the value at a path may be a text of any form."""
        return any(part.get("type") == "string" for part in self._parts(path))

    def takes_list(self, path: Loc) -> bool:
        """Return whether the value at a path may be a list."""
        return any(part.get("type") == "array" for part in self._parts(path))

    def takes_decimals(self, path: Loc) -> bool:
        """Return whether the value at a path may be a number with decimals, or is not known."""
        kinds = {part.get("type", "number") for part in self._parts(path)}
        return not kinds or "number" in kinds

    def limits(self, path: Loc) -> Mapping[str, float]:
        """Return the limits of the number at a path by pydantic's names: ge, gt, le and lt."""
        parts = self._parts(path)
        return {
            _PYDANTIC_LIMITS[key]: part[key]
            for part in parts
            for key in _PYDANTIC_LIMITS.keys() & part.keys()
        }

    def _parts(self, path: Loc, *, of_any_type: bool = False) -> list[Schema]:
        """Return a schema for each form that the value at a path may have."""
        if (path, of_any_type) not in self._known:
            self._known[path, of_any_type] = self._walked(path, of_any_type=of_any_type)
        return self._known[path, of_any_type]

    def _walked(self, path: Loc, *, of_any_type: bool) -> list[Schema]:
        data, parts = self._data, [*self._forms(self._whole)]
        for step in path[: self._skipped]:
            data = _step(data, step)
        for step in path[self._skipped :]:
            data, parts = _step(data, step), [*self._inside(_of_its_type(parts, data), step)]
        return parts if of_any_type else _of_its_type(parts, data)

    def _inside(self, parts: Iterable[Schema], step: str | int) -> Iterator[Schema]:
        """Yield the forms of what stands one step further."""
        for part in parts:
            for schema in _schemas_inside(part, step):
                yield from self._forms(schema)

    def _forms(self, schema: Schema) -> Iterator[Schema]:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            yield from self._forms(self._whole["$defs"][name])
            return
        branches = schema.get("anyOf") or schema.get("oneOf")
        if not branches:
            yield schema
        for branch in branches or ():
            yield from self._forms(branch)

    def _takes_key(self, part: Schema, key: str) -> bool:
        if key in part.get("properties", ()):
            return True
        if any(re.search(pattern, key) for pattern in part.get("patternProperties", ())):
            return True
        if not isinstance(part.get("additionalProperties"), dict):
            return False
        names = self._forms(part.get("propertyNames", {}))
        return any(key in form.get("enum", (form.get("const", key),)) for form in names)


@cache
def _schema(model: type[BaseModel]) -> Schema:
    return model.model_json_schema()


def _schemas_inside(part: Schema, step: str | int) -> Iterator[Schema]:
    if isinstance(step, int):
        if "items" in part:
            yield part["items"]
    elif step in part.get("properties", {}):
        yield part["properties"][step]
    else:
        yield from part.get("patternProperties", {}).values()
        if isinstance(others := part.get("additionalProperties"), dict):
            yield others


def _step(data: object, step: str | int) -> object:
    if isinstance(data, dict):
        return data.get(step)
    is_there = isinstance(data, list) and isinstance(step, int) and step < len(data)
    return data[step] if is_there else None  # type: ignore[index] # just looked at


def _of_its_type(parts: list[Schema], data: object) -> list[Schema]:
    """Return the forms of the type that a map says it is of; all where it says none of them."""
    kind = data.get("type") if isinstance(data, dict) else None
    return [part for part in parts if kind is not None and _type_of(part) == kind] or parts


def _type_of(part: Schema) -> str | None:
    name = part.get("properties", {}).get("type", {}).get("const")
    return name if isinstance(name, str) else None


def _is_any_text(part: Schema) -> bool:
    return part.get("type") == "string" and _NARROWER_THAN_A_TEXT.isdisjoint(part)
