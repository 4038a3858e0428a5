"""A folder of reports: every visit once, and every file that does not count by name."""

import json
import os
from pathlib import Path

import pytest

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.report.folder import collect, find_report, newer_version, report_name
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.read import Fault
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.report.versions import Left, LeftOut


@pytest.fixture
def put(tmp_path, make_report):
    """Write a visit into a file below the folder and return the report."""

    def run(name, number, **facts):
        report = make_report(number, **facts)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sealed(report))
        return report

    return run


def names(collection, folder):
    """Return the files of a collection, relative to the folder."""

    def short(file):
        return str(Path(file).relative_to(folder))

    return {
        "records": [short(one.file) for one in collection.records],
        "unusable": [(short(one.file), one.fault) for one in collection.unusable],
        "left_out": [
            LeftOut(short(one.file), one.reason, short(one.by)) for one in collection.left_out
        ],
        "reformatted": [short(file) for file in collection.reformatted],
    }


def expect(records=(), unusable=(), left_out=(), reformatted=()):
    return {
        "records": list(records),
        "unusable": list(unusable),
        "left_out": list(left_out),
        "reformatted": list(reformatted),
    }


def test_every_report_counts_once_in_the_order_of_names(put, tmp_path):
    put("b.json", 1)
    put("a.json", 2)
    put("kansio/c.json", 3)
    expected = expect(["a.json", "b.json", "kansio/c.json"])
    assert names(collect([tmp_path]), tmp_path) == expected


def test_copies_of_one_visit_count_once(put, tmp_path):
    put("x.json", 1)
    put("x.sync-conflict-20261005.json", 1)
    put("y/x.json", 1)
    assert names(collect([tmp_path]), tmp_path) == expect(
        ["x.json"],
        left_out=[
            LeftOut("x.sync-conflict-20261005.json", Left.DUPLICATE, "x.json"),
            LeftOut("y/x.json", Left.DUPLICATE, "x.json"),
        ],
    )


def test_last_of_a_chain_of_corrections_counts(put, tmp_path):
    first = put("1.json", 1)
    second = put("2.json", 2, supersedes=first.report_id)
    put("3.json", 3, supersedes=second.report_id)
    put("4.json", 4, supersedes="00000000-0000-7000-8000-00000000beef")
    assert names(collect([tmp_path]), tmp_path) == expect(
        ["3.json", "4.json"],
        left_out=[
            LeftOut("1.json", Left.SUPERSEDED, "3.json"),
            LeftOut("2.json", Left.SUPERSEDED, "3.json"),
        ],
    )


def test_of_two_corrections_of_one_report_the_newer_counts(put, tmp_path):
    first = put("1.json", 1)
    put("2.json", 2, supersedes=first.report_id)
    put("3.json", 3, supersedes=first.report_id)
    assert names(collect([tmp_path]), tmp_path) == expect(
        ["3.json"],
        left_out=[
            LeftOut("1.json", Left.SUPERSEDED, "3.json"),
            LeftOut("2.json", Left.SUPERSEDED, "3.json"),
        ],
    )


def test_corrections_that_name_each_other_count_once(put, make_report, tmp_path):
    put("1.json", 1, supersedes=make_report(2).report_id)
    put("2.json", 2, supersedes=make_report(1).report_id)
    assert names(collect([tmp_path]), tmp_path) == expect(
        ["2.json"], left_out=[LeftOut("1.json", Left.SUPERSEDED, "2.json")]
    )


def test_hidden_files_evidence_and_other_files_are_passed_over(put, tmp_path):
    put("a.json", 1)
    for name in ("._a.json", ".piilo/b.json", "evidence/c.json", "d/evidence/e.json", "f.json.tmp"):
        put(name, 2)
    assert names(collect([tmp_path]), tmp_path) == expect(["a.json"])


def test_broken_files_are_named_and_stop_nothing(put, tmp_path, content):
    put("a.json", 1)
    (tmp_path / "altered.json").write_bytes(content.replace(b"keskusta", b"asemalla"))
    (tmp_path / "half.json").write_bytes(content[:100])
    (tmp_path / "other.json").write_bytes(b"{}")
    (tmp_path / "tidy.json").write_bytes(sealed_anew(put("tidy.json", 2)))
    assert names(collect([tmp_path]), tmp_path) == expect(
        ["a.json", "tidy.json"],
        unusable=[
            ("altered.json", Fault.ALTERED),
            ("half.json", Fault.DAMAGED),
            ("other.json", Fault.NOT_A_REPORT),
        ],
        reformatted=["tidy.json"],
    )


def sealed_anew(report):
    return json.dumps(json.loads(sealed(report)), indent=4).encode()


def test_pipes_devices_loops_and_dangling_links_are_named_not_hung(put, tmp_path):
    put("a.json", 1)
    os.mkfifo(tmp_path / "pipe.json")
    for name, target in (("zero", "/dev/zero"), ("loop", "loop.json"), ("gone", "gone-for-good")):
        (tmp_path / f"{name}.json").symlink_to(target)
    (tmp_path / "link.json").symlink_to("a.json")
    unreadable = [(f"{name}.json", Fault.UNREADABLE) for name in ("gone", "loop", "pipe", "zero")]
    assert names(collect([tmp_path]), tmp_path) == expect(["a.json"], unusable=unreadable)


def test_several_paths_are_one_collection(put, tmp_path):
    put("eka/a.json", 1)
    put("toka/b.json", 2)
    put("toka/c.json", 1)
    paths = [tmp_path / "toka" / "b.json", tmp_path / "eka", tmp_path / "toka", tmp_path / "eka"]
    assert names(collect(paths), tmp_path) == expect(
        ["toka/b.json", "eka/a.json"],
        left_out=[LeftOut("toka/c.json", Left.DUPLICATE, "eka/a.json")],
    )


def test_named_file_is_read_whatever_its_name(put, tmp_path):
    put("raportti.txt", 1)
    assert names(collect([tmp_path / "raportti.txt"]), tmp_path) == expect(["raportti.txt"])


@pytest.mark.parametrize("name", ["puuttuu", "puuttuu.json", "a" * 300])
def test_missing_path_is_bad_input(tmp_path, name):
    with pytest.raises(BadInputError) as refused:
        collect([tmp_path / name])
    assert refused.value.message == f"There is no file or folder {tmp_path / name}."


def test_folder_that_cannot_be_listed_is_bad_input(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(BadInputError) as refused:
        collect([tmp_path])
    assert refused.value.message == (f"The folder {tmp_path} cannot be listed: Permission denied.")


def test_empty_folder_is_an_empty_collection(tmp_path):
    assert names(collect([tmp_path]), tmp_path) == expect()


def test_name_tells_the_day_at_the_site_the_place_the_method_and_the_visit(make_report):
    site = Site(id="asema-2", name="Asema")
    report = make_report(7, site=site)
    assert report_name(report) == f"2026-10-05_asema-2_observe_{report.report_id[-8:]}.json"
    assert report.report_id.endswith("-000000000007")


def test_report_is_found_by_its_id_whole_or_not_at_all(tmp_path, make_report):
    report = make_report(1)
    assert find_report(tmp_path / "puuttuu", report.report_id) is None
    name = report_name(report)
    (tmp_path / name).write_bytes(sealed(report)[:500])
    assert find_report(tmp_path, report.report_id) is None
    other = tmp_path / f"2020-01-01_x_ask_{report.report_id[-8:]}.json"
    other.write_bytes(sealed(make_report(1, site=Site(id="x", name="X"))))
    assert find_report(tmp_path, report.report_id) == other
    assert find_report(tmp_path, make_report(2).report_id) is None


def test_newest_correction_replaces_every_earlier_version(put, tmp_path):
    first = put("a.json", 1)
    put("b.json", 2, supersedes=first.report_id)
    newest = put("c.json", 3, supersedes=first.report_id)
    (tmp_path / "half.json").write_bytes(b"{")
    assert [newer_version(tmp_path / name) for name in ("a.json", "b.json", "c.json")] == [
        str(tmp_path / "c.json"),
        str(tmp_path / "c.json"),
        None,
    ]
    assert newest.supersedes == first.report_id


def test_copy_of_a_report_is_not_replaced_by_the_other(put, tmp_path):
    put("a.json", 1)
    put("b.json", 1)
    assert [newer_version(tmp_path / name) for name in ("a.json", "b.json")] == [None, None]


def test_a_wave_takes_its_own_visits_and_what_they_replaced(put, tmp_path):
    first = put("1.json", 1, wave="2026-Q3")
    put("2.json", 2, wave="2026-Q4", supersedes=first.report_id)
    put("3.json", 3, wave="2026-Q3")
    put("copy.json", 3, wave="2026-Q3")
    (tmp_path / "4.json").write_bytes(b"")
    found = collect([tmp_path], details=True)
    newest, oldest = found.of_wave("2026-Q4"), found.of_wave("2026-Q3")
    assert names(newest, tmp_path) == expect(
        ["2.json"],
        unusable=[("4.json", Fault.DAMAGED)],
        left_out=[LeftOut("1.json", Left.SUPERSEDED, "2.json")],
    )
    assert names(oldest, tmp_path) == expect(
        ["3.json"],
        unusable=[("4.json", Fault.DAMAGED)],
        left_out=[LeftOut("copy.json", Left.DUPLICATE, "3.json")],
    )
    for one in (newest, oldest):
        assert [detail.record for detail in one.details] == list(one.records)


@pytest.mark.parametrize("details", [False, True])
def test_whoever_follows_sees_every_file_once_before_it_is_read(put, tmp_path, details):
    put("1.json", 1)
    put("2.json", 2)
    (tmp_path / "3.json").write_bytes(b"")
    seen = []

    def follow(listing):
        for handful in listing:
            seen.extend(Path(path).name for path in handful.paths)
            yield handful

    found = collect([tmp_path], details=details, follow=follow)
    assert seen == ["1.json", "2.json", "3.json"]
    assert len(found.records) == 2
    seen.clear()
    newer_version(tmp_path / "1.json", follow=follow)
    assert seen == ["1.json", "2.json", "3.json"]
