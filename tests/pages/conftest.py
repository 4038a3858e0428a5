"""Results for the pages: real reports of a small checklist, and light records of many visits."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from asiakaskunto_cli.analysis.site import summarise
from asiakaskunto_cli.analysis.site_results import site_results
from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.checklist.practices import Practice
from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.folder import Collection
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.opening import Opening, Rules
from asiakaskunto_cli.report.partial import detail_of
from asiakaskunto_cli.report.read import Fault, UnusableReportError
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.seal import Seal
from asiakaskunto_cli.report.verify import (
    BrokenEvidence,
    CheckedReport,
    EvidenceFault,
    Verification,
)
from asiakaskunto_cli.report.versions import Left, LeftOut
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.source.finding import Finding, Position, Severity
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.visit.draft import Draft
from asiakaskunto_cli.words import Area, Entry, Level, Method, Outcome, Status

CHECKLIST = Path(__file__).with_name("small_checklist.yaml").read_bytes()
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

ANSWERS = {
    "noticed": Response(answer=11),
    "greeted": Response(answer=False, why="Everyone looked at\nthe new till."),
    "smile": Response(answer=4, note="Smiled [sic] :smile:"),
    "needs": Response(answer=True),
    "solution": Response(answer="partly", why_declined=True),
    "stock": Response(not_applicable=True, na_reason="Nothing was asked for."),
    "price": Response(not_observed=True),
    "recommend": Response(answer=8),
    "words": Response(answer="The queue was long.\nIt moved well."),
    "chosen": Response(answer="drawn"),
}


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def load(content):
    loaded = load_checklist(read_text("small.yaml", content))
    assert loaded.findings == ()
    return loaded.checklist


def make_opening(**facts):
    """Return the opening of a visit; every fact of it can be named."""
    return Opening(
        **{
            "kunto_version": "0.1.0",
            "report_id": "01890000-0000-7000-8000-000000000001",
            "status": Status.FINAL,
            "programme": None,
            "wave": "2026-Q4",
            "language": "en",
            "entry": Entry.ANSWERS,
            "site": Site(id="keskusta", name="Keskustan myymälä"),
            "method": Method.TEST,
            "scenario": None,
            "channel": "shop",
            "evaluator": "A1",
            "visited_at": NOON,
            "started_at": NOON,
            "target": Level.EXCELLENT,
            "rules": Rules.of(Policy()),
        }
        | facts
    )


def make_report(answers=None, checklist=None, note="", **facts):
    """Return the report of a visit; every fact of the opening can be named."""
    responses = ANSWERS if answers is None else answers
    closing = Closing(responses, note, NOON)
    return build_report(checklist or load(CHECKLIST), make_opening(**facts), closing)


def make_draft(events=(), **facts):
    """Return an unfinished visit in which these events happened, half an hour after it began."""
    moment = (NOON + timedelta(minutes=30)).isoformat()
    happened = tuple((moment, event) for event in events)
    opening = make_opening(**facts)
    return Draft(Path("draft.jsonl"), Path("reports"), opening, load(CHECKLIST), happened)


def make_verification(*, with_every_fault=True):
    """Return what a check found: nothing wrong, or everything that can be."""
    whole = CheckedReport("whole.json", "id-1", None, Seal.WHOLE, 2, ())
    if not with_every_fault:
        return Verification((whole,), (), ())
    name = "0" * 16 + ".jpg"
    broken = tuple(BrokenEvidence("greeted", name, fault) for fault in EvidenceFault)
    reports = (
        whole,
        CheckedReport("photos.json", "id-2", None, Seal.WHOLE, 4, broken),
        CheckedReport("pretty.json", "id-3", "id-1", Seal.REFORMATTED, 0, ()),
    )
    collection = make_collection(with_every_fault=True)
    return Verification(reports, collection.unusable, collection.left_out)


def make_record(score=80.0, *, day=0, areas=None, **facts):
    """Return a light record of a visit that counts."""
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
            "visited_at": NOON + timedelta(days=day),
            "checklist": "testi",
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


def make_wave(scores, *, wave="2026-Q4", day=0, **facts):
    """Return one record per score, a day apart, in files of their own."""
    stem = f"{facts.get('site', 'keskusta')}-{facts.get('method', Method.TEST)}-{wave}"
    return [
        make_record(score, day=day + number, wave=wave, **{"file": f"{stem}-{number}.json"} | facts)
        for number, score in enumerate(scores)
    ]


def make_collection(records=(), *, with_every_fault=False):
    """Return the records as a collection, if asked with every kind of file that does not count."""
    if not with_every_fault:
        return Collection(tuple(records), (), (), ())
    unusable = [
        UnusableReportError("unreadable.json", Fault.UNREADABLE, "Permission denied."),
        UnusableReportError("damaged.json", Fault.DAMAGED),
        UnusableReportError("altered.json", Fault.ALTERED),
        UnusableReportError("other.json", Fault.NOT_A_REPORT),
        UnusableReportError("newer.json", Fault.NEWER_VERSION, "7"),
    ]
    left_out = [
        LeftOut("copy (1).json", Left.DUPLICATE, "copy.json"),
        LeftOut("old.json", Left.SUPERSEDED, "new.json"),
    ]
    return Collection(tuple(records), tuple(unusable), tuple(left_out), ("pretty.json",))


def uncounted_records():
    """Return a record for every reason not to count a sound visit."""
    return [
        make_record(file="rehearsed.json", status=Status.REHEARSAL),
        make_record(file="taken-back.json", status=Status.WITHDRAWN),
        make_record(file="staff.json", in_index=False),
        make_record(file="half.json", outcome=Outcome.INCOMPLETE),
        make_record(file="empty.json", score=None, areas=dict.fromkeys(Area)),
    ]


PRACTICES = {
    "greet-first": Practice(
        id="greet-first",
        title={"en": "Greet first", "fi": "Tervehdi ensin"},
        text={"en": "Somebody watches the door.", "fi": "Joku katsoo ovelle."},
        source="Ihan parasta -blogi",
    ),
    "settle-at-once": Practice(
        id="settle-at-once", title="Settle it at once", text="Whoever takes it on ends it."
    ),
    "never-named": Practice(id="never-named", title="Never named", text="By nobody."),
}

FINDINGS = [
    Finding("a.yaml", Position(3, 7), "K201", "Unknown key “titel”.", "Did you mean “title”?"),
    Finding("a.yaml", Position(9, 1), "K309", "A gate on a text.", "Remove it.", Severity.WARNING),
]
UNREADABLE = {"b.yaml": BadInputError("b.yaml is a folder.", remedy="Name a file.")}


@pytest.fixture(scope="session")
def checklist():
    return load(CHECKLIST)


@pytest.fixture(scope="session")
def checklist_of():
    return load


@pytest.fixture(scope="session")
def answers():
    return ANSWERS


@pytest.fixture(scope="session")
def report_of():
    return make_report


@pytest.fixture(scope="session")
def record():
    return make_record


@pytest.fixture(scope="session")
def wave():
    return make_wave


@pytest.fixture(scope="session")
def collection_of():
    return make_collection


@pytest.fixture(scope="session")
def uncounted():
    return uncounted_records


@pytest.fixture(scope="session")
def practices():
    return PRACTICES


@pytest.fixture(scope="session")
def findings():
    return FINDINGS


@pytest.fixture(scope="session")
def unreadable():
    return UNREADABLE


@pytest.fixture(scope="session")
def draft():
    return make_draft


@pytest.fixture(scope="session")
def verification():
    return make_verification


def make_details():
    """Return seven visits of one site, by two methods, that answered differently."""
    by_visit = [
        (Method.TEST, {}),
        (Method.TEST, {"greeted": Response(answer=True), "smile": Response(answer=5)}),
        (Method.TEST, {"solution": Response(answer="all", why="They had my size.")}),
        (Method.OBSERVE, {"noticed": Response(answer=5), "chosen": Response(answer="known")}),
        (Method.OBSERVE, {"noticed": Response(answer="never"), "needs": Response(answer=False)}),
        (Method.OBSERVE, {"greeted": Response(answer=True), "recommend": Response(answer=10)}),
        (Method.OBSERVE, {"solution": Response(answer="none-of-it", why="Sold out.")}),
    ]
    checklist = load(CHECKLIST)
    found = []
    for number, (method, answers) in enumerate(by_visit):
        facts = {
            "method": method,
            "report_id": f"01890000-0000-7000-8000-00000000000{number}",
            "visited_at": NOON + timedelta(days=number),
            "channel": "web" if number % 3 == 0 else "shop",
        }
        report = make_report(ANSWERS | answers, checklist, **facts)
        found.append(detail_of(report, checklist, f"visit-{number}.json"))
    return found


@pytest.fixture
def details():
    return make_details()


@pytest.fixture(scope="session")
def results_of():
    """From the visits of one site to its results."""

    def results(visits):
        (summary,) = summarise([one.record for one in visits], Policy())
        return site_results(summary, visits, min_group=3)

    return results
