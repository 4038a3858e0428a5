"""Hundreds of files with everything among them that is no visit: named, counted, never mixed in."""

import json
from collections import Counter
from pathlib import Path

import pytest

from asiakaskunto_cli.analysis.reduce import Reason, reduce_visits
from asiakaskunto_cli.files import ahead
from asiakaskunto_cli.report import index, light
from asiakaskunto_cli.report.folder import collect
from asiakaskunto_cli.report.listing import HANDFUL, Listing
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.read import Fault
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.report.versions import Left
from asiakaskunto_cli.words import Status

VISITS = 240
EVERY = 5
OF_A_KIND = 6


@pytest.fixture(autouse=True)
def small_steps(monkeypatch, tmp_path):
    """Read a few files at a time, by two processes; let files be old enough to be remembered."""
    monkeypatch.setenv("KUNTO_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(light, "AT_ONCE", 50)
    monkeypatch.setattr(ahead, "PAYS_FROM", 10)
    monkeypatch.setattr(index, "TICK_NS", -60_000_000_000)


@pytest.fixture
def folder(tmp_path, make_report):
    """Return a folder of visits; beside every fifth there is something else."""
    folder = tmp_path / "raportit"
    folder.mkdir()
    for number in range(VISITS):
        place = Site(id=f"s{number % 7}", name=f"Paikka {number % 7}")
        report = make_report(number, site=place, wave=f"2026-Q{1 + number % 4}")
        (folder / f"{number:04}.json").write_bytes(sealed(report))
        if number % EVERY == 0:
            name, content = BESIDE[number // EVERY % len(BESIDE)](report, make_report)
            (folder / f"{number:04}{name}.json").write_bytes(content)
    return folder


def damaged(report, _make):
    return "-damaged", sealed(report)[:900]


def altered(report, _make):
    return "-altered", sealed(report).replace(b'"score": 87', b'"score": 12', 1)


def foreign(_report, _make):
    return "-foreign", b'{"kind": "invoice"}'


def newer_version(report, _make):
    document = report.model_dump(mode="json") | {"schema_version": 2}
    return "-newer", json.dumps(document).encode()


def copy(report, _make):
    return " (1)", sealed(report)


def corrected(report, make):
    """Return the newer version of the visit, which comes first by its name."""
    number = int(report.report_id[-4:], 16) + 0x1000
    newer = make(number, supersedes=report.report_id, site=report.site, wave=report.wave)
    return "-", sealed(newer)


def withdrawn(report, make):
    """Return the withdrawal of the visit, which comes last by its name."""
    number = int(report.report_id[-4:], 16) + 0x2000
    newer = make(number, supersedes=report.report_id, site=report.site, status=Status.WITHDRAWN)
    return "_", sealed(newer)


def laid_out_anew(report, _make):
    return "", json.dumps(json.loads(sealed(report)), indent=4).encode()


BESIDE = [
    damaged,
    altered,
    foreign,
    newer_version,
    copy,
    corrected,
    withdrawn,
    laid_out_anew,
]


def told(found):
    return (
        list(found.records),
        [(one.file, one.fault, one.detail) for one in found.unusable],
        found.left_out,
        found.reformatted,
    )


def test_every_file_is_named_counted_or_left_out_and_none_twice(folder):
    found = collect([folder])
    records = list(found.records)
    assert Counter(one.fault for one in found.unusable) == {
        Fault.DAMAGED: OF_A_KIND,
        Fault.ALTERED: OF_A_KIND,
        Fault.NOT_A_REPORT: OF_A_KIND,
        Fault.NEWER_VERSION: OF_A_KIND,
    }
    assert Counter(one.reason for one in found.left_out) == {
        Left.DUPLICATE: OF_A_KIND,
        Left.SUPERSEDED: 2 * OF_A_KIND,
    }
    assert len(found.reformatted) == OF_A_KIND
    named = [*(one.file for one in (*found.unusable, *found.left_out)), *(r.file for r in records)]
    assert sorted(named) == [str(path) for path in sorted(folder.iterdir())]
    reduction = reduce_visits(found.records)
    assert Counter(one.reason for one in reduction.exclusions) == {Reason.WITHDRAWN: OF_A_KIND}
    assert sum(group.score.n for group in reduction.groups.values()) == VISITS - OF_A_KIND
    assert {group.score.moments().mean for group in reduction.groups.values()} == {87.5}


def test_the_same_is_found_by_one_process_by_two_and_by_the_index(folder, monkeypatch):
    two = told(collect([folder]))
    again = told(collect([folder]))
    monkeypatch.setenv("KUNTO_CACHE_DIR", "/dev/null")
    monkeypatch.setattr(ahead, "processors", lambda: 1)
    assert told(collect([folder])) == two == again
    details = collect([folder], details=True)
    assert told(details) == two
    assert [one.record for one in details.details] == two[0]


def test_what_was_read_last_is_remembered_beside_what_could_not_be_read(folder, monkeypatch):
    collect([folder])
    read = []
    real = light.read_light
    monkeypatch.setattr(ahead, "processors", lambda: 1)
    monkeypatch.setattr(light, "read_light", lambda file: (read.append(file), real(file))[1])
    found = collect([folder])
    assert read == [one.file for one in found.unusable]


def test_a_collection_can_be_gone_through_again_and_in_part(folder):
    found = collect([folder])
    part = found.of_site("s3").of_wave("2026-Q2")
    expected = [one for one in found.records if (one.site, one.wave) == ("s3", "2026-Q2")]
    assert list(part.records) == list(part.records) == expected
    assert len(part.records) == len(expected) > 1
    files = {one.file for one in expected}
    assert part.left_out == tuple(one for one in found.left_out if one.by in files)
    assert part.reformatted == tuple(file for file in found.reformatted if file in files)


def test_what_is_wrong_with_a_file_does_not_keep_the_file_in_memory(folder):
    for details in (False, True):
        for one in collect([folder], details=details).unusable:
            assert (one.__traceback__, one.__context__, one.__cause__) == (None, None, None)


def test_files_are_followed_before_they_are_read(folder, monkeypatch):
    seen, read = [], []
    real = light.read_light
    monkeypatch.setattr(ahead, "processors", lambda: 1)
    monkeypatch.setattr(light, "read_light", lambda file: (read.append(file), real(file))[1])

    def follow(listing):
        assert isinstance(listing, Listing)
        for handful in listing:
            assert len(seen) - len(read) <= light.AT_ONCE + HANDFUL
            seen.extend(handful.paths)
            yield handful

    collect([folder], follow=follow)
    assert seen == read == [str(path) for path in sorted(Path(folder).iterdir())]
