"""The shipped customer ladder: every step, answers that disagree, and the score by the rungs.

Source: asiakaspalveluessee (teksti 003), five groups of customers by how they buy; the highest
step that is true is the customer's.
"""

import pytest

from asiakaskunto_cli.checklist.library import shipped_folder
from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.source.reader import read_source
from asiakaskunto_cli.words import Outcome

BUYER = {
    "sattumalta": False,
    "tulosyy": "ei-mikaan",
    "ostokerrat": "kerran",
    "tyytyvainen": True,
    "ostaisi-uudelleen": "kylla",
    "palaa-aina": False,
    "ratkaiseva-tekija": ["palvelu"],
    "on-kehunut": False,
}
NEWCOMER = {**BUYER, "ostokerrat": "ei-kertaakaan"}


@pytest.fixture(scope="module")
def ladder():
    return load_checklist(read_source(shipped_folder() / "asiakasportaat.yaml")).checklist


@pytest.fixture
def climb(ladder, score):
    """From answers to (step, contradictory), and the scores of the visit."""

    def run(answers):
        scores = score(ladder, answers)
        result = scores.classes["asiakasporras"]
        return (result.step and result.step.step, result.contradictory), scores

    return run


@pytest.mark.parametrize(
    ("answers", "step", "points"),
    [
        ({**BUYER, "on-kehunut": True, "palaa-aina": True}, 5, 100),
        ({**BUYER, "on-kehunut": True}, 5, 75),
        ({**BUYER, "palaa-aina": True}, 4, 75),
        ({**BUYER, "palaa-aina": True, "tyytyvainen": False}, 4, 50),
        (BUYER, 3, 50),
        ({**BUYER, "ostaisi-uudelleen": "ehka"}, 3, 37.5),
        ({**BUYER, "ostaisi-uudelleen": "en", "tulosyy": "mainos"}, 2, 25),
        ({**BUYER, "tyytyvainen": False, "tulosyy": "kokeilu"}, 2, 25),
        ({**BUYER, "tyytyvainen": False}, 1, 25),
        ({**NEWCOMER, "tulosyy": "kuulin"}, 2, 0),
        (NEWCOMER, 1, 0),
    ],
)
def test_highest_true_step_is_the_customers(climb, answers, step, points):
    ladder, scores = climb(answers)
    assert ladder == (step, False)
    assert (scores.score, scores.outcome) == (points, Outcome.COMPLETE)


@pytest.mark.parametrize(
    "answers",
    [
        {**NEWCOMER, "on-kehunut": True},
        {**BUYER, "on-kehunut": True, "tyytyvainen": False},
    ],
)
def test_praise_without_a_purchase_or_satisfaction_is_contradictory(climb, answers):
    assert climb(answers)[0] == (5, True)


def test_answers_about_purchases_that_were_taken_back_do_not_count(climb):
    """A newcomer is not asked of purchases; what was said of them before is no step."""
    assert climb({**NEWCOMER, "palaa-aina": True, "tulosyy": "mainos"})[0] == (2, False)


@pytest.mark.parametrize("unanswered", ["on-kehunut", "palaa-aina", "ostokerrat"])
def test_no_step_is_guessed_from_a_question_left_open(climb, unanswered):
    answers = {name: answer for name, answer in BUYER.items() if name != unanswered}
    assert climb(answers)[0] == (None, False)
