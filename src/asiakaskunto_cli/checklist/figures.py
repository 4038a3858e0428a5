"""Reference figures: what a source claims, to be read beside what was measured.

They are claims, never results of kunto. Items name them in ``figures``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from asiakaskunto_cli.checklist.shelf import Entry, EntryFile, Shelf, load_entries, read_shelf
from asiakaskunto_cli.checklist.terms import Text, Words
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.reader import Source

KIND = "figures"


class ReferenceFigure(Entry):
    """One claim of a source; ``value`` is its number, ``unit`` what it counts.

    ``per`` says that the number belongs to every good, or every bad, answer: to how many people a
    customer tells it. ``year`` is when the source's own source counted.
    """

    TEXTS: ClassVar[tuple[str, ...]] = ("text", "unit")

    text: Text
    """The claim in a sentence."""
    value: float | None = None
    """Its number."""
    unit: Text | None = None
    """What the number counts."""
    per: Literal["good", "bad"] | None = None
    """The number belongs to every good, or every bad, answer."""
    source: Words
    """Who claims it."""
    year: Annotated[int, Field(ge=1800, le=2200)] | None = None
    """When it was counted."""


class FiguresFile(EntryFile[ReferenceFigure]):
    """A file of reference figures, as it was written, with its defaults filled in."""

    kind: Literal["figures"]
    """What the file is."""
    figures: Annotated[list[ReferenceFigure], Field(min_length=1)]
    """The reference figures."""

    @property
    def entries(self) -> Sequence[ReferenceFigure]:
        """The figures, in the order of the file."""
        return self.figures


def load_figures(source: Source) -> tuple[Sequence[ReferenceFigure], tuple[Finding, ...]]:
    """Return the reference figures in a source, or none and the findings."""
    return load_entries(source, FiguresFile, KIND)


def read_figures(*own_folders: Path) -> Shelf[ReferenceFigure]:
    """Return the figures that come with kunto and a programme's own, which win by id.

    Raises BadInputError when a file cannot be read.
    """
    return read_shelf(own_folders, FiguresFile, KIND)
