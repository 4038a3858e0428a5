"""The customer ladder and other classes."""

import pytest

from asiakaskunto_cli.analysis.key_figures.ladder import StepCount, ladders
from asiakaskunto_cli.words import Method

NAMES = ["sanansaattaja", "lojalisti", "asiakas", "kokeilija", "kuluttaja"]


def body(numbers):
    """Return a checklist that sorts a visit by one choice, its steps numbered as told."""
    options = ", ".join(f"{{id: {name}, label: L}}" for name in NAMES)
    steps = "".join(
        f"      - {{id: {name}, {f'step: {number}, ' if number is not None else ''}label: L"
        + (f", when: {{item: kuka, is: {name}}}}}\n" if name != NAMES[-1] else "}\n")
        for name, number in zip(NAMES, numbers, strict=True)
    )
    return f"""
method: ask
items:
  - {{id: kuka, text: T, type: choice, options: [{options}]}}
  - {{id: ostanut, text: T, type: yes_no, area: emotion, measure: objective}}
classify:
  - id: porras
    title: Porras
    steps:
{steps}
    contradictory: {{all: [{{item: kuka, is: sanansaattaja}}, {{item: ostanut, is: false}}]}}
"""


@pytest.fixture
def ladder_of(make_checklist, details):
    def run(answers, numbers=(5, 4, 3, 2, 1)):
        checklist = make_checklist(body(numbers))
        visits = [{"kuka": who, "ostanut": bought} for who, bought in answers]
        (ladder,) = ladders(details(checklist, visits), 0.95)
        return ladder

    return run


def test_index_and_top_agree_with_the_reference_case(reference_cases, ladder_of):
    case = reference_cases["ladder"]
    expected, counts = case["expected"], case["input"]["counts"]
    ladder = ladder_of([(name, True) for name in counts for _ in range(counts[name])])
    found = {
        "index": ladder.index.mean,
        "top2": ladder.top.share,
        "top2_lo": ladder.top.interval.low,
        "top2_hi": ladder.top.interval.high,
    }
    assert found == pytest.approx(expected, abs=case["tolerance"])
    assert ladder.steps == tuple(
        StepCount(name, step, counts[name])
        for name, step in zip(NAMES, (5, 4, 3, 2, 1), strict=True)
    )
    assert (ladder.n, ladder.unknown, ladder.contradictory) == (20, 0, 0)
    # The heights 0, 25, 50, 75, 100 of 3, 5, 8, 3 and 1: Σx² = 5·625 + 8·2500 + 3·5625 + 10000
    # = 50000, so s² = (50000 − 20·42.5²) / 19 = 730.263 and s/√20 = 6.04261; t(19) = 2.093024.
    half_width = 2.093024 * 6.04261
    interval = (ladder.index.interval.low, ladder.index.interval.high)
    assert interval == pytest.approx((42.5 - half_width, 42.5 + half_width), abs=1e-3)


def test_unknown_visits_are_counted_apart_and_contradictory_ones_on_their_step(ladder_of):
    ladder = ladder_of([("sanansaattaja", False), ("asiakas", True), (None, True)])
    assert [step.count for step in ladder.steps] == [1, 0, 1, 0, 0]
    assert (ladder.n, ladder.unknown, ladder.contradictory) == (2, 1, 1)
    # Heights 100 and 50.
    assert (ladder.index.n, ladder.index.mean, ladder.top.count) == (2, 75.0, 1)


def test_where_nothing_is_known_there_is_no_index(ladder_of):
    ladder = ladder_of([(None, True)])
    assert (ladder.n, ladder.unknown, ladder.index, ladder.top) == (0, 1, None, None)


def test_one_visit_has_no_interval(ladder_of):
    ladder = ladder_of([("lojalisti", True)])
    assert (ladder.index.mean, ladder.index.interval) == (75.0, None)
    assert (ladder.top.share, ladder.top.interval) == (1.0, None)


@pytest.mark.parametrize(
    ("numbers", "index", "top"),
    [
        ((None, None, None, None, None), None, None),
        ((5, None, 3, 2, 1), None, None),
        ((2, 2, 2, 1, 1), 100.0, None),
        ((7, 7, 4, 1, 1), 100.0, 1),
    ],
)
def test_only_numbered_steps_have_an_index_and_only_three_a_top(ladder_of, numbers, index, top):
    ladder = ladder_of([("sanansaattaja", True)], numbers)
    assert (ladder.index and ladder.index.mean, ladder.top and ladder.top.count) == (index, top)


def test_methods_are_told_apart_and_versions_with_the_same_classes_are_not(make_checklist, detail):
    text = body((5, 4, 3, 2, 1)).replace("method: ask", "method: [ask, test]")
    first = make_checklist(text)
    second = make_checklist(text.replace("version: 1.0.0", "version: 1.0.1").replace("Porras", "P"))
    other = make_checklist(body((50, 4, 3, 2, 1)))
    answers = {"kuka": "asiakas", "ostanut": True}
    visits = [
        detail(first, answers),
        detail(second, answers, day=1),
        detail(other, answers, day=2),
        detail(first, answers, day=3, method=Method.TEST),
    ]
    found = [(one.method, one.n, one.steps[0].step) for one in ladders(visits, 0.95)]
    assert found == [(Method.TEST, 1, 5), (Method.ASK, 2, 5), (Method.ASK, 1, 50)]
    assert ladders(list(reversed(visits)), 0.95) == ladders(visits, 0.95)


def test_a_checklist_without_classes_has_no_ladder(make_checklist, detail):
    plain = make_checklist("items: [{id: kuka, text: T, type: text}]")
    assert ladders([detail(plain, {"kuka": "x"})], 0.95) == ()
