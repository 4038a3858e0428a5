"""Reading report files: what is accepted, and the fault that is told of what is not."""

import json
import os

import pytest

from asiakaskunto_cli.report.read import (
    DetailReader,
    Fault,
    UnusableReportError,
    read_record,
    read_report,
)
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.seal import Seal, _sealed


@pytest.fixture
def write(tmp_path):
    def run(content):
        path = tmp_path / "raportti.json"
        path.write_bytes(content)
        return path

    return run


def read_detail(path):
    return DetailReader().read(path)


def resealed(content, **changes):
    """Return a whole file of other content, as another version of kunto might write it."""
    document = json.loads(content)
    del document["sha256"]
    return _sealed(document | changes)


def test_report_comes_back_as_it_was_written(write, content, make_report):
    assert read_report(write(content)) == make_report()


def test_reformatted_report_comes_back_too(write, content, make_report):
    path = write(json.dumps(json.loads(content), indent=4).encode())
    assert read_report(path) == make_report()
    assert read_record(path)[1] is Seal.REFORMATTED


def test_record_says_the_same_as_the_report(write, content):
    path = write(content)
    report = read_report(path)
    record, seal = read_record(path)
    assert seal is Seal.WHOLE
    assert record == VisitRecord(
        file=str(path),
        report_id=report.report_id,
        supersedes=report.supersedes,
        status=report.status,
        entry=report.entry,
        wave=report.wave,
        site=report.site.id,
        site_name=report.site.name,
        method=report.visit.method,
        channel=report.visit.channel,
        evaluator=report.visit.evaluator,
        visited_at=report.visit.visited_at,
        checklist=report.checklist.id,
        checklist_version=report.checklist.version,
        scoring_sha256=report.checklist.scoring_sha256,
        in_index=report.checklist.index,
        area_weights=report.area_weights,
        score=report.scores.score,
        areas=report.scores.areas,
        completeness=report.scores.completeness,
        outcome=report.outcome,
        level=report.level,
        target=report.target,
        critical_failed=tuple(report.gates.critical_failed),
        core_failed=tuple(report.gates.core_failed),
        critical_unchecked=tuple(report.gates.critical_unchecked),
        core_unchecked=tuple(report.gates.core_unchecked),
    )
    assert None not in (getattr(record, name) for name in ("score", "target", "evaluator"))


def inside(content, member):
    """Return the report with one more member, first of all."""
    return content.replace(b"{\n", b"{\n " + member + b",\n", 1)


DAMAGED = {
    "empty": lambda _content: b"",
    "truncated": lambda content: content[: len(content) // 2],
    "filled with NUL": lambda content: b"\0" * len(content),
    "duplicate key": lambda content: inside(content, b'"kind": "report"'),
    "NaN": lambda content: inside(content, b'"x": NaN'),
    "minus infinity": lambda content: inside(content, b'"x": -Infinity'),
    "too large a number": lambda content: inside(content, b'"x": 1e999'),
    "5000 digits": lambda content: inside(content, b'"x": ' + b"9" * 5000),
    "lone surrogate": lambda content: inside(content, b'"x": "\\ud800"'),
    "deep": lambda content: inside(content, b'"x": ' + b"[" * 100_000 + b"]" * 100_000),
    "Latin-1": lambda content: content.decode().encode("latin-1", "replace"),
    "UTF-16": lambda content: content.decode().encode("utf-16"),
    "a second document": lambda content: content + content,
    "a key is missing": lambda _content: _sealed({"kind": "report", "schema_version": 1}),
    "an older version": lambda content: resealed(content, schema_version=0),
    "a wrong type": lambda content: resealed(content, site="none"),
    "no such level": lambda content: resealed(content, level="superb"),
    "reformatted of a wrong type": lambda content: json.dumps(
        json.loads(resealed(content, site="none"))
    ).encode(),
}


@pytest.mark.parametrize("read", [read_report, read_record, read_detail])
@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_file_is_named(write, content, read, name):
    path = write(DAMAGED[name](content))
    with pytest.raises(UnusableReportError) as refused:
        read(path)
    assert (refused.value.file, refused.value.fault) == (str(path), Fault.DAMAGED)


@pytest.mark.parametrize("depth", [100, 300, 500, 900, 990])
def test_nesting_of_any_depth_is_refused_without_a_traceback(write, content, depth):
    path = write(inside(content, b'"x": ' + b"[" * depth + b"]" * depth))
    with pytest.raises(UnusableReportError):
        read_report(path)


OTHER_KINDS = {
    "a list": b"[]\n",
    "a text": b'"report"\n',
    "null": b"null\n",
    "an empty map": b"{}\n",
    "another kind": b'{"kind": "comparison", "schema_version": 1}\n',
}


@pytest.mark.parametrize("read", [read_report, read_record, read_detail])
@pytest.mark.parametrize("name", OTHER_KINDS)
def test_file_of_another_kind_is_no_report(write, read, name):
    with pytest.raises(UnusableReportError) as refused:
        read(write(OTHER_KINDS[name]))
    assert refused.value.fault is Fault.NOT_A_REPORT


@pytest.mark.parametrize("read", [read_report, read_record, read_detail])
def test_whole_file_of_another_kind_is_no_report(write, content, read):
    with pytest.raises(UnusableReportError) as refused:
        read(write(resealed(content, kind="draft")))
    assert refused.value.fault is Fault.NOT_A_REPORT


@pytest.mark.parametrize("read", [read_report, read_record, read_detail])
@pytest.mark.parametrize(
    "make",
    [
        lambda content: resealed(content, schema_version=2),
        lambda content: resealed(content, schema_version=2, added=[1]),
        lambda content: content.replace(b'"schema_version": 1', b'"schema_version": 2'),
    ],
)
def test_newer_version_is_named(write, content, read, make):
    with pytest.raises(UnusableReportError) as refused:
        read(write(make(content)))
    assert (refused.value.fault, refused.value.detail) == (Fault.NEWER_VERSION, "2")


@pytest.mark.parametrize("read", [read_report, read_record, read_detail])
def test_altered_report_is_refused(write, content, read):
    with pytest.raises(UnusableReportError) as refused:
        read(write(content.replace(b"2026-Q4", b"2026-Q3")))
    assert refused.value.fault is Fault.ALTERED


def test_missing_file_folder_and_pipe_are_unreadable(tmp_path):
    os.mkfifo(tmp_path / "putki.json")
    (tmp_path / "kansio.json").mkdir()
    for name in ("putki.json", "kansio.json", "puuttuu.json"):
        with pytest.raises(UnusableReportError) as refused:
            read_report(tmp_path / name)
        assert refused.value.fault is Fault.UNREADABLE
        assert name in refused.value.detail
