"""Figures with what is said of them in brackets."""

import pytest

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.key_figures.means import Mean
from asiakaskunto_cli.analysis.proportions import NetPromoters, Proportion
from asiakaskunto_cli.pages.sureness import (
    answers_counted,
    counted,
    difference_text,
    nps_text,
    score_text,
    share_text,
    whole_share,
)
from asiakaskunto_cli.words import Method


@pytest.mark.parametrize(
    ("n", "method", "said"),
    [
        (1, Method.ASK, "1 customer"),
        (14, Method.ASK, "14 customers"),
        (1, Method.TEST, "1 visit"),
        (8, Method.OBSERVE, "8 visits"),
        (0, None, "0 visits"),
    ],
)
def test_what_was_counted(n, method, said):
    assert counted(n, method) == said


def test_answers_are_nobodys_in_particular():
    assert (answers_counted(1), answers_counted(5)) == ("1 answer", "5 answers")


def test_a_share_with_its_interval_and_count():
    share = Proportion(9, 14, 9 / 14, Interval(0.3877, 0.8366))
    assert (
        share_text(share, "14 customers", 0.95)
        == "64.3 % (95 % interval 38.8…83.7 %; 14 customers)"
    )
    assert share_text(share, "", 0.9) == "64.3 % (90 % interval 38.8…83.7 %)"
    alone = Proportion(1, 1, 1.0, None)
    assert share_text(alone, "1 visit", 0.95) == "100.0 % (1 visit)"
    assert share_text(alone, "", 0.95) == "100.0 %"


def test_a_mean_says_its_interval_or_that_nothing_varied():
    seen = Mean(8, 72.46, Interval(61.04, 83.96))
    assert score_text(seen, "8 visits", 0.95) == "72.5 (95 % interval 61.0…84.0; 8 visits)"
    assert score_text(Mean(1, 72.5, None), "1 visit", 0.95) == "72.5 (1 visit)"
    alike = Mean(3, 100.0, None)
    assert score_text(alike, "3 visits", 0.95) == "100.0 (3 visits, all alike)"
    assert score_text(alike, "", 0.95) == "100.0 (all alike)"


def test_a_difference_has_its_sign():
    worse = Mean(8, -12.5, Interval(-28.3, 3.3))
    assert difference_text(worse, "8 visits", 0.95) == (
        "−12.5 points (95 % interval −28.3…3.3; 8 visits)"
    )
    assert difference_text(Mean(1, 25.0, None), "", 0.95) == "+25.0 points"


def test_a_net_promoter_score_is_in_whole_points():
    score = NetPromoters(6, 5, 3, 14, 300 / 14, Interval(-11.6, 51.5))
    assert nps_text(score, "14 customers", 0.95) == ("NPS 21 (95 % interval −12…52; 14 customers)")


@pytest.mark.parametrize(
    ("share", "said"),
    [(1.0, "100.0 %"), (0.9997, "99.9 %"), (0.75, "75.0 %"), (2 / 3, "66.7 %"), (0.0, "0.0 %")],
)
def test_only_all_of_them_is_a_hundred_per_cent(share, said):
    assert whole_share(share) == said
