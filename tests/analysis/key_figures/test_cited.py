"""Answers to stand beside a claim."""

import pytest

from asiakaskunto_cli.analysis.key_figures.cited import Cited, cited
from asiakaskunto_cli.analysis.key_figures.means import Mean
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.figures import ReferenceFigure
from asiakaskunto_cli.words import Method

BODY = """
method: ask
items:
  - id: ostamatta
    text: T
    type: yes_no
    invert: true
    figures: [tuntematon, kolmannes]
    area: emotion
    measure: objective
  - id: monelle
    text: T
    type: choice
    weight: 0
    options: [{id: ei, label: L}, {id: yhdelle, label: L}, {id: monelle, label: L}]
    figures: [kolmelle]
  - {id: sana, text: T, type: text, figures: [kolmelle, kolmannes]}
  - {id: muu, text: T, type: yes_no, area: emotion, measure: objective}
"""
REFERENCE = {
    name: ReferenceFigure(id=name, text="T", source="Lähde") for name in ("kolmannes", "kolmelle")
}


@pytest.fixture
def found(make_checklist, details):
    def run(*visits):
        return cited(details(make_checklist(BODY), visits), REFERENCE, 0.95)

    return run


def test_each_type_of_answer_beside_its_claims(found):
    # Yes counts as it was said, also where it is bad.
    assert found(
        {"ostamatta": True, "monelle": "monelle", "sana": "Jono.", "muu": True},
        {"ostamatta": False, "monelle": "ei"},
        {"ostamatta": False, "monelle": "ei"},
    ) == (
        Cited(
            checklist="lista",
            item="ostamatta",
            method=Method.ASK,
            figures=("kolmannes",),
            n=3,
            yes=Proportion.of(1, 3, 0.95),
            options={},
            score=Mean.of([0, 100, 100], (0.0, 100.0), 0.95),
        ),
        Cited(
            checklist="lista",
            item="monelle",
            method=Method.ASK,
            figures=("kolmelle",),
            n=3,
            yes=None,
            options={"ei": 2, "yhdelle": 0, "monelle": 1},
            score=None,
        ),
        Cited("lista", "sana", Method.ASK, ("kolmelle", "kolmannes"), 1, None, {}, None),
    )


def test_a_claim_stands_only_where_there_are_answers(found):
    assert found({"muu": True}) == ()
    assert [one.item for one in found({"ostamatta": None, "monelle": "ei"})] == ["monelle"]
