"""Checklists for internal use: their own figures, and none of too small an anonymous group."""

import pytest

from asiakaskunto_cli.analysis.internal import InternalFigures, internal_figures
from asiakaskunto_cli.analysis.key_figures.means import Mean
from asiakaskunto_cli.analysis.reduce import Reason, reduce_visits
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Area, Status

BODY = """
index: false
items:
  - {id: perehdytys, text: T, type: yes_no, notes: false, area: knowledge, measure: objective}
  - {id: jaksaminen, text: T, type: scale, notes: false, area: emotion, measure: subjective}
"""
ANONYMOUS = "anonymous: true\n" + BODY


def test_the_mean_and_the_areas_of_an_internal_checklist(make_checklist, details):
    # Knowledge 100 and 0, emotion 75 and 25: the visits score 87.5 and 12.5.
    answers = [{"perehdytys": True, "jaksaminen": 4}, {"perehdytys": False, "jaksaminen": 2}]
    (found,) = internal_figures(details(make_checklist(BODY), answers), 5)
    assert found == InternalFigures(
        checklist="lista",
        n=2,
        withheld=False,
        score=Mean.of([87.5, 12.5], (0.0, 100.0), 0.95),
        areas={
            Area.KNOWLEDGE: Mean.of([100.0, 0.0], (0.0, 100.0), 0.95),
            Area.EMOTION: Mean.of([75.0, 25.0], (0.0, 100.0), 0.95),
        },
    )
    assert (found.score.mean, found.areas[Area.EMOTION].mean) == (50.0, 50.0)


@pytest.mark.parametrize(("visits", "withheld"), [(4, True), (5, False)])
def test_an_anonymous_checklist_tells_nothing_of_a_small_group(
    make_checklist, details, visits, withheld
):
    answers = [{"perehdytys": True, "jaksaminen": 1 + number} for number in range(visits)]
    (found,) = internal_figures(details(make_checklist(ANONYMOUS), answers), 5)
    assert (found.n, found.withheld) == (visits, withheld)
    if withheld:
        assert found == InternalFigures("lista", 4, withheld=True, score=None, areas={})
    else:
        assert found.score.n == 5


def test_an_area_that_few_answered_is_withheld_from_a_group_that_is_large_enough(
    make_checklist, details
):
    free = Response(not_applicable=True)
    answers = [{"perehdytys": free, "jaksaminen": 3}] * 4 + [{"perehdytys": True, "jaksaminen": 3}]
    (found,) = internal_figures(details(make_checklist(ANONYMOUS), answers), 5)
    assert list(found.areas) == [Area.EMOTION]


def test_one_version_that_promised_anonymity_binds_the_others(make_checklist, detail):
    visits = [
        detail(make_checklist(ANONYMOUS), {"perehdytys": True, "jaksaminen": 1}),
        detail(make_checklist(BODY), {"perehdytys": True, "jaksaminen": 1}, day=1),
    ]
    assert [one.withheld for one in internal_figures(visits, 5)] == [True]


def test_only_whole_final_internal_visits_count_and_none_of_them_in_the_index(
    make_checklist, detail
):
    checklist = make_checklist(BODY)
    whole = {"perehdytys": True, "jaksaminen": 3}
    visits = [
        detail(checklist, whole),
        detail(checklist, whole, day=1, status=Status.REHEARSAL),
        detail(checklist, whole, day=2, status=Status.WITHDRAWN),
        detail(checklist, {"jaksaminen": 3}, day=3),
        detail(make_checklist(BODY.replace("index: false", "")), whole, day=4),
    ]
    assert [one.n for one in internal_figures(visits, 5)] == [1]
    inside = {visits[0].record.file, visits[3].record.file}
    reduction = reduce_visits(visit.record for visit in visits)
    assert [group.score.n for group in reduction.groups.values()] == [1]
    assert {one.reason for one in reduction.exclusions if one.file in inside} == {Reason.INTERNAL}
    assert internal_figures([], 5) == ()
