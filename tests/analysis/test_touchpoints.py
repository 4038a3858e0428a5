"""Touchpoints: each by every method that scored it, and never mixed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.site import Estimate
from asiakaskunto_cli.analysis.touchpoints import touchpoints_of
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)

CHECKLIST = """
method: [observe, test, ask]
items:
  - id: tervehdys
    text: Tervehdys?
    type: scale
    area: skills
    measure: objective
    touchpoint: greeting
  - id: hymy
    text: Hymy?
    type: scale
    area: emotion
    measure: subjective
    touchpoint: greeting
    weight: 3
  - id: jonotus
    text: Jonotitko turhaan?
    type: yes_no
    invert: true
    area: emotion
    measure: subjective
    touchpoint: checkout
  - id: odotus
    text: Mitä odotit?
    type: scale
    area: emotion
    measure: subjective
    touchpoint: expectation
    weight: 0
  - {id: muu, text: Muuta?, type: yes_no, area: knowledge, measure: objective}
"""


@pytest.fixture(scope="session")
def lista(make_checklist):
    return make_checklist(CHECKLIST)


def test_no_visits_make_no_touchpoints():
    assert touchpoints_of([], 0.95) == {}


def test_items_without_a_touchpoint_make_none(lista, detail):
    assert touchpoints_of([detail(lista, {"muu": True})], 0.95) == {}


def test_one_visit_is_a_point_without_an_interval(lista, detail):
    answers = {"tervehdys": 5, "hymy": 3, "jonotus": False, "muu": False}
    # greeting: (1 · 100 + 3 · 50) / 4; checkout: not in vain
    assert touchpoints_of([detail(lista, answers)], 0.95) == {
        "greeting": {Method.OBSERVE: Estimate(1, 62.5, None)},
        "checkout": {Method.OBSERVE: Estimate(1, 100.0, None)},
    }


def test_every_visit_counts_once_however_many_items_it_scored(lista, details):
    answers = [{"tervehdys": 3}, {"tervehdys": 4, "hymy": 4}, {"hymy": 4}]
    found = touchpoints_of(details(lista, answers), 0.95)["greeting"][Method.OBSERVE]
    # 50, 75, 75: mean 200 / 3; variance (277.78 + 69.44 + 69.44) / 2 = 208.33, standard error
    # (208.33 / 3) ** 0.5 = 8.3333; t 0.975 at 2 degrees of freedom is 4.302653.
    half_width = 4.302653 * 25 / 3
    assert (found.visits, found.mean) == (3, pytest.approx(200 / 3))
    # The upper end would be 102.5: no score is.
    assert found.interval == Interval(pytest.approx(200 / 3 - half_width, abs=1e-5), 100.0)


def test_the_confidence_is_that_of_the_interval(lista, details):
    visits = details(lista, [{"tervehdys": 3}, {"tervehdys": 4}, {"hymy": 4}])
    found = touchpoints_of(visits, 0.8)["greeting"][Method.OBSERVE]
    # t 0.9 at 2 degrees of freedom is 1.885618.
    assert found.interval.high == pytest.approx(200 / 3 + 1.885618 * 25 / 3)


def test_visits_that_are_all_alike_make_an_interval_without_width(lista, details):
    found = touchpoints_of(details(lista, [{"hymy": 4}] * 3), 0.95)
    assert found == {"greeting": {Method.OBSERVE: Estimate(3, 75.0, Interval(75.0, 75.0))}}


def test_methods_stand_side_by_side_in_their_order(lista, detail):
    visits = [
        detail(lista, {"hymy": 2, "jonotus": False}, method=Method.ASK),
        detail(lista, {"hymy": 5}, method=Method.OBSERVE, day=1),
        detail(lista, {"hymy": 4}, method=Method.TEST, day=2),
        detail(lista, {"hymy": 3}, method=Method.TEST, day=3),
    ]
    found = touchpoints_of(visits, 0.95)
    assert list(found) == ["checkout", "greeting"]
    assert [(method, one.visits, one.mean) for method, one in found["greeting"].items()] == [
        (Method.OBSERVE, 1, 100.0),
        (Method.TEST, 2, 62.5),
        (Method.ASK, 1, 25.0),
    ]
    assert set(found["checkout"]) == {Method.ASK}


def test_checklists_of_one_method_share_their_touchpoints(lista, make_checklist, detail):
    other = make_checklist(CHECKLIST.replace("method:", "id: toinen\nmethod:"))
    visits = [detail(lista, {"hymy": 5}), detail(other, {"hymy": 1}, day=1)]
    found = touchpoints_of(visits, 0.95)["greeting"]
    assert [(one.visits, one.mean) for one in found.values()] == [(2, 50.0)]


@pytest.mark.parametrize(
    "response",
    [Response(not_applicable=True), Response(not_observed=True), Response()],
)
def test_a_touchpoint_that_was_not_scored_is_not_counted(lista, detail, response):
    unseen = detail(lista, {"jonotus": response, "hymy": 5})
    assert unseen.touchpoints["checkout"] is None
    assert set(touchpoints_of([unseen], 0.95)) == {"greeting"}
    seen = detail(lista, {"jonotus": True}, day=1)
    found = touchpoints_of([unseen, seen], 0.95)["checkout"]
    assert found == {Method.OBSERVE: Estimate(1, 0.0, None)}


def test_a_method_that_scored_nothing_at_a_touchpoint_is_left_out(lista, detail):
    unseen = Response(not_observed=True)
    visits = [
        detail(lista, {"jonotus": unseen}, method=Method.OBSERVE),
        detail(lista, {"jonotus": False}, method=Method.ASK, day=1),
    ]
    assert set(touchpoints_of(visits, 0.95)["checkout"]) == {Method.ASK}


def test_what_only_records_makes_no_touchpoint(lista, detail):
    visit = detail(lista, {"odotus": 5, "muu": True})
    assert visit.items["odotus"].score == 1.0
    assert touchpoints_of([visit], 0.95) == {}


plans = st.lists(
    st.tuples(
        st.fixed_dictionaries(
            {},
            optional={
                "tervehdys": st.integers(1, 5),
                "hymy": st.integers(1, 5),
                "jonotus": st.booleans(),
            },
        ),
        st.sampled_from(Method),
    ),
    max_size=8,
)


def planned(plan, detail, checklist):
    return [
        detail(checklist, answers, method=method, day=day, visited_at=NOON + timedelta(days=day))
        for day, (answers, method) in enumerate(plan)
    ]


@given(plans, st.randoms(use_true_random=False))
def test_the_order_of_visits_plays_no_part(lista, detail, plan, random):
    visits = planned(plan, detail, lista)
    again = touchpoints_of(random.sample(visits, len(visits)), 0.95)
    found = touchpoints_of(visits, 0.95)
    assert again == found
    assert [list(by) for by in again.values()] == [list(by) for by in found.values()]
    assert list(again) == sorted(found)


@given(plans)
def test_every_estimate_is_that_of_the_visits_with_a_score(lista, detail, plan):
    visits = planned(plan, detail, lista)
    for name, by in touchpoints_of(visits, 0.95).items():
        for method, found in by.items():
            scores = [
                visit.touchpoints[name]
                for visit in visits
                if visit.record.method is method and visit.touchpoints.get(name) is not None
            ]
            assert found.visits == len(scores)
            assert found.mean == pytest.approx(sum(scores) / len(scores))
            assert (found.interval is None) == (len(scores) == 1)
            assert found.interval is None or not found.interval.excludes(found.mean)


@given(plans)
def test_one_method_changes_nothing_of_another(lista, detail, plan):
    visits = planned(plan, detail, lista)
    asked = [visit for visit in visits if visit.record.method is Method.ASK]
    alone, beside = touchpoints_of(asked, 0.95), touchpoints_of(visits, 0.95)
    assert alone == {
        name: {Method.ASK: by[Method.ASK]} for name, by in beside.items() if Method.ASK in by
    }
