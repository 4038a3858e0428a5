"""What a change of whole visits is made of, in the JSON of a comparison."""

from dataclasses import replace

import pytest

from asiakaskunto_cli.analysis.comparing.results import (
    Cause,
    Difference,
    Evaluators,
    IndexMix,
    Left,
    Rescoring,
    SiteMix,
    Verdict,
    Versions,
)
from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.pages.comparison_data import comparison_data

POOLED = Difference("score", 7.25, Interval(1.5, 13.0), 0.02, None, True, 5.75, Verdict.BETTER)


@pytest.fixture
def data_of(wave):
    """Return the data of a change that is told with these facts."""
    before = wave([60.0, 62.0], wave="2026-Q3", day=-90)
    comparison = compare([*before, *wave([80.0, 82.0])])
    (group,) = comparison.groups
    (change,) = group.changes

    def told(**facts):
        groups = (replace(group, changes=(replace(change, **facts),)),)
        (data,) = comparison_data(replace(comparison, groups=groups), ())["groups"]
        return data["changes"][0]

    return told


def test_of_waves_scored_anew(data_of):
    left_out = {"queue": Left.ONLY_OLDER}
    rescoring = Rescoring(Cause.SCORING, ("smile",), left_out, 0.75, -3.1250004, without=2)
    found = data_of(rescoring=rescoring, versions=Versions(("1.0.0",), ("2.0.0",), ("smile",)))
    told = {
        "rescored_because": "scoring",
        "common_items": ["smile"],
        "excluded_items": [{"item": "queue", "reason": "only_older"}],
        "coverage": 0.75,
        "as_measured": -3.125,
        "visits_without_common_items": 2,
        "checklist_versions": {"from": ["1.0.0"], "to": ["2.0.0"], "reworded_items": ["smile"]},
    }
    assert {key: found[key] for key in told} == told


def test_of_an_index_that_some_checklists_could_not_move(data_of):
    found = data_of(index_mix=IndexMix(("till",), 4.0))
    assert (found["excluded_checklists"], found["as_measured"]) == (["till"], 4.0)
    assert found["rescored_because"] is None


def test_of_several_sites(data_of):
    mix = SiteMix(("a", "b"), ("c",), POOLED, 6.5)
    assert data_of(site_mix=mix)["sites"] == {
        "compared": ["a", "b"],
        "left_out": ["c"],
        "pooled_difference": 7.25,
        "pooled_ci95": [1.5, 13.0],
        "standardised_difference": 6.5,
    }


def test_of_an_index_over_sites_nothing_is_pooled(data_of):
    found = data_of(site_mix=SiteMix(("a", "b"), (), None))["sites"]
    assert [found[key] for key in ("pooled_difference", "pooled_ci95")] == [None, None]
    assert found["standardised_difference"] is None


def test_of_other_evaluators(data_of):
    people = Evaluators(("h1",), ("h1", "h2"), ("h1",), 5.0, 9.0, needed=("h1",), unnamed=True)
    assert data_of(evaluators=people)["evaluators"] == {
        "from": ["h1"],
        "to": ["h1", "h2"],
        "in_both": ["h1"],
        "leave_one_out": [5.0, 9.0],
        "needed": ["h1"],
        "some_unnamed": True,
        "visits": None,
    }


def test_of_the_same_evaluators_who_shared_the_visits_otherwise(data_of):
    same = ("h1", "h2")
    people = Evaluators(same, same, same, None, None, visits=(("h1", 6, 1), ("h2", 2, 7)))
    found = data_of(evaluators=people)["evaluators"]
    assert found["visits"] == {"h1": [6, 1], "h2": [2, 7]}
    assert found["leave_one_out"] is None
