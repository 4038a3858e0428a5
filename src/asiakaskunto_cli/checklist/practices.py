"""Practices: what a team does so that a weak point gets better. Items name them in ``develop``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from asiakaskunto_cli.checklist.shelf import Entry, EntryFile, Shelf, load_entries, read_shelf
from asiakaskunto_cli.checklist.terms import Text, Words
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.reader import Source

KIND = "practices"


class Practice(Entry):
    """One practice: ``title`` says it in a few words, ``text`` who does what, and how often."""

    TEXTS: ClassVar[tuple[str, ...]] = ("title", "text")

    title: Text
    """The practice in a few words."""
    text: Text
    """Who does what, how often, and how one sees that it works."""
    source: Words | None = None
    """Where it comes from; not translated."""


class PracticesFile(EntryFile[Practice]):
    """A file of practices, as it was written, with its defaults filled in."""

    kind: Literal["practices"]
    """What the file is."""
    practices: Annotated[list[Practice], Field(min_length=1)]
    """The practices."""

    @property
    def entries(self) -> Sequence[Practice]:
        """The practices, in the order of the file."""
        return self.practices


def load_practices(source: Source) -> tuple[Sequence[Practice], tuple[Finding, ...]]:
    """Return the practices in a source, or none and the findings."""
    return load_entries(source, PracticesFile, KIND)


def read_practices(*own_folders: Path) -> Shelf[Practice]:
    """Return the practices that come with kunto and a programme's own, which win by id.

    Raises BadInputError when a file cannot be read.
    """
    return read_shelf(own_folders, PracticesFile, KIND)
