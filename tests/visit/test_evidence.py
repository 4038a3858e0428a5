"""Evidence: copied whole, once, under a name of its content; anything but a file is refused."""

import hashlib
import os
from pathlib import Path

import pytest

from asiakaskunto_cli.errors import AlreadyExistsError, BadInputError
from asiakaskunto_cli.visit.evidence import (
    LARGEST_EVIDENCE_BYTES,
    StoredEvidence,
    store_evidence,
    typed_path,
)

PHOTO = b"\xff\xd8 a receipt"
SHA256 = hashlib.sha256(PHOTO).hexdigest()
NAME = SHA256[:16]


@pytest.fixture
def photo(tmp_path):
    """Return a function that writes the photo under a name."""

    def write(name="kuitti.JPG", content=PHOTO):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "reports" / "evidence" / "id"


def content_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_is_copied_under_its_digest_for_its_owner_only(photo, folder):
    source = photo()
    assert store_evidence(source, folder) == StoredEvidence(
        f"{NAME}.jpg", SHA256, len(PHOTO), has_position=False
    )
    assert content_of(folder) == {f"{NAME}.jpg": PHOTO}
    assert [path.stat().st_mode & 0o777 for path in (folder, folder / f"{NAME}.jpg")] == [
        0o700,
        0o600,
    ]
    assert source.read_bytes() == PHOTO


def test_the_same_content_twice_is_one_file(photo, folder):
    first = store_evidence(photo("a.jpg"), folder)
    assert store_evidence(photo("b.jpg"), folder) == first
    assert content_of(folder) == {first.file: PHOTO}


@pytest.mark.parametrize(
    ("name", "extension"),
    [
        ("kuitti", ""),
        ("kuitti.jpeg", ".jpeg"),
        ("kuitti.M4A", ".m4a"),
        ("kuitti.liianpitka", ""),
        ("kuitti.j g", ""),
        ("kuitti.äää", ""),
        ("rivi\nvaihto.png", ".png"),
        ("rivi.p\nng", ""),
        (".jpg", ""),
        ("a;rm -rf.sh\x1b[31m", ""),
    ],
)
def test_nothing_of_a_name_is_kept_but_a_plain_extension(photo, folder, name, extension):
    assert store_evidence(photo(name), folder).file == NAME + extension


def test_a_path_that_leads_up_stays_where_evidence_goes(photo, folder, tmp_path):
    photo("kuitti.png")
    roundabout = tmp_path / "x" / ".." / "kuitti.png"
    (tmp_path / "x").mkdir()
    store_evidence(roundabout, folder)
    assert content_of(folder) == {f"{NAME}.png": PHOTO}


def test_a_link_to_a_file_is_copied_as_the_file(photo, folder, tmp_path):
    (tmp_path / "linkki.png").symlink_to(photo())
    stored = store_evidence(tmp_path / "linkki.png", folder)
    assert not (folder / stored.file).is_symlink()
    assert content_of(folder) == {f"{NAME}.png": PHOTO}


def make_fifo(path):
    os.mkfifo(path)


def make_device(path):
    path.symlink_to("/dev/zero")


def make_loop(path):
    path.symlink_to(path)


def make_dangling(path):
    path.symlink_to("ei-ole")


def make_huge(path):
    with path.open("wb") as file:
        file.truncate(LARGEST_EVIDENCE_BYTES + 1)


@pytest.mark.parametrize(
    "make",
    [make_fifo, make_device, make_loop, make_dangling, make_huge, Path.mkdir, Path.touch],
)
def test_what_is_no_ordinary_file_of_fair_size_is_refused(folder, tmp_path, make):
    path = tmp_path / "kuitti.jpg"
    make(path)
    with pytest.raises(BadInputError):
        store_evidence(path, folder)
    assert not folder.exists()


@pytest.mark.parametrize("name", ["puuttuu.jpg", "a" * 300, "nolla\0.jpg"])
def test_a_name_without_a_file_is_refused(folder, tmp_path, name):
    with pytest.raises(BadInputError):
        store_evidence(tmp_path / name, folder)
    assert not folder.exists()


def test_the_largest_file_that_may_be_kept_is_kept(photo, folder):
    content = bytes(LARGEST_EVIDENCE_BYTES)
    assert store_evidence(photo(content=content), folder).bytes == LARGEST_EVIDENCE_BYTES


def test_a_name_that_a_crash_left_empty_is_filled(photo, folder):
    folder.mkdir(parents=True)
    (folder / f"{NAME}.jpg").touch()
    store_evidence(photo(), folder)
    assert content_of(folder) == {f"{NAME}.jpg": PHOTO}


def test_other_content_of_that_name_is_never_overwritten(photo, folder):
    folder.mkdir(parents=True)
    (folder / f"{NAME}.jpg").write_bytes(b"other")
    with pytest.raises(AlreadyExistsError):
        store_evidence(photo(), folder)
    assert content_of(folder) == {f"{NAME}.jpg": b"other"}


def test_an_empty_link_of_that_name_is_never_followed(photo, folder, tmp_path):
    folder.mkdir(parents=True)
    victim = tmp_path / "uhri"
    victim.touch()
    (folder / f"{NAME}.jpg").symlink_to(victim)
    with pytest.raises(AlreadyExistsError):
        store_evidence(photo(), folder)
    assert victim.read_bytes() == b""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kuitti.jpg", "kuitti.jpg"),
        ("  kuitti.jpg ", "kuitti.jpg"),
        ("'oma kuitti.jpg' ", "oma kuitti.jpg"),
        ('"oma kuitti.jpg"', "oma kuitti.jpg"),
        (r"oma\ kuitti\ \(1\).jpg ", "oma kuitti (1).jpg"),
        ("oma kuitti.jpg", "oma kuitti.jpg"),
        (r"'it'\''s.jpg'", "it's.jpg"),
        ("it's.jpg", "it's.jpg"),
        ("~/kuitti.jpg", "/koti/kuitti.jpg"),
        ("'~/oma kuitti.jpg'", "/koti/oma kuitti.jpg"),
        ("~ei-ketaan-xyz/kuitti.jpg", "~ei-ketaan-xyz/kuitti.jpg"),
        ("$HOME/`id`.jpg", "$HOME/`id`.jpg"),
        ("#1.jpg", "#1.jpg"),
    ],
)
def test_a_path_is_understood_as_terminals_and_people_write_it(monkeypatch, typed, meant):
    monkeypatch.setenv("HOME", "/koti")
    assert typed_path(typed) == Path(meant)


def test_a_file_whose_name_has_quotes_is_itself(photo, folder):
    assert store_evidence(photo("'kuitti'.jpg"), folder).file == f"{NAME}.jpg"


def test_a_typed_path_is_understood_where_no_file_has_that_very_name(photo, folder):
    source = photo("oma kuitti.jpg")
    assert store_evidence(Path(f"'{source}' "), folder).file == f"{NAME}.jpg"
