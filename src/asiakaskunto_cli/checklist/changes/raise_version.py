"""The version that is owed, written where the version stands."""

from __future__ import annotations

from asiakaskunto_cli.checklist.changes.bump import Version
from asiakaskunto_cli.source.edit import edited, written
from asiakaskunto_cli.source.reader import Source

PATH = ("version",)


def with_version(source: Source, version: Version) -> str:
    """Return a checklist's text with another version, in the quotes that the old one has.

    A version that is folded over several lines is left as it is.
    """
    now = written(source, PATH)
    if "\n" in now or "\r" in now:
        return source.lines.text
    quote = now[0] if now[0] in "'\"" else ""
    return edited(source, {PATH: f"{quote}{version}{quote}"})
