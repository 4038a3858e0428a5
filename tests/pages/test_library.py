"""The pages of the library and of one checklist."""

from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.digest import content_sha256, definition
from asiakaskunto_cli.checklist.load import Loaded
from asiakaskunto_cli.checklist.search import Found
from asiakaskunto_cli.pages.blocks import Entry, Row, Sentence, Table, Tone
from asiakaskunto_cli.pages.checklist import checklist_page
from asiakaskunto_cli.pages.library import library_page
from asiakaskunto_cli.pages.names import theme_name
from asiakaskunto_cli.words import Theme

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
        Row(("small", "test, observe", "10", "15", "Pieni testi"), group="Your own checklists"),
    )
    assert table.caption == (
        "Look at one: kunto checklist show small. Begin a visit: kunto test small."
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
                "theme": None,
                "title": {"en": "Small test", "fi": "Pieni testi"},
                "purpose": {
                    "en": "Shows every kind of answer.",
                    "fi": "Näyttää kaikki vastaukset.",
                },
                "languages": ["en", "fi"],
                "items": 10,
                "minutes": 15,
                "index": True,
                "anonymous": False,
                "file": "small.yaml",
            }
        ],
        "unusable": [{"file": "bad.yaml", "findings": 2}],
    }


def test_an_empty_library_says_so():
    nothing = Sentence("There are no such checklists.", Tone.WARNING)
    assert nothing in library_page([], "en").blocks


def test_checklists_are_grouped_by_theme_in_its_order_and_those_without_one_come_last(checklist):
    themes = {"a": None, "b": Theme.TRADE, "c": Theme.BASICS, "d": None, "e": Theme.BASICS}
    entries = [
        (Path(name), Loaded(checklist.model_copy(update={"id": name, "theme": theme}), ()))
        for name, theme in themes.items()
    ]
    assert [(row.group, row.cells[0]) for row in library_page(entries, "en").blocks[1].rows] == [
        ("Basic measurement", "c"),
        ("", "e"),
        ("Lines of business", "b"),
        ("Your own checklists", "a"),
        ("", "d"),
    ]


def test_every_theme_has_a_name_of_its_own():
    assert len({theme_name(theme) for theme in [*Theme, None]}) == len(Theme) + 1


def test_what_was_found_is_listed_with_its_questions(checklist):
    entries = [
        (SMALL, Loaded(checklist, ())),
        (Path("other.yaml"), Loaded(checklist.model_copy(update={"id": "other"}), ())),
    ]
    names = list(checklist.items)
    found = Found({SMALL: tuple(names[:4])}, {"gret": ("greet", "great"), "zz": ()})
    page = library_page(entries, "en", found)
    nearest, nowhere, table = page.blocks[1:]
    assert nearest == Sentence("“gret” is nowhere; the nearest: “greet”, “great”.")
    assert nowhere == Sentence("“zz” is nowhere.")
    texts = [checklist.items[name].text["en"] for name in names[:3]]
    assert [row.cells for row in table.rows] == [
        ("small", "test, observe", "10", "15", "Small test", f"{' · '.join(texts)} …")
    ]
    assert [entry["found_in"] for entry in page.data["checklists"]] == [names[:4]]


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
