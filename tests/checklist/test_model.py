"""What follows from what a checklist says: defaults, reasons, scales."""

import pytest

from asiakaskunto_cli.checklist.items import WhyBelow
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.schema import Draft, json_schema
from asiakaskunto_cli.words import Method


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("", {"a": "never", "b": WhyBelow(below=0.5), "c": "never", "d": "always"}),
        ("why: always\n", {"a": "always", "b": WhyBelow(below=0.5), "c": "never", "d": "always"}),
        (
            "why: {below: 1}\n",
            {"a": WhyBelow(below=1), "b": WhyBelow(below=0.5), "c": "never", "d": "always"},
        ),
    ],
)
def test_items_own_why_wins_and_unscored_ones_have_none_by_default(make_checklist, top, expected):
    checklist = make_checklist(f"""{top}items:
  - {{id: a, text: A, type: yes_no, weight: 0}}
  - {{id: b, text: B, type: yes_no, weight: 0, why: {{below: 0.5}}}}
  - {{id: c, text: C, type: text}}
  - {{id: d, text: D, type: text, why: always}}
""")
    assert {name: checklist.why_of(item) for name, item in checklist.items.items()} == expected


def test_gated_item_owes_a_reason_for_not_applying_unless_it_says_otherwise(make_checklist):
    checklist = make_checklist("""
    items:
      - {id: a, text: A, type: yes_no, weight: 0}
      - {id: b, text: B, type: yes_no, weight: 0, gate: core}
      - {id: c, text: C, type: yes_no, weight: 0, gate: core, na: never}
    """)
    assert [checklist.na_of(item) for item in checklist.items.values()] == [
        "allowed",
        "with_reason",
        "never",
    ]


def test_scale_has_the_ends_of_its_name_or_its_own_or_1_to_5(make_checklist):
    checklist = make_checklist("""
    scales: {arvio: {10: hyvä, 2: heikko, 7: ok}}
    items:
      - {id: a, text: A, type: scale, scale: arvio, weight: 0}
      - {id: b, text: B, type: scale, min: 0, max: 3, weight: 0}
      - {id: c, text: C, type: scale, weight: 0}
    """)
    items = checklist.items.values()
    assert [checklist.bounds_of(item) for item in items] == [(2, 10), (0, 3), (1, 5)]
    assert list(checklist.points_of(checklist.items["a"])) == [2, 7, 10]


@pytest.mark.parametrize(
    ("written", "methods"),
    [("test", [Method.TEST]), ("[test, ask]", [Method.TEST, Method.ASK])],
)
def test_checklist_serves_one_method_or_several(make_checklist, written, methods):
    body = f"method: {written}\nitems:\n  - {{id: a, text: A, type: text}}\n"
    assert make_checklist(body).methods == methods


def test_schema_knows_the_keys_by_the_names_in_the_file():
    schema = json_schema(Checklist, "checklist", Draft.NEWEST)
    condition = schema["$defs"]["Condition"]["properties"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"is", "is_not", "any_of", "item", "visit"} <= condition.keys()
    assert schema["required"] == ["kunto", "id", "version", "method", "title", "sections"]


def test_a_changed_copy_knows_nothing_of_the_one_it_was_made_from(make_checklist):
    first = make_checklist("items: [{id: a, text: A, type: text}]\n")
    derived = ("items", "places", "texts", "section_of")
    before = [getattr(first, name) for name in derived]
    section = first.sections[0]
    other = section.items[0].model_copy(update={"id": "b", "text": "B"})
    changed = section.model_copy(update={"items": [other]})
    second = first.model_copy(update={"sections": [changed]})
    assert list(second.items) == list(second.section_of) == ["b"]
    assert [item.id for _path, item in second.places] == ["b"]
    assert (("sections", 0, "items", 0, "text"), "B") in second.texts
    assert [getattr(first, name) for name in derived] == before
    assert first.model_copy() == first
