"""A finished visit becomes its report, the same one every time."""

import json
from datetime import datetime

import pytest

from asiakaskunto_cli.checklist.digest import definition, rule_sha256, scoring_sha256
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import available, speaking
from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.opening import Opening, Rules
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.scoring.policy import Policy, Threshold
from asiakaskunto_cli.scoring.response import Response, VisitFacts
from asiakaskunto_cli.words import Area, Level, Method

NOON = datetime.fromisoformat("2026-10-05T12:41:07+03:00")


def facts_of(report, *names):
    document = json.loads(sealed(report))
    return {name: document[name] for name in names}


def test_report_says_what_came_of_the_visit(make_report):
    names = ("scores", "area_weights", "levels", "classes", "gates", "level", "target", "outcome")
    assert facts_of(make_report(), *names) == {
        "scores": {
            "score": 87.5,
            "areas": {"knowledge": None, "skills": 100.0, "emotion": 75.0},
            "sections": {"osa": 83.333333},
            "measures": {"objective": 100.0, "subjective": 75.0},
            "touchpoints": {"greeting": 100.0},
            "completeness": 1.0,
            "counts": {
                "scored": 2,
                "informational": 1,
                "not_applicable": 1,
                "not_observed": 0,
                "unanswered": 0,
            },
        },
        "area_weights": {"knowledge": 1.0, "skills": 1.0, "emotion": 1.0},
        "levels": {
            "good": {"score": 75.0, "area": 60.0},
            "excellent": {"score": 87.5, "area": 75.0},
            "best": {"score": 95.0, "area": 87.5},
        },
        "classes": {"ruuhka": {"id": "vahan", "step": 1, "label": "Vähän", "contradictory": False}},
        "gates": {
            "critical_failed": [],
            "core_failed": [],
            "critical_unchecked": [],
            "core_unchecked": [],
        },
        "level": "excellent",
        "target": "excellent",
        "outcome": "complete",
    }


def test_item_carries_all_that_was_said_about_it(make_report, visited):
    hymy = facts_of(make_report(), "items")["items"][1]
    assert hymy == {
        "id": "hymy",
        "section": "osa",
        "text": "Hymy",
        "type": "scale",
        "area": "emotion",
        "measure": "subjective",
        "touchpoint": None,
        "gate": None,
        "weight": 2.0,
        "segment": False,
        "state": "scored",
        "answer": 4,
        "answer_label": "4",
        "score": 0.75,
        "rule_sha256": rule_sha256(visited, visited.items["hymy"]),
        "na_reason": "",
        "why": "Katsoi silmiin “heti”.",
        "why_declined": False,
        "note": "Ääkkönen",
        "personal": False,
        "evidence": [],
        "answered_at": None,
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hymy", {"answer": 1, "why": "Soita 040 123 4567."}),
        ("hymy", {"answer": 1, "note": "Soita 040 123 4567."}),
        ("ryhma", {"not_applicable": True, "na_reason": "Soita 040 123 4567."}),
        ("kuvaus", {"answer": "Soita 040 123 4567."}),
    ],
)
def test_an_item_is_marked_wherever_somebody_seems_to_be_told(visited, opening, name, said):
    answers = {"tervehdys": Response(answer=False), name: Response(**said)}
    report = build_report(visited, opening(), Closing(answers, "", NOON))
    assert [item.id for item in report.items if item.personal] == [name]


def test_hidden_item_is_not_in_the_report(make_report):
    report = make_report()
    assert [item.id for item in report.items] == ["tervehdys", "hymy", "jono", "ryhma"]
    assert "Piilossa." not in sealed(report).decode()


def test_visit_keeps_its_times_with_their_offsets(make_report):
    assert facts_of(make_report(), "visit")["visit"] == {
        "method": "observe",
        "scenario": None,
        "channel": None,
        "evaluator": "A1",
        "visited_at": "2026-10-05T12:30:00+03:00",
        "started_at": "2026-10-05T12:30:00+03:00",
        "finished_at": "2026-10-05T12:41:07+03:00",
        "note": "Rauhallinen päivä.",
    }


@pytest.mark.parametrize("language", ["fi", "en", "sv"])
def test_same_input_gives_the_same_bytes_whatever_language_is_active(make_report, language):
    made = set()
    for spoken in available():
        with speaking(spoken):
            made.add(sealed(make_report(language=language)))
    assert len(made) == 1


@pytest.mark.parametrize(
    ("language", "texts", "labels", "class_label"),
    [
        ("fi", ["Tervehdittiinkö?", "Hymy", "Jono", "Ryhmä"], ["4", "2,5 kpl"], "Vähän"),
        ("en", ["A greeting?", "Smile", "Queue", "Group"], ["4", "2.5 kpl"], "Few"),
    ],
)
def test_report_speaks_the_language_of_the_visit(make_report, language, texts, labels, class_label):
    report = make_report(language=language)
    assert [item.text for item in report.items] == texts
    assert [item.answer_label for item in report.items[1:3]] == labels
    assert report.classes["ruuhka"].label == class_label


def test_unknown_class_is_null(visited, opening, closing):
    answers = {name: one for name, one in closing.responses.items() if name != "jono"}
    report = build_report(visited, opening(), Closing(answers, "", closing.finished_at))
    assert facts_of(report, "classes") == {
        "classes": {"ruuhka": {"id": None, "step": None, "label": None, "contradictory": False}}
    }


def test_report_carries_the_checklist_to_be_rescored_by(make_report, visited):
    run = make_report().checklist
    back = Checklist.model_validate(run.definition)
    assert run.definition == definition(visited)
    assert (back, scoring_sha256(back)) == (visited, run.scoring_sha256)


def test_opening_comes_back_from_the_draft_as_it_was(opening):
    written = opening(scenario="palautus", channel="puhelin").model_dump_json()
    back = Opening.model_validate_json(written)
    assert back == opening(scenario="palautus", channel="puhelin")
    assert back.model_dump_json() == written
    assert back.facts() == VisitFacts(Method.OBSERVE, "puhelin", "palautus")


def test_rules_bring_back_the_policy_that_a_visit_is_scored_by():
    policy = Policy(
        levels={level: Threshold(50.0 + number, 40.0) for number, level in enumerate(Level)},
        area_weights={Area.KNOWLEDGE: 0.0, Area.SKILLS: 1.0, Area.EMOTION: 4.0},
    )
    back = Rules.model_validate_json(Rules.of(policy).model_dump_json()).policy()
    assert back == policy
