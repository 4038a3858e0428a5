"""What can come true: by cases, and against the way in which a visit decides it."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asiakaskunto_cli.checklist import reach
from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.reach import Reach
from asiakaskunto_cli.scoring.classes import classify
from asiakaskunto_cli.scoring.conditions import Seen, truth_of, visible_items
from asiakaskunto_cli.scoring.response import Response, VisitFacts
from asiakaskunto_cli.words import Method

RATED = "area: skills, measure: objective"
BEFORE = f"""
method: [observe, test]
items:
  - {{id: jono, text: J, type: yes_no, {RATED}}}
  - {{id: vaara, text: V, type: yes_no, invert: true, {RATED}}}
  - {{id: arvio, text: A, type: scale, {RATED}}}
  - {{id: pitka, text: P, type: scale, min: -500, max: 500, {RATED}}}
  - {{id: nps, text: N, type: nps, {RATED}}}
  - id: tapa
    text: T
    type: choice
    {RATED.replace(", ", chr(10) + "    ")}
    options: [{{id: a, label: A, score: 1}}, {{id: b, label: B, score: 0.3333333}}]
  - id: keinot
    text: K
    type: multi
    {RATED.replace(", ", chr(10) + "    ")}
    options: [{{id: a, label: A, points: 1}}, {{id: b, label: B, points: 3}}, {{id: c, label: C}}]
  - id: monet
    text: M
    type: multi
    {RATED.replace(", ", chr(10) + "    ")}
    options: [{", ".join(f"{{id: o{n}, label: O, points: 1}}" for n in range(12))}]
  - {{id: kesto, text: K, type: duration, never: true, target: 10, limit: 20, {RATED}}}
  - id: luvattu
    text: L
    type: duration
    weight: 0
    never: true
    bands: [{{up_to: 3, score: 1}}]
  - {{id: tuli, text: L, type: duration, against: luvattu, {RATED}}}
  - {{id: summa, text: S, type: number, min: 2, max: 9}}
  - {{id: osuus, text: O, type: tally, {RATED}}}
  - {{id: sana, text: W, type: text}}
  - {{id: aina, text: A, type: yes_no, na: never, {RATED}}}
  - {{id: loppu, text: L, type: text, when: {{condition}}}}
"""


def rules_itself_out(make_checklist, condition):
    checklist = make_checklist(BEFORE.replace("{condition}", "{item: jono, is: true}"))
    items = [item for item in checklist.items.values() if item.id != "loppu"]
    last = checklist.items["loppu"].model_copy(update={"when": Condition.model_validate(condition)})
    section = checklist.sections[0].model_copy(update={"items": [*items, last]})
    whole = checklist.model_copy(update={"sections": [section]})
    return Reach(whole).rules_itself_out(last.when)


def leaf(item, **asked):
    return {"item": item, **{key.rstrip("_"): value for key, value in asked.items()}}


@pytest.mark.parametrize(
    "condition",
    [
        {"all": [leaf("jono", is_=True), leaf("jono", is_=False)]},
        {"all": [leaf("jono", is_=True), leaf("jono", answered=False)]},
        {"all": [leaf("jono", is_=True), leaf("jono", below=1)]},
        {"all": [leaf("vaara", is_=False), leaf("vaara", below=1)]},
        leaf("arvio", below=0),
        {"all": [leaf("arvio", at_least=4), leaf("arvio", at_most=3)]},
        {"all": [leaf("arvio", at_least=3), leaf("arvio", below=0.5)]},
        {"all": [leaf("arvio", at_least=3), leaf("arvio", at_most=3), leaf("arvio", is_not=3)]},
        {"all": [leaf("pitka", at_least=100), leaf("pitka", below=0.6)]},
        {"all": [leaf("nps", at_least=9), leaf("nps", at_most=8)]},
        {"all": [leaf("tapa", is_not="a"), leaf("tapa", is_not="b")]},
        {"all": [leaf("tapa", is_="b"), leaf("tapa", below=0.333333)]},
        {"all": [leaf("keinot", any_of=["b"]), leaf("keinot", below=0.75)]},
        {"all": [leaf("kesto", at_most=10), leaf("kesto", below=1)]},
        {"all": [leaf("kesto", at_least=15.1), leaf("kesto", at_most=14.9)]},
        {"all": [leaf("luvattu", at_most=3), leaf("luvattu", below=1)]},
        leaf("tuli", below=0),
        {"all": [leaf("tuli", below=1), leaf("tuli", at_least=5), leaf("tuli", at_most=4)]},
        {"all": [leaf("summa", at_most=2), leaf("summa", is_not=2)]},
        leaf("summa", at_least=10),
        leaf("osuus", below=0),
        {"all": [{"visit": "method", "is": "observe"}, {"visit": "method", "is": "test"}]},
        {"visit": "method", "is": "ask"},
        {"all": [{"visit": "channel", "is": "a"}, {"visit": "channel", "any_of": ["b", "c"]}]},
        {"any": [leaf("summa", at_least=10), leaf("osuus", below=0)]},
    ],
)
def test_no_answers_make_it_true(make_checklist, condition):
    assert rules_itself_out(make_checklist, condition)


@pytest.mark.parametrize(
    "condition",
    [
        {"any": [leaf("jono", is_=True), leaf("jono", is_=False)]},
        {"all": [leaf("jono", answered=True), leaf("jono", is_=False)]},
        leaf("jono", answered=False),
        leaf("aina", answered=False),
        {"all": [leaf("arvio", at_least=3), leaf("arvio", below=0.75)]},
        {"all": [leaf("pitka", at_least=99.5), leaf("pitka", below=0.601)]},
        {"all": [leaf("pitka", at_least=-7), leaf("pitka", at_most=-7)]},
        {"all": [leaf("keinot", any_of=["a"]), leaf("keinot", below=0.75)]},
        {"all": [leaf("keinot", any_of=["a"]), leaf("keinot", any_of=["c"])]},
        {"all": [leaf("monet", any_of=["o1"]), leaf("monet", below=0.1)]},
        {"all": [leaf("kesto", below=0.5), leaf("kesto", at_most=16)]},
        {"all": [leaf("kesto", at_least=15.1), leaf("kesto", at_most=15.2)]},
        leaf("kesto", at_least=1e9),
        {"all": [leaf("luvattu", at_most=3.1), leaf("luvattu", below=1)]},
        {"all": [leaf("tuli", below=0.2), leaf("tuli", at_most=4)]},
        {"all": [leaf("summa", at_most=2.5), leaf("summa", is_not=2)]},
        {"all": [leaf("osuus", below=0.5), leaf("osuus", answered=True)]},
        {"visit": "method", "is_not": "ask"},
        {"all": [{"visit": "channel", "is_not": "a"}, {"visit": "channel", "is_not": "b"}]},
        leaf("sana", answered=True),
    ],
)
def test_some_answers_make_it_true(make_checklist, condition):
    assert not rules_itself_out(make_checklist, condition)


def chain(last, length=3):
    """Return items each of which is shown by a no to the one before it."""
    items = ["  - {id: a0, text: A, type: yes_no, weight: 0}"]
    for number in range(1, length):
        when = f"{{item: a{number - 1}, is: false}}"
        items.append(f"  - {{id: a{number}, text: A, type: yes_no, weight: 0, when: {when}}}")
    items.append(f"  - {{id: loppu, text: L, type: text, when: {last}}}")
    return "items:\n" + "\n".join(items)


def test_what_hides_the_items_that_are_asked_counts(make_checklist, load):
    both = "{all: [{item: a0, is: true}, {item: a2, is: true}]}"
    assert [one.code for one in load(chain(both)).findings] == ["K315"]
    for last in ("{item: a2, is: true}", "{any: [{item: a0, is: true}, {item: a2, is: true}]}"):
        make_checklist(chain(last))


def test_a_question_that_takes_too_long_is_left_open(load, monkeypatch):
    both = "{all: [{item: a0, is: true}, {item: a9, is: true}]}"
    assert [one.code for one in load(chain(both, 10)).findings] == ["K315"]
    monkeypatch.setattr(reach, "LONGEST_CHAIN", 9)
    assert load(chain(both, 10)).findings == ()
    monkeypatch.undo()
    monkeypatch.setattr(reach, "STEPS", 3)
    assert load(chain(both, 10)).findings == ()
    monkeypatch.undo()
    monkeypatch.setattr(reach, "STEPS_IN_ALL", 0)
    assert load(chain(both, 10)).findings == ()


def test_a_long_checklist_of_hard_questions_is_soon_done(load):
    """What one item decides is seen at once; the rest is left open after so many steps."""
    items = [f"  - {{id: i{n}, text: A, type: scale, weight: 0}}" for n in range(30)]
    # Two items cannot have three values, which is only seen when all items before them are known.
    pairs = (f"{{any: [{{item: i28, is: {n}}}, {{item: i29, is: {n}}}]}}" for n in (1, 2, 3))
    hard = ", ".join(pairs)
    for number in range(200):
        asked = [f"{{item: i{n}, is_not: {(n + number) % 5 + 1}}}" for n in range(28)]
        alone = "{item: i27, at_most: 1}, {item: i27, at_least: 2}"
        asked.append(alone if number == 7 else hard)
        when = f"{{all: [{', '.join(asked)}]}}"
        items.append(f"  - {{id: t{number}, text: A, type: text, when: {when}}}")
    findings = load("items:\n" + "\n".join(items)).findings
    assert [(one.code, one.position.line) for one in findings] == [("K314", 48)]


KEYS = {
    "a": {"type": "yes_no", "na": "never"},
    "b": {"type": "scale", "max": 3},
    "c": {
        "type": "choice",
        "options": [{"id": "x", "label": "X", "score": 1}, {"id": "y", "label": "Y", "score": 0}],
    },
    "d": {"type": "yes_no", "invert": True},
}
ANSWERS = {
    "a": [True, False],
    "b": [1, 2, 3],
    "c": ["x", "y"],
    "d": [True, False],
}


def leaves_of(name):
    asked = {
        "a": st.sampled_from([{"is": True}, {"is": False}, {"below": 1}]),
        "b": st.sampled_from([{"is": 2}, {"at_least": 2}, {"at_most": 1}, {"below": 0.5}]),
        "c": st.sampled_from([{"is": "x"}, {"is_not": "x"}, {"any_of": ["y"]}, {"below": 0.5}]),
        "d": st.sampled_from([{"is": True}, {"is_not": True}, {"below": 0.5}]),
    }[name]
    always = st.sampled_from([{"answered": True}, {"answered": False}])
    return (asked | always).map(lambda one: {"item": name, **one})


def conditions(names):
    some = st.one_of(*map(leaves_of, names)) | st.sampled_from(
        [{"visit": "method", "is": one} for one in ("observe", "test", "ask")]
    )
    return st.recursive(
        some,
        lambda inner: st.builds(
            lambda how, parts: {how: parts},
            st.sampled_from(["all", "any"]),
            st.lists(inner, min_size=1, max_size=3),
        ),
        max_leaves=4,
    )


@st.composite
def checklists(draw):
    """Return a small checklist whose items and classes hang on each other at random."""
    items = []
    for place, name in enumerate(ANSWERS):
        data = {"id": name, "text": name, "area": "skills", "measure": "objective", **KEYS[name]}
        if place and draw(st.booleans()):
            data["when"] = draw(conditions(list(ANSWERS)[:place]))
        items.append(data)
    steps = [
        {"id": f"s{n}", "label": "S", "when": draw(conditions(list(ANSWERS)))} for n in range(2)
    ]
    return Checklist.model_validate(
        {
            "kunto": 1,
            "id": "lista",
            "version": "1.0.0",
            "method": ["observe", "test"],
            "title": "L",
            "sections": [{"id": "osa", "title": "O", "items": items}],
            "classify": [{"id": "l", "title": "L", "steps": [*steps, {"id": "m", "label": "M"}]}],
        }
    )


def visits(checklist):
    """Yield every visit that can be made: its method, and what became of every item."""
    choices = []
    for item in checklist.items.values():
        na = [] if checklist.na_of(item) == "never" else [Response(not_applicable=True)]
        choices.append([Response(), *na, *(Response(answer=one) for one in ANSWERS[item.id])])
    for method, *responses in product([Method.OBSERVE, Method.TEST], *choices):
        yield VisitFacts(method), dict(zip(checklist.items, responses, strict=True))


@settings(max_examples=2 * settings.default.max_examples, deadline=None)
@given(checklists())
def test_it_decides_as_visits_do(checklist):
    true, shown, reached = set(), set(), set()
    for facts, responses in visits(checklist):
        visible = visible_items(checklist, responses, facts)
        shown.update(visible)
        everything = Seen(checklist, responses, facts)
        for path, condition, _shown in checklist.conditions:
            if truth_of(condition, everything) is True:
                true.add(path)
        seen = Seen(checklist, {name: responses[name] for name in visible}, facts)
        for name, result in classify(seen).items():
            if result.step is not None:
                reached.add((name, result.step.id))
    it = Reach(checklist)
    for path, condition, _shown in checklist.conditions:
        assert it.rules_itself_out(condition) == (path not in true)
    for item in checklist.items.values():
        assert it.is_never_shown(item) == (item.id not in shown)
    for one in checklist.classify:
        for number, step in enumerate(one.steps):
            assert it.is_never_reached(one, number) == ((one.id, step.id) not in reached)
