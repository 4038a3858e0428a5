"""A page as Markdown (CommonMark with tables): what people wrote stays text, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from asiakaskunto_cli.pages.blocks import (
    Align,
    Block,
    Chart,
    Entry,
    Fill,
    Heading,
    Layout,
    Listing,
    Page,
    Question,
    Quote,
    Row,
    Sentence,
    Table,
)
from asiakaskunto_cli.pages.series import Multiples, Series
from asiakaskunto_cli.render.text import drawn, further_lines, labelled, listing_lines, one_line
from asiakaskunto_cli.words import clean

# Whatever could begin markup in CommonMark, on GitHub or in Pandoc; "@" and "//" would make links.
MARKUP = re.compile(r"[\\`*_\[\]{}<>#|~&^$@]|(?<=:)//|(?i:(?<=www)\.)")
# What makes a list, a heading or a rule only where a line begins.
LINE_START = re.compile(r"([-+=:]|\d+(?=[.)]))")
# Dots, because underscores alone on a line would be a rule.
LINE = "\N{HORIZONTAL ELLIPSIS}" * 12
GAP = "\N{EM SPACE} "
RULES = {Align.LEFT: ":---", Align.RIGHT: "---:"}

Chunks = Iterator[str]


def render_markdown(page: Page) -> str:
    """Return the page as Markdown that ends in a newline."""
    chunks: list[str] = []
    for kind, run in groupby(page.blocks, type):
        written = (chunk for block in run for chunk in _block(block))
        chunks.extend(["\n".join(written)] if kind is Entry else written)
    return "\n\n".join(chunks) + "\n"


def escape(text: str) -> str:
    """Return a text on one line in which nothing is markup, to stand inside a line."""
    words = one_line(text).strip()
    return MARKUP.sub(lambda match: "".join(f"\\{one}" for one in match.group()), words)


def escape_line(text: str) -> str:
    """Return a text on one line in which nothing is markup, to begin a line with."""
    return _guard_start(escape(text))


def _guard_start(line: str) -> str:
    start = LINE_START.match(line)
    if start is None:
        return line
    # A figure cannot be escaped; the point after it can.
    return line[: start.end()] + "\\" + line[start.end() :] if line[0].isdigit() else "\\" + line


def _block(block: Block) -> Chunks:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escape(block.text)}"
        case Sentence():
            yield escape_line(block.text)
        case Quote():
            yield _quote(block)
        case Listing():
            yield "\n".join(_fenced(block))
        case Entry():
            yield f"- {escape_line(block.text)}"
            if block.listing is not None:
                yield from (f"  {line}".rstrip() for line in _fenced(block.listing))
            yield from (f"  - {escape_line(detail)}" for detail in block.details)
        case Table():
            yield from _table(block)
        case Chart() | Series() | Multiples():
            yield from _drawn(block)
        case Fill() | Question():
            yield from _by_hand(block)


def _fenced(listing: Listing) -> Sequence[str]:
    """Return lines of a file between fences that are longer than any in them."""
    lines = listing_lines(listing)
    longest = max(map(len, re.findall("`+", "\n".join(lines))), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", *lines, fence]


def _quote(quote: Quote) -> str:
    """Return somebody's words as a blockquote that breaks where they broke their lines."""
    source = f"**{escape(quote.source)}:** "
    lines = [_quoted(line) for line in clean(quote.text).expandtabs(4).split("\n")]
    written = [source + lines[0], *map(_guard_start, lines[1:])]
    pairs = zip(written, [*written[1:], ""], strict=True)
    # A backslash at the end breaks the line; before an empty line a new paragraph does.
    return "\n".join(
        f"> {line}\\" if line and after else f"> {line}".rstrip() for line, after in pairs
    )


def _quoted(line: str) -> str:
    """Return one line of somebody's words, indented as it was: spaces alone would make it code."""
    words = line.strip()
    if not words:
        return ""
    indent = len(line) - len(line.lstrip())
    return "\N{NO-BREAK SPACE}" * indent + escape(words)


def _table(table: Table) -> Chunks:
    """Yield a table and, because no cell can hold them, the quotes of its rows after it."""
    columns = table.columns
    lines = [
        _cells([column.title for column in columns]),
        f"| {' | '.join(RULES[column.align] for column in columns)} |",
    ]
    for row in table.rows:
        if row.group:
            lines.append(f"| **{escape(row.group)}** |{'  |' * (len(columns) - 1)}")
        lines.append(_cells(row.cells))
    yield "\n".join(lines)
    if table.caption:
        yield escape_line(table.caption)
    for row in table.rows:
        yield from _said(row)


def _drawn(block: Chart | Series | Multiples) -> Chunks:
    """Yield what a drawing shows as a list, under its title: nothing is drawn in Markdown."""
    yield f"**{escape(block.title)}**"
    match block:
        case Chart():
            yield "\n".join(_chart(block))
        case Series():
            yield "\n".join(_series(block))
        case Multiples():
            for group, panels in block.groups:
                title = [f"- {escape_line(group)}"] if group else []
                indent = "  " if group else ""
                yield "\n".join([*title, *(indent + _panel(one) for one in panels)])


def _chart(chart: Chart) -> Chunks:
    indent = "  " if any(bar.group for bar in chart.bars) else ""
    for bar in chart.bars:
        if bar.group:
            yield f"- {escape_line(bar.group)}"
        yield f"{indent}- {labelled(escape_line(bar.label), escape(bar.text))}"
    yield from (f"- {escape_line(mark.label)}" for mark in chart.marks)


def _series(series: Series) -> Chunks:
    yield from (f"- {escape_line(point.label)}: {escape(point.text)}" for point in series.points)
    yield from (f"- {escape_line(guide.label)}" for guide in series.guides)


def _panel(series: Series) -> str:
    """Return one of many small series in a line, by its figures."""
    figures = " → ".join(escape(point.figure) for point in series.points)
    return f"- {escape_line(series.title)}: {figures}"


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(escape, cells))} |"


def _said(row: Row) -> Chunks:
    if row.quotes:
        yield f"**{escape(row.cells[0])}**"
        yield from map(_quote, row.quotes)


def _by_hand(block: Fill | Question) -> Chunks:
    yield from _fill(block) if isinstance(block, Fill) else _question(block)


def _question(question: Question) -> Chunks:
    reference = f" *{escape(question.reference)}*" if question.reference else ""
    yield f"### {escape(question.number)}. {escape(question.text)}{reference}"
    if question.condition:
        yield f"**{escape(question.condition)}**"
    if question.help:
        yield escape_line(question.help)
    for fill in question.fills:
        yield from _fill(fill)


def _fill(fill: Fill) -> Chunks:
    """Yield boxes and blanks: as a list, or side by side in one paragraph."""
    parts = [
        "\\\n".join([drawn(part, LINE, escape), *[LINE] * further_lines(part)])
        for part in fill.parts
    ]
    if fill.layout is Layout.LIST:
        yield "\n".join(f"- {_guard_start(part)}" for part in parts)
    else:
        yield _guard_start(GAP.join(parts))
