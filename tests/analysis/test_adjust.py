"""Adjusted p values against reference cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.adjust import benjamini_hochberg, holm

p_values = st.lists(st.floats(0, 1), max_size=12)


@pytest.mark.parametrize(("case_id", "adjust"), [("holm", holm), ("bh", benjamini_hochberg)])
def test_they_agree_with_the_reference_cases(reference_cases, case_id, adjust):
    case = reference_cases[case_id]
    assert adjust(case["input"]["p"]) == pytest.approx(case["expected"], abs=case["tolerance"])


@pytest.mark.parametrize("adjust", [holm, benjamini_hochberg])
def test_one_test_needs_no_adjustment_and_none_gives_none(adjust):
    assert adjust([0.04]) == [0.04]
    assert adjust([]) == []


@given(p_values)
def test_neither_makes_a_p_smaller_and_holm_is_the_stricter(values):
    strict, mild = holm(values), benjamini_hochberg(values)
    for p, by_holm, by_bh in zip(values, strict, mild, strict=True):
        assert p <= by_bh * (1 + 1e-12)
        assert by_bh <= by_holm * (1 + 1e-12) <= 1 + 1e-12


@given(p_values, st.randoms(use_true_random=False))
@pytest.mark.parametrize("adjust", [holm, benjamini_hochberg])
def test_the_order_plays_no_part(adjust, values, random):
    places = random.sample(range(len(values)), len(values))
    adjusted = adjust(values)
    assert adjust([values[place] for place in places]) == [adjusted[place] for place in places]
