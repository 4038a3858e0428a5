"""The three streams: the result to stdout, the talk to stderr, answers from stdin."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from enum import StrEnum
from typing import Annotated, TextIO

import typer

from asiakaskunto_cli.errors import DiskError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.words import clean

DEFAULT_WIDTH = 80
REST_OF_LINE_EMPTY = "\x1b[K"


class Color(StrEnum):
    """Whether the result is coloured; meaning never hangs on it."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


ColorOption = Annotated[Color, typer.Option("--color", metavar="WHEN", help="Colour the result.")]


class _Choice:
    """What --color said, for the life of the process."""

    color = Color.AUTO


def choose_color(color: Color) -> None:
    """Remember what --color said."""
    _Choice.color = color


def coloured() -> bool:
    """Return whether stdout is coloured, by --color, NO_COLOR, FORCE_COLOR or the terminal."""
    if _Choice.color is not Color.AUTO:
        return _Choice.color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def prepare() -> None:
    """Make the streams speak UTF-8, whatever the locale: reports are full of ä, ö and –."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def width(stream: TextIO | None = None) -> int:
    """Return the columns of the terminal behind a stream; 80 where there is none."""
    stream = sys.stdout if stream is None else stream
    if "COLUMNS" in os.environ or not stream.isatty():
        return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
    try:
        return os.get_terminal_size(stream.fileno()).columns or DEFAULT_WIDTH
    except OSError:
        return DEFAULT_WIDTH


def can_be_painted() -> bool:
    """Return whether stderr is a terminal to paint on, and nobody asked for plain lines."""
    dumb = os.environ.get("TERM", "dumb") == "dumb"
    accessible = os.environ.get("ACCESSIBLE", "0") not in {"", "0"}
    return sys.stderr.isatty() and not dumb and not accessible


def result(content: str | bytes) -> None:
    """Write the result to stdout, words or bytes.

    Raises DiskError when it cannot be written; a reader that has gone away is no error.
    """
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence()
        message = _("The result could not be written: {reason}.").format(reason=error.strerror)
        remedy = _("Make room on the disk, or write it to another place.")
        raise DiskError(message, remedy=remedy) from error


def talk(text: str) -> None:
    """Write a line for the person to stderr; where that is full or gone, nobody can be told."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"{clean(text)}\n")
        sys.stderr.flush()


def paint(line: str) -> None:
    """Write a line to stderr in the place of the one that was painted last, as far as it fits."""
    shown = clean(line)[: max(0, width(sys.stderr) - 1)]
    with contextlib.suppress(OSError):
        sys.stderr.write(f"\r{shown}{REST_OF_LINE_EMPTY}")
        sys.stderr.flush()


def error(text: str) -> None:
    """Write what is wrong to stderr."""
    talk(_("Error: {message}").format(message=text))


def silence() -> None:
    """Send what is left in stdout's buffer nowhere, so that leaving does not complain again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
