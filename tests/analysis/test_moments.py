"""Exact sums against the textbook, and against every order and split."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.moments import ExactSums, Moments, pooled

scores = st.floats(0, 100).map(lambda score: round(score, 6))
lists = st.lists(scores, min_size=2, max_size=30)


def sums_of(values):
    sums = ExactSums()
    for value in values:
        sums.add(value)
    return sums


@given(lists)
def test_moments_agree_with_the_statistics_module(values):
    found = sums_of(values).moments()
    assert found.n == len(values)
    assert found.mean == pytest.approx(statistics.fmean(values), abs=1e-9)
    assert found.variance == pytest.approx(statistics.variance(values), abs=1e-9)
    assert found.sd == pytest.approx(statistics.stdev(values), abs=1e-6)


@given(lists, st.randoms(use_true_random=False))
def test_the_order_of_scores_does_not_change_a_single_bit(values, random):
    shuffled = random.sample(values, len(values))
    assert sums_of(shuffled).moments() == sums_of(values).moments()


@given(lists, lists)
def test_pooled_parts_are_the_whole(first, second):
    assert pooled([sums_of(first), sums_of(second)]) == sums_of(first + second)


def test_one_score_shows_no_variation():
    assert sums_of([72.5]).moments() == Moments(1, 72.5, None)
    assert sums_of([72.5]).moments().sd is None


def test_what_was_not_scored_adds_nothing():
    assert sums_of([None, 60.0, None]) == sums_of([60.0])


def test_nearly_equal_scores_keep_their_small_variance():
    assert sums_of([99.999999, 100.0]).moments().variance == pytest.approx(5e-13, rel=1e-12)
