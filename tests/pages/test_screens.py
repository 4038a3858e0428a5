"""Whole screens, compared with the texts beside this file.

After a wanted change: KUNTO_RENEW_SCREENS=1 pytest tests/pages, then read the difference.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.analysis.site import summarise
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.pages.checklist import checklist_page
from asiakaskunto_cli.pages.comparison import comparison_page
from asiakaskunto_cli.pages.explanation import explanation_page
from asiakaskunto_cli.pages.findings import findings_page
from asiakaskunto_cli.pages.practice_library import practices_page
from asiakaskunto_cli.pages.programme import programme_page
from asiakaskunto_cli.pages.rulebook import rulebook
from asiakaskunto_cli.pages.site import site_page
from asiakaskunto_cli.pages.staff_meeting import staff_meeting_page
from asiakaskunto_cli.pages.visit import visit_page
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.render.registry import FORMATS, Surface
from asiakaskunto_cli.source.finding import Position, Severity
from asiakaskunto_cli.words import Level, Method

SCREENS = Path(__file__).parent / "screens"
WIDTHS = [80, 40]


def check_screen(name, page, width):
    screen = FORMATS["terminal"](page, Surface(width=width))
    file = SCREENS / f"{name}-{width}.txt"
    if os.environ.get("KUNTO_RENEW_SCREENS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(screen, encoding="utf-8")
    assert screen == file.read_text(encoding="utf-8")
    assert max(map(len, screen.splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_visit(report_of, checklist, practices, width):
    report = report_of(note="Rainy day.\nFew customers.")
    page = visit_page(report, checklist=checklist, language="en", practices=practices)
    check_screen("visit", page, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_programme(record, wave, uncounted, collection_of, width):
    records = [
        *wave([88.0, 92.0, 90.0, 91.0], method=Method.ASK),
        *wave([85.0, 89.5, 93.0], method=Method.TEST),
        *wave([90.0, 86.0], method=Method.OBSERVE),
        *wave([97.0], site="asema", method=Method.OBSERVE),
        *wave([98.0], site="asema"),
        record(96.0, site="asema", core_failed=("greeted",), file="core-failed.json"),
        record(70.0, site="satama"),
        *uncounted(),
    ]
    programme = Programme(
        programme="Ihan paras 2026",
        target=Level.EXCELLENT,
    )
    sites = summarise(records, programme.policy())
    collection = collection_of(records, with_every_fault=True)
    page = programme_page(sites, (), collection, programme, "en", wave="2026-Q4")
    check_screen("programme", page, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_site(details, results_of, collection_of, practices, width):
    collection = collection_of([one.record for one in details])
    programme = Programme(target=Level.EXCELLENT)
    results = results_of(details)
    page = site_page(results, collection, programme, practices, "en", wave="2026-Q4")
    check_screen("site", page, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_staff_meeting(details, results_of, practices, width):
    page = staff_meeting_page(results_of(details), practices, "en", wave="2026-Q4")
    check_screen("staff-meeting", page, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_comparison(record, wave, collection_of, width):
    records = [
        *wave([71.2, 80.4, 77.9, 69.5], wave="2026-Q3", day=-90),
        *wave([79.0, 86.3, 81.1, 74.2], wave="2026-Q4"),
        *wave([95.0, 96.1, 94.4], wave="2027-Q1", day=90),
        *wave([80.0], wave="2026-Q3", day=-90, site="asema"),
        *wave([86.0, 88.0], site="asema"),
        *wave([60.0, 62.0], wave="2026-Q3", day=-90, method=Method.ASK, checklist="v1"),
        *wave([81.0, 90.0], method=Method.ASK),
        record(75.0, site="satama"),
    ]
    collection = collection_of(records, with_every_fault=True)
    check_screen(
        "comparison", comparison_page(compare(records), collection, Programme(), "en"), width
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_the_practices_of_a_checklist(checklist, practices, width):
    check_screen("practices", practices_page(practices, "en", checklist), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_checklist(checklist, width):
    check_screen("checklist", checklist_page(checklist, "en"), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_findings(findings, unreadable, width):
    error, warning = findings
    long = "      - {id: a, text: {fi: Terve, en: Hello}, type: yes_no, area: skills, gate: core}"
    shown = [
        replace(error, line="      titel: {fi: Kassalla, en: At the till}"),
        replace(warning, line=long, position=Position(9, long.index("gate") + 1)),
        replace(warning, severity=Severity.INFORMATION, position=Position(11, 1)),
    ]
    checked = Checked(["a.yaml", "c.yaml"], shown, unreadable, strict=False, base=Path("/"))
    check_screen("findings", findings_page(replace(checked, left_out=2)), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_explanation(width):
    check_screen("explanation", explanation_page([rulebook()["K336"]]), width)
