"""The pages of the library and of one checklist."""

from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.digest import content_sha256, definition
from asiakaskunto_cli.checklist.load import Loaded
from asiakaskunto_cli.pages.blocks import Entry, Row, Sentence, Table, Tone
from asiakaskunto_cli.pages.checklist import checklist_page
from asiakaskunto_cli.pages.library import library_page

SMALL = Path("small.yaml")
RULES = b"""
kunto: 1
id: rules
version: 1.0.0
method: ask
title: Rules
scenario: You need shoes.
languages: [en]
why: optional
sections:
  - id: one
    title: One
    items:
      - {id: promised, text: "Promised time?", type: duration, unit: min, weight: 0}
      - {id: waited, text: "Time it took?", type: duration, unit: min, against: promised,
         area: skills, measure: objective}
      - {id: till, text: "Time at the till?", type: duration, target: 30, limit: 90,
         area: skills, measure: objective, when: {visit: channel, is: shop}}
      - {id: done, text: "What was done?", type: multi, area: skills, measure: objective,
         options: [{id: a, label: Thanks, points: 2}, {id: b, label: Blame, points: -1}]}
      - {id: queue, text: "How many ahead?", type: number, unit: people, area: skills,
         measure: objective, bands: [{up_to: 2, score: 1}, {score: 0.333}]}
      - {id: ignored, text: "Ignored of those in?", type: tally, invert: true, area: emotion,
         measure: objective}
"""


def details(checklist):
    page = checklist_page(checklist, "en")
    return {block.text: block.details for block in page.blocks if isinstance(block, Entry)}


def test_a_library_names_what_cannot_be_used(checklist, findings):
    entries = [(SMALL, Loaded(checklist, ())), (Path("bad.yaml"), Loaded(None, tuple(findings)))]
    page = library_page(entries, "fi")
    table, broken = page.blocks[1:]
    assert isinstance(table, Table)
    assert table.rows == (
        Row(("small", "Pieni testi", "1.2.0", "10", "15"), group="Mystery shopping, observation"),
    )
    assert broken == Entry(
        "bad.yaml cannot be used: 2 findings.",
        ("See them with: kunto validate bad.yaml",),
        Tone.BAD,
    )
    assert page.data == {
        "schema_version": 1,
        "kind": "checklists",
        "checklists": [
            {
                "id": "small",
                "version": "1.2.0",
                "methods": ["test", "observe"],
                "title": {"en": "Small test", "fi": "Pieni testi"},
                "languages": ["en", "fi"],
                "items": 10,
                "minutes": 15,
                "file": "small.yaml",
            }
        ],
        "unusable": [{"file": "bad.yaml", "findings": 2}],
    }


def test_an_empty_library_says_so():
    assert Sentence("There are no checklists.", Tone.WARNING) in library_page([], "en").blocks


def test_checklists_are_listed_by_method(checklist):
    other = checklist.model_copy(update={"id": "other"})
    entries = [(SMALL, Loaded(checklist, ())), (SMALL, Loaded(other, ()))]
    rows = library_page(entries, "en").blocks[1].rows
    assert [row.group for row in rows] == ["Mystery shopping, observation", ""]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Promised time?", ("Answer: a time in min", "Recorded, not scored.")),
        (
            "Time it took?",
            (
                "Answer: a time in min; held against “Promised time?”",
                "Skills, objective, weight 1.",
                "Why? may be answered.",
            ),
        ),
        (
            "Time at the till?",
            (
                "Answer: a time in s: 30 = 100, falling to 0 at 90",
                "Skills, objective, weight 1.",
                "Why? may be answered.",
                "Asked only under a condition on: the channel of the visit",
            ),
        ),
        (
            "What was done?",
            (
                "Answer: any of: Thanks +2.0; Blame −1.0",
                "Skills, objective, weight 1.",
                "Why? may be answered.",
            ),
        ),
        (
            "How many ahead?",
            (
                "Answer: a number (people): up to 2 = 100; more = 33.3",
                "Skills, objective, weight 1.",
                "Why? may be answered.",
            ),
        ),
        (
            "Ignored of those in?",
            (
                "Answer: how many of how many (the lower the better)",
                "Emotion, objective, weight 1.",
                "Why? may be answered.",
            ),
        ),
    ],
)
def test_a_rule_in_words(checklist_of, question, said):
    assert details(checklist_of(RULES))[question] == said


def test_the_scenario_is_shown(checklist_of):
    page = checklist_page(checklist_of(RULES), "en")
    assert Sentence("Scenario: You need shoes.") in page.blocks


def test_the_data_are_the_definition_and_its_digests(checklist):
    data = checklist_page(checklist, "en").data
    assert data["kind"] == "checklist"
    assert data["definition"] == definition(checklist)
    assert data["content_sha256"] == content_sha256(checklist)
    assert list(data["rule_sha256"]) == list(checklist.items)
