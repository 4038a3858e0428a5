"""Who is measured, and in which programme: the line under the title of a page for a client."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.pages.blocks import Block, Sentence
from asiakaskunto_cli.pages.names import BETWEEN
from asiakaskunto_cli.programme.model import Programme


def engagement_line(programme: Programme, title: str) -> Iterator[Block]:
    """Yield what the programme tells of itself and the title does not, if anything."""
    told = [
        words
        for words in (programme.organisation, programme.programme)
        if words is not None and words not in title
    ]
    if told:
        yield Sentence(BETWEEN.join(told))
