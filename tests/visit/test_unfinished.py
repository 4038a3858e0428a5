"""Unfinished visits: which belong together, which are ghosts, what goes with a discarded one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from asiakaskunto_cli.errors import DiskError
from asiakaskunto_cli.report.folder import evidence_folder
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.visit.discard import discard
from asiakaskunto_cli.visit.draft import DraftWriter, read_draft
from asiakaskunto_cli.visit.events import Answered, Finished
from asiakaskunto_cli.visit.evidence import store_evidence
from asiakaskunto_cli.visit.finish import publish_report, report_of
from asiakaskunto_cli.visit.unfinished import (
    Kind,
    begun_before,
    correction_of,
    has_report,
    retire_if_reported,
    sound_drafts,
)
from asiakaskunto_cli.words import Method, Status, uuid7

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
KIND = Kind("lyhyt", "asema", Method.OBSERVE, Status.FINAL)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "drafts"


@pytest.fixture
def reports(tmp_path):
    return tmp_path / "reports"


@pytest.fixture
def begin(folder, reports, opening, plain):
    """Return a function that leaves a visit unfinished and returns its draft."""

    def run(number=1, events=(), hours=0, **facts):
        report_id = uuid7(1_790_000_000_000 + number, number)
        changes = {"report_id": report_id, "started_at": NOON, **facts}
        moment = (NOON + timedelta(hours=hours)).isoformat()
        said = [(moment, event) for event in (Answered(item="eka", answer=True), *events)]
        own = opening.model_copy(update=changes)
        writer = DraftWriter.create(folder, own, plain, reports, said)
        writer.close()
        return read_draft(writer.path)

    return run


@pytest.fixture
def finish(begin):
    """Return a function that leaves the ghost of a visit: its report and its draft are there."""

    def run(number=1):
        draft = begin(number, [Answered(item="toka", answer=True), Finished()])
        report = report_of(draft.checklist, draft.opening, draft.replay(), NOON.isoformat())
        publish_report(report, draft.reports)
        return draft

    return run


def test_of_several_visits_like_this_one_the_last_touched_is_offered(begin, folder):
    begin(1, hours=5)
    touched_last = begin(2, hours=7)
    begin(3, hours=6)
    assert begun_before(KIND, folder) == touched_last


@pytest.mark.parametrize(
    "facts",
    [
        {"site": Site(id="tori", name="Tori")},
        {"method": Method.TEST},
        {"status": Status.REHEARSAL},
        {"supersedes": uuid7(1, 1), "supersede_reason": "Virhe."},
    ],
    ids=["site", "method", "rehearsal", "correction"],
)
def test_another_kind_of_visit_is_not_offered(begin, folder, facts):
    begin(**facts)
    assert begun_before(KIND, folder) is None


def test_the_visit_of_another_checklist_is_not_offered(begin, folder):
    begin()
    assert begun_before(replace(KIND, checklist_id="toinen"), folder) is None


def test_without_drafts_nothing_is_offered(folder):
    assert begun_before(KIND, folder) is None
    assert correction_of(uuid7(1, 1), folder) is None


def test_a_damaged_draft_hides_no_other(begin, folder):
    whole = begin(2)
    (folder / f"{uuid7(5, 5)}.jsonl").write_bytes(b"{\n")
    assert list(sound_drafts(folder)) == [whole]
    assert begun_before(KIND, folder) == whole


def test_the_correction_of_a_report_is_found(begin, folder):
    begin(1)
    correction = begin(2, supersedes=uuid7(9, 9), supersede_reason="Virhe.")
    assert correction_of(uuid7(9, 9), folder) == correction
    assert correction_of(uuid7(8, 8), folder) is None


def test_a_draft_whose_report_is_there_is_a_ghost_and_goes(finish, folder, reports):
    ghost = finish()
    assert has_report(ghost)
    assert begun_before(KIND, folder) is None
    assert retire_if_reported(ghost)
    assert not ghost.path.exists()
    assert len(list(reports.glob("*.json"))) == 1


def test_a_finished_draft_without_its_report_stays(begin):
    draft = begin(1, [Answered(item="toka", answer=True), Finished()])
    assert not retire_if_reported(draft)
    assert draft.path.exists()


def test_a_ghost_that_is_open_in_another_window_is_left_to_it(finish):
    ghost = finish()
    writer = DraftWriter.reopen(ghost.path)
    assert not retire_if_reported(ghost)
    writer.close()
    assert ghost.path.exists()


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "kuitti.jpg"
    path.write_bytes(b"kuitti")
    return path


def test_a_discarded_draft_goes_with_the_evidence_that_only_it_holds(begin, reports, photo):
    draft, other = begin(1), begin(2)
    folders = [evidence_folder(reports, one.opening.report_id) for one in (draft, other)]
    for one in folders:
        store_evidence(photo, one)
    discard(draft.path)
    assert [one.exists() for one in (draft.path, other.path, *folders)] == [
        False,
        True,
        False,
        True,
    ]


def test_the_evidence_of_a_written_report_stays_when_its_ghost_is_discarded(finish, reports, photo):
    ghost = finish()
    kept = evidence_folder(reports, ghost.opening.report_id)
    store_evidence(photo, kept)
    discard(ghost.path)
    assert (ghost.path.exists(), len(list(kept.iterdir()))) == (False, 1)


def test_what_kunto_did_not_put_there_stays(begin, reports, photo):
    draft = begin()
    folder = evidence_folder(reports, draft.opening.report_id)
    store_evidence(photo, folder)
    (folder / "oma.txt").write_text("oma")
    discard(draft.path)
    assert [path.name for path in folder.iterdir()] == ["oma.txt"]


def test_a_link_in_the_place_of_evidence_is_not_followed(begin, reports, tmp_path):
    draft = begin()
    elsewhere = tmp_path / "muualla"
    elsewhere.mkdir()
    (elsewhere / ("0" * 16)).touch()
    folder = evidence_folder(reports, draft.opening.report_id)
    folder.parent.mkdir(parents=True)
    folder.symlink_to(elsewhere)
    discard(draft.path)
    assert len(list(elsewhere.iterdir())) == 1


def test_a_damaged_draft_can_be_discarded(folder):
    folder.mkdir()
    broken = folder / f"{uuid7(5, 5)}.jsonl"
    broken.write_bytes(b"{\n")
    discard(broken)
    assert not broken.exists()


def test_a_draft_that_is_open_in_another_window_is_not_discarded(begin):
    draft = begin()
    writer = DraftWriter.reopen(draft.path)
    with pytest.raises(DiskError):
        discard(draft.path)
    writer.close()
    assert draft.path.exists()
