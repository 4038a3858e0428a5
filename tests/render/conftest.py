"""One page with every kind of block, whose texts are all the same one."""

from typing import get_args

import pytest

from asiakaskunto_cli.pages.blocks import (
    Bar,
    Blank,
    Block,
    Box,
    Chart,
    Entry,
    Fill,
    Heading,
    Layout,
    Listing,
    Mark,
    Page,
    Question,
    Quote,
    Row,
    Sentence,
    Table,
    Tone,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.series import (
    Guide,
    GuideKind,
    Multiples,
    Panel,
    Series,
    SeriesPoint,
)


def make_page(text):
    """Return the page; the test fails to begin where a kind of block has been forgotten."""
    fills = tuple(
        Fill((Box(text, text, room=True), Blank(text, text, 2), Blank(frame=True)), layout)
        for layout in Layout
    )
    marks = (Mark(75.0, text),)
    columns = (text_column(text), figure_column(text))
    row = Row((text, text), (Quote(f"{text}\n\n{text}\n{text}", text),), text)
    points = (
        SeriesPoint(text, text, text, 70.0, 60.0, 80.0, (65.0, 75.0), outside=True),
        SeriesPoint(text, text, text, None, joined=False),
    )
    guides = tuple(Guide(50.0, text, kind) for kind in GuideKind)
    series = Series(text, points, guides=guides, legend=text)
    blocks = (
        Heading(text, level=1),
        Heading(text),
        Sentence(text),
        Sentence(text, Tone.BAD),
        Quote(f"{text}\n{text}", text),
        Entry(text, (text, text), Tone.GOOD),
        Entry(text),
        Entry(text, (text,), listing=Listing(f"{text}\n{text}", 3)),
        Listing(f"{text}\n{text}"),
        Table(columns, (row, row), text),
        Chart(text, (Bar(text, text, 70.0, 60.0, 80.0, text), Bar(text, text, None)), marks=marks),
        series,
        Multiples(text, (Panel(series, text), Panel(series))),
        *fills,
        Question(text, text, fills, text, text, text),
    )
    assert {type(block) for block in blocks} == set(get_args(Block))
    return Page(text, blocks, {})


@pytest.fixture(scope="session")
def page_of():
    return make_page
