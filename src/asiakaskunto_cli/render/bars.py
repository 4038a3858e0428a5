"""A chart drawn with letters, for a terminal: a line a figure, its interval drawn through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from asiakaskunto_cli.pages.blocks import Bar, Chart
from asiakaskunto_cli.render.text import labelled, one_line

FILLED = "█"
TRACK = "·"
ENDS = "├", "┤"
BETWEEN = "─"
POINT = "●"
MARK = "┊"
GAP = "  "
# Under this many letters nothing can be told from a bar.
SHORTEST = 16
LONGEST = 40


def chart_lines(
    chart: Chart, width: int, measure: Callable[[str], int]
) -> Iterator[tuple[str, bool]]:
    """Yield every line of a chart, and whether it titles a group.

    Name, bar and figure share a line where there is room for a bar; else the bar stands beneath.
    """
    names = [one_line(bar.label) for bar in chart.bars]
    texts = [one_line(bar.text) for bar in chart.bars]
    widest = max(map(measure, names), default=0), max(map(measure, texts), default=0)
    room = min(width - sum(widest) - 2 * len(GAP), LONGEST)
    for bar, name, text in zip(chart.bars, names, texts, strict=True):
        if bar.group:
            yield one_line(bar.group), True
        if room >= SHORTEST:
            padded = name + " " * (widest[0] - measure(name))
            figure = " " * (widest[1] - measure(text)) + text
            yield GAP.join((padded, _drawn(chart, bar, room), figure)), False
        else:
            yield labelled(name, text), False
            yield _drawn(chart, bar, min(width, LONGEST)), False
    for mark in chart.marks:
        yield f"{MARK} {one_line(mark.label)}", False


def _drawn(chart: Chart, bar: Bar, width: int) -> str:
    """Return the axis in so many letters, with the figure and its interval on it."""
    letters = [TRACK] * width

    def at(value: float) -> int:
        return min(int(chart.place(value) * width), width - 1)

    for mark in chart.marks:
        letters[at(mark.value)] = MARK
    if bar.value is None:
        return "".join(letters)
    if bar.low is None or bar.high is None:
        filled = sorted((at(0.0), at(bar.value)))
        letters[filled[0] : filled[1] + 1] = FILLED * (filled[1] - filled[0] + 1)
        return "".join(letters)
    low, high = at(bar.low), at(bar.high)
    letters[low : high + 1] = BETWEEN * (high - low + 1)
    letters[low], letters[high] = ENDS
    letters[at(bar.value)] = POINT
    return "".join(letters)
