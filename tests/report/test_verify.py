"""Nothing that was changed, lost or cut passes for whole."""

import hashlib
import json
import os
from datetime import UTC, datetime

import pytest

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.report.folder import evidence_folder
from asiakaskunto_cli.report.model import EvidenceFile
from asiakaskunto_cli.report.read import Fault
from asiakaskunto_cli.report.seal import Seal, sealed
from asiakaskunto_cli.report.successor import Succession, with_evidence, withdrawn
from asiakaskunto_cli.report.verify import BrokenEvidence, EvidenceFault, verify
from asiakaskunto_cli.report.versions import Left, LeftOut
from asiakaskunto_cli.words import uuid7

PHOTO = b"\xff\xd8 a receipt"
SHA256 = hashlib.sha256(PHOTO).hexdigest()
NAME = f"{SHA256[:16]}.jpg"


@pytest.fixture
def put(tmp_path, make_report):
    """Write the report of a visit with one photo, and the photo; return the photo's path."""

    def run(name="a.json", number=1):
        added_at = datetime(2026, 10, 6, tzinfo=UTC)
        photo = EvidenceFile(file=NAME, sha256=SHA256, bytes=len(PHOTO), added_at=added_at)
        end = Succession(uuid7(1_790_000_000_000 + number, number), "Kuva.")
        report = with_evidence(make_report(number + 100), "hymy", photo, end)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sealed(report))
        place = evidence_folder(path.parent, report.report_id) / NAME
        place.parent.mkdir(parents=True)
        place.write_bytes(PHOTO)
        return place

    return run


def broken(found):
    return [(one.fault, one.item, one.file) for report in found.reports for one in report.broken]


def test_reports_with_all_of_their_evidence_are_whole(put, tmp_path):
    put("a.json", 1)
    put("sub/b.json", 2)
    found = verify([tmp_path])
    assert (found.whole, found.unreadable, found.unusable, found.left_out) == (True, False, (), ())
    assert [(one.file, one.seal, one.evidence_files, one.broken) for one in found.reports] == [
        (str(tmp_path / "a.json"), Seal.WHOLE, 1, ()),
        (str(tmp_path / "sub" / "b.json"), Seal.WHOLE, 1, ()),
    ]


def test_a_flipped_bit_anywhere_in_a_report_is_found(content, tmp_path):
    path = tmp_path / "a.json"
    for place in range(0, len(content), 97):
        flipped = bytearray(content)
        flipped[place] ^= 0x04
        path.write_bytes(flipped)
        found = verify([path])
        assert not found.whole, place
        assert not found.unreadable, place


def missing(photo):
    photo.unlink()


def folder_missing(photo):
    photo.unlink()
    photo.parent.rmdir()


def folder_is_file(photo):
    folder_missing(photo)
    photo.parent.touch()


def flipped(photo):
    photo.write_bytes(bytes([PHOTO[0] ^ 1]) + PHOTO[1:])


def longer(photo):
    photo.write_bytes(PHOTO + b"\0")


def emptied(photo):
    photo.write_bytes(b"")


def fifo(photo):
    photo.unlink()
    os.mkfifo(photo)


def device(photo):
    photo.unlink()
    photo.symlink_to("/dev/zero")


def dangling(photo):
    photo.unlink()
    photo.symlink_to("ei-ole")


def loop(photo):
    photo.unlink()
    photo.symlink_to(photo)


def directory(photo):
    photo.unlink()
    photo.mkdir()


DAMAGE = [
    (missing, EvidenceFault.MISSING),
    (folder_missing, EvidenceFault.MISSING),
    (folder_is_file, EvidenceFault.MISSING),
    (dangling, EvidenceFault.MISSING),
    (flipped, EvidenceFault.ALTERED),
    (longer, EvidenceFault.ALTERED),
    (emptied, EvidenceFault.ALTERED),
    (fifo, EvidenceFault.ALTERED),
    (device, EvidenceFault.ALTERED),
    (directory, EvidenceFault.ALTERED),
    (loop, EvidenceFault.UNREADABLE),
]


@pytest.mark.parametrize(("damage", "fault"), DAMAGE, ids=[one.__name__ for one, _ in DAMAGE])
def test_what_became_of_evidence_is_named_by_file_and_item(put, tmp_path, damage, fault):
    put("whole.json", 2)
    damage(put("a.json", 1))
    found = verify([tmp_path])
    assert broken(found) == [(fault, "hymy", NAME)]
    assert found.reports[0].broken == (BrokenEvidence("hymy", NAME, fault),)
    assert (found.whole, found.unreadable) == (False, fault is EvidenceFault.UNREADABLE)


def test_every_kind_of_file_is_named(make_report, content, tmp_path):
    old = make_report(1)
    new = withdrawn(old, Succession(uuid7(1_790_000_000_100, 1), "Väärä."))
    files = {
        "altered.json": content.replace("Ääkkönen".encode(), b"Aakkonen"),
        "copy.json": sealed(old),
        "half.json": content[:900],
        "new.json": sealed(new),
        "old.json": sealed(old),
        "other.json": b"{}",
        "tidy.json": json.dumps(json.loads(sealed(make_report(2))), indent=4).encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "link.json").symlink_to("ei-ole")

    def short(file):
        return file.removeprefix(f"{tmp_path}/")

    found = verify([tmp_path])
    assert {short(one.file): one.seal for one in found.reports} == {
        "copy.json": Seal.WHOLE,
        "new.json": Seal.WHOLE,
        "old.json": Seal.WHOLE,
        "tidy.json": Seal.REFORMATTED,
    }
    assert {short(one.file): one.fault for one in found.unusable} == {
        "altered.json": Fault.ALTERED,
        "half.json": Fault.DAMAGED,
        "link.json": Fault.UNREADABLE,
        "other.json": Fault.NOT_A_REPORT,
    }
    assert [(short(one.file), one.reason, short(one.by)) for one in found.left_out] == [
        ("old.json", Left.DUPLICATE, "copy.json"),
        ("copy.json", Left.SUPERSEDED, "new.json"),
    ]
    assert (found.whole, found.unreadable) == (False, True)


def test_superseded_duplicate_and_reformatted_reports_are_no_damage(make_report, tmp_path):
    old = make_report(1)
    new = withdrawn(old, Succession(uuid7(1_790_000_000_100, 1), "Väärä."))
    (tmp_path / "old.json").write_bytes(sealed(old))
    (tmp_path / "new.json").write_bytes(json.dumps(json.loads(sealed(new))).encode())
    found = verify([tmp_path])
    assert found.whole
    assert found.left_out == (
        LeftOut(str(tmp_path / "old.json"), Left.SUPERSEDED, str(tmp_path / "new.json")),
    )


def test_a_path_that_is_not_there_is_bad_input(tmp_path):
    with pytest.raises(BadInputError):
        verify([tmp_path / "puuttuu"])
