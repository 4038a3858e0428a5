"""A series as SVG: every visit a dot, the mean with its interval, waves from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from asiakaskunto_cli.language import format_plain
from asiakaskunto_cli.pages.series import Series, SeriesPoint
from asiakaskunto_cli.words import clean

DOT = 2.6
MEAN = 4.6
CAP = 5.0
# Dots nearer to each other than this would hide one another.
APART = 2 * DOT + 0.6
LEAST_LABEL = 54
# A guide's label needs so much room beside the drawing, and so much of its own height.
FOR_LABELS = 92
LABEL = 13
STEPS = (5, 10, 20, 25, 50, 100, 200)
MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """The sizes of a drawing: the whole, and the room around the axis on each side."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    large: bool = True

    @property
    def across(self) -> int:
        """How wide the axis is."""
        return self.width - self.left - self.right

    def column(self, number: int, of: int) -> float:
        """Return where a wave stands, counted from 0."""
        return self.left + self.across * (number + 0.5) / of

    def level(self, series: Series, value: float) -> float:
        """Return how far down a value lies."""
        room = self.height - self.top - self.bottom
        return self.top + room * (1 - series.place(value))


LARGE = Frame(width=480, height=236, left=30, right=8, top=10, bottom=50)
SMALL = Frame(width=200, height=112, left=6, right=6, top=22, bottom=18, large=False)


def draw_series(series: Series) -> Markup:
    """Return the series as an ``svg`` element.

    Colours and letters are the style sheet's, by the classes grid, guide, range, dot, path, mean,
    name, figure and axis.
    """
    frame = replace(LARGE, right=FOR_LABELS) if series.guides else LARGE
    parts = [
        *_ticks(series, frame),
        *_guides(series, frame),
        *_drawn(series, frame),
        *_columns(series, frame),
    ]
    return _svg(series, frame, parts)


def draw_panel(series: Series) -> Markup:
    """Return the series small: its shape, with the newest figure beside it."""
    points = [point for point in series.points if point.value is not None]
    parts = [*_drawn(series, SMALL)]
    for number, point in ((0, series.points[0]), (-1, series.points[-1])):
        side = "start" if number == 0 else "end"
        at = SMALL.left if number == 0 else SMALL.width - SMALL.right
        parts.append(_words(at, SMALL.height - 5, f"axis {side}", point.label))
    if points:
        parts.append(_words(SMALL.width - SMALL.right, 10, "figure end", points[-1].figure))
    return _svg(series, SMALL, parts)


def told(series: Series) -> str:
    """Return everything that a series shows, in words."""
    said = [f"{point.label}: {point.text}" for point in series.points]
    return "; ".join([*said, *(guide.label for guide in series.guides)]) + "."


def _svg(series: Series, frame: Frame, parts: Sequence[Markup]) -> Markup:
    kind = "series" if frame.large else "series small"
    head = Markup(
        '<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-label="{label}">'
    ).format(
        kind=kind,
        width=frame.width,
        height=frame.height,
        label=clean(f"{series.title}. {told(series)}"),
    )
    title = Markup("<title>{words}</title>").format(words=clean(series.title))
    description = Markup("<desc>{words}</desc>").format(words=clean(told(series)))
    return Markup("\n").join([head, title, description, *parts, Markup("</svg>")])


def _ticks(series: Series, frame: Frame) -> Iterator[Markup]:
    """Yield the lines of the axis with their figures, at most six of them."""
    step = next(one for one in STEPS if (series.high - series.low) / one <= MOST_STEPS)
    value = series.low
    while value <= series.high:
        y = frame.level(series, value)
        yield _across("grid", y, frame)
        yield _words(frame.left - 6, y + 3.5, "axis end", format_plain(value))
        value += step


def _guides(series: Series, frame: Frame) -> Iterator[Markup]:
    """Yield the lines that figures are held against, each named beside the drawing."""
    shown = [one for one in series.guides if series.low <= one.value <= series.high]
    lowest_label = float(frame.top - LABEL)
    for guide in sorted(shown, key=lambda one: -one.value):
        y = frame.level(series, guide.value)
        yield _across(f"guide {guide.kind}", y, frame)
        # Labels make room for each other downwards.
        lowest_label = max(y + 3.5, lowest_label + LABEL)
        yield _words(frame.width - frame.right + 6, lowest_label, "axis start", guide.label)


def _across(kind: str, y: float, frame: Frame) -> Markup:
    return Markup('<path class="{kind}" d="M{left} {y:.1f}H{right}"/>').format(
        kind=kind, left=frame.left, right=frame.width - frame.right, y=y
    )


def _drawn(series: Series, frame: Frame) -> Iterator[Markup]:
    """Yield dots beneath, then the intervals, the way from mean to mean, and the means on top."""
    many = len(series.points)
    for number, point in enumerate(series.points):
        for x, y in _scattered(series, frame, point, frame.column(number, many)):
            yield Markup('<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>').format(
                x=x, y=y, r=DOT if frame.large else DOT * 0.7
            )
    means = [
        (frame.column(number, many), frame.level(series, point.value), point)
        for number, point in enumerate(series.points)
        if point.value is not None
    ]
    way = "".join(
        f"{'L' if number and point.joined else 'M'}{x:.1f} {y:.1f}"
        for number, (x, y, point) in enumerate(means)
    )
    yield Markup('<path class="path" d="{way}"/>').format(way=way)
    for x, y, point in means:
        yield from _interval(series, frame, point, x)
        kind = "mean outside" if point.outside else "mean"
        radius = MEAN if frame.large else MEAN * 0.7
        yield Markup('<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>').format(
            kind=kind, x=x, y=y, r=radius
        )


def _interval(series: Series, frame: Frame, point: SeriesPoint, x: float) -> Iterator[Markup]:
    if point.low is None or point.high is None:
        return
    cap = CAP if frame.large else CAP * 0.6
    yield Markup(
        '<path class="range" d="M{left:.1f} {top:.1f}H{right:.1f}M{x:.1f} {top:.1f}V{bottom:.1f}'
        'M{left:.1f} {bottom:.1f}H{right:.1f}"/>'
    ).format(
        left=x - cap,
        right=x + cap,
        x=x,
        top=frame.level(series, point.high),
        bottom=frame.level(series, point.low),
    )


def _scattered(
    series: Series, frame: Frame, point: SeriesPoint, x: float
) -> Iterator[tuple[float, float]]:
    """Yield where dots go: beside the mean, and aside where they would hide one another."""
    placed: list[tuple[float, float]] = []
    start = x + (12 if frame.large else 7)
    for value in sorted(point.dots):
        y = frame.level(series, value)
        aside = start
        while any(abs(aside - left) < APART and abs(y - top) < APART for left, top in placed):
            aside += APART
        placed.append((aside, y))
    yield from placed


def _columns(series: Series, frame: Frame) -> Iterator[Markup]:
    """Yield what each wave is called and comes to, as many as there is room for."""
    many = len(series.points)
    fitting = max(1, frame.across // LEAST_LABEL)
    every = -(-many // fitting)
    for number, point in enumerate(series.points):
        if (many - 1 - number) % every == 0:
            x = frame.column(number, many)
            base = frame.height - frame.bottom
            yield _words(x, base + 19, "name middle", point.label)
            if point.value is not None:
                yield _words(x, base + 35, "figure middle", point.figure)


def _words(x: float, y: float, kind: str, words: str) -> Markup:
    return Markup('<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{words}</text>').format(
        kind=kind, x=x, y=y, words=clean(words)
    )
