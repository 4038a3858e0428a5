"""Every type of item: from an answer to its score in 0..1, and to the state it ends in."""

import pytest

from asiakaskunto_cli.scoring.items import score_of, state_of
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import State

RATED = "area: skills, measure: objective"

ITEMS = {
    "yes_no": f"{{id: a, text: A, type: yes_no, {RATED}}}",
    "yes_no inverted": f"{{id: a, text: A, type: yes_no, invert: true, {RATED}}}",
    "scale": f"{{id: a, text: A, type: scale, {RATED}}}",
    "scale inverted": f"{{id: a, text: A, type: scale, invert: true, {RATED}}}",
    "scale -2..2": f"{{id: a, text: A, type: scale, min: -2, max: 2, {RATED}}}",
    "scale named": f"{{id: a, text: A, type: scale, scale: how_often, {RATED}}}",
    "nps": f"{{id: a, text: A, type: nps, {RATED}}}",
    "nps inverted": f"{{id: a, text: A, type: nps, invert: true, {RATED}}}",
    "choice": (
        f"{{id: a, text: A, type: choice, {RATED},"
        " options: [{id: hyva, label: H, score: 1}, {id: ok, label: O, score: 0.4}]}"
    ),
    "choice unscored": (
        "{id: a, text: A, type: choice,"
        " options: [{id: hyva, label: H}, {id: ok, label: O}], segment: true}"
    ),
    "multi": (
        f"{{id: a, text: A, type: multi, {RATED}, options: [{{id: kuuntelu, label: K, points: 2}},"
        " {id: kysymys, label: Q, points: 1}, {id: yhteenveto, label: Y, points: 1},"
        " {id: keskeytys, label: X, points: -1}]}"
    ),
    "multi unscored": (
        "{id: a, text: A, type: multi, weight: 0, options: [{id: b, label: B}, {id: c, label: C}]}"
    ),
    "duration bands": (
        f"{{id: a, text: A, type: duration, never: true, {RATED}, bands: [{{up_to: 8, score: 1}},"
        " {up_to: 15, score: 0.75}, {up_to: 30, score: 0.5}, {up_to: 60, score: 0.25}]}"
    ),
    "duration open band": (
        f"{{id: a, text: A, type: duration, never: true, {RATED},"
        " bands: [{up_to: 8, score: 1}, {score: 0.1}]}"
    ),
    "duration linear": (
        f"{{id: a, text: A, type: duration, never: true, target: 120, limit: 600, {RATED}}}"
    ),
    "duration bare": "{id: a, text: A, type: duration}",
    "tally": f"{{id: a, text: A, type: tally, {RATED}}}",
    "tally inverted": f"{{id: a, text: A, type: tally, invert: true, {RATED}}}",
    "number bands": (
        f"{{id: a, text: A, type: number, {RATED},"
        " bands: [{up_to: 2, score: 1}, {up_to: 5, score: 0.5}]}"
    ),
    "number bare": "{id: a, text: A, type: number}",
    "text": "{id: a, text: A, type: text}",
}


@pytest.fixture
def item_score(make_checklist):
    def run(kind, answer):
        scales = 'scales: {how_often: {0: "ei", 3: "usein", 4: "aina"}}\n'
        checklist = make_checklist(f"{scales}items:\n  - {ITEMS[kind]}\n")
        return score_of(checklist, checklist.items["a"], {"a": Response(answer)})

    return run


@pytest.mark.parametrize(
    ("kind", "answer", "expected"),
    [
        ("yes_no", True, 1),
        ("yes_no", False, 0),
        ("yes_no inverted", True, 0),
        ("yes_no inverted", False, 1),
        ("scale", 1, 0),
        ("scale", 4, 0.75),
        ("scale inverted", 5, 0),
        ("scale -2..2", -1, 0.25),
        ("scale named", 1, 0.25),
        ("scale named", 4, 1),
        ("nps", 0, 0),
        ("nps", 7, 0.7),
        ("nps inverted", 10, 0),
        ("choice", "hyva", 1),
        ("choice", "ok", 0.4),
        ("choice unscored", "ok", None),
        ("multi", [], 0),
        ("multi", ["kuuntelu", "keskeytys"], 0.25),
        ("multi unscored", ["b"], 0),
        ("duration bands", "never", 0),
        ("duration bands", 60.5, 0),
        ("duration open band", 9, 0.1),
        ("duration open band", "never", 0),
        ("duration linear", 0, 1),
        ("duration linear", "never", 0),
        ("duration bare", 9, None),
        ("tally", {"k": 3, "n": 4}, 0.75),
        ("tally", {"k": 0, "n": 0}, None),
        ("tally inverted", {"k": 1, "n": 4}, 0.75),
        ("tally inverted", {"k": 0, "n": 0}, None),
        ("number bands", 2, 1),
        ("number bands", 2.1, 0.5),
        ("number bands", 6, 0),
        ("number bare", 6, None),
        ("text", "Hyvin meni.", None),
        ("scale", None, None),
    ],
)
def test_answer_gives_score(item_score, kind, answer, expected):
    assert item_score(kind, answer) == expected


def test_scale_mapping_of_the_reference(item_score, reference_cases):
    case = reference_cases["scale_mapping"]
    points, nps = case["input"]["scale"], case["input"]["nps"]
    scores = {
        "scale": [item_score("scale", point) for point in points],
        "inverted": [item_score("scale inverted", point) for point in points],
        "nps": [item_score("nps", point) for point in nps],
    }
    assert scores == case["expected"]


def test_duration_bands_of_the_reference(item_score, reference_cases):
    case = reference_cases["duration_bands"]
    times = ["never" if time is None else time for time in case["input"]["seconds"]]
    assert [item_score("duration bands", time) for time in times] == case["expected"]


def test_duration_linear_of_the_reference(item_score, reference_cases):
    case = reference_cases["duration_linear"]
    scores = [item_score("duration linear", time) for time in case["input"]["seconds"]]
    assert [round(score, 6) for score in scores] == case["expected"]


def test_multi_select_of_the_reference(item_score, reference_cases):
    case = reference_cases["multi_select"]
    assert [item_score("multi", ticked) for ticked in case["input"]["ticked"]] == case["expected"]


PROMISE = f"""
items:
  - {{id: luvattu, text: L, type: duration, unit: min, weight: 0, never: true}}
  - {{id: kesti, text: K, type: duration, unit: min, never: true, against: luvattu, {RATED}}}
"""


def promise_result(make_checklist, promised, actual):
    checklist = make_checklist(PROMISE)
    given = {"luvattu": Response(promised), "kesti": Response(actual)}
    item = checklist.items["kesti"]
    return state_of(checklist, item, given), score_of(checklist, item, given)


def test_promise_delay_of_the_reference(make_checklist, reference_cases):
    case = reference_cases["promise_delay"]
    pairs = zip(case["input"]["promised_min"], case["input"]["actual_min"], strict=True)
    results = [promise_result(make_checklist, promised, actual) for promised, actual in pairs]
    assert results == [(State.SCORED, score) for score in case["expected"]]


@pytest.mark.parametrize(
    ("promised", "actual", "expected"),
    [
        (None, 10, (State.NOT_APPLICABLE, None)),
        ("never", 10, (State.NOT_APPLICABLE, None)),
        (None, "never", (State.NOT_APPLICABLE, None)),
        (15, "never", (State.SCORED, 0)),
        (15, 300, (State.SCORED, 0)),
        (0, 0, (State.SCORED, 1)),
        (0, 1, (State.SCORED, 0)),
        (15, None, (State.UNANSWERED, None)),
    ],
)
def test_promise_kept_broken_or_never_made(make_checklist, promised, actual, expected):
    assert promise_result(make_checklist, promised, actual) == expected


def test_experience_against_expectation_is_scored_by_itself(make_checklist):
    checklist = make_checklist(f"""
    items:
      - {{id: odotus, text: O, type: scale, weight: 0}}
      - {{id: kokemus, text: K, type: scale, against: odotus, {RATED}}}
    """)
    given = {"odotus": Response(5), "kokemus": Response(4)}
    states = {name: state_of(checklist, item, given) for name, item in checklist.items.items()}
    assert states == {"odotus": State.INFORMATIONAL, "kokemus": State.SCORED}
    assert score_of(checklist, checklist.items["kokemus"], given) == 0.75


@pytest.mark.parametrize(
    ("kind", "response", "expected"),
    [
        ("yes_no", Response(answer=False), State.SCORED),
        ("multi", Response(answer=[]), State.SCORED),
        ("duration linear", Response(answer=0), State.SCORED),
        ("yes_no", Response(), State.UNANSWERED),
        ("yes_no", Response(note="Ehkä"), State.UNANSWERED),
        ("yes_no", Response(not_applicable=True), State.NOT_APPLICABLE),
        ("yes_no", Response(not_observed=True), State.NOT_OBSERVED),
        ("tally", Response(answer={"k": 0, "n": 0}), State.NOT_APPLICABLE),
        ("text", Response(answer="Hyvin meni."), State.INFORMATIONAL),
        ("text", Response(), State.UNANSWERED),
        ("text", Response(not_applicable=True), State.NOT_APPLICABLE),
        ("choice unscored", Response(answer="ok"), State.INFORMATIONAL),
        ("duration bare", Response(answer=3), State.INFORMATIONAL),
        ("number bare", Response(answer=3), State.INFORMATIONAL),
        ("multi unscored", Response(answer=["b"]), State.INFORMATIONAL),
    ],
)
def test_response_gives_state(make_checklist, kind, response, expected):
    checklist = make_checklist(f"items:\n  - {ITEMS[kind]}\n")
    assert state_of(checklist, checklist.items["a"], {"a": response}) is expected


def test_item_nobody_came_to_is_unanswered(make_checklist):
    checklist = make_checklist(f"items:\n  - {ITEMS['yes_no']}\n")
    assert state_of(checklist, checklist.items["a"], {}) is State.UNANSWERED


def test_order_of_options_does_not_change_a_multi(make_checklist):
    points = {"a": 0.1, "b": 0.2, "c": 0.3, "d": -0.1, "e": 0.7}

    def score(names):
        options = [f"{{id: {name}, label: {name}, points: {points[name]}}}" for name in names]
        listed = ", ".join(options)
        item = f"{{id: m, text: M, type: multi, {RATED}, options: [{listed}]}}"
        checklist = make_checklist(f"items:\n  - {item}\n")
        return score_of(checklist, checklist.items["m"], {"m": Response(["a", "b", "d", "e"])})

    assert len({score(names) for names in ("abcde", "edcba", "cbeda", "dabec")}) == 1
