"""A check names everything that is not what it was, and says how many are."""

from asiakaskunto_cli.pages.blocks import Entry, Sentence, Tone
from asiakaskunto_cli.pages.verification import verification_page

PHOTO = "0000000000000000.jpg"


def test_where_all_is_whole_one_line_says_so(verification):
    found = verification(with_every_fault=False)
    said = "1 of 1 report is whole. 2 of 2 pieces of evidence are whole."
    assert verification_page(found).blocks == (Sentence(said, Tone.GOOD),)


def test_everything_is_named_the_bad_first(verification):
    evidence = f"photos.json: Evidence of “greeted”: {PHOTO} – "
    assert verification_page(verification()).blocks == (
        Entry("unreadable.json: cannot be read: Permission denied.", (), Tone.BAD),
        Entry("damaged.json: damaged: it is not a whole report any more", (), Tone.BAD),
        Entry("altered.json: altered: it is not what kunto wrote", (), Tone.BAD),
        Entry("other.json: not a kunto report", (), Tone.BAD),
        Entry(
            "newer.json: written by a newer kunto (schema version 7; this one reads up to 1)",
            (),
            Tone.BAD,
        ),
        Entry(f"{evidence}missing.", (), Tone.BAD),
        Entry(f"{evidence}altered.", (), Tone.BAD),
        Entry(f"{evidence}cannot be read.", (), Tone.BAD),
        Entry(
            "pretty.json: another program saved it in another layout; its content is unchanged",
            (),
            Tone.WARNING,
        ),
        Entry("copy (1).json: duplicate, the same visit is in copy.json"),
        Entry("old.json: superseded, replaced by new.json"),
        Sentence("3 of 8 reports are whole. 3 of 6 pieces of evidence are whole.", Tone.BAD),
    )


def test_the_data_of_a_check(verification):
    data = verification_page(verification()).data
    assert (data["schema_version"], data["kind"], data["whole"]) == (1, "verification", False)
    assert data["reports"][1:] == [
        {
            "file": "photos.json",
            "report_id": "id-2",
            "seal": "whole",
            "evidence_files": 4,
            "broken_evidence": [
                {"item": "greeted", "file": PHOTO, "fault": fault}
                for fault in ("missing", "altered", "unreadable")
            ],
        },
        {
            "file": "pretty.json",
            "report_id": "id-3",
            "seal": "reformatted",
            "evidence_files": 0,
            "broken_evidence": [],
        },
    ]
    assert data["unusable"][-2:] == [
        {"file": "other.json", "fault": "not_a_report", "detail": None},
        {"file": "newer.json", "fault": "newer_version", "detail": "7"},
    ]
    assert data["left_out"] == [
        {"file": "copy (1).json", "reason": "duplicate", "by": "copy.json"},
        {"file": "old.json", "reason": "superseded", "by": "new.json"},
    ]
