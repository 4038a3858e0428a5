"""Versions of a checklist compared by their common items."""

import pytest

from asiakaskunto_cli.analysis.comparing.results import Cause, Left, Obstacle, Verdict
from asiakaskunto_cli.analysis.comparing.schemes import (
    common_scheme,
    own_scheme,
    parts_of,
    score_by,
)
from asiakaskunto_cli.report.opening import Rules
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Area

EQUAL = dict.fromkeys(Area, 1.0)
WEIGHTED = Rules.of(Policy(area_weights=EQUAL | {Area.EMOTION: 3.0}))

# Scores of 0, 0.25, 0.5, 0.75 and 1, as the reference case needs them.
QUARTERS = "type: scale, min: 0, max: 4, area: emotion, measure: subjective"


def version(make_checklist, number, items):
    lines = "".join(f"  - {{id: {name}, text: {name}?, {rest}}}\n" for name, rest in items.items())
    return make_checklist(f"id: lista\nversion: {number}\nitems:\n{lines}")


@pytest.fixture
def older(make_checklist):
    weights = {"a": 2, "b": 1, "c": 1}
    items = {name: f"{QUARTERS}, weight: {weight}" for name, weight in weights.items()}
    return version(make_checklist, "1.0.0", items)


@pytest.fixture
def newer(make_checklist):
    weights = {"a": 2, "b": 1, "d": 1}
    items = {name: f"{QUARTERS}, weight: {weight}" for name, weight in weights.items()}
    return version(make_checklist, "1.1.0", items)


def visits_of(details, checklist, scores, **facts):
    by_visit = zip(*scores.values(), strict=True)
    answers = [
        dict(zip(scores, (round(4 * score) for score in visit), strict=True)) for visit in by_visit
    ]
    return details(checklist, answers, **facts)


@pytest.fixture
def both_waves(reference_cases, details, older, newer):
    case = reference_cases["common_items"]
    return [
        *visits_of(details, older, case["input"]["wave1"], wave="w1"),
        *visits_of(details, newer, case["input"]["wave2"], wave="w2", day=90),
    ]


def test_common_items_agree_with_the_reference_case(reference_cases, both_waves, only_change):
    expected = reference_cases["common_items"]["expected"]
    change = only_change(both_waves)
    found = {
        "change_common": change.overall.difference,
        "coverage_of_new_weight": change.rescoring.coverage,
        "naive_change": change.rescoring.as_measured,
    }
    assert found == pytest.approx(expected, abs=1e-6)
    assert change.rescoring.common == ("a", "b")
    assert change.rescoring.left_out == {"c": Left.ONLY_OLDER, "d": Left.ONLY_NEWER}
    assert (change.before, change.after) == (4, 4)
    assert (change.versions.before, change.versions.after) == (("1.0.0",), ("1.1.0",))


def test_what_the_common_items_brought_adds_up_to_their_change(both_waves, only_change):
    change = only_change(both_waves)
    items = {share.id: share.points for share in change.contributions.items}
    # a rose by a quarter of its two thirds, b by an eighth of its third.
    assert items == pytest.approx({"a": 100 / 4 * 2 / 3, "b": 100 / 8 / 3})
    assert sum(items.values()) == pytest.approx(change.overall.difference, abs=1e-9)


def test_the_waves_themselves_are_shown_as_they_were_measured(both_waves, compared):
    (group,) = compared(both_waves).groups
    assert [wave.mean for wave in group.waves] == pytest.approx([78.125, 75.0])


def test_an_item_whose_rule_changed_is_no_common_item(make_checklist, older, details, only_change):
    items = {"a": QUARTERS.replace("max: 4", "max: 8"), "b": QUARTERS, "c": QUARTERS}
    newer = version(make_checklist, "2.0.0", items)
    visits = [
        *details(older, [{"a": 4, "b": 2, "c": 2}, {"a": 3, "b": 3, "c": 1}], wave="w1"),
        *details(newer, [{"a": 8, "b": 2, "c": 2}, {"a": 6, "b": 4, "c": 3}], wave="w2", day=90),
    ]
    change = only_change(visits)
    assert change.rescoring.left_out == {"a": Left.RULE_CHANGED}
    # b and c weigh the same in the newer version: 50 and 50, then 50 and 87.5.
    assert change.overall.difference == pytest.approx(18.75)


def test_nothing_in_common_is_refused_with_the_reason(make_checklist, older, details, only_change):
    newer = version(make_checklist, "2.0.0", {"u": QUARTERS, "v": QUARTERS})
    visits = [
        *details(older, [{"a": 4, "b": 2, "c": 2}] * 2, wave="w1"),
        *details(newer, [{"u": 4, "v": 2}] * 2, wave="w2", day=90),
    ]
    change = only_change(visits)
    assert (change.obstacle, change.overall.verdict) == (Obstacle.SCORING, Verdict.NOT_COMPARABLE)
    assert change.rescoring is None
    assert change.contributions is None


def test_other_area_weights_are_rescored_by_the_newer_ones(make_checklist, detail, only_change):
    both = {"a": QUARTERS, "k": "type: yes_no, area: knowledge, measure: objective"}
    lists = [version(make_checklist, number, both) for number in ("1.0.0", "1.0.1")]
    weighted = lists[1].model_copy(
        update={"area_weights": {Area.EMOTION: 3.0, Area.KNOWLEDGE: 1.0}}
    )
    visits = [
        *(detail(lists[0], {"a": 2, "k": True}, wave="w1", day=day) for day in range(2)),
        *(detail(weighted, {"a": 2, "k": True}, wave="w2", day=day) for day in (90, 91)),
    ]
    change = only_change(visits)
    # 75 by equal weights, 62.5 by the newer ones; by the same weights nothing moved.
    assert change.rescoring.as_measured == pytest.approx(-12.5)
    assert change.overall.difference == 0.0
    assert (change.rescoring.left_out, change.rescoring.coverage) == ({}, pytest.approx(1.0))


def test_an_item_that_only_recorded_before_can_be_compared(make_checklist, details, only_change):
    older = version(make_checklist, "1.0.0", {"a": f"{QUARTERS}, weight: 0", "b": QUARTERS})
    newer = version(make_checklist, "1.1.0", {"a": QUARTERS, "b": QUARTERS})
    visits = [
        *details(older, [{"a": 1, "b": 4}, {"a": 3, "b": 4}], wave="w1"),
        *details(newer, [{"a": 4, "b": 4}, {"a": 4, "b": 4}], wave="w2", day=90),
    ]
    assert only_change(visits).overall.difference == pytest.approx(25.0)


def test_rewording_alone_is_named_and_changes_nothing(make_checklist, details, only_change):
    older = version(make_checklist, "1.0.0", {"a": QUARTERS, "b": QUARTERS})
    newer = version(
        make_checklist, "1.0.1", {"a": QUARTERS + ", help: Katso silmiin", "b": QUARTERS}
    )
    visits = [
        *details(older, [{"a": 1, "b": 4}] * 2, wave="w1"),
        *details(newer, [{"a": 1, "b": 4}] * 2, wave="w2", day=90),
    ]
    change = only_change(visits)
    assert (change.rescoring, change.overall.difference) == (None, 0.0)
    assert change.versions.reworded == ("a",)


def test_a_visit_without_common_items_counts_in_no_rescored_wave(
    older, newer, details, only_change
):
    visits = [
        *details(older, [{"a": 4, "b": 2, "c": 2}, {"c": 4}], wave="w1"),
        *details(newer, [{"a": 4, "b": 2, "d": 2}] * 2, wave="w2", day=90),
    ]
    # The second visit of w1 answered a third of what counts: it is incomplete and left out anyway.
    change = only_change(visits)
    assert (change.before, change.after) == (1, 2)


def test_complete_visits_to_which_no_common_item_applied_are_counted(
    older, newer, details, only_change
):
    neither = dict.fromkeys("ab", Response(not_applicable=True))
    visits = [
        *details(older, [{"a": 4, "b": 2, "c": 2}, neither | {"c": 4}], wave="w1"),
        *details(newer, [{"a": 4, "b": 2, "d": 2}] * 2, wave="w2", day=90),
    ]
    change = only_change(visits)
    assert (change.before, change.after, change.rescoring.without) == (1, 2, 1)


def test_the_cause_of_scoring_anew_is_told(older, newer, details, only_change):
    old, new = ({"a": 4, "b": 2, third: 2} for third in "cd")
    first = details(older, [old] * 2, wave="w1")
    changed = [*first, *details(newer, [new] * 2, wave="w2", day=90)]
    assert only_change(changed).rescoring.cause is Cause.SCORING
    both = [*changed, *details(older, [old], wave="w2", day=95)]
    assert only_change(both).rescoring.cause is Cause.MIXED
    other = details(older, [old] * 2, wave="w2", day=90, rules=WEIGHTED)
    assert only_change([*first, *other]).rescoring.cause is Cause.AREA_WEIGHTS


def test_own_parts_make_the_score_of_the_visit(older, detail):
    visit = detail(older, {"a": 4, "b": 2, "c": 1})
    parts = parts_of(visit, own_scheme(older, EQUAL))
    assert sum(part.weight for part in parts.values()) == pytest.approx(1.0)
    made = 100 * sum(part.weight * part.score for part in parts.values())
    assert made == pytest.approx(visit.record.score, abs=1e-6)


def test_without_a_scored_common_item_there_is_no_score(older, newer, detail):
    common = common_scheme(newer, [older], EQUAL)
    visit = detail(older, {"c": 1})
    assert score_by(visit, common.scheme)[0] is None
    assert parts_of(visit, common.scheme) == {}


def test_where_versions_were_used_side_by_side_the_higher_one_is_the_newer(
    make_checklist, details, only_change
):
    older = version(make_checklist, "1.9.0", {"a": QUARTERS, "b": QUARTERS})
    newer = version(make_checklist, "1.10.0", {"a": f"{QUARTERS}, weight: 3", "b": QUARTERS})
    visits = [
        *details(older, [{"a": 0, "b": 4}] * 2, wave="w1"),
        *details(newer, [{"a": 4, "b": 4}] * 2, wave="w2", day=90),
        *details(older, [{"a": 4, "b": 4}] * 2, wave="w2", day=100),
    ]
    # By the weights of 1.10.0, 3 and 1: from 25 to 100.
    assert only_change(visits).overall.difference == pytest.approx(75.0)
