"""A JSON Schema of 2020-12 as editors like it: draft 7, with a list of what a word may be.

In draft 7 nothing counts beside a reference. An editor shows what it finds deepest: where a key
takes one of a few words, that is to be what the key is for, and then the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEFINITIONS = "#/$defs/"


def for_editors(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema as one of draft 7; ``markdownEnumDescriptions`` is a word of editors."""
    definitions = schema.get("$defs", {})
    made: dict[str, Any] = _converted(schema, definitions)
    made["$schema"] = "http://json-schema.org/draft-07/schema#"
    if "$defs" in made:
        made["definitions"] = made.pop("$defs")
    return made


def _converted(part: Any, definitions: Mapping[str, Any]) -> Any:  # noqa: ANN401 a part is any
    if isinstance(part, list):
        return [_converted(one, definitions) for one in part]
    if not isinstance(part, dict):
        return part
    if isinstance(part.get("$ref"), str):
        return _reference(part, definitions)
    made = {key: _converted(value, definitions) for key, value in part.items()}
    return _words(made) if _is_of_words(made) else made


def _reference(part: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return a reference that stands alone, or in its place the words that it leads to."""
    beside = {key: value for key, value in part.items() if key != "$ref"}
    name = part["$ref"].removeprefix(DEFINITIONS)
    if _is_of_words(definitions[name]):
        return _words({**definitions[name], **beside})
    reference = {"$ref": f"#/definitions/{name}"}
    return {**beside, "allOf": [reference]} if beside else reference


def _is_of_words(part: Mapping[str, Any]) -> bool:
    return all("const" in one for one in part.get("oneOf", [{}]))


def _words(part: Mapping[str, Any]) -> dict[str, Any]:
    words = part["oneOf"]
    return {
        **{key: value for key, value in part.items() if key != "oneOf"},
        "enum": [one["const"] for one in words],
        "markdownEnumDescriptions": [one["description"] for one in words],
    }
