"""Every kind of page in every format: text of people stays text, and JSON stays JSON."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.analysis.site import summarise
from asiakaskunto_cli.checklist.load import Loaded
from asiakaskunto_cli.language import format_number, format_signed
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.pages.checklist import checklist_page
from asiakaskunto_cli.pages.comparison import comparison_page
from asiakaskunto_cli.pages.drafts import drafts_page
from asiakaskunto_cli.pages.explanation import codes_page, explanation_page
from asiakaskunto_cli.pages.findings import findings_page
from asiakaskunto_cli.pages.library import library_page
from asiakaskunto_cli.pages.paper import paper_page
from asiakaskunto_cli.pages.practice_library import practices_page
from asiakaskunto_cli.pages.programme import programme_page
from asiakaskunto_cli.pages.rulebook import rulebook
from asiakaskunto_cli.pages.site import site_page
from asiakaskunto_cli.pages.staff_meeting import staff_meeting_page
from asiakaskunto_cli.pages.verification import verification_page
from asiakaskunto_cli.pages.visit import visit_page
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.render.registry import BINARY, FORMATS, Surface
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import UNSAFE

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
KINDS = [
    "visit",
    "programme",
    "site",
    "staff-meeting",
    "comparison",
    "findings",
    "explanation",
    "codes",
    "library",
    "checklist",
    "paper",
    "practices",
    "drafts",
    "verification",
]
HOSTILE = "[red]x[/] [manager] :smile: \x1b[31m\x1b]52;c;eA==\x07 \u202eabc {0} %s \x9b2J"
SHOWN = r"[red]x[/] [manager] :smile: \u001b[31m\u001b]52;c;eA==\u0007 \u202eabc {0} %s \u009b2J"


@pytest.fixture(params=KINDS)
def page(
    request,
    report_of,
    checklist,
    practices,
    wave,
    collection_of,
    findings,
    unreadable,
    draft,
    verification,
    details,
    results_of,
):
    records = [*wave([70.0, 75.0], wave="2026-Q3", day=-90), *wave([80.0, 90.0])]
    collection = collection_of(records, with_every_fault=True)
    programme = Programme()
    visit = {"checklist": checklist, "language": "en", "practices": practices}
    makers = {
        "visit": lambda: visit_page(report_of(), **visit),
        "drafts": lambda: drafts_page([draft()], list(unreadable.values()), NOON),
        "verification": lambda: verification_page(verification()),
        "programme": lambda: programme_page(
            summarise(records, programme.policy()), details, collection, programme, "en"
        ),
        "site": lambda: site_page(
            results_of(details), collection, programme, practices, "en", wave="2026-Q4"
        ),
        "staff-meeting": lambda: staff_meeting_page(
            results_of(details), practices, "en", wave="2026-Q4"
        ),
        "comparison": lambda: comparison_page(compare(records), collection, Programme(), "en"),
        "findings": lambda: findings_page(
            Checked(["a.yaml"], findings, unreadable, strict=False, base=Path("/"))
        ),
        "explanation": lambda: explanation_page(list(rulebook().values())[:2]),
        "codes": lambda: codes_page(list(rulebook().values())),
        "library": lambda: library_page([(Path("small.yaml"), Loaded(checklist, ()))], "en"),
        "practices": lambda: practices_page(practices, "en", checklist),
        "paper": lambda: paper_page(checklist, "en"),
        "checklist": lambda: checklist_page(checklist, "en"),
    }
    return makers[request.param]()


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - BINARY))
def test_every_format_of_words_renders_every_page(page, name):
    text = FORMATS[name](page, Surface(width=60))
    assert text.endswith("\n")
    assert UNSAFE.search(text.replace("\r\n", "\n")) is None


@pytest.mark.parametrize(("name", "start"), [("pdf", b"%PDF-1.7"), ("xlsx", b"PK\x03\x04")])
def test_every_format_of_bytes_renders_every_page(page, name, start):
    assert FORMATS[name](page, Surface()).startswith(start)


@pytest.mark.parametrize("width", [34, 40, 60, 80, 100, 200])
def test_every_page_keeps_to_the_width(page, width):
    screen = FORMATS["terminal"](page, Surface(width=width))
    assert max(map(len, screen.splitlines())) <= width
    assert not any(line != line.rstrip() for line in screen.splitlines())


def test_the_json_of_every_page_is_its_data(page):
    text = FORMATS["json"](page, Surface())
    assert json.loads(text) == json.loads(json.dumps(page.data, allow_nan=False))
    assert page.data["schema_version"] == 1


def test_colours_add_nothing_but_colours(page):
    plain = FORMATS["terminal"](page, Surface(width=70))
    coloured = FORMATS["terminal"](page, Surface(width=70, colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_the_screen_of_a_comparison_has_the_numbers_of_its_data(wave, collection_of):
    records = [*wave([70.1, 75.3], wave="2026-Q3", day=-90), *wave([80.7, 90.2])]
    page = comparison_page(compare(records), collection_of(records), Programme(), "en")
    screen = FORMATS["terminal"](page, Surface(width=100))
    (group,) = page.data["groups"]
    for one in group["waves"]:
        low, high = (format_signed(end).removeprefix("+") for end in one["ci95"])
        line = next(line for line in screen.splitlines() if line.startswith(one["wave"]))
        figures = [str(one["visits"]), format_number(one["mean"]), f"{low}…{high}"]
        assert line.split() == [one["wave"], *figures]
    change, *_areas = group["changes"]
    assert f"Change {format_signed(change['difference'])} points" in screen


def test_the_screen_of_a_visit_has_the_numbers_of_its_data(report_of, checklist):
    page = visit_page(report_of(), checklist=checklist, language="en")
    screen = FORMATS["terminal"](page, Surface(width=100))
    assert f"Score {format_number(page.data['report']['scores']['score'])}" in screen
    answers = screen.partition("\nAnswers\n")[2].splitlines()
    for item in page.data["report"]["items"]:
        brought = page.data["contributions"].get(item["id"])
        shown = "–" if brought is None else format_number(brought, 2)
        line = next(line for line in answers if item["text"] in line)
        assert line.split()[-1] == shown


@pytest.mark.parametrize("width", [40, 80])
def test_what_people_wrote_comes_out_as_text(report_of, checklist, width):
    report = report_of(
        {
            "noticed": Response(answer=5, note=HOSTILE),
            "greeted": Response(answer=False, why=HOSTILE),
            "stock": Response(not_applicable=True, na_reason=HOSTILE),
            "solution": Response(answer="partly"),
            "words": Response(answer=HOSTILE),
        },
        note=HOSTILE,
        evaluator=HOSTILE,
    )
    page = visit_page(report, checklist=checklist, language="en")
    screen = FORMATS["terminal"](page, Surface(width=width))
    assert UNSAFE.search(screen) is None
    whole = re.sub(r"\s+", "", screen)
    assert whole.count(re.sub(r"\s+", "", SHOWN)) == 6
    assert HOSTILE in json.loads(FORMATS["json"](page, Surface()))["report"]["visit"]["note"]


def test_a_name_cannot_start_a_line_of_its_own(record, collection_of):
    forged = record(80.0, site_name="Shop\nLevel THE BEST, confirmed", file="a\nb.json")
    sites = summarise([forged], Programme().policy())
    page = programme_page(sites, (), collection_of([forged]), Programme(), "en")
    screen = FORMATS["terminal"](page, Surface(width=80))
    assert "Shop Level THE BEST, confirmed" in screen
    assert "\nLevel THE BEST" not in screen


def test_a_very_long_note_is_whole(report_of, checklist):
    note = "word " * 1000 + "x" * 5000
    report = report_of({"noticed": Response(answer=5, note=note)})
    page = visit_page(report, checklist=checklist, language="en")
    screen = FORMATS["terminal"](page, Surface(width=40))
    assert re.sub(r"\s+", "", note) in re.sub(r"\s+", "", screen)
    assert max(map(len, screen.splitlines())) <= 40
