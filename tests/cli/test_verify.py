"""verify: what it finds, what it says, and its exit code."""

import hashlib
import json

import pytest

PHOTO = b"\xff\xd8 a receipt"
NAME = f"{hashlib.sha256(PHOTO).hexdigest()[:16]}.jpg"


@pytest.fixture
def reports(kunto, work):
    """Return a folder with one visit, once as it was and once with a photo."""
    made = kunto("observe", "--site", "a", typed="8\nk\n5\n5\n5\n5/5\n\n")
    assert made.code == 0
    (work / "kuitti.jpg").write_bytes(PHOTO)
    assert kunto("attach", made.path, "kuitti.jpg", "--item", "hymy").code == 0
    return work / "reports"


@pytest.fixture
def photo(reports):
    (path,) = (reports / "evidence").glob("*/*")
    return path


def test_whole_reports_are_fine(kunto, reports):
    ran = kunto("verify")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("2 of 2 reports are whole. 1 of 1 piece of evidence is whole.\n")
    assert "superseded, replaced by" in ran.out
    assert kunto("verify", reports, "--lang", "fi").code == 0


def test_a_flipped_byte_is_found(kunto, reports):
    path = min(reports.glob("*.json"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    ran = kunto("verify", "--format", "json")
    data = json.loads(ran.out)
    assert (ran.code, data["whole"]) == (1, False)
    assert [one["file"] for one in data["unusable"]] == [f"reports/{path.name}"]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda path: path.unlink(), "missing"),
        (lambda path: path.write_bytes(b"\xff\xd8 a rec3ipt"), "altered"),
        (lambda path: path.write_bytes(b"\xff\xd9 a receipt"), "altered"),
    ],
)
def test_evidence_is_named_by_file_and_item(kunto, photo, damage, said):
    damage(photo)
    ran = kunto("verify")
    assert ran.code == 1
    assert f"Evidence of “hymy”: {NAME} – {said}." in " ".join(ran.out.split())
    assert "0 of 1 piece of evidence is whole." in ran.out


def test_what_cannot_be_read_beats_what_is_damaged(kunto, reports):
    (reports / "half.json").write_bytes(b"{")
    (reports / "link.json").symlink_to("ei-ole")
    assert kunto("verify").code == 3


def test_no_path_and_no_reports_are_bad_input(kunto, work):
    (work / "tyhja").mkdir()
    for words in ([], ["puuttuu"], ["tyhja"]):
        ran = kunto("verify", *words)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.startswith("Error: ")
