"""Writes the JSON Schemas that are kept in the repository: run it after a change to a format.

What a schema says of a key is the docstring beneath it in its model.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from asiakaskunto_cli.checklist.schema import Draft, json_schema
from asiakaskunto_cli.cli.schema import MODELS, Kind

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Write one schema for validators, and one of every kind of file for editors."""
    write(ROOT / "checklist.schema.json", Kind.CHECKLIST, Draft.NEWEST)
    for kind in Kind:
        write(ROOT / "schemas" / f"{kind}.json", kind, Draft.EDITORS)
    return 0


def write(path: Path, kind: Kind, draft: Draft) -> None:
    """Write a schema as `kunto checklist schema` prints it."""
    document = json_schema(MODELS[kind], kind, draft)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
