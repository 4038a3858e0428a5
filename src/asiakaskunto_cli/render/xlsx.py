"""A page as an Excel workbook: a sheet a table, numbers as numbers, words never as formulas."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.pages.sheets import Field, Kind, Sheet, Value
from asiakaskunto_cli.render.tabular import sheets_of
from asiakaskunto_cli.words import clean

# Excel's own limits.
LONGEST_CELL = 32_767
LONGEST_NAME = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")

# Excel shows the decimal sign of its own language, whichever is written here.
FORMATS: Mapping[Kind, str] = {
    Kind.WORDS: "@",
    Kind.COUNT: "0",
    Kind.POINTS: "0.0",
    Kind.SHARE: "0 %",
    Kind.NUMBER: "General",
    Kind.MOMENT: "d.m.yyyy h:mm",
}
WIDTHS: Mapping[Kind, int] = {Kind.COUNT: 9, Kind.POINTS: 9, Kind.SHARE: 9, Kind.MOMENT: 16}
NARROWEST, WIDEST = 10, 60
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}


def render_xlsx(page: Page) -> bytes:
    """Return the page as a workbook (Office Open XML)."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as workbook:
        workbook.set_properties({"title": clean(page.title)})
        head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        formats = {
            kind: workbook.add_format({"num_format": shown, "valign": "top"})
            for kind, shown in FORMATS.items()
        }
        names: set[str] = set()
        for sheet in sheets_of(page):
            _fill(workbook.add_worksheet(_name(sheet.title, names)), sheet, head, formats)
    return out.getvalue()


def _fill(worksheet: Worksheet, sheet: Sheet, head: Format, formats: Mapping[Kind, Format]) -> None:
    for column, field in enumerate(sheet.fields):
        worksheet.set_column(column, column, _width(sheet, column, field), formats[field.kind])
        worksheet.write_string(0, column, _text(field.title), head)
    for number, row in enumerate(sheet.rows, 1):
        for column, (value, field) in enumerate(zip(row, sheet.fields, strict=True)):
            _write(worksheet, number, column, field.shown(value), formats[field.kind])
    worksheet.freeze_panes(1, 0)
    if sheet.rows:
        worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)


def _write(worksheet: Worksheet, row: int, column: int, value: Value, shown: Format) -> None:
    if isinstance(value, str):
        worksheet.write_string(row, column, _text(value), shown)
    elif isinstance(value, bool):
        worksheet.write_boolean(row, column, value, shown)
    elif isinstance(value, datetime | date):
        worksheet.write_datetime(row, column, value, shown)
    elif value is not None:
        worksheet.write_number(row, column, value, shown)


def _text(words: str) -> str:
    """Return words that a cell can hold; where Excel would cut them silently, the cut is said."""
    safe = clean(words)
    if len(safe) <= LONGEST_CELL:
        return safe
    said = _(" […the rest does not fit in a cell]")
    return safe[: LONGEST_CELL - len(said)] + said


def _name(title: str, taken: set[str]) -> str:
    """Return a name for a sheet that Excel allows and no other sheet has."""
    plain = NOT_IN_NAMES.sub(" ", clean(title)).strip() or "-"
    name, number = plain[:LONGEST_NAME], 1
    while name.casefold() in taken:
        number += 1
        end = f" {number}"
        name = plain[: LONGEST_NAME - len(end)] + end
    taken.add(name.casefold())
    return name


def _width(sheet: Sheet, column: int, field: Field) -> int:
    """Return about how many letters wide a column is: all its words, if they are few."""
    if field.kind in WIDTHS:
        return WIDTHS[field.kind]
    longest = max((len(str(field.shown(row[column]) or "")) for row in sheet.rows), default=0)
    return min(max(longest, len(field.title), NARROWEST), WIDEST)
