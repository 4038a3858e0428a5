"""What another set of evaluators leaves of a change."""

import pytest

from asiakaskunto_cli.analysis.comparing.request import Dimension, Request
from asiakaskunto_cli.analysis.comparing.results import Evaluators, Verdict
from asiakaskunto_cli.analysis.comparison import compare


def change_of(visits, before, after):
    records = []
    for wave, day, scores in (("w1", 0, before), ("w2", 90, after)):
        for evaluator, of_one in scores.items():
            for number, score in enumerate(of_one):
                file = f"{wave}-{evaluator}-{number}.json"
                facts = {"wave": wave, "day": day, "evaluator": evaluator or None, "file": file}
                records += visits([score], **facts)
    (group,) = compare(records).groups
    return group.changes[0]


def test_the_same_people_are_not_worth_a_word(visits):
    change = change_of(visits, {"h1": [60.0], "h2": [70.0]}, {"h2": [80.0], "h1": [60.0]})
    assert change.evaluators is None


def test_nobody_named_is_not_worth_a_word_either(visits):
    assert change_of(visits, {"": [60.0, 61.0]}, {"": [80.0, 81.0]}).evaluators is None


def test_a_wave_that_names_nobody_may_be_anybodys(visits):
    people = change_of(visits, {"": [60.0, 61.0]}, {"h1": [80.0, 81.0]}).evaluators
    assert people == Evaluators((), ("h1",), (), None, None, unnamed=True)


def test_the_same_people_are_told_of_where_a_clear_change_may_be_theirs(visits):
    mild, stern = [90.0, 91.0, 92.0], [60.0, 61.0, 62.0]
    change = change_of(
        visits,
        {"h1": [*stern, 60.5, 61.5], "h2": mild[:1]},
        {"h1": stern[:1], "h2": [*mild, 90.5, 91.5]},
    )
    assert change.overall.verdict is Verdict.BETTER
    assert change.evaluators.visits == (("h1", 5, 1), ("h2", 1, 5))
    assert change.evaluators.highest < 2
    unclear = change_of(visits, {"h1": stern, "h2": mild[:1]}, {"h1": stern[:1], "h2": mild[:2]})
    assert unclear.evaluators is None
    fair = change_of(visits, {"h1": stern, "h2": stern[:2]}, {"h1": mild[:2], "h2": mild})
    assert (fair.overall.verdict, fair.evaluators) == (Verdict.BETTER, None)


def test_nobody_in_both_waves_leaves_nothing_to_tell_the_change_by(visits):
    change = change_of(visits, {"h1": [60.0, 62.0]}, {"h2": [80.0, 82.0]})
    assert change.evaluators == Evaluators(("h1",), ("h2",), (), None, None)


def test_leaving_out_each_in_turn_gives_the_range_of_the_change(visits):
    before = {"h1": [60.0, 62.0], "h2": [70.0, 72.0]}
    after = {"h2": [74.0, 76.0], "h3": [90.0, 92.0]}
    change = change_of(visits, before, after)
    # Without h1 83 − 71, without h2 91 − 61, without h3 75 − 66; with all of them 83 − 66.
    assert change.overall.difference == pytest.approx(17.0)
    assert change.evaluators == Evaluators(
        ("h1", "h2"), ("h2", "h3"), ("h2",), pytest.approx(9.0), pytest.approx(30.0)
    )


def test_one_whose_absence_would_empty_a_wave_is_not_left_out(visits):
    people = change_of(visits, {"h1": [60.0], "h2": [70.0]}, {"h2": [80.0]}).evaluators
    assert (people.lowest, people.highest) == (10.0, 10.0)
    assert (people.needed, people.unnamed) == (("h2",), False)


def test_visits_that_name_nobody_are_told_of(visits):
    people = change_of(visits, {"h1": [60.0], "": [70.0]}, {"h2": [80.0], "": [75.0]}).evaluators
    assert people == Evaluators(("h1",), ("h2",), (), None, None, unnamed=True)


def by_method(visits, *waves):
    """Return the change over sites of waves that say who evaluated where, with which scores."""
    records = [
        record
        for number, wave in enumerate(waves)
        for (site, evaluator), scores in wave.items()
        for record in visits(
            scores,
            wave=f"w{number}",
            day=90 * number,
            site=site,
            evaluator=evaluator,
        )
    ]
    (group,) = compare(records, Request(by=(Dimension.parse("method"),))).groups
    return group.changes[0]


def test_people_who_changed_places_evaluated_no_site_twice(visits):
    before = {("a", "h1"): [60.0, 62.0], ("b", "h2"): [70.0, 72.0]}
    after = {("a", "h2"): [70.0, 72.0], ("b", "h1"): [60.0, 63.0]}
    people = by_method(visits, before, after).evaluators
    assert people == Evaluators(("h1", "h2"), ("h1", "h2"), (), None, None)


def test_evaluators_of_sites_that_are_left_out_play_no_part(visits):
    before = {("a", "h1"): [60.0, 62.0], ("gone", "h2"): [70.0]}
    assert by_method(visits, before, {("a", "h1"): [70.0, 72.0]}).evaluators is None
