"""A series drawn with letters, for a terminal: its shape in one line, and its ends in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from asiakaskunto_cli.pages.series import Multiples, Series
from asiakaskunto_cli.render.text import one_line

STEPS = "▁▂▃▄▅▆▇█"
MISSING = "·"
CUT = "╎"
GAP = "  "
MARK = "┊"


def sparkline(series: Series) -> str:
    """Return the shape of a series, a letter a figure, cut where figures cannot be compared."""
    letters = []
    for point in series.points:
        letters.append("" if point.joined else CUT)
        letters.append(MISSING if point.value is None else _step(series.place(point.value)))
    return "".join(letters)


def series_lines(series: Series) -> Iterator[str]:
    """Yield the shape of a series with its ends in words, then what it is held against."""
    ends = _ends(series)
    yield f"{sparkline(series)}{GAP}{ends}" if ends else sparkline(series)
    for guide in series.guides:
        yield f"{MARK} {one_line(guide.label)}"


def multiples_lines(
    multiples: Multiples, width: int, measure: Callable[[str], int]
) -> Iterator[tuple[str, bool]]:
    """Yield a line for every series: name, shape and ends, or two where they do not fit.

    Beside each, whether it titles a group.
    """
    drawn = [panel.series for panel in multiples.panels]
    columns = [one_line(one.title) for one in drawn], [_ends(one) for one in drawn]
    widest = [max(map(measure, column), default=0) for column in columns]
    waves = max((len(sparkline(one)) for one in drawn), default=0)
    # A name that is longer than its half of the line takes a line of its own.
    room = min(widest[0], width - waves - widest[1] - 3 * len(GAP))
    for group, panels in multiples.groups:
        if group:
            yield one_line(group), True
        for series in panels:
            name, rest = one_line(series.title), f"{sparkline(series):<{waves}}{GAP}{_ends(series)}"
            indent = GAP if group else ""
            if measure(name) <= room:
                yield f"{indent}{name}{' ' * (room - measure(name))}{GAP}{rest}", False
            else:
                yield f"{indent}{name}", False
                yield f"{indent}{' ' * max(room, 0)}{GAP}{rest}", False


def _step(place: float) -> str:
    return STEPS[min(int(place * len(STEPS)), len(STEPS) - 1)]


def _ends(series: Series) -> str:
    """Return the last figure in words, and the first that it may be held against."""
    cuts = [place for place, point in enumerate(series.points) if not point.joined]
    since = series.points[cuts[-1] if cuts else 0 :]
    shown = [point.figure for point in since if point.value is not None]
    return one_line(f"{shown[0]} → {shown[-1]}") if len(shown) > 1 else one_line("".join(shown))
