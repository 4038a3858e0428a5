"""What is said of a site, and the JSON of a summary."""

import pytest

from asiakaskunto_cli.analysis.site import summarise
from asiakaskunto_cli.pages.blocks import Entry, Table, Tone
from asiakaskunto_cli.pages.programme import programme_page
from asiakaskunto_cli.pages.site import headline
from asiakaskunto_cli.pages.site_level import level_details
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.words import Area, Level, Method


def page_of(records, collection_of, programme=None, **facts):
    programme = programme or Programme()
    sites = summarise(records, programme.policy())
    return programme_page(sites, (), collection_of(records), programme, "en", **facts)


def entry(page):
    (found,) = [one for one in page.blocks if isinstance(one, Entry) and one.text == "Keskusta"]
    return found


ALL_METHODS = {Method.OBSERVE: 90.0, Method.TEST: 90.0, Method.ASK: 90.0}


def every_method(wave, scores, **facts):
    return [one for method in Method for one in wave(scores, method=method, **facts)]


def test_a_level_that_is_sure(wave, collection_of):
    records = every_method(wave, [89.9, 90.0, 90.1])
    page = page_of(records, collection_of, Programme(target=Level.GOOD))
    assert entry(page) == Entry(
        "Keskusta", ("Level EXCELLENT; the target GOOD is reached.",), Tone.GOOD
    )
    assert page.data["sites"][0]["confirmed"] is True


def test_a_level_without_a_target(wave, collection_of):
    records = every_method(wave, [89.9, 90.0, 90.1])
    assert entry(page_of(records, collection_of)).details == ("Level EXCELLENT, confirmed.",)


def test_a_level_of_visits_that_all_scored_the_same_says_that_chance_cannot_be_judged(
    wave, collection_of
):
    records = every_method(wave, [90.0, 90.0, 90.0])
    assert entry(page_of(records, collection_of)).details == (
        "Level EXCELLENT, provisional.",
        "Provisional: every visit scored the same, so chance cannot be judged.",
    )


def test_an_index_of_visits_that_all_scored_the_same_has_no_interval(wave, collection_of):
    records = every_method(wave, [90.0, 90.0, 90.0])
    programme = Programme()
    (site,) = summarise(records, programme.policy())
    (said,) = headline(site, programme, 0.95)
    assert said.text == "Asiakaskunto index 90.0: level EXCELLENT, provisional."
    cells = [
        cell
        for block in page_of(records, collection_of).blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
    ]
    assert "90.0…90.0" not in cells
    assert "–" in cells


def test_a_level_is_told_once(wave):
    (site,) = summarise(every_method(wave, [90.0, 90.0, 90.0]), Programme().policy())
    assert list(level_details(site, None, Programme().policy(), is_told=True)) == [
        "Provisional: every visit scored the same, so chance cannot be judged."
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"critical_failed": ("price",)}, "No level: a critical item failed or was not checked."),
        ({"areas": {Area.SKILLS: 90.0}}, "No level: it needs at least 2 scored areas."),
        (
            {"areas": {Area.SKILLS: 90.0, Area.EMOTION: 55.5, Area.KNOWLEDGE: 40.0}},
            "No level: GOOD asks for 60.0 in every area (knowledge 40.0, emotion 55.5).",
        ),
    ],
)
def test_why_there_is_no_level(wave, collection_of, facts, said):
    records = every_method(wave, [89.9, 90.0, 90.1], **facts)
    assert entry(page_of(records, collection_of)).details[0] == said


def test_an_index_that_is_too_low(wave, collection_of):
    records = every_method(wave, [70.0, 71.0])
    assert entry(page_of(records, collection_of)).details == (
        "No level: GOOD asks for an index of 75.0.",
    )


def test_a_site_of_which_nothing_counts(uncounted, collection_of):
    found = entry(page_of(uncounted(), collection_of, Programme(target=Level.BEST)))
    assert found.details[:2] == (
        "No level: no visit counts in the index.",
        "The target is THE BEST.",
    )
    assert found.tone is Tone.PLAIN


def test_every_gate_that_limits_a_level_is_named_with_its_visits(record, collection_of):
    records = [
        record(90.0, file="a.json", critical_failed=("price", "safety"), core_failed=("greeted",)),
        record(91.0, file="b.json", day=1, critical_failed=("price",)),
        record(92.0, file="c.json", day=2, critical_unchecked=("price",)),
        record(92.0, file="d.json", day=3, core_unchecked=("greeted",)),
    ]
    page = page_of(records, collection_of)
    (table,) = [one for one in page.blocks if isinstance(one, Table) and "critical" in one.caption]
    assert [row.cells for row in table.rows] == [
        ("price", "critical, failed", "a.json, b.json"),
        ("safety", "critical, failed", "a.json"),
        ("price", "critical, not checked", "c.json"),
        ("greeted", "core, failed", "a.json"),
        ("greeted", "core, not checked", "d.json"),
    ]


def test_the_sites_of_no_visits(collection_of):
    page = page_of([], collection_of, wave="2026-Q4")
    assert page.title == "Summary of visits · 2026-Q4"
    assert [block.text for block in page.blocks] == [page.title, "0 visits are counted."]


def test_the_data_are_complete(record, collection_of):
    records = [
        record(90.0, method=Method.ASK, core_failed=("greeted",)),
        record(80.0, method=Method.ASK, day=1),
    ]
    programme = Programme(programme="Ihan paras", target=Level.GOOD)
    data = page_of(records, collection_of, programme, wave="2026-Q4").data
    (interval,) = {tuple(data["sites"][0]["index"]["ci95"])}
    estimate = {"visits": 2, "mean": 85.0, "ci95": list(interval)}
    areas = dict.fromkeys(("knowledge", "skills", "emotion"), estimate)
    assert data == {
        "schema_version": 1,
        "kind": "programme",
        "leagues": [
            {
                "methods": ["ask"],
                "mean": 85.0,
                "sd": None,
                "lowest": 85.0,
                "highest": 85.0,
                "places": [{"site": "keskusta", "best": 1, "worst": 1}],
            }
        ],
        "segments": [],
        "programme": "Ihan paras",
        "wave": "2026-Q4",
        "confidence": 0.95,
        "sites": [
            {
                "site": "keskusta",
                "name": "Keskusta",
                "visits": 2,
                "index": estimate,
                "methods_missing": ["observe", "test"],
                "level": None,
                "confirmed": False,
                "target": "good",
                "areas": areas,
                "methods": {"ask": {**estimate, "sd": 7.071068, "areas": areas}},
                "limits": [
                    {
                        "file": "visit-0.json",
                        "gate": "core",
                        "critical_failed": [],
                        "core_failed": ["greeted"],
                        "critical_unchecked": [],
                        "core_unchecked": [],
                    }
                ],
            }
        ],
        "excluded_reports": [],
        "reformatted_reports": [],
    }
