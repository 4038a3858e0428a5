"""Texts on one line, and what is filled in by hand drawn with letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from asiakaskunto_cli.pages.blocks import Blank, Box, Fill, Layout, Listing
from asiakaskunto_cli.words import clean

NOT_A_SPACE = re.compile("[^ \t]")
EMPTY_BOX = "\N{BALLOT BOX}"
LINE = "_" * 16
GAP = " " * 3
TAB = 4
CUT = "…"
ENDS = (".", "?", "!", ":")


def one_line(text: str) -> str:
    """Return a text that can neither steer the terminal nor start a line of its own."""
    return re.sub(r"[\t\n]+", " ", clean(text))


def labelled(label: str, figure: str) -> str:
    """Return a figure after its label, with a colon between them unless the label has an end."""
    return f"{label} {figure}" if label.endswith(ENDS) else f"{label}: {figure}"


def listing_lines(listing: Listing, measure: Callable[[str], int] = len) -> list[str]:
    """Return the lines of a listing, harmless, and beneath the last the place that is meant."""
    raw = listing.text.rstrip("\n").split("\n")
    lines = [_even(line) for line in raw]
    if listing.column is not None:
        lines.append(" " * measure(_even(raw[-1][: listing.column - 1])) + "^")
    return lines


def narrow_listing(listing: Listing, width: int, measure: Callable[[str], int]) -> list[str]:
    """Return a line and the place in it that is meant, cut to a width around that place.

    Without its indentation, which a narrow screen has no room for.
    """
    column = (listing.column or 1) - 1
    # Nobody sees more of a long line than this, and it could be a mebibyte.
    begin = max(0, column - 2 * width)
    line = _even(listing.text[begin : column + width + 1])
    place = len(_even(listing.text[begin:column]))
    is_indentation = not NOT_A_SPACE.search(listing.text, 0, begin)
    start = min(len(line) - len(line.lstrip(" ")), place) if is_indentation else 0
    # A place may be just after the end.
    line, place = f"{line} "[start : place + width + 1], place - start
    first = max(0, place - width)
    while measure(line[first:]) > width and measure(line[first:place]) > width * 2 // 3:
        first += 1
    shown, place = line[first:], place - first
    if first:
        shown = CUT + shown[1:]
    if measure(shown) > width:
        while measure(shown) >= width:
            shown = shown[:-1]
        shown += CUT
    return [shown, " " * measure(shown[:place]) + "^"]


def _even(line: str) -> str:
    """Return a line in which nothing moves what stands after it."""
    return clean(line).expandtabs(TAB)


def fill_lines(fill: Fill, width: int, measure: Callable[[str], int]) -> Iterator[str]:
    """Yield boxes and blanks; those in a row share a line while it has room for them.

    A single long label may make a line wider than the width: it can be wrapped.
    """
    beneath = fill.layout is Layout.LIST or any(map(_is_explained, fill.parts))
    line = ""
    for part in fill.parts:
        words = drawn(part, LINE)
        longer = f"{line}{GAP}{words}" if line else words
        if line and (beneath or measure(longer) > width):
            yield line
            longer = words
        line = longer
        for _further in range(further_lines(part)):
            yield line
            line = LINE
    yield line


def drawn(part: Box | Blank, line: str, safe: Callable[[str], str] = one_line) -> str:
    """Return a box or a blank as words and a line to write on; ``safe`` guards people's words."""
    if isinstance(part, Box):
        meaning = f" = {safe(part.meaning)}" if part.meaning else ""
        room = f": {line}" if part.room else ""
        return f"{EMPTY_BOX} {safe(part.text)}{meaning}{room}"
    label = f"{safe(part.label)}: " if part.label else ""
    unit = f" {safe(part.unit)}" if part.unit else ""
    return f"{label}{line}{unit}"


def further_lines(part: Box | Blank) -> int:
    """Return how many lines of a blank come after its first."""
    return part.lines - 1 if isinstance(part, Blank) else 0


def _is_explained(part: Box | Blank) -> bool:
    return isinstance(part, Box) and bool(part.meaning)
