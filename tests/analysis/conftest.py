"""Visits for the analyses: one record factory, with everything that a test does not name."""

from datetime import UTC, datetime, timedelta

import pytest

from asiakaskunto_cli.analysis.moments import ExactSums
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.words import Area, Entry, Level, Method, Outcome, Status

FIRST_DAY = datetime(2026, 10, 1, 12, tzinfo=UTC)


def make_visit(score=80.0, *, day=0, areas=None, **facts):
    """Return a visit that counts; every area has the visit's score unless it is named."""
    given = {"file": f"visit-{day}.json", "site": "keskusta", "wave": "2026-Q4"} | facts
    return VisitRecord(
        **{
            "report_id": given["file"],
            "supersedes": None,
            "status": Status.FINAL,
            "entry": Entry.LIVE,
            "site_name": given["site"].title(),
            "method": Method.TEST,
            "channel": None,
            "evaluator": "A",
            "visited_at": FIRST_DAY + timedelta(days=day),
            "checklist": "testaus-perusmittaus",
            "checklist_version": "1.0.0",
            "scoring_sha256": "a" * 64,
            "in_index": True,
            "area_weights": dict.fromkeys(Area, 1.0),
            "score": score,
            "areas": dict.fromkeys(Area, score) if areas is None else areas,
            "completeness": 1.0,
            "outcome": Outcome.COMPLETE,
            "level": Level.GOOD,
            "target": None,
            "critical_failed": (),
            "core_failed": (),
            "critical_unchecked": (),
            "core_unchecked": (),
        }
        | given
    )


def make_visits(scores, *, day=0, **facts):
    """Return one visit per score, a day apart, in files of their own."""
    wave = facts.setdefault("wave", "2026-Q4")
    stem = f"{facts.get('site', 'keskusta')}-{facts.get('method', Method.TEST)}-{wave}"
    return [
        make_visit(score, day=day + number, **{"file": f"{stem}-{number}.json"} | facts)
        for number, score in enumerate(scores)
    ]


def moments_of(scores):
    """Return the sufficient statistics of a list of scores."""
    sums = ExactSums()
    for score in scores:
        sums.add(score)
    return sums.moments()


@pytest.fixture(scope="session")
def visit():
    return make_visit


@pytest.fixture(scope="session")
def visits():
    return make_visits


@pytest.fixture(scope="session")
def moments():
    return moments_of
