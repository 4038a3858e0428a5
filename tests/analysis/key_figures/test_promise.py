"""Promised times: kept or not, and how late."""

import pytest

from asiakaskunto_cli.analysis.key_figures.promise import PromiseFigure, promise_figures
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method

BODY = """
method: test
items:
  - id: luvattu
    text: T
    type: duration
    unit: min
    weight: 0
    never: true
  - id: kesti
    text: T
    type: duration
    unit: min
    against: luvattu
    never: true
    area: skills
    measure: objective
"""


@pytest.fixture
def figures(make_checklist, details):
    def run(*pairs):
        visits = [{"luvattu": promised, "kesti": took} for promised, took in pairs]
        return promise_figures(details(make_checklist(BODY), visits), 0.95)

    return run


def test_delays_agree_with_the_reference_case(reference_cases, figures):
    given_times = reference_cases["promise_delay"]["input"]
    # 12 and 15 of 15 are in time; 30 of 15 is 15 late, 25 of 20 is 5 late: (0 + 0 + 15 + 5) / 4.
    found = figures(*zip(given_times["promised_min"], given_times["actual_min"], strict=True))
    assert found == (
        PromiseFigure(
            checklist="lista",
            item="kesti",
            against="luvattu",
            method=Method.TEST,
            unit="min",
            kept=Proportion.of(2, 4, 0.95),
            never=0,
            mean_delay=5.0,
            largest_delay=15.0,
        ),
    )


def test_never_is_not_kept_and_has_no_delay(figures):
    (figure,) = figures((10, "never"), (10, 9), (10, 14))
    assert (figure.kept.count, figure.kept.n, figure.never) == (1, 3, 1)
    # (0 + 4) / 2: the promise that was never met has no time to be late by.
    assert (figure.mean_delay, figure.largest_delay) == (2.0, 4.0)


def test_where_all_came_to_nothing_there_is_no_delay_at_all(figures):
    (figure,) = figures((10, "never"))
    assert figure.kept == Proportion(0, 1, 0.0, None)
    assert (figure.never, figure.mean_delay, figure.largest_delay) == (1, None, None)


def test_what_was_not_promised_or_not_seen_to_the_end_is_no_promise(figures):
    nothing = Response(not_applicable=True)
    unseen = Response(not_observed=True)
    assert figures((nothing, 20), ("never", 20), (None, 20), (15, unseen), (15, None)) == ()


def test_at_once_was_promised_and_kept_only_at_once(figures):
    (figure,) = figures((0, 0), (0, 3))
    assert (figure.kept.count, figure.largest_delay) == (1, 3.0)
