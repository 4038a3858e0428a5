"""How wide the columns of a table are on a screen, or that it does not fit at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from asiakaskunto_cli.pages.blocks import Align, Column, Table

Measure = Callable[[str], int]

GAP = 2
# Text that is squeezed under this is harder to read than a list.
NARROWEST_TEXT = 14


def widths_of(table: Table, width: int, measure: Measure) -> list[int] | None:
    """Return the width of every column so that the table fits, or None where it cannot.

    Figures are never broken. Heads give way first, then words, always in the widest column.
    """
    cells = [[row.cells[number] for row in table.rows] for number in range(len(table.columns))]
    bodies = [max(map(measure, column), default=0) for column in cells]
    widths = [
        max(body, measure(one.title)) for body, one in zip(bodies, table.columns, strict=True)
    ]
    least = [_least(one, body, measure) for one, body in zip(table.columns, cells, strict=True)]
    room = width - GAP * (len(widths) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        giving = [number for number, one in enumerate(widths) if one > least[number]]
        widths[max(giving, key=lambda one: (widths[one] > bodies[one], widths[one]))] -= 1
    return widths


def _least(column: Column, cells: Sequence[str], measure: Measure) -> int:
    """Return the width below which a column cannot be read any more."""
    head = _longest_word(column.title, measure)
    longest = max(map(measure, cells), default=0)
    if column.align is Align.RIGHT:
        return max(head, longest)
    words = max((_longest_word(cell, measure) for cell in cells), default=0)
    # A word that no screen could hold, such as a path, is broken rather than given a list.
    words = min(words, 2 * NARROWEST_TEXT)
    return max(head, min(longest, max(NARROWEST_TEXT, words)))


def _longest_word(text: str, measure: Measure) -> int:
    return max(map(measure, text.split(" ")))
