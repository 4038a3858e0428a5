"""CSV: programs and both kinds of Excel read the same values back, and no formula."""

import csv
import io
from datetime import UTC, date, datetime

import pytest

from asiakaskunto_cli.pages.blocks import Page, Row, Table, text_column
from asiakaskunto_cli.pages.sheets import Field, Kind, Sheet
from asiakaskunto_cli.render.csv import BYTE_ORDER_MARK, render_csv

FIELDS = (
    Field("item", "Kohta"),
    Field("points", "Pisteet", Kind.POINTS),
    Field("at", "Aika", Kind.MOMENT),
)


def page(*rows, key="answers"):
    other = Sheet("summary", "Yhteenveto", (Field("a", "A"),), (("x",),))
    sheets = (other, Sheet(key, "Vastaukset", FIELDS, rows))
    return Page("Title", (), {}, lambda: sheets)


def read(text, **options):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True, **options))


def test_every_answer_is_a_row_that_programs_read():
    text = render_csv(page(("hymy", 72.5, datetime(2026, 11, 16, 14, 5, tzinfo=UTC))))
    assert read(text) == [["item", "points", "at"], ["hymy", "72.5", "2026-11-16T14:05:00+00:00"]]


def test_excel_in_finnish_gets_commas_semicolons_and_a_mark():
    at = datetime(2026, 11, 6, 9, 5, tzinfo=UTC)
    text = render_csv(page(("hymy", 72.5, at)), finnish_excel=True)
    assert text.startswith(BYTE_ORDER_MARK)
    assert read(text.removeprefix(BYTE_ORDER_MARK), delimiter=";") == [
        ["Kohta", "Pisteet", "Aika"],
        ["hymy", "72,5", "6.11.2026 09:05"],
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *((None, ""), (True, "true"), (3, "3"), (3.0, "3"), (-0.25, "-0.25")),
        *((1 / 3, "0.3333333333333333"), (1234567.0, "1234567"), (date(2026, 1, 2), "2026-01-02")),
    ],
)
def test_values_are_plain(value, text):
    assert read(render_csv(page((value, None, None))))[1][0] == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n"])
def test_words_that_look_like_a_formula_are_words(start):
    words = f'{start}HYPERLINK("https://evil.example";"x")'
    cell = read(render_csv(page((words, None, None))))[1][0]
    assert cell == f"'{words}"


def test_a_negative_figure_is_no_formula():
    assert read(render_csv(page(("a", -2.5, None))))[1][1] == "-2.5"


def test_quotes_lines_and_separators_come_back_as_they_were():
    words = 'He said "no";\nthen, left'
    assert read(render_csv(page((words, None, None))))[1][0] == words


def test_a_page_without_answers_gives_its_first_table():
    assert read(render_csv(page(("a", 1.0, None), key="other")))[0] == ["a"]
    table = Table((text_column("Name"), text_column("Word")), (Row(("a", "b"), group="G"),))
    assert read(render_csv(Page("T", (table,), {}))) == [["column-1", "column-2"], ["a", "b"]]
    assert read(render_csv(Page("T", (), {}))) == [["page"]]
