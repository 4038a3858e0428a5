"""Shares and net promoter scores against reference cases, and at the ends of their ranges."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.proportions import (
    NetPromoters,
    Proportion,
    newcombe_interval,
    nps_interval,
    wilson_interval,
)

WILSON = ["81_263", "15_148", "0_20", "1_29", "8_10", "0_8", "12_12", "3_3"]
NEWCOMBE = [
    "56_70_48_80",
    "9_10_3_10",
    "6_7_2_7",
    "5_56_0_29",
    "0_10_0_20",
    "0_10_0_10",
    "10_10_0_10",
    "10_10_0_20",
    "7_8_3_8",
]
NPS = ["12_6_2", "50_30_20", "5_2_1", "8_0_0"]

shares = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
answers = st.tuples(*[st.integers(0, 60)] * 3).filter(any)


@pytest.mark.parametrize("name", WILSON)
def test_wilson_interval_agrees_with_the_reference_cases(reference_cases, name):
    case = reference_cases[f"wilson_{name}"]
    found = wilson_interval(case["input"]["k"], case["input"]["n"], case["input"]["conf"])
    expected = (case["expected"]["lo"], case["expected"]["hi"])
    assert (found.low, found.high) == pytest.approx(expected, abs=case["tolerance"])


@pytest.mark.parametrize("name", NEWCOMBE)
def test_newcombe_interval_agrees_with_the_reference_cases(reference_cases, name):
    case = reference_cases[f"newcombe_{name}"]
    given_counts = case["input"]
    first, second = ((given_counts[f"k{i}"], given_counts[f"n{i}"]) for i in (1, 2))
    found = newcombe_interval(first, second, 0.95)
    expected = (case["expected"]["lo"], case["expected"]["hi"])
    assert (found.low, found.high) == pytest.approx(expected, abs=case["tolerance"])


@pytest.mark.parametrize("name", NPS)
def test_nps_and_its_interval_agree_with_the_reference_cases(reference_cases, name):
    case = reference_cases[f"nps_{name}"]
    found = NetPromoters.of(**case["input"], confidence=0.95)
    low, high = case["expected"]["adj"]
    assert found == NetPromoters(
        **case["input"],
        n=sum(case["input"].values()),
        nps=case["expected"]["nps"],
        interval=Interval(
            pytest.approx(low, abs=case["tolerance"]), pytest.approx(high, abs=case["tolerance"])
        ),
    )


@given(shares, st.floats(0.5, 0.999))
def test_a_share_lies_within_its_interval_and_the_interval_within_0_and_1(share, confidence):
    count, n = share
    found = wilson_interval(count, n, confidence)
    assert 0 <= found.low <= count / n + 1e-12
    assert count / n - 1e-12 <= found.high <= 1
    mirrored = wilson_interval(n - count, n, confidence)
    assert (mirrored.low, mirrored.high) == pytest.approx((1 - found.high, 1 - found.low))


@given(shares, shares)
def test_a_difference_of_shares_turned_round_is_its_mirror_image(first, second):
    found = newcombe_interval(first, second, 0.95)
    turned = newcombe_interval(second, first, 0.95)
    difference = first[0] / first[1] - second[0] / second[1]
    assert -1 <= found.low <= difference + 1e-12
    assert difference - 1e-12 <= found.high <= 1
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))


@given(answers)
def test_net_promoters_stay_within_their_range(counts):
    found = nps_interval(*counts, 0.95)
    assert -100 <= found.low < found.high <= 100


def test_one_of_one_is_a_share_without_an_interval():
    assert Proportion.of(1, 1, 0.95) == Proportion(1, 1, 1.0, None)
    assert NetPromoters.of(0, 0, 1, 0.95) == NetPromoters(0, 0, 1, 1, -100.0, None)


def test_of_nothing_there_is_no_share():
    with pytest.raises(ValueError, match="count of n"):
        Proportion.of(0, 0, 0.95)
    with pytest.raises(ZeroDivisionError):
        NetPromoters.of(0, 0, 0, 0.95)


def test_a_share_carries_its_interval():
    # p = 1/2, n = 4, z² = 3.8415: centre 0.5, half width z·√(1/16 + z²/64) / (1 + z²/4) = 0.35
    # (z·√(0.0625 + 0.06002) = 0.68604; divided by 1.96037 it is 0.34996).
    found = Proportion.of(2, 4, 0.95)
    assert (found.count, found.n, found.share) == (2, 4, 0.5)
    assert (found.interval.low, found.interval.high) == pytest.approx((0.15004, 0.84996), abs=1e-5)


@pytest.mark.parametrize(("count", "n"), [(0, 0), (-1, 5), (6, 5), (0, -1)])
def test_a_share_of_nothing_or_over_the_whole_is_refused(count, n):
    with pytest.raises(ValueError, match="count of n"):
        wilson_interval(count, n, 0.95)


def test_negative_counts_are_refused():
    with pytest.raises(ValueError, match="0 or more"):
        nps_interval(3, -1, 2, 0.95)


@pytest.mark.parametrize("confidence", [0, 1, -0.5, 95, math.nan])
def test_a_confidence_that_is_none_is_refused(confidence):
    for call in (
        lambda: wilson_interval(1, 2, confidence),
        lambda: newcombe_interval((1, 2), (1, 2), confidence),
        lambda: nps_interval(1, 1, 1, confidence),
    ):
        with pytest.raises(ValueError, match="between 0 and 1"):
            call()
