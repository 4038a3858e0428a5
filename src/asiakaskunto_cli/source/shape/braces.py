"""What a comma, or a colon without its space, makes of a text or number inside {…}.

To YAML all of it is sound: the comma ends the value, and what follows is a key without one. So an
author would be told of a key that nobody has written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.commas import (
    CODE,
    ends_number,
    ends_quoted_text,
    ends_text,
    key_and_value,
    space_lacks,
)
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.nodes import Loc, locate
from asiakaskunto_cli.source.numbers import number_remedy
from asiakaskunto_cli.source.quote_marks import in_one_pair_of_quotes, in_quotes
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.source.shape.misfit import Misfit
from asiakaskunto_cli.source.shape.places import Places

_QUOTES = frozenset("\"'")
_NUMBER_AND_COMMA = re.compile(r"-?\d+,")
_NUMBER = re.compile(r"-?\d+")
_DECIMALS = re.compile(r"\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Slip:
    """A key that is none, or a value that is cut off, by its path.

    A finding tells it once; ``meant`` is the key in one that runs into its value.
    """

    path: Loc
    meant: str | None = None
    finding: Finding | None = None
    is_value: bool = False


def slips_in_braces(
    source: Source, misfits: Iterable[Misfit], empty: Iterable[Loc], places: Places
) -> list[Slip]:
    """Return what commas and colons made into keys inside braces.

    They are among the keys that do not fit, and those that are empty.
    """
    odd: dict[Loc, set[str]] = {}
    no_keys = [one.path for one in misfits if one.at_key]
    without_value = [one.path for one in misfits if one.value is None and not one.at_key]
    without_value = [path for path in (*without_value, *empty) if _is_no_key(source, path, places)]
    for path in (*no_keys, *without_value):
        if path and isinstance(path[-1], str):
            odd.setdefault(path[:-1], set()).add(path[-1])
    text = source.lines.text
    return [
        slip
        for path, keys in odd.items()
        if text.startswith("{", locate(source.nodes, path).index)
        for slip in _Braces(source, path, places).slips(keys)
    ]


def _is_no_key(source: Source, path: Loc, places: Places) -> bool:
    """Return whether a key without a value may be a word of a text that looks like a key."""
    if not path or places.keys(path[:-1]):
        return False
    if path[-1] in _languages(source.data):
        return False
    is_point = _NUMBER.fullmatch(str(path[-1])) is not None
    return not (is_point and places.has(path[:-1]))


def _languages(data: object) -> Collection[object]:
    """Return the languages that a file says it speaks, by default Finnish."""
    languages = data.get("languages") if isinstance(data, dict) else None
    return languages if isinstance(languages, list) else ["fi"]


class _Braces:
    """The map between two braces."""

    def __init__(self, source: Source, path: Loc, places: Places) -> None:
        self._source = source
        self._text = source.lines.text
        self._path = path
        self._places = places
        self._data = places.map_at(path)

    def slips(self, odd: Collection[str]) -> Iterator[Slip]:
        """Yield the slips among the keys that do not fit; what they cut off tells nothing either.

        Of keys that run into their values only the first is told: the others stand beside it, and
        whether a comma behind it ends a text is only known once the space is there.
        """
        head, is_told, lacks_space = "", False, False
        for key, value in self._data.items():
            is_odd = key in odd
            if is_odd and (slip := self._without_space(key)):
                yield replace(slip, finding=None) if lacks_space else slip
                head, is_told, lacks_space = key, True, True
            elif is_odd and is_told and value is None:
                yield Slip((*self._path, key))
            elif is_odd and (slip := self._after_comma(head, key)):
                yield replace(slip, finding=None) if is_told else slip
                yield Slip((*self._path, head), is_value=True)
                is_told = True
            else:
                head, is_told = key, False

    def _without_space(self, key: str) -> Slip | None:
        """Return the slip of a key that runs into its value."""
        name, colon, _value = key.partition(":")
        if not colon or self._data[key] is not None:
            return None
        start = self._start(key, at_key=True)
        if not self._is_bare(start) or not self._places.takes_key(self._path, name):
            return None
        return self._slip(key, start + len(name), space_lacks(), key_and_value(), meant=name)

    def _after_comma(self, head: str, key: str) -> Slip | None:
        """Return the slip of a key that goes on with the value of the one before it."""
        start = self._start(key, at_key=True)
        comma = self._text.rfind(",", 0, start)
        if self._is_number(head, key):
            remedy = self._number_remedy(head, key)
            return self._slip(key, comma, ends_number(), remedy)
        if not self._is_text(head):
            return None
        if self._is_quoted(head, key):
            if self._is_named_here and self._data[key] is None:
                return self._slip(key, comma, ends_quoted_text(), in_one_pair_of_quotes())
        elif self._is_rest(key):
            remedy = in_quotes(self._text[self._start(head) :][:1])
            return self._slip(key, comma, ends_text(), remedy)
        return None

    def _is_number(self, head: str, key: str) -> bool:
        """Return whether a key is what follows the comma of a number."""
        if self._data[key] is not None or not _DECIMALS.fullmatch(key) or not head:
            return False
        start = self._start(key, at_key=True)
        between = self._text[self._start(head) : start]
        return self._is_bare(start) and _NUMBER_AND_COMMA.fullmatch(between) is not None

    def _number_remedy(self, head: str, key: str) -> str:
        whole = f"{self._text[self._start(head) :].partition(',')[0]},{key}"
        decimals = self._places.takes_decimals((*self._path, head))
        return number_remedy(whole, decimals=decimals) or _("Write a whole number.")

    def _is_text(self, head: str) -> bool:
        """Return whether a key has a text, or runs into one."""
        value = self._data.get(head)
        if value is None:
            return ":" in head
        if isinstance(value, dict | list):
            return False
        return self._places.takes_any_text((*self._path, head))

    def _is_quoted(self, head: str, key: str) -> bool:
        """Return whether the text before a comma, or what follows it, is in quotes."""
        bare = self._is_bare(self._start(head)) and self._is_bare(self._start(key, at_key=True))
        return not bare

    def _is_rest(self, key: str) -> bool:
        """Return whether a key is no key; the name of an author's own has no space in it."""
        return self._data[key] is None or (self._is_named_here and " " in key)

    @property
    def _is_named_here(self) -> bool:
        """Whether the keys of this map are names of the author's own."""
        return not self._places.keys(self._path)

    def _slip(
        self, key: str, index: int, message: str, remedy: str, meant: str | None = None
    ) -> Slip:
        position = self._source.lines.position(index)
        finding = Finding(self._source.file, position, CODE, message, remedy)
        return Slip((*self._path, key), meant, finding)

    def _is_bare(self, index: int) -> bool:
        return self._text[index : index + 1] not in _QUOTES

    def _start(self, key: str, *, at_key: bool = False) -> int:
        return locate(self._source.nodes, (*self._path, key), key=at_key).index
