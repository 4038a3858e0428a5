"""A page as CSV: its most detailed table, one row an answer where it has answers.

By default as programs read it (comma, decimal point, stable column names, UTF-8, ISO 8601); for
Excel in Finnish with semicolons, decimal commas and a byte order mark.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.pages.sheets import Value
from asiakaskunto_cli.render.tabular import most_detailed
from asiakaskunto_cli.words import clean

# A spreadsheet takes text that begins so for a formula, whatever quotes are around it.
FORMULA_STARTS = tuple("=+-@\t\r\n")
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def render_csv(page: Page, *, finnish_excel: bool = False) -> str:
    """Return the page as CSV with a line of column names."""
    sheet = most_detailed(page)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if finnish_excel else ",", lineterminator="\r\n")
    names = (field.title if finnish_excel else field.key for field in sheet.fields)
    writer.writerow([_text(name) for name in names])
    for row in sheet.rows:
        pairs = zip(sheet.fields, row, strict=True)
        values = (field.shown(value) if finnish_excel else value for field, value in pairs)
        writer.writerow([_cell(value, finnish_excel=finnish_excel) for value in values])
    return (BYTE_ORDER_MARK if finnish_excel else "") + out.getvalue()


def _cell(value: Value, *, finnish_excel: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime) and finnish_excel:
        return f"{value.day}.{value.month}.{value.year} {value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    number = str(int(value)) if value == int(value) else repr(value)
    return number.replace(".", ",") if finnish_excel else number


def _text(words: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    safe = clean(words)
    return f"'{safe}" if safe.startswith(FORMULA_STARTS) else safe
