"""The comment that tells an editor where the schema of a file is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from asiakaskunto_cli.source.edit import header_of
from asiakaskunto_cli.source.reader import Source, read_text

MODELINE = "# yaml-language-server: $schema="

# What every such comment holds, in whatever form.
EDITOR = "yaml-language-server"

# Where `kunto checklist schema` is kept for editors: a folder beside or above the files.
FOLDER = "schemas"


def fitted(text: str, target: Path) -> str:
    """Return a checklist's text with a modeline only where it leads to a schema from the target.

    A path that was right where the text came from, and leads nowhere now, would make an editor
    complain about the whole file.
    """
    header = header_of(read_text("", text.encode()))
    kept = [line for line in header.splitlines(keepends=True) if _leads(line, target)]
    return "".join(kept) + text[len(header) :]


def led(source: Source, target: Path, kind: str) -> str:
    """Return a file's text with a modeline that leads to the nearest schema of its kind.

    One that leads somewhere is left as it is; where there is no such schema, so is the text.
    """
    text = source.lines.text
    schema = next(_schemas(target, kind), None)
    if schema is None:
        return text
    said = MODELINE + Path(os.path.relpath(schema, target.parent)).as_posix()
    header = header_of(source)
    lines = [line for line in header.splitlines(keepends=True) if EDITOR in line]
    if not lines:
        return f"{said}{_line_break(text)}{text}"
    if any(_leads(line, target) for line in lines):
        return text
    break_ = _line_break(lines[0])
    return header.replace(lines[0], said + break_, 1) + text[len(header) :]


def _schemas(target: Path, kind: str) -> Iterator[Path]:
    """Yield the schemas of a kind in the folders around a file, up to its repository's."""
    for folder in target.absolute().parents:
        schema = folder / FOLDER / f"{kind}.json"
        if schema.is_file():
            yield schema
        if (folder / ".git").exists():
            return


def _line_break(text: str) -> str:
    """Return how the first line of a text ends."""
    first = text.splitlines(keepends=True)[0]
    return first[len(first.rstrip("\r\n")) :] or "\n"


def _leads(line: str, target: Path) -> bool:
    """Tell whether a comment is no modeline, or one whose schema is there."""
    if not line.startswith(MODELINE):
        return True
    schema = line.removeprefix(MODELINE).strip()
    return "://" in schema or (target.parent / schema).is_file()
