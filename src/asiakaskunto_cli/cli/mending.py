"""What `kunto validate --fix` makes of a file: edits that are safe, and nothing else.

The owed version, quotes around what other readers would take for no text, and the comment that
leads an editor to the schema. Bytes that are not edited stay as they were, whatever they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from asiakaskunto_cli.checklist.changes.bump import Version
from asiakaskunto_cli.checklist.changes.raise_version import PATH as VERSION
from asiakaskunto_cli.checklist.changes.raise_version import with_version
from asiakaskunto_cli.checklist.modeline import led
from asiakaskunto_cli.source.nodes import Loc
from asiakaskunto_cli.source.quoting import quoted
from asiakaskunto_cli.source.reader import Source, read_text
from asiakaskunto_cli.source.shape.fit import texts_wanted

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be mended in a file; ``version`` is the one that it owes, if it owes one.

    ``quotes`` are the codes of what gets them.
    """

    kind: str
    model: type[BaseModel]
    version: Version | None
    quotes: Collection[str]
    modeline: bool


def mended(path: Path, content: bytes, wish: Wish) -> bytes:
    """Return a file's content with whatever of the wish can be done safely.

    A file that cannot be read to its end is left as it is.
    """
    source = read_text(str(path), content)
    if source.findings:
        return content
    after = source
    if wish.version is not None:
        after = _again(after, with_version(after, wish.version))
    if wish.quotes:
        after = _again(after, quoted(after, wish.model, wish.quotes))
    # Some words are only seen as texts once others are, so that the whole fits its model.
    if wish.quotes:
        after = _again(after, quoted(after, wish.model, wish.quotes))
    if wish.modeline:
        after = _again(after, led(after, path, wish.kind))
    if after.findings or not _means_the_same(source, after, wish):
        return content
    marks = len(content) - len(source.lines.text.encode())
    return content[:marks] + after.lines.text.encode()


def _again(source: Source, text: str) -> Source:
    same = text == source.lines.text
    return source if same else read_text(source.file, text.encode())


def _means_the_same(before: Source, after: Source, wish: Wish) -> bool:
    """Return whether the data differ in nothing but what was to be mended."""
    meant = {VERSION, *texts_wanted(before, wish.model)}
    return meant.issuperset(_differences((), before.data, after.data))


def _differences(path: Loc, old: object, new: object) -> Iterator[Loc]:
    """Yield the path of every value that is not the same."""
    if isinstance(old, Mapping) and isinstance(new, Mapping) and list(old) == list(new):
        for key in old:
            yield from _differences((*path, key), old[key], new[key])
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, pair in enumerate(zip(old, new, strict=True)):
            yield from _differences((*path, index), *pair)
    elif type(old) is not type(new) or old != new:
        yield path
