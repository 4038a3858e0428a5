"""Exact tests against reference cases and against counting one by one."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.permutation import (
    MOST_VISITS,
    exact_permutation_p,
    exact_shares_p,
)

few = st.lists(st.integers(0, 400).map(lambda one: one / 4), min_size=1, max_size=5)


@pytest.mark.parametrize("case_id", ["permutation_exact_4_4", "permutation_exact_8_8"])
def test_it_agrees_with_the_reference_cases(reference_cases, case_id):
    case = reference_cases[case_id]
    found = exact_permutation_p(case["input"]["wave1"], case["input"]["wave2"])
    assert found == pytest.approx(case["expected"]["p"], abs=case["tolerance"])


def test_so_few_visits_can_never_show_more_than_this(reference_cases):
    case = reference_cases["permutation_floor"]
    found = [
        exact_permutation_p([float(one) for one in range(n)], [100.0 - one for one in range(m)])
        for n, m in case["input"]["pairs"]
    ]
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


@given(few, few)
def test_it_is_what_counting_one_by_one_gives(before, after):
    whole, ways = [*before, *after], math.comb(len(before) + len(after), len(before))
    sums = [
        sum(whole[place] for place in places)
        for places in combinations(range(len(whole)), len(before))
    ]
    low, high = sum(one <= sum(before) for one in sums), sum(one >= sum(before) for one in sums)
    assert exact_permutation_p(before, after) == min(1.0, 2 * min(low, high) / ways)


def test_equal_means_are_never_apart():
    assert exact_permutation_p([70.0, 80.0], [75.0]) == 1.0


@given(few.map(lambda scores: [round(one) % 2 for one in scores]), st.integers(0, 4))
def test_shares_have_the_p_of_their_noughts_and_hundreds(before, yes):
    after = [1] * yes + [0] * (5 - yes)
    found = exact_shares_p((sum(before), len(before)), (yes, 5))
    scores = [100.0 * one for one in before], [100.0 * one for one in after]
    assert found == pytest.approx(exact_permutation_p(*scores))


def test_four_of_four_against_none_of_four():
    # Two of the 70 ways to deal four yes and four no are this far apart.
    assert exact_shares_p((0, 4), (4, 4)) == pytest.approx(2 / 70)


@pytest.mark.parametrize(
    ("before", "after"), [([], [70.0]), ([70.0], []), ([70.0] * MOST_VISITS, [70.0])]
)
def test_too_few_or_too_many_visits_are_refused(before, after):
    with pytest.raises(ValueError, match="two waves"):
        exact_permutation_p(before, after)


def test_the_most_visits_are_counted_in_a_moment():
    # Of all ways to deal 24 visits, two are as far apart as twelve low ones from twelve high ones.
    before, after = [float(one) for one in range(12)], [float(one) for one in range(12, 24)]
    assert exact_permutation_p(before, after) == 2 / math.comb(24, 12)


@pytest.mark.parametrize("third", [33.333333, 33.3333, 33.33335])
def test_sums_that_differ_by_rounding_alone_are_ties(third):
    # Of the 56 sums of three, 13 are 100 at most; three of those are of 100, 0 and 0.
    found = exact_permutation_p([third] * 3, [100.0, 100.0, 100.0, 0.0, 0.0])
    assert found == pytest.approx(2 * 13 / 56)
