"""A workbook, read back: numbers are numbers, words are words and never formulas."""

import io
from datetime import UTC, datetime

import openpyxl
import pytest

from asiakaskunto_cli.pages.blocks import Bar, Chart, Heading, Page, Row, Table, text_column
from asiakaskunto_cli.pages.sheets import Field, Kind, Sheet
from asiakaskunto_cli.render.xlsx import LONGEST_CELL, render_xlsx

FIELDS = (
    Field("words", "Words"),
    Field("points", "Points", Kind.POINTS),
    Field("share", "Share", Kind.SHARE),
    Field("count", "Count", Kind.COUNT),
    Field("at", "At", Kind.MOMENT),
    Field("true", "True", Kind.NUMBER),
)
AT = datetime(2026, 11, 16, 14, 5, tzinfo=UTC)


def workbook(*sheets):
    page = Page("Title", (), {}, lambda: sheets)
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(page)))


def one(*rows, title="Answers"):
    return Sheet("answers", title, FIELDS, rows)


def test_values_keep_their_kinds():
    (sheet,) = workbook(one(("hymy", 72.5, 0.25, 3, AT, True))).worksheets
    head, row = sheet.iter_rows()
    assert [cell.value for cell in head] == [field.title for field in FIELDS]
    assert [cell.value for cell in row] == ["hymy", 72.5, 0.25, 3, AT.replace(tzinfo=None), True]
    assert [cell.data_type for cell in row] == ["s", "n", "n", "n", "d", "b"]
    assert [cell.number_format for cell in row][1:4] == ["0.0", "0 %", "0"]


def test_nothing_is_an_empty_cell():
    (sheet,) = workbook(one(("x", None, None, None, None, None))).worksheets
    assert [cell.value for cell in sheet[2]] == ["x", None, None, None, None, None]


@pytest.mark.parametrize(
    "words",
    [
        '=HYPERLINK("https://evil.example")',
        "=1+1",
        "@x",
        "https://evil.example",
        "12",
        "-5",
        "{=1}",
    ],
)
def test_words_stay_words(words):
    (sheet,) = workbook(one((words, None, None, None, None, None))).worksheets
    assert (sheet["A2"].value, sheet["A2"].data_type) == (words, "s")
    assert sheet["A2"].hyperlink is None


def test_control_characters_are_spelled_out():
    (sheet,) = workbook(one(("a\x1b[31m\x00\u202eb", None, None, None, None, None))).worksheets
    assert sheet["A2"].value == r"a\u001b[31m\u0000\u202eb"


def test_what_does_not_fit_in_a_cell_is_cut_and_says_so():
    (sheet,) = workbook(one(("x" * 40_000, None, None, None, None, None))).worksheets
    assert len(sheet["A2"].value) == LONGEST_CELL
    assert sheet["A2"].value.endswith("x […the rest does not fit in a cell]")


def test_sheets_have_names_that_excel_takes():
    titles = ["What: why? [all]/*", "Same", "same", "L" * 40, "L" * 40, "'", ""]
    names = workbook(*(one(title=title) for title in titles)).sheetnames
    assert names == [
        *("What  why   all", "Same", "same 2", "L" * 31, f"{'L' * 29} 2", "-", "- 2"),
    ]


def test_a_page_without_sheets_gives_its_tables_and_charts():
    blocks = (
        Heading("Sites"),
        Table((text_column("Site"),), (Row(("Asema",)),)),
        Chart("Areas", (Bar("Asema", "70", 70.0, group="Skills"), Bar("Satama", "–", None))),
    )
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(Page("Title", blocks, {}))))
    assert book.sheetnames == ["Sites", "Areas"]
    rows = [[cell.value for cell in row] for row in book["Areas"].iter_rows()]
    assert rows[1:] == [["Skills", "Asema", "70"], ["Skills", "Satama", "–"]]
    assert book.properties.title == "Title"


def test_a_page_of_nothing_is_still_a_workbook():
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(Page("Nothing", (), {}))))
    assert book.sheetnames == ["Nothing"]
