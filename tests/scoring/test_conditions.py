"""Conditions in three values: every operator, every state, and how they combine."""

import pytest

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.scoring.conditions import Seen, truth_of, visible_items
from asiakaskunto_cli.scoring.response import Response, VisitFacts
from asiakaskunto_cli.words import Method

FACTS = VisitFacts(Method.TEST, channel="puhelin")

# What a leaf asks is checked against these by the rules; here only what comes of it counts.
CHECKLIST = """
items:
  - {id: jono, text: J, type: yes_no, area: skills, measure: objective}
  - {id: hymy, text: H, type: scale, area: emotion, measure: subjective}
  - {id: suosittelu, text: S, type: nps, invert: true, area: emotion, measure: subjective}
  - id: kanava
    text: K
    type: choice
    options: [{id: kassa, label: K}, {id: tiski, label: T}, {id: puhelin, label: P}]
  - id: keinot
    text: E
    type: multi
    weight: 0
    options: [{id: kuuntelu, label: K}, {id: kysymys, label: Q}, {id: esittely, label: E}]
  - {id: aika, text: A, type: duration, never: true}
  - {id: kerrat, text: R, type: number}
  - {id: tervehdityt, text: T, type: tally, area: emotion, measure: objective}
  - {id: sana, text: W, type: text}
"""


@pytest.fixture
def truth(make_checklist):
    """From answers and a condition to its truth; every item in ``hidden`` is not shown."""

    def run(condition, answers, *, hidden=(), facts=FACTS):
        checklist = make_checklist(CHECKLIST)
        shown = {name: Response() for name in checklist.items if name not in hidden} | {
            name: value if isinstance(value, Response) else Response(value)
            for name, value in answers.items()
            if name not in hidden
        }
        return truth_of(Condition.model_validate(condition), Seen(checklist, shown, facts))

    return run


@pytest.mark.parametrize(
    ("item", "operator", "value", "true", "false"),
    [
        ("jono", "is", True, [True], [False]),
        ("jono", "is", False, [False], [True]),
        ("jono", "is_not", True, [False], [True]),
        ("hymy", "is", 3, [3], [2, 4]),
        ("hymy", "at_least", 3, [3, 5], [2]),
        ("hymy", "at_most", 3, [3, 1], [4]),
        ("hymy", "below", 0.5, [1, 2], [3, 5]),
        ("suosittelu", "at_least", 9, [9, 10], [8]),
        ("suosittelu", "below", 0.1, [10], [9, 0]),
        ("kanava", "is", "kassa", ["kassa"], ["tiski"]),
        ("kanava", "is_not", "kassa", ["tiski"], ["kassa"]),
        ("kanava", "any_of", ["kassa", "tiski"], ["kassa", "tiski"], ["puhelin"]),
        ("keinot", "any_of", ["kuuntelu", "kysymys"], [["kysymys"]], [["esittely"], []]),
        ("aika", "at_least", 60, [60, 90, "never"], [59.9]),
        ("aika", "at_most", 60, [60, 0], [60.1, "never"]),
        ("kerrat", "is", 2, [2, 2.0], [3]),
        ("kerrat", "at_least", 0, [0, 7], []),
        ("tervehdityt", "below", 0.5, [{"k": 1, "n": 3}], [{"k": 2, "n": 4}, {"k": 0, "n": 0}]),
        ("sana", "answered", True, ["Kiitos."], []),
        ("sana", "answered", False, [], ["Kiitos."]),
    ],
)
def test_operator_asks_the_raw_answer(truth, item, operator, value, true, false):
    leaf = {"item": item, operator: value}
    assert [truth(leaf, {item: answer}) for answer in true + false] == [True] * len(true) + [
        False
    ] * len(false)


@pytest.mark.parametrize(
    ("leaf", "hidden", "not_applicable", "not_observed", "unanswered"),
    [
        ({"item": "hymy", "at_least": 1}, False, False, None, None),
        ({"item": "hymy", "is_not": 1}, False, False, None, None),
        ({"item": "hymy", "below": 1}, False, False, None, None),
        ({"item": "hymy", "answered": True}, False, False, False, False),
        ({"item": "hymy", "answered": False}, False, False, True, True),
    ],
)
def test_leaf_on_an_item_without_an_answer(
    truth, leaf, hidden, not_applicable, not_observed, unanswered
):
    assert [
        truth(leaf, {"hymy": 5}, hidden=["hymy"]),
        truth(leaf, {"hymy": Response(not_applicable=True)}),
        truth(leaf, {"hymy": Response(not_observed=True)}),
        truth(leaf, {}),
    ] == [hidden, not_applicable, not_observed, unanswered]


@pytest.mark.parametrize(
    ("leaf", "expected"),
    [
        ({"visit": "method", "is": "test"}, True),
        ({"visit": "method", "is": "ask"}, False),
        ({"visit": "method", "any_of": ["test", "ask"]}, True),
        ({"visit": "channel", "is_not": "puhelin"}, False),
        ({"visit": "channel", "any_of": ["myymälä"]}, False),
        ({"visit": "scenario", "is": "palautus"}, False),
        ({"visit": "scenario", "is_not": "palautus"}, True),
    ],
)
def test_leaf_on_the_visit_is_never_unknown(truth, leaf, expected):
    assert truth(leaf, {}) is expected


LEAVES = {
    True: {"item": "jono", "is": True},
    False: {"item": "jono", "is": False},
    None: {"item": "hymy", "at_least": 1},
}


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_all_and_any_follow_kleene(truth, left, right, both, either):
    for pair in ([LEAVES[left], LEAVES[right]], [LEAVES[right], LEAVES[left]]):
        assert truth({"all": pair}, {"jono": True}) is both
        assert truth({"any": pair}, {"jono": True}) is either


def test_conditions_nest(truth):
    condition = {"any": [{"all": [LEAVES[True], LEAVES[None]]}, {"all": [LEAVES[True]]}]}
    assert truth(condition, {"jono": True}) is True


SHOWN = """
method: [observe, test]
items:
  - {id: jono, text: J, type: yes_no, area: skills, measure: objective}
  - {id: aika, text: A, type: number, when: {item: jono, is: true}}
  - {id: syy, text: S, type: text, when: {item: aika, at_least: 10}}
  - {id: ei-aikaa, text: E, type: text, when: {item: aika, answered: false}}
  - {id: loppu, text: L, type: text, when: {visit: method, is: test}}
"""


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["jono", "loppu"]),
        ({"jono": "NOT OBSERVED", "aika": 20}, ["jono", "loppu"]),
        ({"jono": True}, ["jono", "aika", "ei-aikaa", "loppu"]),
        ({"jono": True, "aika": 9}, ["jono", "aika", "loppu"]),
        ({"jono": True, "aika": 10}, ["jono", "aika", "syy", "loppu"]),
        ({"jono": False, "aika": 10, "syy": "Ruuhka."}, ["jono", "loppu"]),
        ({"jono": True, "aika": "NA"}, ["jono", "aika", "loppu"]),
    ],
)
def test_item_is_shown_only_when_its_condition_is_true(
    make_checklist, responses, answers, expected
):
    assert visible_items(make_checklist(SHOWN), responses(answers), FACTS) == expected


def test_hidden_promise_decides_nothing(make_checklist, responses, score):
    checklist = make_checklist("""
    items:
      - {id: luvattiin, text: L, type: yes_no, area: skills, measure: objective}
      - {id: luvattu, text: M, type: duration, weight: 0, when: {item: luvattiin, is: true}}
      - {id: kesti, text: K, type: duration, against: luvattu, area: skills, measure: objective}
      - {id: miksi, text: S, type: text, when: {item: kesti, below: 1}}
    """)
    answers = {"luvattiin": True, "luvattu": 10, "kesti": 15}
    assert score(checklist, answers).areas["skills"] == 75
    answers["luvattiin"] = False
    assert score(checklist, answers).areas["skills"] == 0
    visible = visible_items(checklist, responses(answers), FACTS)
    assert visible == ["luvattiin", "kesti"]
