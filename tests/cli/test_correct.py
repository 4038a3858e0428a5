"""correct, attach and withdraw: the old file stays, the new one counts, and says why."""

import hashlib
import json
import os

import pytest

from asiakaskunto_cli.report.read import read_report

SHORT = """\
kunto: 1
id: lyhyt
version: 1.0.0
method: [observe, ask]
title: {fi: Lyhyt, en: Short}
languages: [fi, en]
sections:
  - id: osio
    title: {fi: Osio, en: Part}
    items:
      - {id: eka, text: {fi: Eka?, en: First?}, type: yes_no, area: skills, measure: objective,
         why: {below: 1}, evidence: optional}
      - {id: ehto, text: {fi: Ehto?, en: On condition?}, type: yes_no, area: skills,
         measure: objective, when: {item: eka, is: false}}
      - {id: toka, text: {fi: Toka?, en: Second?}, type: yes_no, area: emotion,
         measure: subjective}
"""
PHOTO = b"\xff\xd8 a receipt"
NAME = f"{hashlib.sha256(PHOTO).hexdigest()[:16]}.jpg"


@pytest.fixture
def visited(kunto, work):
    """Return a function: a visit is made, and its report comes back."""
    (work / "lyhyt.yaml").write_text(SHORT, encoding="utf-8")

    def visit(typed="e\nKiire.\nk\nk\n", *words):
        ran = kunto("observe", "lyhyt.yaml", "--site", "Asema", *words, typed=typed)
        assert ran.code == 0
        return ran.path

    return visit


@pytest.fixture
def photo(work):
    """Return a photo in a folder of its own, whose name tells too much."""
    path = work / "matti meikäläinen" / "kuitti.JPG"
    path.parent.mkdir()
    path.write_bytes(PHOTO)
    return path


def answers(path):
    return {item.id: (item.answer, item.why) for item in read_report(path).items}


def counted(kunto):
    """Return how many visits `report` counts at the only site."""
    (site,) = json.loads(kunto("report", "--format", "json").out)["sites"]
    return sum(one["visits"] for one in site["methods"].values())


def test_a_visit_is_corrected_at_the_review_and_says_what_changed(kunto, visited, drafts):
    old = visited()
    before = old.read_bytes()
    ran = kunto("correct", old, typed="Väärä ovi.\n1\nk\n\n")
    assert (ran.code, drafts(), old.read_bytes()) == (0, [], before)
    assert ran.err.startswith("Why is the visit corrected? \n")
    assert "REVIEW" in ran.err
    assert (
        "\nChanged:\n  First?: no → yes\n  First? · Why: Kiire. → –\n"
        "  On condition?: yes → –\nThe report is written." in ran.err
    )
    new, report = read_report(ran.path), read_report(old)
    assert answers(ran.path) == {"eka": (True, ""), "toka": (True, "")}
    assert (new.supersedes, new.supersede_reason) == (report.report_id, "Väärä ovi.")
    assert (new.visit.visited_at, new.site, new.wave, new.status) == (
        report.visit.visited_at,
        report.site,
        report.wave,
        "final",
    )
    assert new.report_id > report.report_id
    assert ran.path.parent == old.parent


def test_a_corrected_visit_counts_once_in_reports_and_comparisons(kunto, visited):
    old = visited()
    assert counted(kunto) == 1
    assert kunto("correct", old, "--reason", "Virhe.", typed="1\nk\n\n").code == 0
    assert counted(kunto) == 1
    for verb in ("report", "compare"):
        data = json.loads(kunto(verb, "--format", "json").out)
        assert [(one["reason"], one["file"]) for one in data["excluded_reports"]] == [
            ("superseded", f"reports/{old.name}")
        ]
    assert "This report is not counted any more: it was replaced by" in kunto("report", old).out


def test_a_file_corrects_only_its_own_items(kunto, visited, work):
    (work / "korjaus.yaml").write_text("{toka: false, ehto: {note: Ovella.}}")
    old = visited()
    ran = kunto("correct", old, "--reason", "Virhe.", "--answers", "korjaus.yaml")
    assert ran.code == 0
    assert answers(ran.path) == {"eka": (False, "Kiire."), "ehto": (True, ""), "toka": (False, "")}
    assert ran.err.startswith(
        "Changed:\n  On condition? · Note: – → Ovella.\n  Second?: yes → no\n"
    )


def test_a_file_that_leaves_something_owed_keeps_the_draft(kunto, visited, work, drafts):
    (work / "korjaus.yaml").write_text("{eka: false}")
    old = visited("k\nk\n")
    ran = kunto("correct", old, "--reason", "Virhe.", "--answers", "korjaus.yaml")
    assert (ran.code, ran.out, len(drafts())) == (4, "", 1)
    assert "no answer: ehto; no WHY: eka." in ran.err
    again = kunto("resume", typed="\n\nKiire.\nk\n\n")
    assert again.code == 0
    assert answers(again.path)["eka"] == (False, "Kiire.")
    assert "Changed:\n  First?: yes → no\n" in again.err
    assert read_report(again.path).supersedes == read_report(old).report_id


def test_a_correction_without_changes_says_so(kunto, visited):
    ran = kunto("correct", visited(), "--reason", "Tarkistus.", typed="\n")
    assert (ran.code, "\nNothing was changed.\n" in ran.err) == (0, True)


def test_leaving_a_correction_keeps_it_and_bars_a_second_one(kunto, visited, drafts):
    old = visited()
    ran = kunto("correct", old, "--reason", "Virhe.", typed=":q\n")
    assert (ran.code, ran.out, len(drafts())) == (4, "", 1)
    name = drafts()[0].stem[-8:]
    for words in (
        ["correct", old, "--reason", "x"],
        ["withdraw", old, "--reason", "x"],
        ["attach", old, old],
    ):
        again = kunto(*words)
        assert (again.code, again.out, len(drafts())) == (2, "", 1)
        assert again.err.endswith(f"Run: kunto resume {name}, or kunto drafts discard {name}\n")
    assert kunto("resume", typed="1\nk\n\n").code == 0
    assert counted(kunto) == 1


def test_without_a_reason_no_correction_begins(kunto, visited, drafts, work):
    old = visited()
    (work / "korjaus.yaml").write_text("{toka: false}")
    for words in ([], ["--answers", "korjaus.yaml"]):
        ran = kunto("correct", old, *words)
        assert (ran.code, ran.out, drafts()) == (4, "", [])
        assert ran.err.endswith("Say why with --reason.\n")
    blank = kunto("correct", old, "--reason", " ")
    assert (blank.code, drafts()) == (2, [])
    assert not (work / "reports" / "evidence").exists()


@pytest.mark.parametrize("verb", ["correct", "withdraw"])
def test_only_the_newest_report_of_a_visit_can_be_replaced(kunto, visited, verb):
    old = visited()
    new = kunto("withdraw", old, "--reason", "Virhe.").path
    ran = kunto(verb, old, "--reason", "Toinen.")
    assert (ran.code, ran.out) == (2, "")
    assert f"{old} was replaced already, by {new}." in ran.err


@pytest.mark.parametrize("words", [["correct"], ["withdraw"], ["attach", "kuva.jpg"]])
@pytest.mark.parametrize("content", [None, b"{}", b"half"])
def test_a_file_that_is_no_whole_report_is_refused(kunto, work, drafts, words, content):
    path = work / "r.json"
    if content is not None:
        path.write_bytes(content)
    (work / "kuva.jpg").write_bytes(PHOTO)
    verb, *rest = words
    reason = [] if verb == "attach" else ["--reason", "x"]
    ran = kunto(verb, path, *rest, *reason)
    assert (ran.code, ran.out, drafts()) == (3, "", [])
    assert ran.err.startswith("Error: ")


def test_a_withdrawn_visit_counts_nowhere_and_keeps_its_content(kunto, visited):
    old = visited()
    ran = kunto("withdraw", old, "--reason", "Väärä myymälä.")
    assert ran.code == 0
    assert ran.err.startswith("The visit is withdrawn: it is not counted anywhere any more.\n")
    new, report = read_report(ran.path), read_report(old)
    assert (new.status, new.supersede_reason) == ("withdrawn", "Väärä myymälä.")
    assert new.items == report.items
    assert counted(kunto) == 0
    again = kunto("withdraw", ran.path, "--reason", "Taas.")
    assert (again.code, again.out) == (2, "")


def test_a_withdrawn_visit_that_is_corrected_counts_again(kunto, visited):
    gone = kunto("withdraw", visited(), "--reason", "Virhe.").path
    ran = kunto("correct", gone, "--reason", "Olikin oikea.", typed="\n")
    assert (ran.code, counted(kunto)) == (0, 1)
    assert ran.err.startswith("This visit was withdrawn. Corrected, it counts again.\n")


def test_a_rehearsal_is_not_withdrawn(kunto, visited):
    ran = kunto("withdraw", visited("k\nk\n", "--rehearsal"), "--reason", "x")
    assert (ran.code, ran.out) == (2, "")


def test_a_withdrawal_needs_a_reason(kunto, visited):
    old = visited()
    assert kunto("withdraw", old).code == 2
    assert kunto("withdraw", old, "--reason", "").code == 2
    assert counted(kunto) == 1


def test_a_photo_is_attached_to_the_only_item_that_asks_for_evidence(kunto, visited, photo, work):
    old = visited("e\nKiire.\nk\nk\n", "--lang", "fi")
    ran = kunto("attach", old, photo)
    assert ran.code == 0
    new = read_report(ran.path)
    assert (new.supersedes, new.status) == (read_report(old).report_id, "final")
    assert {item.id: [one.file for one in item.evidence] for item in new.items} == {
        "eka": [NAME],
        "ehto": [],
        "toka": [],
    }
    kept = old.parent / "evidence" / new.report_id / NAME
    assert (kept.read_bytes(), kept.stat().st_mode & 0o777) == (PHOTO, 0o600)
    assert "eka" in new.supersede_reason
    report = ran.path.read_text(encoding="utf-8")
    assert "meikäläinen" not in report
    assert str(work) not in report
    assert kunto("verify").code == 0
    assert f"Evidence: {NAME}\n" in kunto("report", ran.path).out


def test_evidence_goes_along_from_report_to_report(kunto, visited, photo, work):
    first = kunto("attach", visited(), photo).path
    other = work / "toinen.png"
    other.write_bytes(b"toinen")
    second = kunto("attach", first, other, "--item", "toka").path
    third = kunto("correct", second, "--reason", "Virhe.", typed="1\nk\n\n").path
    last = kunto("withdraw", third, "--reason", "Virhe.").path
    folder = last.parent / "evidence" / read_report(last).report_id
    assert len(list(folder.iterdir())) == 2
    assert kunto("verify").code == 0


def test_evidence_that_was_lost_is_named_on_the_way_and_stays_named(kunto, visited, photo):
    first = kunto("attach", visited(), photo).path
    (first.parent / "evidence" / read_report(first).report_id / NAME).unlink()
    ran = kunto("withdraw", first, "--reason", "Virhe.")
    assert (ran.code, f"Evidence of “eka”: {NAME} – missing.\n" in ran.err) == (0, True)
    assert f"Evidence: {NAME} – missing\n" in kunto("report", ran.path).out


def test_the_same_photo_is_not_attached_twice(kunto, visited, photo):
    first = kunto("attach", visited(), photo).path
    ran = kunto("attach", first, photo)
    assert (ran.code, ran.out) == (2, "")
    assert len(list((first.parent / "evidence").iterdir())) == 1


@pytest.mark.parametrize(
    ("item", "known"), [("ei-ole", "There are: eka, ehto, toka."), ("../x", "There are: ")]
)
def test_an_unknown_item_is_refused(kunto, visited, photo, item, known):
    ran = kunto("attach", visited(), photo, "--item", item)
    assert (ran.code, ran.out, known in ran.err) == (2, "", True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("evidence: optional", "evidence: none"),
        ("measure: subjective", "measure: subjective, evidence: optional"),
    ],
    ids=["of none", "of several"],
)
def test_an_item_must_be_named_where_it_is_not_plain(kunto, photo, work, old, new):
    (work / "lyhyt.yaml").write_text(SHORT.replace(old, new), encoding="utf-8")
    report = kunto("observe", "lyhyt.yaml", "--site", "A", typed="k\nk\n").path
    ran = kunto("attach", report, photo)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Name it with --item: eka, toka.\n")
    assert kunto("attach", report, photo, "--item", "toka").code == 0


def make_device(path):
    path.symlink_to("/dev/zero")


def make_huge(path):
    with path.open("wb") as file:
        file.truncate(26 * 1024 * 1024)


@pytest.mark.parametrize("make", [make_device, os.mkfifo, make_huge, os.mkdir, None])
def test_hostile_evidence_is_refused_and_leaves_nothing(kunto, visited, work, make):
    old = visited()
    path = work / "kuva\n../../x.jpg".replace("/", "_")
    if make is not None:
        make(path)
    ran = kunto("attach", old, path)
    assert (ran.code, ran.out) == (3, "")
    assert sorted(one.name for one in old.parent.iterdir()) == [old.name]


def test_a_photo_that_tells_where_it_was_taken_is_pointed_out(kunto, visited, work):
    gps = b"\1\0" + b"\2\0" + bytes(10) + bytes(4)
    first = b"\1\0" + b"\x25\x88\4\0\1\0\0\0" + (26).to_bytes(4, "little") + bytes(4)
    (work / "kuva.jpg").write_bytes(b"\xff\xd8Exif\0\0II*\0\x08\0\0\0" + first + gps)
    ran = kunto("attach", visited(), "kuva.jpg")
    assert ran.code == 0
    assert "The photo tells where it was taken." in ran.err
