"""The key figures of one visit: what was promised, expected and timed, and what became of it."""

from pathlib import Path

import pytest

from asiakaskunto_cli.pages.blocks import Entry, Heading, Sentence, Table
from asiakaskunto_cli.pages.visit import visit_page
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Status

EVERYTHING = Path(__file__).with_name("key_figures_checklist.yaml").read_bytes()
ANSWERS = {
    "expected": 3,
    "promised": 15,
    "noticed": 11,
    "expert": True,
    "clear": 1,
    "waited": 30,
    "experienced": 5,
    "recommend": 10,
    "heard": "good",
    "warm": {"k": 1, "n": 2},
}

ILLUSION = (
    "Expertise 100.0, clarity 0.0 (1 visit). An illusion of expertise: plain words would help "
    "more than more knowledge."
)


@pytest.fixture
def page(report_of, checklist_of):
    def run(status=Status.FINAL, **answers):
        checklist = checklist_of(EVERYTHING)
        responses = {
            name: one if isinstance(one, Response) else Response(answer=one)
            for name, one in (ANSWERS | answers).items()
        }
        report = report_of(responses, checklist, status=status)
        return visit_page(report, checklist=checklist, language="en")

    return run


def part(page):
    """Return the blocks under the heading of the key figures, up to the next heading."""
    start = page.blocks.index(Heading("Key figures")) + 1
    heads = [number for number, one in enumerate(page.blocks) if isinstance(one, Heading)]
    return page.blocks[start : next(number for number in heads if number > start)]


def said(page):
    return {block.text: block.details for block in part(page) if isinstance(block, Entry)}


def test_what_was_timed_promised_and_expected(page):
    assert said(page()) == {
        "How soon were you noticed?": ("11 s: over 8 s",),
        "How long did you wait?": ("Promised 15 min, took 30 min: not kept",),
        "What did you get?": ("Before 3, after 5: better",),
    }


@pytest.mark.parametrize(
    ("answers", "question", "words"),
    [
        ({"noticed": 8}, "How soon were you noticed?", "8 s: within 8 s"),
        ({"noticed": "never"}, "How soon were you noticed?", "never: over 8 s"),
        ({"waited": 15}, "How long did you wait?", "Promised 15 min, took 15 min: kept"),
        (
            {"waited": "never"},
            "How long did you wait?",
            "Promised 15 min, never came true: not kept",
        ),
        ({"experienced": 3}, "What did you get?", "Before 3, after 3: the same"),
        ({"experienced": 1}, "What did you get?", "Before 3, after 1: worse"),
    ],
)
def test_how_it_ended(page, answers, question, words):
    assert said(page(**answers))[question] == (words,)


def test_what_was_not_promised_expected_or_timed_says_nothing(page):
    nothing = Response(not_applicable=True)
    assert said(page(promised=nothing, expected=nothing, noticed=nothing)) == {}


def test_the_stages_of_a_process_the_weights_and_the_illusion_of_expertise(page):
    blocks = part(page())
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert [row.cells for row in table.rows] == [
        ("Service", "1", "1", "0"),
        ("After", "0", "1", "0"),
    ]
    # Knowledge (100 + 0)/2; skills 0.5 and 1 − 15/15: 25; emotion (100 + 100 + 100 + 50)/4: 87.5.
    assert [block.text for block in blocks if isinstance(block, Sentence)] == [
        "By equal weights of the areas the score would be 54.2.",
        ILLUSION,
    ]


def test_a_visit_with_nothing_to_say_beside_its_score_has_no_such_part(report_of, checklist_of):
    content = b"""
kunto: 1
id: plain
version: 1.0.0
method: test
title: Plain
languages: [en]
sections:
  - id: all
    title: All
    items:
      - {id: greeted, text: T, type: yes_no, gate: core, area: skills, measure: objective}
"""
    checklist = checklist_of(content)
    report = report_of({"greeted": Response(answer=True)}, checklist)
    page = visit_page(report, checklist=checklist, language="en")
    assert Heading("Key figures") not in page.blocks
    assert page.data["key_figures"]["nps"] == []


def test_a_visit_that_does_not_count_tells_its_own_figures_all_the_same(page):
    rehearsed = page(status=Status.REHEARSAL)
    assert said(rehearsed) == said(page())
    (promise,) = rehearsed.data["key_figures"]["promises"]
    assert promise == {
        "checklist": "everything",
        "item": "waited",
        "against": "promised",
        "method": "test",
        "unit": "min",
        "kept": {"count": 0, "n": 1, "share": 0.0, "ci95": None},
        "never": 0,
        "mean_delay": 15.0,
        "largest_delay": 15.0,
    }
