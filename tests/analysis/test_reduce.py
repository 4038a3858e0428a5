"""What is counted, what is left out and why, and that the order of files plays no part."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.moments import Moments
from asiakaskunto_cli.analysis.reduce import (
    Exclusion,
    GroupKey,
    Limit,
    Reason,
    Reduction,
    Rules,
    reduce_visits,
)
from asiakaskunto_cli.words import Area, Gate, Method, Outcome, Status

KEY = GroupKey("keskusta", Method.TEST, "2026-Q4")


def test_nothing_comes_to_nothing():
    assert reduce_visits([]) == Reduction(groups={}, site_names={}, exclusions=())


def test_a_group_keeps_what_its_visits_come_to(visits, visit):
    group = reduce_visits(visits([70.0, 80.0, 90.0], day=3)).groups[KEY]
    assert group.score.moments() == Moments(3, 80.0, 100.0)
    assert group.areas[Area.SKILLS].moments() == Moments(3, 80.0, 100.0)
    assert group.earliest == visit(day=3).visited_at
    assert group.rules == {Rules("testaus-perusmittaus", "a" * 64, (0.333333333,) * 3)}
    assert group.limits == []


def test_site_method_and_wave_each_make_a_group(visit):
    records = [
        visit(),
        visit(site="asema"),
        visit(method=Method.ASK),
        visit(wave="2027-Q1"),
    ]
    assert {key: group.score.n for key, group in reduce_visits(records).groups.items()} == {
        KEY: 1,
        KEY._replace(site="asema"): 1,
        KEY._replace(method=Method.ASK): 1,
        KEY._replace(wave="2027-Q1"): 1,
    }


def test_an_area_that_was_not_scored_is_not_counted(visit):
    records = [
        visit(80.0, areas={Area.SKILLS: 70.0, Area.EMOTION: None}),
        visit(90.0, day=1, areas={Area.SKILLS: 90.0, Area.EMOTION: 85.0}),
    ]
    areas = reduce_visits(records).groups[KEY].areas
    assert {area: sums.n for area, sums in areas.items()} == {
        Area.KNOWLEDGE: 0,
        Area.SKILLS: 2,
        Area.EMOTION: 1,
    }


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"status": Status.WITHDRAWN}, Reason.WITHDRAWN),
        ({"status": Status.REHEARSAL}, Reason.REHEARSAL),
        ({"in_index": False}, Reason.INTERNAL),
        ({"outcome": Outcome.INCOMPLETE}, Reason.INCOMPLETE),
        ({"score": None}, Reason.UNSCORED),
        ({"status": Status.REHEARSAL, "outcome": Outcome.INCOMPLETE}, Reason.REHEARSAL),
        ({"outcome": Outcome.INCOMPLETE, "score": None}, Reason.INCOMPLETE),
    ],
)
def test_a_visit_that_does_not_count_is_named_with_its_reason(visit, facts, reason):
    reduction = reduce_visits([visit(**facts, file="left-out.json"), visit(day=1)])
    assert reduction.groups[KEY].score.n == 1
    assert reduction.exclusions == (Exclusion("left-out.json", "keskusta", reason),)


def test_a_visit_that_does_not_count_limits_nothing(visit):
    left_out = visit(outcome=Outcome.INCOMPLETE, critical_failed=("tervehdys",))
    assert reduce_visits([left_out, visit()]).groups[KEY].limits == []


@pytest.mark.parametrize(
    ("facts", "gate"),
    [
        ({"critical_failed": ("tervehdys",), "level": None}, Gate.CRITICAL),
        ({"core_failed": ("kassa",)}, Gate.CORE),
        ({"core_failed": ("kassa",), "level": None}, Gate.CORE),
        ({"core_unchecked": ("kassa",), "level": None}, Gate.CORE),
        ({"critical_unchecked": ("kassa",), "level": None}, Gate.CRITICAL),
        (
            {"core_failed": ("kassa",), "critical_unchecked": ("kuitti",), "level": None},
            Gate.CRITICAL,
        ),
    ],
)
def test_a_failed_or_unchecked_gate_is_kept_with_its_visit(visit, facts, gate):
    (limit,) = reduce_visits([visit(**facts, file="v.json")]).groups[KEY].limits
    assert limit == Limit(
        "v.json",
        gate,
        critical_failed=facts.get("critical_failed", ()),
        core_failed=facts.get("core_failed", ()),
        critical_unchecked=facts.get("critical_unchecked", ()),
        core_unchecked=facts.get("core_unchecked", ()),
    )


@pytest.mark.parametrize(
    ("weights", "shares"),
    [
        ({Area.KNOWLEDGE: 2.0, Area.SKILLS: 2.0, Area.EMOTION: 2.0}, (0.333333333,) * 3),
        ({Area.KNOWLEDGE: 1.0, Area.EMOTION: 3.0}, (0.25, 0.0, 0.75)),
        ({}, (0.0, 0.0, 0.0)),
    ],
)
def test_area_weights_are_kept_as_shares(visit, weights, shares):
    assert Rules.of(visit(area_weights=weights)).area_weights == shares


def test_a_site_goes_by_the_name_of_its_newest_visit(visit):
    records = [
        visit(day=2, site_name="Uusi nimi", status=Status.REHEARSAL),
        visit(day=1, site_name="Vanha nimi"),
    ]
    assert reduce_visits(records).site_names == {"keskusta": "Uusi nimi"}


def test_the_earliest_visit_is_told_across_time_zones(visit):
    late, early = visit(day=1), visit(day=0)
    moved = early.visited_at.astimezone().replace(microsecond=1) - timedelta(hours=1)
    records = [late, early, visit(visited_at=moved)]
    assert reduce_visits(records).groups[KEY].earliest == moved


plans = st.lists(
    st.tuples(
        st.floats(0, 100).map(lambda score: round(score, 6)),
        st.sampled_from(["asema", "keskusta"]),
        st.sampled_from(list(Method)),
        st.sampled_from(["w1", "w2"]),
        st.sampled_from(list(Outcome)),
        st.sampled_from([(), ("tervehdys",)]),
    ),
    max_size=25,
)


@given(plans, st.randoms(use_true_random=False))
def test_the_order_of_files_plays_no_part(visit, plan, random):
    records = [
        visit(
            score,
            day=day,
            site=site,
            method=method,
            wave=wave,
            outcome=outcome,
            core_failed=core,
        )
        for day, (score, site, method, wave, outcome, core) in enumerate(plan)
    ]
    found = reduce_visits(records)
    again = reduce_visits(random.sample(records, len(records)))
    for group in (*found.groups.values(), *again.groups.values()):
        group.limits.sort()
    assert again == found
