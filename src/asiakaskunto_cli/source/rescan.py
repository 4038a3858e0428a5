"""A second look at a text in which something was found: where each of its scalars stands.

Reading itself keeps no ends and no styles: they would cost every sound file some time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent

from asiakaskunto_cli.source.nodes import Mark
from asiakaskunto_cli.source.refusals import MAX_DEPTH


@dataclass(frozen=True, slots=True)
class Scalar:
    """A key or value as it is written, quotes and all, from ``start`` to before ``end``.

    ``style`` is its quote, | or >; without any of them it is empty.
    """

    start: int
    end: int
    style: str


def scalars(text: str) -> Iterator[Scalar]:
    """Yield every scalar up to where the text is no YAML, or is nested deeper than is read."""
    depth = 0
    with suppress(yaml.YAMLError, UnicodeDecodeError):
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, ScalarEvent):
                start, end = (cast("Mark", one).index for one in (event.start_mark, event.end_mark))
                yield Scalar(start, end, event.style or "")
            elif isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
