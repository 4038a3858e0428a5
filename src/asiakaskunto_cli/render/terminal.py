"""A page on a terminal: wrapped to its width, data never read as markup, colours only if welcome.

A table that does not fit becomes a list of "label: value" lines.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from asiakaskunto_cli.pages.blocks import (
    Align,
    Block,
    Chart,
    Entry,
    Fill,
    Heading,
    Listing,
    Page,
    Question,
    Quote,
    Row,
    Sentence,
    Table,
    Tone,
)
from asiakaskunto_cli.pages.series import Multiples, Series
from asiakaskunto_cli.render.bars import chart_lines
from asiakaskunto_cli.render.columns import GAP, widths_of
from asiakaskunto_cli.render.sparkline import multiples_lines, series_lines
from asiakaskunto_cli.render.text import fill_lines, listing_lines, narrow_listing, one_line
from asiakaskunto_cli.words import clean

STYLES: Mapping[Tone, str] = {
    Tone.PLAIN: "",
    Tone.GOOD: "green",
    Tone.WARNING: "yellow",
    Tone.BAD: "red",
}
HEAD = "bold"
QUOTED = "italic"
INDENT = 2
# Longer lines are hard to follow, however wide the screen.
WIDEST = 100

Lines = Iterator[Text]


def render_terminal(page: Page, *, width: int, colour: bool) -> str:
    """Return the page as text of at most this many columns (34 and up stay readable)."""
    out = io.StringIO()
    screen = _Screen(_console(out, width, colour=colour), min(width, WIDEST))
    for line in screen.lines(page.blocks):
        line.rstrip()
        screen.console.print(line, soft_wrap=True)
    return out.getvalue()


def _console(out: io.StringIO, width: int, *, colour: bool) -> Console:
    """Return a console that asks nothing of the environment: its caller has done so already."""
    return Console(
        file=out,
        width=width,
        height=1,
        force_terminal=colour,
        force_jupyter=False,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


class _Screen:
    """Turns blocks into lines of one width."""

    def __init__(self, console: Console, width: int) -> None:
        self.console = console
        self.width = width

    def lines(self, blocks: Sequence[Block]) -> Lines:
        """Yield the lines of all blocks; a paragraph's sentences stand together."""
        above: Block | None = None
        for block in blocks:
            if above is not None and not _belongs(block, above):
                yield Text()
            yield from self._block(block)
            above = block

    def _block(self, block: Block) -> Lines:
        match block:
            case Heading():
                yield from self._wrapped(one_line(block.text), HEAD)
                if block.level == 1:
                    yield Text("─" * min(self.width, cell_len(one_line(block.text))))
            case Sentence():
                yield from self._wrapped(one_line(block.text), STYLES[block.tone])
            case Quote():
                yield from self._quote(block, 0)
            case Listing():
                yield from self._listing(block, INDENT)
            case Entry():
                yield from self._entry(block)
            case Table():
                yield from self._table(block)
            case Chart() | Series() | Multiples():
                yield from self._drawn(block)
            case Fill() | Question():
                yield from self._by_hand(block)

    def _entry(self, entry: Entry) -> Lines:
        yield from self._wrapped(one_line(entry.text), STYLES[entry.tone], hang=INDENT)
        if entry.listing is not None:
            yield from self._listing(entry.listing, 2 * INDENT)
        for detail in entry.details:
            yield from self._wrapped(one_line(detail), "", indent=2 * INDENT)

    def _listing(self, listing: Listing, indent: int) -> Lines:
        """Yield lines as they stand in a file; one that is pointed into is cut to fit."""
        if listing.column is None:
            for line in listing_lines(listing, cell_len):
                words = line.lstrip(" ")
                own = min(len(line) - len(words), self.width // 2)
                yield from self._wrapped(words, indent=indent + own, hang=2 * INDENT)
            return
        for line in narrow_listing(listing, max(1, self.width - indent), cell_len):
            yield Text(" " * indent + line)

    def _by_hand(self, block: Fill | Question) -> Lines:
        yield from self._fill(block, 0) if isinstance(block, Fill) else self._question(block)

    def _question(self, question: Question) -> Lines:
        yield from self._wrapped(one_line(f"{question.number}. {question.text}"), HEAD, hang=INDENT)
        for said in (question.condition, question.help, question.reference):
            if said:
                yield from self._wrapped(one_line(said), indent=INDENT)
        for fill in question.fills:
            yield from self._fill(fill, INDENT)

    def _fill(self, fill: Fill, indent: int) -> Lines:
        for line in fill_lines(fill, self.width - indent - INDENT, cell_len):
            yield from self._wrapped(line, indent=indent, hang=INDENT)

    def _quote(self, quote: Quote, indent: int) -> Lines:
        """Yield a text with its own line breaks, hanging from what it is."""
        label = f"{one_line(quote.source)}: "
        text = clean(quote.text).expandtabs(4)
        yield from self._wrapped(label + text, QUOTED, indent=indent, hang=INDENT)

    def _table(self, table: Table) -> Lines:
        shown = _one_line_cells(table)
        indent = INDENT if any(row.group for row in table.rows) else 0
        widths = widths_of(_without_lower(shown), self.width - indent, cell_len)
        if widths is None:
            yield from self._stacked(shown, indent)
        else:
            yield from self._grid(shown, widths, indent)
        if table.caption:
            yield Text()
            yield from self._wrapped(one_line(table.caption))

    def _drawn(self, block: Chart | Series | Multiples) -> Lines:
        yield from self._wrapped(one_line(block.title))
        for line, style in self._drawing(block, self.width - 2 * INDENT):
            yield from self._wrapped(line, style, indent=INDENT, hang=INDENT)

    def _drawing(self, block: Chart | Series | Multiples, width: int) -> Iterator[tuple[str, str]]:
        """Yield every line of a drawing and its style."""
        match block:
            case Chart():
                for line, titles in chart_lines(block, width, cell_len):
                    yield line, HEAD if titles else ""
            case Series():
                yield from ((line, "") for line in series_lines(block))
            case Multiples():
                for line, titles in multiples_lines(block, width, cell_len):
                    yield line, HEAD if titles else ""

    def _grid(self, table: Table, widths: Sequence[int], indent: int) -> Lines:
        upper = _without_lower(table)
        titles = [column.title for column in upper.columns]
        yield from _indented(self._cells(titles, upper, widths, HEAD), indent)
        yield Text("─" * (indent + sum(widths) + GAP * (len(widths) - 1)))
        for number, (row, shown) in enumerate(zip(table.rows, upper.rows, strict=True)):
            yield from self._group(row, first=number == 0)
            yield from _indented(self._cells(shown.cells, upper, widths), indent)
            for cell in _lower_cells(row, table):
                yield from self._wrapped(cell, indent=indent + INDENT, hang=INDENT)
            yield from self._quotes(row, indent + INDENT)

    def _cells(
        self, cells: Sequence[str], table: Table, widths: Sequence[int], style: str = ""
    ) -> Lines:
        """Yield the lines of one row; a cell that wraps makes its row taller."""
        wrapped = []
        for cell, column, width in zip(cells, table.columns, widths, strict=True):
            lines = list(Text(cell, style).wrap(self.console, width))
            for line in lines:
                line.rstrip()
                line.align("right" if column.align is Align.RIGHT else "left", width)
            wrapped.append(lines)
        blanks = [Text(" " * width) for width in widths]
        for parts in zip_longest(*wrapped):
            filled = [part or blank for part, blank in zip(parts, blanks, strict=True)]
            yield Text(" " * GAP).join(filled)

    def _stacked(self, table: Table, indent: int) -> Lines:
        """Yield every row as its first cell and, beneath it, the others with their titles."""
        for number, row in enumerate(table.rows):
            yield from self._group(row, first=number == 0)
            name, *values = row.cells
            yield from self._wrapped(name, indent=indent, hang=INDENT)
            for column, value in zip(table.columns[1:], values, strict=True):
                label = f"{column.title}: {value}"
                yield from self._wrapped(label, indent=indent + INDENT, hang=INDENT)
            yield from self._quotes(row, indent + INDENT)

    def _group(self, row: Row, *, first: bool) -> Lines:
        if row.group:
            if not first:
                yield Text()
            yield from self._wrapped(row.group, HEAD)

    def _quotes(self, row: Row, indent: int) -> Lines:
        for quote in row.quotes:
            yield from self._quote(quote, indent)

    def _wrapped(self, text: str, style: str = "", *, indent: int = 0, hang: int = 0) -> Lines:
        """Yield a text in lines that start at the indent, all but the first ``hang`` further in."""
        lines = Text(text, style).wrap(self.console, max(1, self.width - indent - hang))
        for number, line in enumerate(lines):
            line.pad_left(indent + (hang if number else 0))
            yield line


def _belongs(block: Block, above: Block) -> bool:
    """Tell whether a block follows the one above without a blank line."""
    if isinstance(above, Heading):
        return above.level > 1
    if isinstance(block, Entry) and isinstance(above, Entry):
        return _is_short(block) and _is_short(above)
    return type(block) is type(above) and not isinstance(
        block, Table | Chart | Series | Multiples | Question | Listing
    )


def _is_short(entry: Entry) -> bool:
    return len(entry.details) <= 1 and entry.listing is None


def _indented(lines: Lines, indent: int) -> Lines:
    for line in lines:
        line.pad_left(indent)
        yield line


def _one_line_cells(table: Table) -> Table:
    """Return the table with every text of it made safe, so that it can be measured."""
    rows = tuple(
        replace(row, cells=tuple(map(one_line, row.cells)), group=one_line(row.group))
        for row in table.rows
    )
    columns = tuple(replace(column, title=one_line(column.title)) for column in table.columns)
    return replace(table, columns=columns, rows=rows)


def _without_lower(table: Table) -> Table:
    """Return the table without the columns whose cells go under their rows."""
    columns = tuple(column for column in table.columns if not column.beneath)
    rows = tuple(
        replace(
            row,
            cells=tuple(
                cell
                for cell, column in zip(row.cells, table.columns, strict=True)
                if not column.beneath
            ),
        )
        for row in table.rows
    )
    return replace(table, columns=columns, rows=rows)


def _lower_cells(row: Row, table: Table) -> Iterator[str]:
    """Yield the cells that go under a row; an empty one takes no line."""
    for cell, column in zip(row.cells, table.columns, strict=True):
        if column.beneath and cell:
            yield cell
