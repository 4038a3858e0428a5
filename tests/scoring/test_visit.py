"""The scores of a whole visit."""

import pytest

from asiakaskunto_cli.scoring.gates import Gates
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.visit import ItemResult, VisitScores
from asiakaskunto_cli.words import Area, Level, Outcome, State

AREAS = {"tunne": "emotion", "taidot": "skills", "tiedot": "knowledge"}
NO_GATES = Gates((), (), (), ())


def worked_checklist(case, top=""):
    """Return the reference's checklist: every item a scale 0..4, so that scores are exact."""
    lines = [top, "sections:"]
    for name, section in case["input"]["sections"].items():
        lines += [f"  - id: {name.lower()}", f"    title: {name}", "    items:"]
        lines += [
            f"      - {{id: {item['id']}, text: T, type: scale, min: 0, max: 4,"
            f" area: {AREAS[item['area']]}, measure: objective, weight: {item['weight']}}}"
            for item in section["items"]
        ]
    return "\n".join(lines)


def worked_answers(case):
    items = [item for section in case["input"]["sections"].values() for item in section["items"]]
    return {item["id"]: "NA" if item["score"] is None else int(item["score"] * 4) for item in items}


def test_worked_visit_of_the_reference(make_checklist, score, reference_cases):
    case = reference_cases["scoring_worked"]
    result = score(make_checklist(worked_checklist(case)), worked_answers(case))
    expected = case["expected"]
    assert {AREAS[name]: value for name, value in expected["areas"].items()} == {
        area: round(value, 6) for area, value in result.areas.items()
    }
    assert {name.lower(): value for name, value in expected["sections"].items()} == {
        name: round(value, 6) for name, value in result.sections.items()
    }
    assert round(result.score, 6) == expected["index_equal_thirds"]


TWO_THIRDS = {Area.KNOWLEDGE: 1, Area.SKILLS: 1, Area.EMOTION: 4}


@pytest.mark.parametrize(
    ("top", "policy"),
    [
        ("area_weights: {knowledge: 1, skills: 1, emotion: 4}", Policy()),
        ("area_weights: {emotion: 4}", Policy()),
        ("", Policy(area_weights=TWO_THIRDS)),
        ("area_weights: {emotion: 4}", Policy(area_weights={Area.SKILLS: 9})),
    ],
)
def test_emotion_can_weigh_two_thirds(make_checklist, score, reference_cases, top, policy):
    case = reference_cases["scoring_worked"]
    checklist = make_checklist(worked_checklist(case, top))
    result = score(checklist, worked_answers(case), policy=policy)
    assert round(result.score, 6) == case["expected"]["index_tunne_two_thirds"]
    assert result.area_weights == TWO_THIRDS


CHECKLIST = """
sections:
  - id: kohtaaminen
    title: Kohtaaminen
    items:
      - {id: hymy, text: H, type: scale, weight: 3, area: emotion, measure: subjective,
         touchpoint: greeting}
      - {id: tervehdys, text: T, type: yes_no, area: emotion, measure: objective,
         touchpoint: greeting}
      - {id: jono, text: J, type: number, touchpoint: queue}
  - id: ratkaisu
    title: Ratkaisu
    items:
      - {id: ohje, text: O, type: yes_no, area: knowledge, measure: objective,
         touchpoint: solution}
      - {id: kuvaus, text: K, type: text}
      - {id: lisa, text: L, type: yes_no, area: skills, measure: objective,
         when: {item: ohje, is: true}}
"""


def test_whole_result_of_a_visit(make_checklist, score):
    checklist = make_checklist(CHECKLIST)
    answers = {"hymy": 4, "tervehdys": True, "jono": 3, "ohje": False, "lisa": True}
    items = checklist.items
    assert score(checklist, answers) == VisitScores(
        items=(
            ItemResult(items["hymy"], State.SCORED, 0.75),
            ItemResult(items["tervehdys"], State.SCORED, 1.0),
            ItemResult(items["jono"], State.INFORMATIONAL, None),
            ItemResult(items["ohje"], State.SCORED, 0.0),
            ItemResult(items["kuvaus"], State.UNANSWERED, None),
        ),
        score=40.625,
        areas={Area.KNOWLEDGE: 0.0, Area.SKILLS: None, Area.EMOTION: 81.25},
        sections={"kohtaaminen": 81.25, "ratkaisu": 0.0},
        measures={"subjective": 75.0, "objective": 50.0},
        touchpoints={"greeting": 81.25, "queue": None, "solution": 0.0},
        area_weights=dict.fromkeys(Area, 1.0),
        completeness=1.0,
        counts={
            State.SCORED: 3,
            State.INFORMATIONAL: 1,
            State.NOT_APPLICABLE: 0,
            State.NOT_OBSERVED: 0,
            State.UNANSWERED: 1,
        },
        gates=NO_GATES,
        classes={},
        level=None,
        outcome=Outcome.COMPLETE,
    )


def test_all_not_applicable_gives_null_not_zero(make_checklist, score):
    checklist = make_checklist(CHECKLIST)
    result = score(checklist, dict.fromkeys(checklist.items, "NA"))
    assert (result.score, result.areas) == (None, dict.fromkeys(Area))
    assert (result.completeness, result.outcome, result.level) == (1.0, Outcome.INCOMPLETE, None)


def test_area_of_weight_0_counts_in_no_score_but_in_the_level(make_checklist, score):
    weighted = CHECKLIST.replace("sections:\n", "area_weights: {knowledge: 0}\nsections:\n", 1)
    result = score(make_checklist(weighted), {"hymy": 5, "tervehdys": True, "ohje": False})
    assert (result.score, result.areas[Area.KNOWLEDGE]) == (100.0, 0.0)
    assert result.level is None


def test_only_areas_without_weight_scored_gives_null(make_checklist, score):
    weighted = CHECKLIST.replace("sections:\n", "area_weights: {knowledge: 0}\nsections:\n", 1)
    result = score(make_checklist(weighted), {"ohje": True})
    assert (result.score, result.areas[Area.KNOWLEDGE]) == (None, 100.0)


FIVE = "items:\n" + "".join(
    f"  - {{id: a{number}, text: T, type: yes_no, area: {area}, measure: objective}}\n"
    for number, area in enumerate(["skills", "skills", "emotion", "emotion", "knowledge"])
)
YES = {f"a{number}": True for number in range(5)}


@pytest.mark.parametrize(
    ("changed", "completeness", "outcome", "level"),
    [
        ({}, 1.0, Outcome.COMPLETE, Level.BEST),
        ({"a0": "NOT OBSERVED"}, 0.8, Outcome.COMPLETE, Level.BEST),
        ({"a0": None}, 0.8, Outcome.COMPLETE, Level.BEST),
        ({"a0": "NA", "a1": "NA"}, 1.0, Outcome.COMPLETE, Level.BEST),
        ({"a0": None, "a1": "NOT OBSERVED"}, 0.6, Outcome.INCOMPLETE, None),
        ({"a0": None, "a1": "NA"}, 0.8, Outcome.COMPLETE, Level.BEST),
        (dict.fromkeys(YES), 0.0, Outcome.INCOMPLETE, None),
    ],
)
def test_visit_counts_from_four_fifths(
    make_checklist, score, changed, completeness, outcome, level
):
    result = score(make_checklist(FIVE), YES | changed)
    assert (result.completeness, result.outcome, result.level) == (completeness, outcome, level)


UNSCORABLE = """
items:
  - {id: a, text: A, type: text}
  - {id: b, text: B, type: yes_no, weight: 0}
"""


@pytest.mark.parametrize(
    ("answers", "completeness", "outcome"),
    [
        ({"a": "Kiitos.", "b": False}, 1.0, Outcome.COMPLETE),
        ({"a": "Kiitos.", "b": "NA"}, 1.0, Outcome.COMPLETE),
        ({"a": "Kiitos."}, 0.5, Outcome.INCOMPLETE),
        ({"a": "Kiitos.", "b": "NOT OBSERVED"}, 0.5, Outcome.INCOMPLETE),
    ],
)
def test_without_scorable_items_completeness_is_answered_of_asked(
    make_checklist, score, answers, completeness, outcome
):
    result = score(make_checklist(UNSCORABLE), answers)
    assert (result.completeness, result.outcome, result.score) == (completeness, outcome, None)


def test_visit_that_shows_nothing_is_complete_and_empty(make_checklist, score):
    hidden = "{id: a, text: A, type: text, when: {visit: channel, is: puhelin}}"
    result = score(make_checklist(f"items:\n  - {hidden}\n"), {})
    assert (result.items, result.completeness, result.score) == ((), 1.0, None)
    assert result.outcome is Outcome.COMPLETE


def test_hidden_items_are_left_out_of_completeness(make_checklist, score):
    checklist = make_checklist(CHECKLIST)
    shown = score(checklist, {"hymy": 4, "tervehdys": True, "ohje": True})
    hidden = score(checklist, {"hymy": 4, "tervehdys": True, "ohje": False})
    assert (shown.completeness, hidden.completeness) == (0.75, 1.0)
