"""Edits of a file's text at the places of its values; all else stays as it was written.

So comments, order and layout survive, which writing the data anew would lose.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent

from asiakaskunto_cli.source.nodes import Mark, locate, start_of
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.source.surrogates import with_pairs_joined

Path = tuple[str | int, ...]


def edited(source: Source, values: Mapping[Path, str]) -> str:
    """Return the text with other values at some paths; each is given as YAML on one line.

    Every path must lead to a value, none of them into another; the source has no findings.
    """
    text = source.lines.text
    ends = _ends(text)
    starts = {locate(source.nodes, path).index: value for path, value in values.items()}
    for start, value in sorted(starts.items(), reverse=True):
        end = ends[start]
        after = text[end:]
        gap = len(after) - len(after.lstrip(" "))
        if gap and after.startswith("#", gap):
            # A comment stays in its column where there is room for the value before it.
            after = " " * max(1, end - start + gap - len(value)) + after[gap:]
        text = text[:start] + value + after
    return text


def written(source: Source, path: Path) -> str:
    """Return a value as it is written in the file."""
    start = locate(source.nodes, path).index
    return source.lines.text[start : _ends(source.lines.text)[start]]


def with_quoted_keys(source: Source, words: Mapping[Path, str]) -> str:
    """Return the text with quotes around some unquoted keys, given by their paths."""
    text = source.lines.text
    starts = {locate(source.nodes, path, key=True).index: word for path, word in words.items()}
    for start, word in sorted(starts.items(), reverse=True):
        text = f'{text[:start]}"{word}"{text[start + len(word) :]}'
    return text


def with_key(source: Source, key: str, value: str, before: str) -> str:
    """Return the text with a key more in its outermost map, before a key that it has."""
    text = source.lines.text
    place = locate(source.nodes, (before,), key=True).index
    if text.startswith("{", start_of(source.nodes).index):
        return f'{text[:place]}"{key}": {value}, {text[place:]}'
    line_break = "\r\n" if "\r\n" in text else "\n"
    indent = " " * (source.position((before,), key=True).column - 1)
    return f"{text[:place]}{key}: {value}{line_break}{indent}{text[place:]}"


def header_of(source: Source) -> str:
    """Return what stands before the data: comments, perhaps nothing."""
    return source.lines.text[: start_of(source.nodes).index]


def _ends(text: str) -> Mapping[int, int]:
    """Return where every value ends, by where it starts.

    A block starts where its first key does: of values that start together the outermost counts.
    """
    ends: dict[int, int] = {}
    open_since: list[int] = []
    reached = 0
    for event in yaml.parse(with_pairs_joined(text), Loader=yaml.CSafeLoader):
        start, end = (cast("Mark", one).index for one in (event.start_mark, event.end_mark))
        if isinstance(event, CollectionStartEvent):
            open_since.append(start)
            ends.setdefault(start, start)
        elif isinstance(event, CollectionEndEvent):
            # A block's end is met only at what comes next, after comments and empty lines.
            reached = end if end > start else reached
            ends[open_since.pop()] = reached
        elif isinstance(event, ScalarEvent):
            # So is that of a text whose lines were kept.
            reached = start + len(text[start:end].rstrip())
            ends.setdefault(start, reached)
    return ends
