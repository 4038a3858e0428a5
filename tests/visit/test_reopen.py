"""A report that is opened again says the same, item by item, and finishes to the same answers."""

from datetime import UTC, datetime, timedelta

import pytest

from asiakaskunto_cli.report.model import EvidenceFile
from asiakaskunto_cli.report.successor import Succession, with_evidence, withdrawn
from asiakaskunto_cli.visit.draft import DraftWriter, read_draft
from asiakaskunto_cli.visit.events import (
    Amended,
    Answered,
    Attached,
    Closed,
    Declined,
    Explained,
    Finished,
    NotApplicable,
    Noted,
    NotObserved,
    Reasoned,
)
from asiakaskunto_cli.visit.finish import report_of
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.reopen import events_of, opening_again
from asiakaskunto_cli.words import Status

MOMENT = "2026-11-16T14:10:00+02:00"
LATER = datetime(2026, 11, 20, 9, tzinfo=UTC)
WHY = Succession("01a20107-c605-775a-a37e-ac39b21a13b8", "Wrong shop.")

VISITS = {
    "everything": [
        Answered(item="tervehdys", answer=False),
        Explained(item="tervehdys", text="Kassa oli\nrikki."),
        Attached(item="tervehdys", file="0" * 16 + ".jpg", sha256="0" * 64, bytes=7),
        Answered(item="syy", answer="huoli"),
        Answered(item="vire", answer=3),
        Explained(item="vire", text="Hymyili."),
        Answered(item="suosittelu", answer=0),
        Declined(item="suosittelu"),
        Answered(item="keinot", answer=[]),
        Answered(item="odotus", answer="never"),
        Answered(item="luvattu", answer=2.5),
        Answered(item="huomatut", answer={"k": 0, "n": 0}),
        Noted(item="huomatut", text="Ei ketään."),
        Answered(item="jono", answer=12),
        Answered(item="sanat", answer="Moi."),
        Closed(text="Sateinen päivä."),
    ],
    "nothing-applies": [
        NotApplicable(item="tervehdys"),
        Reasoned(item="tervehdys", text="Suljettu."),
        NotObserved(item="vire"),
        Noted(item="suosittelu", text="Ei vastannut."),
        NotApplicable(item="keinot"),
    ],
    "condition-turned-off": [
        Answered(item="tervehdys", answer=False),
        Explained(item="tervehdys", text="Kiire."),
        Answered(item="syy", answer="kiire"),
        Answered(item="tervehdys", answer=True),
    ],
    "nothing": [],
}


@pytest.fixture(params=VISITS)
def report(request, everything, opening, play):
    interview = play(Interview(everything, opening.facts()), *VISITS[request.param], Finished())
    return report_of(everything, opening, interview, MOMENT)


def test_the_draft_of_a_report_finishes_to_the_same_report(report, everything, tmp_path):
    again = opening_again(report, WHY, LATER)
    events = events_of(report, LATER)
    writer = DraftWriter.create(tmp_path / "drafts", again, everything, tmp_path, events)
    writer.close()
    draft = read_draft(writer.path)
    interview = draft.replay()
    assert interview.asking is Asking.REVIEW
    assert draft.last_moment == LATER
    interview.apply(Finished(), LATER.isoformat())
    finished = report_of(draft.checklist, draft.opening, interview, LATER.isoformat())
    changed = {
        "report_id": WHY.report_id,
        "supersedes": report.report_id,
        "supersede_reason": "Wrong shop.",
        "visit": report.visit.model_copy(update={"started_at": LATER, "finished_at": LATER}),
    }
    assert finished == report.model_copy(update=changed)


def test_a_fact_can_be_amended_on_the_way(report, everything, play):
    again = opening_again(report, WHY, LATER)
    interview = Interview(everything, again.facts())
    for moment, event in events_of(report, LATER):
        interview.apply(event, moment)
    play(interview, Amended(wave="2026-Q3"), Finished())
    assert report_of(everything, again, interview, MOMENT).wave == "2026-Q3"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Status.FINAL, Status.FINAL),
        (Status.WITHDRAWN, Status.FINAL),
        (Status.REHEARSAL, Status.REHEARSAL),
    ],
)
def test_a_withdrawn_visit_counts_again_and_a_rehearsal_stays_one(report, before, after):
    old = report.model_copy(update={"status": before})
    assert opening_again(old, WHY, LATER).status is after


def test_what_is_withdrawn_keeps_its_content(report):
    new = withdrawn(report, WHY)
    changed = {
        "report_id": WHY.report_id,
        "supersedes": report.report_id,
        "supersede_reason": "Wrong shop.",
        "status": Status.WITHDRAWN,
    }
    assert new == report.model_copy(update=changed)


def test_evidence_is_added_to_one_item_only(report):
    evidence = EvidenceFile(
        file="1" * 16, sha256="1" * 64, bytes=3, added_at=LATER + timedelta(minutes=1)
    )
    new = with_evidence(report, "vire", evidence, WHY)
    before = {item.id: item.evidence for item in report.items}
    assert {item.id: item.evidence for item in new.items} == {
        **before,
        "vire": [*before["vire"], evidence],
    }
    assert new.status is report.status


def test_evidence_of_an_unknown_item_is_refused(report):
    evidence = EvidenceFile(file="1" * 16, sha256="1" * 64, bytes=3, added_at=LATER)
    with pytest.raises(LookupError):
        with_evidence(report, "ei-ole", evidence, WHY)
