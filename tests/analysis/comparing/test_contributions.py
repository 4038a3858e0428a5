"""What a change is made of adds up to it, and tells real change from a changed denominator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.comparing.results import Share
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Area

# Two areas of equal weight; a and b share the one, k has the other alone.
ITEMS = """
    id: lista
    items:
      - {id: a, text: a?, type: scale, area: emotion, measure: subjective, weight: 2}
      - {id: b, text: b?, type: scale, area: emotion, measure: subjective}
      - {id: k, text: k?, type: yes_no, area: knowledge, measure: objective}
"""
NOT_APPLICABLE = Response(not_applicable=True)


@pytest.fixture(scope="module")
def checklist(make_checklist):
    return make_checklist(ITEMS)


def two_waves(details, checklist, before, after):
    return [
        *details(checklist, before, wave="w1"),
        *details(checklist, after, wave="w2", day=90),
    ]


def test_every_item_brings_its_weight_times_its_change(details, checklist, only_change):
    before = [{"a": 1, "b": 5, "k": True}, {"a": 3, "b": 5, "k": True}]
    after = [{"a": 5, "b": 3, "k": True}, {"a": 5, "b": 3, "k": False}]
    change = only_change(two_waves(details, checklist, before, after))
    # a: 25 → 100 by 2/6 of the score, b: 100 → 50 by 1/6, k: 100 → 50 by 3/6.
    assert change.contributions.items == (
        Share("a", pytest.approx(25.0), pytest.approx(25.0), pytest.approx(0.0)),
        Share("b", pytest.approx(-50 / 6), pytest.approx(-50 / 6), pytest.approx(0.0)),
        Share("k", pytest.approx(-25.0), pytest.approx(-25.0), pytest.approx(0.0)),
    )
    areas = [(share.id, round(share.points, 6)) for share in change.contributions.areas]
    assert areas == [(Area.KNOWLEDGE, -25.0), (Area.EMOTION, round(25 - 50 / 6, 6))]
    assert change.overall.difference == pytest.approx(25 - 50 / 6 - 25)


def test_an_item_that_did_not_apply_before_changes_the_denominator_alone(
    details, checklist, only_change
):
    before = [{"a": 5, "b": NOT_APPLICABLE, "k": True}] * 2
    after = [{"a": 5, "b": 1, "k": True}] * 2
    change = only_change(two_waves(details, checklist, before, after))
    shares = {share.id: share for share in change.contributions.items}
    # 100 → 83.3: nothing was done worse, a question that scores 0 came along.
    assert change.overall.difference == pytest.approx(-100 / 6, abs=1e-6)
    assert [share.real for share in shares.values()] == pytest.approx([0.0, 0.0, 0.0], abs=1e-6)
    middle = (100 + 500 / 6) / 2
    assert shares["b"].denominator == pytest.approx((0 - middle) / 6, abs=1e-5)
    assert shares["a"].denominator == pytest.approx((100 - middle) * (2 / 6 - 3 / 6), abs=1e-5)


def test_an_item_of_one_wave_that_scores_as_the_rest_brings_nothing(
    details, checklist, only_change
):
    before = [{"a": 3, "b": NOT_APPLICABLE, "k": True}, {"a": 3, "b": NOT_APPLICABLE, "k": False}]
    after = [{"a": 3, "b": 3, "k": True}, {"a": 3, "b": 3, "k": False}]
    change = only_change(two_waves(details, checklist, before, after))
    assert change.overall.difference == 0.0
    assert [share.points for share in change.contributions.items] == pytest.approx(
        [0, 0, 0], abs=1e-9
    )


def test_over_several_sites_every_site_counts_the_same(details, checklist, only_change):
    there = {"site": Site(id="asema", name="Asema")}
    visits = [
        *two_waves(
            details, checklist, [{"a": 1, "b": 1, "k": True}], [{"a": 5, "b": 1, "k": True}]
        ),
        *details(checklist, [{"a": 1, "b": 1, "k": True}] * 3, wave="w1", day=20, **there),
        *details(checklist, [{"a": 1, "b": 1, "k": False}] * 3, wave="w2", day=120, **there),
    ]
    change = only_change(visits, by="method")
    shares = {share.id: share.points for share in change.contributions.items}
    assert shares == pytest.approx({"a": 100 / 3 / 2, "b": 0.0, "k": -50 / 2}, abs=1e-6)
    assert sum(shares.values()) == pytest.approx(change.overall.difference, abs=1e-9)


answers = st.fixed_dictionaries(
    {
        "a": st.integers(1, 5) | st.just(NOT_APPLICABLE),
        "b": st.integers(1, 5) | st.just(NOT_APPLICABLE),
        "k": st.booleans() | st.just(NOT_APPLICABLE),
    }
)
waves = st.lists(answers, min_size=1, max_size=4)


@given(waves, waves)
def test_they_add_up_to_the_change_whatever_applied(details, checklist, compared, before, after):
    for group in compared(two_waves(details, checklist, before, after)).groups:
        for change in group.changes:
            total = sum(share.points for share in change.contributions.items)
            by_area = sum(share.points for share in change.contributions.areas)
            assert total == pytest.approx(change.overall.difference, abs=1e-9)
            assert by_area == pytest.approx(change.overall.difference, abs=1e-9)
            for share in change.contributions.items:
                assert share.real + share.denominator == pytest.approx(share.points, abs=1e-9)


def test_many_visits_are_looked_into_only_when_asked(monkeypatch, details, checklist, compared):
    monkeypatch.setattr("asiakaskunto_cli.analysis.comparing.plan.MOST_READ", 3)
    visits = two_waves(
        details, checklist, [{"a": 1, "b": 1, "k": True}] * 2, [{"a": 5, "b": 1, "k": True}] * 2
    )
    told = {}
    for why in (None, True, False):
        found = compared(visits, why=why)
        made_of = found.groups[0].changes[0].contributions
        told[why] = (found.too_many, made_of is not None)
    assert told == {None: (True, False), True: (False, True), False: (False, False)}


@given(waves, waves, st.randoms(use_true_random=False))
def test_the_order_of_files_and_another_site_change_nothing(
    details, checklist, compared, before, after, random
):
    visits = two_waves(details, checklist, before, after)
    elsewhere = {"site": Site(id="asema", name="Asema")}
    other = details(checklist, [{"a": 2, "b": 4, "k": True}] * 2, wave="w2", day=200, **elsewhere)
    shuffled = random.sample([*visits, *other], len(visits) + len(other))
    here = [one for one in compared(shuffled).groups if one.value("site") == "keskusta"]
    assert here == list(compared(visits).groups)


@given(waves)
def test_a_wave_against_itself_is_made_of_nothing(details, checklist, compared, answered):
    for group in compared(two_waves(details, checklist, answered, answered)).groups:
        for change in group.changes:
            assert change.overall.difference == 0.0
            assert {share.points for share in change.contributions.items} == {0.0}
            assert {item.difference for item in change.items} <= {0.0}
