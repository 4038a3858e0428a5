"""Visits for the analyses, with everything that a test does not name.

A record is made up of its figures; a detail is scored from answers, as a visit really is.
"""

from datetime import UTC, datetime, timedelta

import pytest

from asiakaskunto_cli.analysis.moments import ExactSums
from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.opening import Opening, Rules
from asiakaskunto_cli.report.partial import detail_of
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.response import Response
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


def make_detail(checklist, answers, *, day=0, **facts):
    """Return a visit with these answers; an answer may be a Response, other names are facts."""
    responses = {
        name: answer if isinstance(answer, Response) else Response(answer=answer)
        for name, answer in answers.items()
    }
    moment = FIRST_DAY + timedelta(days=day)
    opening = Opening(
        **{
            "kunto_version": "0.1.0",
            "report_id": f"01890000-0000-7000-8000-{day:012x}",
            "status": Status.FINAL,
            "programme": None,
            "wave": "2026-Q4",
            "language": checklist.languages[0],
            "entry": Entry.LIVE,
            "site": Site(id="keskusta", name="Keskusta"),
            "method": checklist.methods[0],
            "scenario": None,
            "channel": None,
            "evaluator": "A",
            "visited_at": moment,
            "started_at": moment,
            "target": None,
            "rules": Rules.of(Policy()),
        }
        | facts
    )
    report = build_report(checklist, opening, Closing(responses, "", moment))
    return detail_of(report, checklist, f"detail-{day}.json")


def make_details(checklist, visits, *, day=0, **facts):
    """Return one visit for every map of answers, a day apart."""
    return [
        make_detail(checklist, answers, day=day + number, **facts)
        for number, answers in enumerate(visits)
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
def detail():
    return make_detail


@pytest.fixture(scope="session")
def details():
    return make_details


@pytest.fixture(scope="session")
def moments():
    return moments_of
