"""The sheets of a page for spreadsheets; a page without any gives its tables, as words."""

from __future__ import annotations

from asiakaskunto_cli.pages.blocks import Chart, Heading, Page, Table
from asiakaskunto_cli.pages.series import Series
from asiakaskunto_cli.pages.sheets import Field, Sheet

ANSWERS = "answers"


def sheets_of(page: Page) -> tuple[Sheet, ...]:
    """Return the sheets of a page, at least one."""
    sheets = page.sheets()
    if sheets:
        return sheets
    title = page.title
    found: list[Sheet] = []
    for block in page.blocks:
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Table):
            found.append(_of_table(block, title, len(found) + 1))
        elif isinstance(block, Chart):
            found.append(_of_chart(block, len(found) + 1))
        elif isinstance(block, Series):
            found.append(_of_series(block, len(found) + 1))
    return tuple(found) or (Sheet("page", page.title, (Field("page", page.title),), ()),)


def most_detailed(page: Page) -> Sheet:
    """Return the one sheet that a format of a single table writes: every answer, if it has them."""
    sheets = sheets_of(page)
    return next((sheet for sheet in sheets if sheet.key == ANSWERS), sheets[0])


def _of_table(table: Table, title: str, number: int) -> Sheet:
    fields = tuple(
        Field(f"column-{place}", column.title) for place, column in enumerate(table.columns, 1)
    )
    return Sheet(f"table-{number}", title, fields, tuple(row.cells for row in table.rows))


def _of_chart(chart: Chart, number: int) -> Sheet:
    fields = (Field("group", ""), Field("name", chart.title), Field("figure", ""))
    rows, group = [], ""
    for bar in chart.bars:
        group = bar.group or group
        rows.append((group, bar.label, bar.text))
    return Sheet(f"chart-{number}", chart.title, fields, tuple(rows))


def _of_series(series: Series, number: int) -> Sheet:
    fields = (Field("name", series.title), Field("figure", ""))
    rows = tuple((point.label, point.text) for point in series.points)
    return Sheet(f"series-{number}", series.title, fields, rows)
