"""One walk over libyaml's parse events: plain data, the position tree, and what is not allowed.

Nothing is composed first, so what has to be refused (aliases, tags, endless nesting) is met as an
event and never built. The two loops are the hot part of reading a file; they keep what they need
in local names and leave everything unusual to methods of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import Protocol, cast

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from asiakaskunto_cli.errors import KuntoError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source import refusals
from asiakaskunto_cli.source.characters import check_escapes
from asiakaskunto_cli.source.collector import Collector
from asiakaskunto_cli.source.nodes import Mark, Node
from asiakaskunto_cli.source.scalars import DOUBTFUL_WORDS, Resolver
from asiakaskunto_cli.words import UNSAFE

# A file with none of these has no anchor, tag, merge key or escape: no scalar needs a second look.
# (Four searches for a fixed text take a tenth of the time of one for a pattern.)
_UNUSUAL = ("&", "!", "\\", "<<")
# "? " opens a mapping and has it closed, both its key and its value being empty: three for two.
_MOST_NODES_A_CHARACTER = 2
_TAG_TEXT = re.compile(r"!(?:<[^>]*>|[^\s,\[\]{}]*)")


class _Event(Protocol):
    """What an event may carry; which of it is there depends on its class."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str


class _Parser(Protocol):
    """What is used of libyaml's parser."""

    def get_event(self) -> object:
        """Return the next event, None after the last one."""


class Walk:
    """A walk over one text, which must not hold characters that libyaml refuses."""

    def __init__(self, text: str, collector: Collector) -> None:
        self._text = text
        self._collector = collector
        self.words = Resolver()
        # Whether some key or entry has no value.
        self.holds_empty = False
        self._inside_key = False
        # Where the last mapping starts that has a list or mapping for a key.
        self._misled: Mark | None = None
        self._parser = _parser(text)
        self._unusual = any(mark in text for mark in _UNUSUAL)
        self._next = cast("Callable[[], _Event]", self._parser.get_event)
        if len(text) * _MOST_NODES_A_CHARACTER > refusals.MAX_NODES:
            # A short text cannot hold too many; to count costs a fifteenth of the time.
            events = islice(iter(self._next, None), refusals.MAX_NODES + 2)
            self._next = events.__next__

    def document(self) -> tuple[object, Node]:
        """Return the data and the position tree of the only document.

        Raises StopReadingError at a finding that ends the reading, YAMLError where the text is no
        YAML, and UnicodeDecodeError where a tag spells bytes that are not UTF-8.
        """
        parser = self._parser
        parser.get_event()
        if isinstance(parser.get_event(), StreamEndEvent):
            refusals.empty(self._collector)
        try:
            root = self._root()
        except StopIteration:
            refusals.too_many_nodes(self._collector, self._upcoming().start_mark.index)
        parser.get_event()
        following = self._upcoming()
        if isinstance(following, DocumentStartEvent):
            refusals.second_document(self._collector, following.start_mark.index)
        return root

    def _upcoming(self) -> _Event:
        return cast("_Event", self._parser.get_event())

    def _root(self) -> tuple[object, Node]:
        event = self._next()
        if not isinstance(event, ScalarEvent):
            return self._branch(event, 0)
        self._inspect(event)
        if event.start_mark.index == event.end_mark.index:
            refusals.empty(self._collector)
        return event.value if event.style else self.words.resolve(event.value), event.start_mark

    def _mapping(self, start: Mark, depth: int) -> tuple[object, Node]:
        data: dict[str, object] = {}
        nodes: dict[str, tuple[Mark, Node]] = {}
        next_event, unusual, resolve = self._next, self._unusual, self.words.resolve
        value: object
        node: Node
        while True:
            event = next_event()
            kind: object = event.__class__
            mark = event.start_mark
            key: str | None = None
            if kind is ScalarEvent:
                key = event.value
                if unusual:
                    self._inspect_key(event)
            elif kind is MappingEndEvent:
                self.words.doubts |= not DOUBTFUL_WORDS.isdisjoint(nodes)
                return data, (start, nodes)
            else:
                self._skip_key(event, depth, start)
            event = next_event()
            value_kind: object = event.__class__
            if value_kind is ScalarEvent:
                value = event.value if event.style else resolve(event.value)
                node = event.start_mark
                if value is None:
                    self.holds_empty = True
                if unusual:
                    self._inspect(event)
            else:
                value, node = self._branch(event, depth)
            if key in nodes:
                refusals.duplicate_key(self._collector, mark.index, key, nodes[key][0].index)
            elif key is not None:
                data[key] = value
                nodes[key] = mark, node

    def _list(self, start: Mark, depth: int) -> tuple[object, Node]:
        data: list[object] = []
        nodes: list[Node] = []
        next_event, unusual, resolve = self._next, self._unusual, self.words.resolve
        value: object
        node: Node
        while True:
            event = next_event()
            kind: object = event.__class__
            if kind is ScalarEvent:
                value = event.value if event.style else resolve(event.value)
                node = event.start_mark
                if value is None:
                    self.holds_empty = True
                if unusual:
                    self._inspect(event)
            elif kind is SequenceEndEvent:
                return data, (start, nodes)
            else:
                value, node = self._branch(event, depth)
            data.append(value)
            nodes.append(node)

    def _branch(self, event: _Event, depth: int) -> tuple[object, Node]:
        """Return the list or mapping that an event opens, inside so many others."""
        mark = event.start_mark
        kind: object = event.__class__
        if kind is AliasEvent:
            refusals.reference(self._collector, mark.index, f"*{event.anchor}")
            return None, mark
        if self._unusual:
            self._inspect_properties(event)
        if depth == refusals.MAX_DEPTH:
            refusals.too_deep(self._collector, mark.index)
        if kind is MappingStartEvent:
            return self._mapping(mark, depth + 1)
        return self._list(mark, depth + 1)

    def _skip_key(self, event: _Event, depth: int, start: Mark) -> None:
        """Walk past a key that is no text, in the mapping that starts there.

        Of keys inside keys only the outermost is reported, and of one mapping's the first: where a
        bracket is missing, the entries that follow it are keys one after the other.
        """
        outermost = not self._inside_key
        if outermost and not isinstance(event, AliasEvent) and start is not self._misled:
            refusals.branch_as_key(self._collector, event.start_mark.index)
            self._misled = start
        self._inside_key = True
        self._branch(event, depth)
        self._inside_key = not outermost

    def _inspect_key(self, event: _Event) -> None:
        self._inspect(event)
        if event.value == "<<" and not event.style:
            refusals.merge_key(self._collector, event.start_mark.index)

    def _inspect(self, event: _Event) -> None:
        """Report what a scalar has beyond its text: anchor, tag, unsafe escapes."""
        self._inspect_properties(event)
        if event.style == '"' and UNSAFE.search(event.value):
            start = event.start_mark.index
            check_escapes(self._text[start : event.end_mark.index], start, self._collector)

    def _inspect_properties(self, event: _Event) -> None:
        start = event.start_mark.index
        if event.tag is not None:
            # An anchor may stand before the tag; its name cannot hold an exclamation mark.
            written = _TAG_TEXT.search(self._text, start)
            found = (written.start(), written.group()) if written else (start, "!")
            refusals.tag(self._collector, *found)
        if event.anchor is not None:
            anchor = f"&{event.anchor}"
            refusals.reference(self._collector, max(start, self._text.find(anchor, start)), anchor)


def _parser(text: str) -> _Parser:
    try:
        from yaml._yaml import CParser  # noqa: PLC0415 only here can its absence be told
    except ImportError as error:
        raise KuntoError(
            _("PyYAML is installed without libyaml, so no checklist can be read."),
            remedy=_("Install PyYAML again from a wheel: pip install --force-reinstall pyyaml"),
        ) from error
    return CParser(text)
