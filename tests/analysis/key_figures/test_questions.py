"""The same question over visits: by rule and method, newest wording, in the order of asking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.key_figures.questions import answered, questions
from asiakaskunto_cli.checklist.items import ItemBase, NpsItem, ScaleItem
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method

FIRST = """
method: [ask, test]
items:
  - {id: hymy, text: Hymy, type: scale, area: emotion, measure: subjective}
  - {id: suosittelu, text: Suosittelu, type: nps, area: emotion, measure: subjective}
"""
SECOND = FIRST.replace("text: Hymy", "text: Hymyiltiinkö?").replace("hymy, ", "hymy, weight: 3, ")
LONGER = FIRST.replace("type: scale", "type: scale, max: 7")


@pytest.fixture(scope="module")
def lists(make_checklist):
    return {name: make_checklist(globals()[name]) for name in ("FIRST", "SECOND", "LONGER")}


def told(found):
    return [
        (
            one.item.id,
            one.item.text,
            one.method,
            [item.answer for item in one.answered()],
        )
        for one in found
    ]


def test_versions_with_one_rule_are_one_question_in_its_newest_words(lists, detail):
    visits = [
        detail(lists["FIRST"], {"hymy": 2}),
        detail(lists["SECOND"], {"hymy": 4}, day=1),
    ]
    expected = [("hymy", "Hymyiltiinkö?", Method.ASK, [2, 4])]
    assert told(questions(visits, ScaleItem)) == expected
    assert told(questions(reversed(visits), ScaleItem)) == expected


def test_another_rule_or_method_is_another_question(lists, detail):
    visits = [
        detail(lists["FIRST"], {"hymy": 2}),
        detail(lists["LONGER"], {"hymy": 7}, day=1),
        detail(lists["FIRST"], {"hymy": 5}, day=2, method=Method.TEST),
    ]
    assert told(questions(visits, ScaleItem)) == [
        ("hymy", "Hymy", Method.TEST, [5]),
        ("hymy", "Hymy", Method.ASK, [2]),
        ("hymy", "Hymy", Method.ASK, [7]),
    ]


def test_questions_stand_in_the_order_of_asking(lists, detail):
    visits = [detail(lists["FIRST"], {"suosittelu": 9, "hymy": 1})]
    assert [one.item.id for one in questions(visits, ItemBase)] == ["hymy", "suosittelu"]
    assert [one.item.id for one in questions(visits, NpsItem)] == ["suosittelu"]
    wanted = questions(visits, ItemBase, lambda item: item.id == "hymy")
    assert [one.item.id for one in wanted] == ["hymy"]


def test_only_an_answer_that_applies_is_answered(make_checklist, detail):
    checklist = make_checklist("""
        items:
          - {id: jono, text: Jono, type: yes_no, area: skills, measure: objective}
          - id: laskuri
            text: Laskuri
            type: tally
            area: skills
            measure: objective
            when: {item: jono, is: true}
    """)
    seen = {"jono": True, "laskuri": {"k": 0, "n": 0}}
    visits = {
        "nobody came": detail(checklist, seen),
        "hidden": detail(checklist, {"jono": False, "laskuri": {"k": 1, "n": 2}}),
        "not observed": detail(checklist, {"jono": True, "laskuri": Response(not_observed=True)}),
        "not applicable": detail(
            checklist, {"jono": True, "laskuri": Response(not_applicable=True)}
        ),
        "unanswered": detail(checklist, {"jono": True}),
        "answered": detail(checklist, {"jono": True, "laskuri": {"k": 1, "n": 2}}),
    }
    found = [name for name, visit in visits.items() if answered(visit, "laskuri") is not None]
    assert found == ["answered"]


@given(order=st.permutations(range(6)))
def test_the_order_of_the_visits_plays_no_part(lists, detail, order):
    names = ("FIRST", "SECOND", "LONGER")
    visits = [
        detail(lists[names[day % 3]], {"hymy": 1 + day % 5, "suosittelu": day}, day=day)
        for day in range(6)
    ]
    shuffled = [visits[number] for number in order]
    assert questions(shuffled, ItemBase) == questions(visits, ItemBase)
