"""From bytes to characters that are safe to show: the encoding, and what could steer a terminal."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source import codes
from asiakaskunto_cli.source.collector import Collector
from asiakaskunto_cli.words import UNSAFE, code_point

# What may not stand in a file as it is: words.UNSAFE, but a carriage return ends a line there, and
# libyaml gives up at the two code points that are no characters.
_RAW_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
# A row of NULs is one thing. (To search for the class alone takes a quarter of the time.)
_AT_ONCE = re.compile(rf"\x00+|{_RAW_UNSAFE.pattern}")
# UTF-16 writes every other byte of plain text as NUL.
_MANY = 0.25
_BYTE_ORDER_MARK = "\ufeff"
# What a crash or DOS leaves at the very end of a file.
_AS_SPACES = {0x00: " ", 0x1A: " "}
_LEFT_OVER = "\x00\x1a \r\n"
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}


def decode(content: bytes) -> tuple[str, int | None]:
    """Return the text without its byte order mark, and the index of the first byte that is none.

    That index is None where all of it is UTF-8. NUL counts as a wrong byte where there are many:
    UTF-16 and binary files are full of them.
    """
    wrong = content.find(b"\0")
    if wrong >= 0 and content.count(b"\0") < _MANY * len(content):
        wrong = -1
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        text = content.decode(errors="replace")
        wrong = error.start if wrong < 0 else min(wrong, error.start)
    # Every mark at the start goes: libyaml would take a second one for the first, and miscount.
    bare = text.lstrip(_BYTE_ORDER_MARK)
    if wrong < 0:
        return bare, None
    return bare, len(content[:wrong].decode()) - (len(text) - len(bare))


def replace_unsafe(text: str, collector: Collector) -> str:
    """Return the text with a replacement character for each unsafe one, each of them a finding.

    The length stays, so every index still points at the same place; libyaml, which would stop at
    the first of them, reads on. What a crash or DOS left at the very end becomes spaces, and a row
    of NULs is one finding.
    """
    if not _RAW_UNSAFE.search(text):
        return text
    for found in _AT_ONCE.finditer(text):
        _report(collector, found.start(), found.group()[0])
    end = len(text.rstrip(_LEFT_OVER))
    return _RAW_UNSAFE.sub(_REPLACEMENT, text[:end]) + text[end:].translate(_AS_SPACES)


def check_escapes(raw: str, start: int, collector: Collector) -> None:
    """Report the escapes in a double-quoted scalar (as written, from index start) that are unsafe.

    The scalar has been parsed, so its escapes are known to be well formed.
    """
    for found in _ESCAPE.finditer(raw):
        digits = found[1] or found[2] or found[3]
        character = chr(int(digits, 16)) if digits else _SHORT_ESCAPES.get(found[4], "")
        if UNSAFE.match(character):
            _report(collector, start + found.start(), character)


def _report(collector: Collector, index: int, character: str) -> None:
    collector.add(
        codes.UNSAFE_CHARACTER,
        index,
        _("The character {code_point} is not allowed: it can garble or disguise a text.").format(
            code_point=code_point(character)
        ),
        _("Delete the character; if nothing is to be seen here, retype the text around it."),
    )
