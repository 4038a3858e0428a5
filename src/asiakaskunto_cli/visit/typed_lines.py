"""Lines from a person or a pipe: decoded, cleaned, and never cut in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import BinaryIO

from asiakaskunto_cli.words import UNSAFE

# In its line-editing mode a terminal hands over at most this much of a line and drops the rest.
TERMINAL_LINE_BYTES = 4095

# What arrow and function keys send, and what a terminal puts around a paste (ECMA-48 CSI, SS3).
KEY_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])")


class EndOfInputError(EOFError):
    """There are no more lines: Ctrl-D, or the pipe ended."""


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One line as text; ``cut`` tells that the terminal may have dropped its end."""

    text: str
    cut: bool


def read_line(stream: BinaryIO, *, terminal: bool) -> TypedLine:
    """Return the next line without its end; bytes that are no UTF-8 become U+FFFD.

    Raises EndOfInputError at the end, and where a terminal has gone away.
    """
    try:
        line = stream.readline()
    except OSError as error:
        raise EndOfInputError from error
    if not line:
        raise EndOfInputError
    line = line.removesuffix(b"\n")
    text = line.decode("utf-8", errors="replace").rstrip("\r")
    words = UNSAFE.sub("", KEY_SEQUENCE.sub("", text))
    return TypedLine(words, cut=terminal and len(line) >= TERMINAL_LINE_BYTES)
