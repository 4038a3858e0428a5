"""The level that a score and its areas reach."""

import pytest

from asiakaskunto_cli.scoring.levels import level_for
from asiakaskunto_cli.scoring.policy import LEVELS, Threshold
from asiakaskunto_cli.words import Area, Level


def level(score, areas, *, critical=False, core=False, levels=LEVELS):
    named = dict(zip(Area, areas, strict=True))
    return level_for(score, named, levels, critical=critical, core=core)


def test_levels_of_the_reference(reference_cases):
    case = reference_cases["levels"]
    reached = [
        level(
            row["score"],
            row["areas"],
            critical=row["critical_failed"],
            core=row["core_rate"] < 1,
        )
        for row in case["input"]["rows"]
    ]
    assert reached == case["expected"]


@pytest.mark.parametrize(
    ("score", "areas", "expected"),
    [
        (75, (60, 90, 75), Level.GOOD),
        (74.999999, (60, 90, 75), None),
        (74.9999999, (60, 90, 75), Level.GOOD),
        (75, (59.999999, 90, 75), None),
        (75, (59.9999999, 90, 75), Level.GOOD),
        (87.5, (75, 90, 97.5), Level.EXCELLENT),
        (87.5, (74.9, 90, 97.5), Level.GOOD),
        (95, (87.5, 100, 97.5), Level.BEST),
        (100, (100, None, 100), Level.BEST),
        (100, (100, None, None), None),
        (None, (None, None, None), None),
        (0, (0, 0, 0), None),
    ],
)
def test_threshold_itself_is_enough_and_two_areas_are_needed(score, areas, expected):
    assert level(score, areas) is expected


@pytest.mark.parametrize(
    ("critical", "core", "expected"),
    [
        (False, False, Level.BEST),
        (False, True, Level.GOOD),
        (True, False, None),
        (True, True, None),
    ],
)
def test_gates_limit_the_level(critical, core, expected):
    assert level(100, (100, 100, 100), critical=critical, core=core) is expected


def test_failed_core_gives_no_level_that_the_score_did_not_reach():
    assert level(70, (70, 70, 70), core=True) is None


def test_programme_sets_other_thresholds():
    levels = {
        Level.GOOD: Threshold(50, 40),
        Level.EXCELLENT: Threshold(60, 50),
        Level.BEST: Threshold(70, 60),
    }
    assert level(65, (55, 70, 70), levels=levels) is Level.EXCELLENT
