"""The one YAML reader: bytes in, plain data with a position for every node and findings out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from yaml import YAMLError

from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.source import refusals
from asiakaskunto_cli.source.characters import decode, replace_unsafe
from asiakaskunto_cli.source.collector import Collector, StopReadingError
from asiakaskunto_cli.source.finding import Finding, Position
from asiakaskunto_cli.source.lines import Lines
from asiakaskunto_cli.source.nodes import FileStart, Node, locate
from asiakaskunto_cli.source.refusals import MAX_BYTES
from asiakaskunto_cli.source.walk import Walk

# ruff: noqa: PLC0415 what hardly any file needs is imported for those that do


@dataclass(frozen=True, slots=True)
class Source:
    """One YAML file as it was read; ``data`` is to be used only where there are no findings.

    ``data`` is dicts with text keys, lists, str, int, float, bool and None. Where a finding ended
    the reading it is None; where one did not, it lacks what was refused. Where it does not hold
    anything empty, no key or entry in it is None; where it does not hold anything doubtful, no
    unquoted value, and no key that is a word, is text to kunto and something else to others.
    """

    file: str
    data: object
    nodes: Node
    findings: tuple[Finding, ...]
    lines: Lines
    holds_empty: bool = True
    holds_doubtful: bool = True

    def position(self, path: Sequence[str | int], *, key: bool = False) -> Position:
        """Return where the value (or, if asked, its key) at a path stands.

        Where the path leaves the data, this is the position of the deepest value on it.
        """
        return self.lines.position(locate(self.nodes, path, key=key).index)


def read_source(path: Path) -> Source:
    """Return what a file says; findings name it by its path.

    Raises BadInputError when it is no regular file, cannot be read, or is larger than MAX_BYTES,
    and KuntoError where PyYAML was installed without libyaml.
    """
    return read_text(str(path), read_regular(path, limit_bytes=MAX_BYTES))


def read_text(file: str, content: bytes) -> Source:
    """Return what the content of a file says; whatever is wrong with the bytes is a finding.

    Raises KuntoError where PyYAML was installed without libyaml.
    """
    too_large = len(content) > MAX_BYTES
    text, wrong = ("", None) if too_large else decode(content)
    lines = Lines(text)
    collector = Collector(file, lines)
    data: object = None
    nodes: Node = FileStart()
    empty = doubtful = True
    with suppress(StopReadingError):  # the collector knows why the reading stopped
        if too_large:
            refusals.too_many_bytes(collector)
        if wrong is not None:
            refusals.not_utf8(collector, wrong)
        data, nodes, empty, doubtful = _walk(replace_unsafe(text, collector), collector)
    return Source(file, data, nodes, collector.sorted(), lines, empty, doubtful)


def _walk(text: str, collector: Collector) -> tuple[object, Node, bool, bool]:
    if "\\" in text:
        from asiakaskunto_cli.source.surrogates import with_pairs_joined

        text = with_pairs_joined(text)
    try:
        walk = Walk(text, collector)
        return *walk.document(), walk.holds_empty, walk.words.doubts
    except (YAMLError, UnicodeDecodeError) as error:
        from asiakaskunto_cli.source.syntax.error import stop_at_syntax_error

        stop_at_syntax_error(collector, error, text)
