"""The comment that tells an editor where the schema of a file is."""

from __future__ import annotations

from pathlib import Path

from asiakaskunto_cli.source.edit import header_of
from asiakaskunto_cli.source.reader import read_text

MODELINE = "# yaml-language-server: $schema="


def fitted(text: str, target: Path) -> str:
    """Return a checklist's text with a modeline only where it leads to a schema from the target.

    A path that was right where the text came from, and leads nowhere now, would make an editor
    complain about the whole file.
    """
    header = header_of(read_text("", text.encode()))
    kept = [line for line in header.splitlines(keepends=True) if _leads(line, target)]
    return "".join(kept) + text[len(header) :]


def _leads(line: str, target: Path) -> bool:
    """Tell whether a comment is no modeline, or one whose schema is there."""
    if not line.startswith(MODELINE):
        return True
    schema = line.removeprefix(MODELINE).strip()
    return "://" in schema or (target.parent / schema).is_file()
