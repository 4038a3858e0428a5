"""A finished visit becomes one whole report, whatever crash came in between."""

import stat

import pytest

from asiakaskunto_cli.errors import AlreadyExistsError, DiskError
from asiakaskunto_cli.report.read import read_report
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.visit.events import Answered, Closed, Finished, Moved
from asiakaskunto_cli.visit.finish import publish_report, report_of
from asiakaskunto_cli.visit.interview import Interview

MOMENT = "2026-11-16T14:10:00+02:00"
NAME = "2026-11-16_asema_observe_b21a13b7.json"


@pytest.fixture
def report(everything, opening, play):
    """Return the report of a short visit."""
    interview = play(
        Interview(everything, opening.facts()),
        Answered(item="tervehdys", answer=True),
        Moved(item=None),
        Closed(text="Hiljaista."),
        Finished(),
    )
    return report_of(everything, opening, interview, MOMENT)


@pytest.fixture
def folder(tmp_path):
    """Return a reports folder that is not there yet."""
    return tmp_path / "uusi" / "reports"


def test_a_report_is_published_whole_under_its_name_for_its_owner(report, folder):
    path = publish_report(report, folder)
    assert path == folder / NAME
    assert path.read_bytes() == sealed(report)
    assert read_report(path) == report
    assert [one.name for one in folder.iterdir()] == [NAME]
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(folder.stat().st_mode)) == (
        0o600,
        0o700,
    )
    assert report.visit.note == "Hiljaista."


def test_publishing_again_after_a_crash_changes_nothing(report, folder):
    path = publish_report(report, folder)
    before = (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
    assert publish_report(report, folder) == path
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_name_that_a_crash_left_reserved_and_empty_is_filled(report, folder):
    folder.mkdir(parents=True)
    (folder / NAME).touch()
    path = publish_report(report, folder)
    assert read_report(path) == report
    assert [one.name for one in folder.iterdir()] == [NAME]


@pytest.mark.parametrize("content", [b"{}", b"\x00" * 100, b"muistiinpanoja"])
def test_a_file_that_is_no_report_is_never_overwritten(report, folder, content):
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(content)
    with pytest.raises(AlreadyExistsError):
        publish_report(report, folder)
    assert (folder / NAME).read_bytes() == content


def test_another_visits_report_is_never_overwritten(report, folder):
    other = report.model_copy(update={"report_id": "00000000-0000-7000-8000-0000b21a13b7"})
    path = publish_report(other, folder)
    with pytest.raises(AlreadyExistsError):
        publish_report(report, folder)
    assert read_report(path) == other


def test_a_file_in_the_place_of_the_folder_is_told(report, tmp_path):
    (tmp_path / "reports").touch()
    with pytest.raises(DiskError):
        publish_report(report, tmp_path / "reports")
