"""The checklist format as a JSON Schema, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from asiakaskunto_cli.checklist.model import Checklist


def checklist_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a checklist. It knows the shape; validate knows more."""
    schema = Checklist.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kunto checklist, format version 1",
        **{key: value for key, value in schema.items() if key != "title"},
    }
