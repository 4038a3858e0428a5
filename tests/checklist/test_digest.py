"""Fingerprints: what changes them, and what must not."""

import json
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.digest import (
    content_sha256,
    definition,
    rule_sha256,
    scoring_sha256,
)
from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.checklist.model import Checklist

HYMY = "{id: hymy, text: H, type: scale, area: emotion, measure: subjective, touchpoint: greeting}"
JONO = "{id: jono, text: J, type: yes_no, area: skills, measure: objective}"
AIKA = (
    "{id: aika, text: A, type: duration, target: 8, limit: 60, area: skills, measure: objective,"
    " when: {item: jono, is: true}}"
)
BEST, WORST = "{id: a, label: A, score: 1}", "{id: b, label: B, score: 0}"
MIKA = (
    "{id: mika, text: M, type: choice, area: skills, measure: objective,"
    f" options: [{BEST}, {WORST}]}}"
)
ITEMS = f"items:\n  - {HYMY}\n  - {JONO}\n  - {AIKA}\n  - {MIKA}\n"


def digests(checklist):
    return content_sha256(checklist), scoring_sha256(checklist)


@pytest.fixture
def compare(make_checklist):
    """Tell whether content and scoring stay the same when a part of the text is replaced."""

    def run(old, new, text=ITEMS):
        assert old in text
        before = digests(make_checklist(text))
        after = digests(make_checklist(text.replace(old, new, 1)))
        return tuple(one == other for one, other in zip(before, after, strict=True))

    return run


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text: H", "text: Hymyilikö myyjä?"),
        ("text: H", "text: H, help: Katso silmiä."),
        ("text: H", "text: H, why: always, na: never, notes: false, evidence: required"),
        ("text: H", "text: H, gate: core, pass_at: 0.5"),
        ("label: A", "label: Aivan"),
        ("items:", "version: 2.0.0\nitems:"),
        ("items:", "index: false\nitems:"),
        (f"  - {HYMY}\n  - {JONO}\n", f"  - {JONO}\n  - {HYMY}\n"),
        (f"{BEST}, {WORST}", f"{WORST}, {BEST}"),
        ("items:", "scales: {arvio: {1: heikko, 5: hyvä}}\nitems:"),
    ],
)
def test_wording_order_and_asking_change_the_content_only(compare, old, new):
    assert compare(old, new) == (False, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text: H", "text: H, weight: 2"),
        ("area: emotion", "area: skills"),
        ("measure: subjective", "measure: objective"),
        ("touchpoint: greeting", "touchpoint: farewell"),
        ("text: H", "text: H, max: 7"),
        ("text: H", "text: H, invert: true"),
        ("limit: 60", "limit: 61"),
        ("limit: 60", "limit: 60, unit: min"),
        ("is: true", "is: false"),
        ("score: 1", "score: 0.9"),
        ("id: a,", "id: c,"),
        ("id: hymy", "id: ilme"),
        ("items:", "area_weights: {emotion: 2}\nitems:"),
        (f"  - {MIKA}\n", ""),
    ],
)
def test_whatever_can_change_a_score_changes_both(compare, old, new):
    assert compare(old, new) == (False, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text: H", "text: H, weight: 1"),
        ("text: H", "text: H, weight: 1.0"),
        ("text: H", "text: H, invert: false, notes: true, develop: []"),
        ("limit: 60", "limit: 60.0, unit: s, never: false"),
        ("items:", "kind: checklist\nwhy: never\nindex: true\nitems:"),
    ],
)
def test_default_written_out_changes_nothing(compare, old, new):
    scoring_is_the_same = compare(old, new)[1]
    assert scoring_is_the_same


def test_named_scale_scores_like_its_ends(make_checklist):
    named = make_checklist(
        ITEMS.replace("items:", "scales: {arvio: {0: heikko, 4: hyvä}}\nitems:").replace(
            "type: scale", "type: scale, scale: arvio"
        )
    )
    plain = make_checklist(ITEMS.replace("type: scale", "type: scale, min: 0, max: 4"))
    assert scoring_sha256(named) == scoring_sha256(plain)


def test_rule_ignores_weight_wording_and_place_but_not_scoring(make_checklist):
    def rule(old="text: H", new="text: H"):
        checklist = make_checklist(ITEMS.replace(old, new, 1))
        return rule_sha256(checklist, checklist.items["hymy"])

    same = [rule(new="text: Hymy, weight: 3"), rule("area: emotion", "area: skills")]
    other = [rule(new="text: H, invert: true"), rule(new="text: H, min: 0")]
    assert same == [rule(), rule()]
    assert rule() not in other


SHIPPED = checklist_files(Path("nothing-of-ones-own"))


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_checklist_comes_back_whole_from_its_definition(name):
    checklist = read_checklist(SHIPPED[name]).checklist
    back = Checklist.model_validate(json.loads(json.dumps(definition(checklist))))
    assert back == checklist
    assert definition(back) == definition(checklist)
    assert digests(back) == digests(checklist)
    assert [rule_sha256(back, item) for item in back.items.values()] == [
        rule_sha256(checklist, item) for item in checklist.items.values()
    ]


def test_definition_keeps_conditions_and_classes(make_checklist):
    checklist = make_checklist("""
    items:
      - {id: a, text: A, type: yes_no, weight: 0}
      - id: b
        text: B
        type: text
        when: {all: [{item: a, is: false}, {visit: channel, any_of: [x]}]}
    classify:
      - id: portaat
        title: Portaat
        steps: [{id: ylin, label: Y, when: {item: a, is: true}}, {id: alin, label: A}]
        contradictory: {item: a, answered: false}
    """)
    back = Checklist.model_validate(definition(checklist))
    assert back == checklist
    assert [leaf.operators for leaf in back.items["b"].when.leaves()] == [["is"], ["any_of"]]
