"""Visits to score: answers by item id, in one short notation."""

import pytest

from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.response import Response, VisitFacts
from asiakaskunto_cli.scoring.visit import score_visit
from asiakaskunto_cli.words import Method

FACTS = VisitFacts(Method.OBSERVE, channel="myymälä")

NA = Response(not_applicable=True)
NOT_OBSERVED = Response(not_observed=True)
STATES = {"NA": NA, "NOT OBSERVED": NOT_OBSERVED}


def responses_of(answers):
    """Return responses; "NA" and "NOT OBSERVED" are what they say, any other value an answer."""
    return {
        name: STATES[value] if isinstance(value, str) and value in STATES else Response(value)
        for name, value in answers.items()
    }


@pytest.fixture(scope="session")
def responses():
    return responses_of


@pytest.fixture(scope="session")
def score():
    """From a checklist and answers to the scores of the visit."""

    def run(checklist, answers, *, facts=FACTS, policy=None):
        return score_visit(checklist, responses_of(answers), facts, policy or Policy())

    return run
