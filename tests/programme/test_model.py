"""What a programme sets, and what it leaves to kunto."""

from datetime import date

import pytest

from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.scoring.policy import Policy, Threshold
from asiakaskunto_cli.words import Area, Level, Method


def test_programme_that_says_nothing_keeps_the_defaults():
    programme = Programme()
    assert programme.policy() == Policy()
    assert (programme.reports, programme.checklists) == ("reports", "checklists")
    assert (programme.target_of("keskusta"), programme.site("keskusta")) == (None, None)
    assert programme.privacy.min_group == 5


def test_what_it_sets_is_put_over_the_defaults():
    programme = Programme.model_validate(
        {
            "levels": {"best": {"score": 90.0, "area": 80.0}},
            "method_weights": {"ask": 0.6},
            "area_weights": {"emotion": 2.0},
        }
    )
    assert programme.policy() == Policy(
        levels={
            Level.GOOD: Threshold(75.0, 60.0),
            Level.EXCELLENT: Threshold(87.5, 75.0),
            Level.BEST: Threshold(90.0, 80.0),
        },
        area_weights={Area.KNOWLEDGE: 1.0, Area.SKILLS: 1.0, Area.EMOTION: 2.0},
        method_weights={Method.OBSERVE: 0.2, Method.TEST: 0.3, Method.ASK: 0.6},
    )


def test_site_has_its_own_target_else_the_programmes():
    programme = Programme.model_validate(
        {
            "target": "excellent",
            "sites": [{"id": "asema", "target": "best"}, {"id": "keskusta", "name": "Keskusta"}],
        }
    )
    targets = {name: programme.target_of(name) for name in ("asema", "keskusta", "muu")}
    assert targets == {
        "asema": Level.BEST,
        "keskusta": Level.EXCELLENT,
        "muu": Level.EXCELLENT,
    }
    assert [site.shown_name for site in programme.sites] == ["asema", "Keskusta"]


WAVES = {
    "waves": [
        {"id": "syksy", "from": "2026-09-01", "to": "2026-11-30"},
        {"id": "kesa", "from": "2026-06-01", "to": "2026-08-31"},
    ]
}


@pytest.mark.parametrize(
    ("day", "quarter", "own"),
    [
        (date(2026, 1, 1), "2026-Q1", "2026-Q1"),
        (date(2026, 3, 31), "2026-Q1", "2026-Q1"),
        (date(2026, 4, 1), "2026-Q2", "2026-Q2"),
        (date(2026, 6, 1), "2026-Q2", "kesa"),
        (date(2026, 8, 31), "2026-Q3", "kesa"),
        (date(2026, 9, 1), "2026-Q3", "syksy"),
        (date(2026, 11, 30), "2026-Q4", "syksy"),
        (date(2026, 12, 1), "2026-Q4", "2026-Q4"),
        (date(2027, 12, 31), "2027-Q4", "2027-Q4"),
    ],
)
def test_day_belongs_to_a_wave_of_its_own_else_to_the_quarter(day, quarter, own):
    assert Programme().wave_of(day) == quarter
    assert Programme.model_validate(WAVES).wave_of(day) == own


@pytest.mark.parametrize(
    ("day", "wave"),
    [
        (date(2026, 10, 5), "2026-Q4"),
        (date(2026, 10, 20), "2026-10"),
        (date(2026, 11, 5), "2026-11"),
        (date(2026, 11, 20), "2026-11-20"),
        (date(2026, 7, 1), "2026-Q3"),
    ],
)
def test_a_day_outside_every_wave_is_in_none_of_them_whatever_they_are_called(day, wave):
    programme = Programme.model_validate(
        {
            "waves": [
                {"id": "2026-Q4", "from": "2026-10-01", "to": "2026-10-14"},
                {"id": "2026-11", "from": "2026-11-01", "to": "2026-11-14"},
            ]
        }
    )
    assert programme.wave_of(day) == wave
