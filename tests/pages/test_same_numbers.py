"""The same numbers in every format: what the JSON holds is read back from all the others."""

import csv
import html
import io
import json
import re

import openpyxl
import pypdf
import pytest

from asiakaskunto_cli.language import format_number, format_signed, speaking
from asiakaskunto_cli.pages.programme import programme_page
from asiakaskunto_cli.pages.site import site_page
from asiakaskunto_cli.pages.visit import visit_page
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.render.registry import FORMATS, Surface
from asiakaskunto_cli.scoring.response import Response

HOSTILE = [
    "[red]x[/] <script>alert(1)</script> =HYPERLINK(1) {{7*7}} #read $x$ *b* _i_ @a \\ ~ `r`",
    "=cmd|' /C calc'!A0",
    "\x1b[31m\x1b]0;title\x07 \u202eabc \x9b2J \x00",
    "word " * 2000,
    "😀 👩‍👩‍👧 käynti",
]


def squeezed(text):
    """Return a text without the spaces and signs by which a format lays it out."""
    return re.sub(r"[\s\\\u200b\u00ad]", "", text)


def words_of(page, name):
    """Return everything that a format shows of a page, squeezed."""
    written = FORMATS[name](page, Surface(width=100))
    if name == "pdf":
        document = pypdf.PdfReader(io.BytesIO(written))
        written = "".join(one.extract_text() for one in document.pages)
    if name == "html":
        written = html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", written, flags=re.DOTALL))
    return squeezed(written)


def cells_of(page):
    """Return the sheets of the workbook of a page, each as a list of rows."""
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"](page, Surface())))
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book]


def rows_of(page, **options):
    """Return the rows of the CSV of a page, by column name."""
    text = FORMATS["csv"](page, Surface(**options))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def shown(estimate):
    """Return a mean and its interval as people read them."""
    figures = [format_number(estimate["mean"])]
    ends = estimate["ci95"]
    if ends and ends[0] < ends[1]:
        figures.append("…".join(format_signed(one).removeprefix("+") for one in ends))
    return figures


@pytest.fixture(params=["fi", "en"])
def site(request, details, results_of, collection_of, practices):
    with speaking(request.param):
        collection = collection_of([one.record for one in details])
        yield site_page(
            results_of(details), collection, Programme(), practices, request.param, wave="2026-Q4"
        )


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "pdf"])
def test_every_figure_of_a_site_is_in_every_format_of_words(site, name):
    (data,) = site.data["sites"]
    words = words_of(site, name)
    estimates = [data["index"], *data["methods"].values()]
    estimates += [one for method in data["methods"].values() for one in method["areas"].values()]
    for figure in (one for estimate in estimates for one in shown(estimate)):
        assert squeezed(figure) in words


def test_the_workbook_of_a_site_has_its_figures_as_numbers(site):
    (data,) = site.data["sites"]
    summary, visits, answers, _whys = cells_of(site)
    (row,) = summary[1:]
    index = data["index"]
    assert row[2:6] == [data["visits"], index["mean"], *index["ci95"]]
    assert row[9:12] == [data["areas"][area]["mean"] for area in ("knowledge", "skills", "emotion")]
    assert len(visits) - 1 == data["visits"]
    assert len(answers) - 1 == len(rows_of(site))


def test_the_answers_of_a_site_give_its_points(site):
    """The mean of an item in the JSON is that of its rows in the CSV."""
    rows = rows_of(site)
    for point in site.data["points"]:
        found = [
            float(row["points"])
            for row in rows
            if (row["item"], row["method"]) == (point["item"], point["method"]) and row["points"]
        ]
        assert len(found) == point["visits"]
        assert sum(found) / len(found) == pytest.approx(point["mean"], abs=1e-4)


def test_every_figure_of_a_programme_is_in_every_format(details, results_of, collection_of):
    summary = results_of(details).summary
    collection = collection_of([one.record for one in details])
    page = programme_page([summary], details, collection, Programme(), "en", wave="2026-Q4")
    figures = shown(page.data["sites"][0]["index"])
    for name in ("terminal", "markdown", "html", "pdf"):
        words = words_of(page, name)
        assert all(squeezed(figure) in words for figure in figures)
    assert cells_of(page)[0][1][3] == page.data["sites"][0]["index"]["mean"]


def test_every_answer_of_a_visit_is_in_every_format(report_of, checklist):
    page = visit_page(report_of(), checklist=checklist, language="en")
    items = page.data["report"]["items"]
    by_item = {row["item"]: row for row in rows_of(page)}
    assert list(by_item) == [item["id"] for item in items]
    for item in items:
        points = by_item[item["id"]]["points"]
        assert (float(points) if points else None) == (
            None if item["score"] is None else pytest.approx(100 * item["score"], abs=1e-4)
        )
    brought = [row["contribution"] for row in by_item.values() if row["contribution"]]
    score = page.data["report"]["scores"]["score"]
    assert sum(map(float, brought)) == pytest.approx(score, abs=1e-4)
    for name in ("terminal", "markdown", "html", "pdf"):
        assert squeezed(f"Score {format_number(score)}") in words_of(page, name)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", FORMATS)
def test_what_people_wrote_is_whole_in_every_format(report_of, checklist, name, text):
    answers = {"greeted": Response(answer=False, why=text)}
    page = visit_page(report_of(answers, note=text), checklist=checklist, language="en")
    clean = "".join(
        f"\\u{ord(one):04x}" if ord(one) < 32 or one in "\x9b\u202e" else one for one in text
    )
    if name == "json":
        assert json.loads(FORMATS["json"](page, Surface()))["report"]["visit"]["note"] == text
    elif name == "csv":
        (row,) = (one for one in rows_of(page) if one["item"] == "greeted")
        assert row["why"] == (f"'{clean}" if clean[0] in "=+-@" else clean)
    elif name == "xlsx":
        cells = [cell for sheet in cells_of(page) for row in sheet for cell in row]
        assert clean in cells
    elif name == "pdf" and text.startswith("word"):
        assert words_of(page, name).count("word") == 2 * text.count("word")  # feet of pages between
    elif name == "pdf" and not text.isascii():
        assert words_of(page, name)  # an emoji may be a picture: it is there, and does no harm
    else:
        assert words_of(page, name).count(squeezed(clean)) >= 2
