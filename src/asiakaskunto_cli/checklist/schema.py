"""The formats of kunto's files as JSON Schema, for editors that complete and check while one types.

A schema knows the shape; validate knows more. What it says of a key is the docstring beneath it in
the model.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise
from textwrap import dedent
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonRef, JsonSchemaValue
from pydantic_core import core_schema

from asiakaskunto_cli.checklist.schema_for_editors import for_editors

PACKAGE = __package__.partition(".")[0]


class Draft(StrEnum):
    """The versions of JSON Schema: the newest for validators, and the one that editors know."""

    NEWEST = "2020-12"
    EDITORS = "7"


def json_schema(model: type[BaseModel], kind: str, draft: Draft) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file."""
    schema = model.model_json_schema(by_alias=True, schema_generator=_Described)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": f"kunto {kind}, format version 1",
    }
    return whole if draft is Draft.NEWEST else for_editors(whole)


class _Described(GenerateJsonSchema):
    """Says of every key and every word what the docstring beneath it says; a key needs a value."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model, with its keys described."""
        made = super().model_schema(schema)
        model = schema["cls"]
        said = _said_beneath(model)
        for name, field in model.model_fields.items():
            key = field.alias or name
            if name in said and key in made.get("properties", {}):
                made["properties"][key]["description"] = said[name]
        return made

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Return the schema of words, each with what it means."""
        made = super().enum_schema(schema)
        del made["enum"]
        said = _said_beneath(schema["cls"])
        made["oneOf"] = [
            {"const": member.value, "description": said[member.name]}
            for member in schema["members"]
        ]
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the schema of what may be left out: a key that stands there has a value."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema of what has a default; that there is nothing is none to be shown."""
        if schema.get("default", ...) is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Return the schema of a map, which refuses every key but its own."""
        made = super().dict_schema(schema)
        if "propertyNames" in made:
            # An editor offers properties while one types; names to match it would only check.
            words = self.get_schema_from_definitions(JsonRef(made.pop("propertyNames")["$ref"]))
            value = made.pop("additionalProperties")
            made["properties"] = {
                word["const"]: {**value, "description": word["description"]}
                for word in (words or {})["oneOf"]
            }
        if "properties" in made or "patternProperties" in made:
            made["additionalProperties"] = False
        return made

    def datetime_schema(self, schema: core_schema.DatetimeSchema) -> JsonSchemaValue:
        """Return the schema of a date and time, which may leave out the seconds."""
        made = super().datetime_schema(schema)
        del made["format"]
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 pydantic's own type
        """Say that a key needs no title: it is one."""
        del schema
        return False


def _said_beneath(owner: type) -> Mapping[str, str]:
    """Return the docstrings beneath the fields or members of a class and of those it comes from."""
    said: dict[str, str] = {}
    for one in reversed(owner.__mro__):
        # What pydantic makes of a generic class, Name[Argument], was written nowhere.
        if one.__module__.startswith(PACKAGE) and "[" not in one.__name__:
            said |= _docstrings(one)
    return said


def _docstrings(owner: type) -> Mapping[str, str]:
    (definition,) = ast.parse(dedent(inspect.getsource(owner))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    said = {}
    for before, after in pairwise(body):
        match before, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                said[name] = text
    return said
