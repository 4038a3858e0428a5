"""Classes: the first step that is true, and answers that disagree."""

import pytest

from asiakaskunto_cli.scoring.classes import ClassResult

CHECKLIST = """
items:
  - {id: on-kertonut, text: K, type: yes_no, weight: 0}
  - {id: ostokerrat, text: O, type: number}
classify:
  - id: asiakasporras
    title: Asiakasporras
    steps:
      - {id: sanansaattaja, step: 3, label: S, when: {item: on-kertonut, is: true}}
      - {id: kokeilija, step: 2, label: O, when: {item: ostokerrat, at_least: 1}}
      - {id: kuluttaja, step: 1, label: K}
    contradictory: {all: [{item: on-kertonut, is: true}, {item: ostokerrat, at_most: 0}]}
  - id: kertoja
    title: Kertoja
    steps:
      - {id: kertoo, label: K, when: {item: on-kertonut, is: true}}
      - {id: ei-kerro, label: E}
"""


@pytest.mark.parametrize(
    ("answers", "ladder", "contradictory", "teller"),
    [
        ({"on-kertonut": True, "ostokerrat": 4}, "sanansaattaja", False, "kertoo"),
        ({"on-kertonut": True, "ostokerrat": 0}, "sanansaattaja", True, "kertoo"),
        ({"on-kertonut": True}, "sanansaattaja", False, "kertoo"),
        ({"on-kertonut": False, "ostokerrat": 4}, "kokeilija", False, "ei-kerro"),
        ({"on-kertonut": False, "ostokerrat": 0}, "kuluttaja", False, "ei-kerro"),
        ({"on-kertonut": "NA", "ostokerrat": "NA"}, "kuluttaja", False, "ei-kerro"),
        ({"on-kertonut": False}, None, False, "ei-kerro"),
        ({"ostokerrat": 4}, None, False, None),
        ({"on-kertonut": "NOT OBSERVED", "ostokerrat": 4}, None, False, None),
        ({}, None, False, None),
    ],
)
def test_first_true_step_wins_and_an_unknown_before_it_gives_null(
    make_checklist, score, answers, ladder, contradictory, teller
):
    checklist = make_checklist(CHECKLIST)
    steps = {step.id: step for one in checklist.classify for step in one.steps}
    assert score(checklist, answers).classes == {
        "asiakasporras": ClassResult(steps.get(ladder), contradictory),
        "kertoja": ClassResult(steps.get(teller), contradictory=False),
    }


def test_checklist_without_classes_has_none(make_checklist, score):
    assert score(make_checklist("items:\n  - {id: a, text: A, type: text}\n"), {}).classes == {}
