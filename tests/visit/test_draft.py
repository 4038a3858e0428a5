"""The draft on the disk: what was acknowledged comes back; what is damaged is said."""

import errno
import getpass
import json
import os
import socket
import stat
from pathlib import Path

import pytest

from asiakaskunto_cli.errors import BadInputError, DiskError
from asiakaskunto_cli.files.append_log import AppendLog
from asiakaskunto_cli.visit.draft import DraftWriter, drafts_in, read_draft
from asiakaskunto_cli.visit.events import Answered, Explained, Finished, Moved, Noted
from asiakaskunto_cli.visit.finish import report_of
from asiakaskunto_cli.visit.interview import Asking

MOMENT = "2026-11-16T14:10:00+02:00"
LATER = "2026-11-16T14:25:00+02:00"
EVENTS = (
    (MOMENT, Answered(item="tervehdys", answer=False)),
    (LATER, Explained(item="tervehdys", text="Kiire, sanoi: ”hetki”.")),
)
DAMAGED = "is damaged, or from a newer kunto."


@pytest.fixture
def folder(tmp_path):
    """Return the drafts folder; it is not there yet."""
    return tmp_path / "state" / "drafts"


@pytest.fixture
def writer(folder, tmp_path, opening, everything):
    """Return a writer of a draft with nothing in it."""
    with_it = DraftWriter.create(folder, opening, everything, tmp_path / "reports")
    yield with_it
    with_it.close()


@pytest.fixture
def path(writer):
    """Return the file of a draft with two events, which nobody has open."""
    for moment, event in EVENTS:
        writer.record(event, moment)
    writer.close()
    return writer.path


def refused(path):
    """Return what is said of a draft that cannot be used."""
    with pytest.raises(BadInputError) as caught:
        read_draft(path)
    assert caught.value.remedy == "Update kunto; if that does not help, start the visit again."
    return caught.value.message


def test_a_draft_comes_back_whole(path, tmp_path, opening, everything):
    draft = read_draft(path)
    assert (draft.reports, draft.opening) == (tmp_path / "reports", opening)
    assert (draft.checklist, draft.events) == (everything, EVENTS)
    assert path.name == f"{opening.report_id}.jsonl"
    assert draft.short_id == opening.report_id[-8:] == "b21a13b7"
    assert draft.last_moment.isoformat() == LATER
    interview = draft.replay()
    assert (interview.item.id, interview.asking) == ("syy", Asking.ANSWER)
    assert interview.response("tervehdys").why == "Kiire, sanoi: ”hetki”."


def test_a_draft_with_no_answers_yet_was_touched_when_it_began(writer, opening):
    draft = read_draft(writer.path)
    assert (draft.events, draft.last_moment) == ((), opening.started_at)


def test_a_draft_is_its_owners_only(path, folder):
    modes = {stat.S_IMODE(one.stat().st_mode) for one in (folder, folder.parent)}
    assert (modes, stat.S_IMODE(path.stat().st_mode)) == ({0o700}, 0o600)
    assert list(folder.iterdir()) == [path]


def test_a_last_line_that_was_cut_off_in_mid_write_is_left_out_and_written_over(path):
    whole = path.read_bytes()
    for kept in (1, 20, 60):
        path.write_bytes(whole + b'{"at": "2026-11-16T14:30:00+02:00", "event": "finished"}'[:kept])
        assert read_draft(path).events == EVENTS
    writer = DraftWriter.reopen(path)
    writer.record(Moved(item=None), LATER)
    writer.close()
    assert read_draft(path).events == (*EVENTS, (LATER, Moved(item=None)))


def line(**event):
    return json.dumps(event).encode()


LINES = {
    "no-json": b"\xff\xfe{",
    "cut": b'{"at": "2026-11-16T14:30:00+02:00", "eve',
    "empty": b"",
    "null": b"null",
    "a-list": b"[]",
    "a-number": b"5",
    "deep": b"[" * 100_000,
    "no-moment": line(event="finished"),
    "a-number-for-a-moment": line(at=5, event="finished"),
    "a-moment-without-an-offset": line(at="2026-11-16T14:30:00", event="finished"),
    "no-date": line(at="eilen", event="finished"),
    "unknown-event": line(at=MOMENT, event="exploded"),
    "unknown-key": line(at=MOMENT, event="finished", why="a"),
    "unknown-item": line(at=MOMENT, event="noted", item="zzz", text="a"),
    "moved-nowhere": line(at=MOMENT, event="moved", item="zzz"),
    "illegal-answer": line(at=MOMENT, event="answered", item="vire", answer=4),
    "answer-of-another-type": line(at=MOMENT, event="answered", item="tervehdys", answer="k"),
}


@pytest.mark.parametrize("bad", LINES.values(), ids=LINES)
def test_a_line_that_cannot_have_happened_is_damage(path, bad):
    path.write_bytes(path.read_bytes() + bad + b"\n")
    assert DAMAGED in refused(path)


def test_a_damaged_line_in_the_middle_is_damage(path):
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([lines[0], lines[1][:-5], *lines[2:]]))
    assert DAMAGED in refused(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda _first: b"",
        lambda first: first[: len(first) // 2],
        lambda _first: b"[" * 100_000,
        lambda first: first.replace(b'"kind": "draft"', b'"kind": "report"'),
        lambda first: first.replace(b'"type": "nps"', b'"type": "nsp"'),
        lambda first: first.replace(b'"type": "nps"', b'"type": "text"', 1).replace(b"0.5", b"5"),
        lambda first: first.replace(b'"schema_version": 1', b'"schema_version": 2'),
        lambda first: first.replace(b'"opening"', b'"uusi": 1, "opening"'),
    ],
    ids=["empty", "half", "deep", "kind", "type", "range", "newer", "newer-key"],
)
def test_a_damaged_or_newer_first_line_is_said(path, change):
    first, rest = path.read_bytes().split(b"\n", 1)
    path.write_bytes(change(first) + b"\n" + rest)
    assert refused(path) == f"The draft {path} {DAMAGED}"


def test_an_empty_file_is_no_draft(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"")
    assert DAMAGED in refused(path)


def test_a_draft_is_open_in_one_window_at_a_time(writer):
    with pytest.raises(DiskError, match="is open in another window"):
        DraftWriter.reopen(writer.path)
    writer.close()
    DraftWriter.reopen(writer.path).close()


def test_an_event_that_cannot_be_written_is_told_and_the_draft_ends_before_it(writer, monkeypatch):
    writer.record(Answered(item="tervehdys", answer=True), MOMENT)

    def full(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("asiakaskunto_cli.files.append_log.write_all", full)
        with pytest.raises(DiskError, match="No space left"):
            writer.record(Answered(item="vire", answer=1), LATER)
    assert read_draft(writer.path).events == ((MOMENT, Answered(item="tervehdys", answer=True)),)


def test_no_draft_is_begun_where_the_report_could_not_be_named(folder, opening, everything):
    reports = Path(os.fsdecode(b"/tmp/h\xe9"))
    with pytest.raises(BadInputError, match=r"h\\udce9 has a name that is no Unicode text"):
        DraftWriter.create(folder, opening, everything, reports)
    assert not folder.exists()


def test_retiring_removes_the_draft_and_may_be_repeated(writer, folder):
    writer.retire()
    assert list(folder.iterdir()) == []
    writer.retire()


def test_drafts_are_listed_by_their_age_and_nothing_else_is(folder, path):
    assert list(drafts_in(folder.parent / "missing")) == []
    older = folder / "00000000-0000-7000-8000-000000000000.jsonl"
    AppendLog.create(older, b"x").close()
    (folder / "muu.txt").touch()
    (folder / ".abc.tmp").touch()
    assert list(drafts_in(folder)) == [older, path]


def test_nothing_of_the_user_the_computer_or_its_folders_is_in_the_report(
    path, tmp_path, monkeypatch
):
    draft = read_draft(path)
    interview = draft.replay()
    for event in (Noted(item="vire", text="Sade."), Moved(item=None), Finished()):
        interview.apply(event, LATER)
    report = report_of(draft.checklist, draft.opening, interview, LATER).model_dump_json()
    monkeypatch.delenv("LOGNAME", raising=False)
    private = {str(tmp_path), str(Path.home()), socket.gethostname(), "reports/", "state/"}
    user = getpass.getuser()
    assert [word for word in private if word in report] == []
    assert f'"{user}"' not in report
