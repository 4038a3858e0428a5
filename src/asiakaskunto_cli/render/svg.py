"""A chart as SVG: scales to any width, drawn the same in HTML and PDF, described in words.

Names stand above their bars, so that a chart is as readable on a phone as on paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from asiakaskunto_cli.pages.blocks import Bar, Chart
from asiakaskunto_cli.render.text import labelled
from asiakaskunto_cli.words import clean

WIDTH = 480
TOP = 4
ROW = 36
GROUP = 26
AXIS = 20
BASELINE = 13
TRACK = 20
THICK = 8
CAP = 5
# Nearer to an edge than this share of the width, a label in the middle might be cut.
NEAR = 0.3


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar, or the title of a group of bars, and where it begins."""

    top: int
    bar: Bar | None
    group: str


def draw(chart: Chart) -> Markup:
    """Return the chart as an ``svg`` element.

    Colours and letters are the style sheet's, by the classes track, value, interval, mark, name,
    figure, group and axis.
    """
    rows, height = _laid_out(chart.bars)
    bottom = height + (AXIS if chart.marks else 0)
    parts = [
        Markup(
            '<svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-label="{label}">'
        ).format(width=WIDTH, height=bottom, label=clean(f"{chart.title}. {description(chart)}")),
        Markup("<title>{words}</title>").format(words=clean(chart.title)),
        Markup("<desc>{words}</desc>").format(words=clean(description(chart))),
        *(part for row in rows for part in _row(chart, row)),
        *_labels(chart, height),
        Markup("</svg>"),
    ]
    return Markup("\n").join(parts)


def description(chart: Chart) -> str:
    """Return everything that a chart shows, in words."""
    said = []
    group = ""
    for bar in chart.bars:
        group = bar.group or group
        figure = labelled(bar.label, bar.text)
        said.append(f"{group} – {figure}" if group else figure)
    return "; ".join([*said, *(mark.label for mark in chart.marks)]) + "."


def _laid_out(bars: Sequence[Bar]) -> tuple[list[_Row], int]:
    """Return every row with its top, and the height of them all."""
    rows = []
    top = TOP
    for bar in bars:
        if bar.group:
            rows.append(_Row(top, None, bar.group))
            top += GROUP
        rows.append(_Row(top, bar, ""))
        top += ROW
    return rows, top


def _row(chart: Chart, row: _Row) -> Iterator[Markup]:
    if row.bar is None:
        yield _words(0, row.top + BASELINE + 3, "group", row.group)
        return
    yield _words(0, row.top + BASELINE, "name", row.bar.label)
    yield _words(WIDTH, row.top + BASELINE, "figure", row.bar.text)
    middle = row.top + TRACK + THICK / 2
    yield _rectangle("track", row.top + TRACK, 0, WIDTH)
    if row.bar.value is not None:
        yield from _figure(chart, row.bar, row.bar.value, row.top)
    for mark in chart.marks:
        at = chart.place(mark.value) * WIDTH
        yield Markup('<path class="mark" d="M{at:.1f} {top}V{bottom}"/>').format(
            at=at, top=middle - CAP, bottom=middle + CAP
        )


def _figure(chart: Chart, bar: Bar, value: float, top: float) -> Iterator[Markup]:
    middle = top + TRACK + THICK / 2
    # From zero where the axis has one, so that a value under it points the other way.
    start = chart.place(0.0) * WIDTH
    end = chart.place(value) * WIDTH
    yield _rectangle("value", top + TRACK, min(start, end), abs(end - start))
    if bar.low is not None and bar.high is not None:
        left, right = chart.place(bar.low) * WIDTH, chart.place(bar.high) * WIDTH
        yield Markup(
            '<path class="interval" d="M{left:.1f} {top:.1f}V{bottom:.1f}M{left:.1f} {middle:.1f}'
            'H{right:.1f}M{right:.1f} {top:.1f}V{bottom:.1f}"/>'
        ).format(left=left, right=right, middle=middle, top=middle - CAP, bottom=middle + CAP)


def _labels(chart: Chart, top: int) -> Iterator[Markup]:
    """Yield what the marks mean, each under its place; near an edge it grows away from it."""
    for mark in chart.marks:
        place = chart.place(mark.value)
        anchor = "start" if place < NEAR else "end" if place > 1 - NEAR else "middle"
        yield Markup(
            '<text class="axis" text-anchor="{anchor}" x="{at:.1f}" y="{baseline}">{words}</text>'
        ).format(anchor=anchor, at=place * WIDTH, baseline=top + BASELINE, words=clean(mark.label))


def _words(left: float, baseline: float, kind: str, words: str) -> Markup:
    return Markup('<text class="{kind}" x="{left:.1f}" y="{baseline:.1f}">{words}</text>').format(
        kind=kind, left=left, baseline=baseline, words=clean(words)
    )


def _rectangle(kind: str, top: float, left: float, width: float) -> Markup:
    return Markup(
        '<rect class="{kind}" x="{left:.1f}" y="{top}" width="{width:.1f}" height="{thick}" '
        'rx="2"/>'
    ).format(kind=kind, left=left, top=top, width=width, thick=THICK)
