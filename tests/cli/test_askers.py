"""Who asks, and what evidence costs: the seam between the streams and a visit."""

import struct

import pytest

from asiakaskunto_cli.cli.keeper import evidence_keeper
from asiakaskunto_cli.cli.streams import can_be_painted
from asiakaskunto_cli.errors import BadInputError

ID = "019c0000-0000-7000-8000-000000000001"

# EXIF with one tag, the latitude, in the GPS folder that tag 0x8825 leads to.
GPS = struct.pack("<HHHI4sI", 1, 2, 5, 3, struct.pack("<I", 26), 0)
TIFF = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 0x8825, 4, 1, 26, 0) + GPS + bytes(24)
EXIF = b"Exif\0\0" + TIFF
PHOTO = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(EXIF) + 2) + EXIF + b"\xff\xd9"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (PHOTO, "The photo tells where it was taken. Remove that if nobody should know.\n"),
        (b"\xff\xd8\xff\xd9", ""),
    ],
    ids=["with a position", "without one"],
)
def test_a_photo_that_tells_where_it_was_taken_is_kept_and_pointed_out(
    content, said, tmp_path, capsys
):
    photo = tmp_path / "kuitti.JPG"
    photo.write_bytes(content)
    event = evidence_keeper(tmp_path, ID)("kassa", str(photo))
    assert (event.item, event.bytes) == ("kassa", len(content))
    assert (tmp_path / "evidence" / ID / event.file).read_bytes() == content
    assert event.file == f"{event.sha256[:16]}.jpg"
    assert capsys.readouterr().err == said


def test_a_photo_that_is_missing_is_refused_and_nothing_is_made(tmp_path):
    with pytest.raises(BadInputError):
        evidence_keeper(tmp_path, ID)("kassa", str(tmp_path / "ei-ole.jpg"))
    assert not (tmp_path / "evidence").exists()


@pytest.mark.parametrize(
    ("names", "works"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({}, False),
        ({"TERM": "xterm", "ACCESSIBLE": "1"}, False),
        ({"TERM": "xterm", "ACCESSIBLE": "0"}, True),
    ],
)
def test_keys_are_for_terminals_that_can_be_painted_on(names, works, monkeypatch):
    for name in ("TERM", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert can_be_painted() is works
