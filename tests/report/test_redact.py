"""A redacted copy: what was left out is nowhere in it, all the rest is as it was."""

import json
import os
from pathlib import Path

import pytest

from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.folder import collect, report_name
from asiakaskunto_cli.report.partial import detail_of
from asiakaskunto_cli.report.redact import (
    Redaction,
    Withheld,
    own_name,
    redacted_collection,
    redacted_report,
)
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.scoring.response import Evidence, Response

SENTINEL = "Sentinel"
PERSONAL = f"{SENTINEL} 040 123 4567"
KEPT = "Lupasi soittaa huomenna."
NOON = "2026-10-05T12:41:07+03:00"
PHOTO = Evidence(file="5e47117e15ec4e75.jpg", sha256="5e47117e" * 8, bytes=3, added_at=NOON)
ANSWERS = {
    "tervehdys": Response(answer=False, why=PERSONAL, note=SENTINEL, evidence=(PHOTO, PHOTO)),
    "hymy": Response(answer=4, why=KEPT, note=SENTINEL),
    "jono": Response(answer=2.5),
    "ryhma": Response(not_applicable=True, na_reason=PERSONAL),
    "kuvaus": Response(answer=PERSONAL),
}
LEFT_OUT_OF_REPORT = {
    Withheld.NOTE: 3,
    Withheld.EVALUATOR: 1,
    Withheld.EVIDENCE: 2,
    Withheld.CORRECTION: 1,
    Withheld.WHY: 1,
    Withheld.REASON: 1,
    Withheld.ANSWER: 1,
}


@pytest.fixture
def telling_report(visited, opening):
    """Return a function: a visit with the sentinel wherever a person can write."""

    def make(number=1, answers=ANSWERS, **facts):
        given = {"evaluator": SENTINEL, "supersede_reason": SENTINEL} | facts
        return build_report(visited, opening(number, **given), Closing(answers, SENTINEL, NOON))

    return make


@pytest.fixture
def put(tmp_path):
    """Write a report under a folder whose name nobody should read; return the path."""

    def run(report, name=None):
        path = tmp_path / f"{SENTINEL}-kotikansio" / (name or report_name(report))
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(sealed(report))
        return path

    return run


def test_nothing_that_is_left_out_of_a_report_is_in_it(telling_report):
    copy, withheld = redacted_report(telling_report())
    for words in (SENTINEL, PHOTO.file, PHOTO.sha256):
        assert words in sealed(telling_report()).decode()
        assert words not in sealed(copy).decode()
    assert withheld == LEFT_OUT_OF_REPORT


def test_all_the_rest_of_a_report_is_as_it_was(telling_report):
    report = telling_report()
    before, after = (json.loads(sealed(one)) for one in (report, redacted_report(report)[0]))
    changed = {
        name
        for old, new in zip(before["items"], after["items"], strict=True)
        for name in old
        if old[name] != new[name]
    }
    assert changed == {"why", "note", "na_reason", "answer", "answer_label", "evidence"}
    assert after["items"][1]["why"] == KEPT
    assert {name for name in before["visit"] if before["visit"][name] != after["visit"][name]} == {
        "evaluator",
        "note",
    }
    keys = {name for name in before if before[name] != after[name]}
    assert keys == {"items", "visit", "supersede_reason", "sha256"}


def test_words_count_as_personal_by_the_mark_and_by_themselves(telling_report):
    marked = telling_report().model_copy(deep=True)
    item = marked.items[1]
    assert (item.id, item.personal) == ("hymy", False)
    marked.items[1] = item.model_copy(update={"personal": True})
    assert redacted_report(marked)[0].items[1].why == ""
    unmarked = [one.model_copy(update={"personal": False}) for one in marked.items]
    copy, withheld = redacted_report(marked.model_copy(update={"items": unmarked}))
    assert copy.items[1].why == KEPT
    assert withheld == LEFT_OUT_OF_REPORT


def test_details_lose_what_the_report_loses(telling_report, visited, put):
    report = telling_report()
    found = collect([put(report).parent], details=True)
    copy, withheld = redacted_collection(found)
    assert SENTINEL in repr(found)
    assert SENTINEL not in repr(copy)
    expected = detail_of(redacted_report(report)[0], visited, report_name(report))
    assert copy.details == (expected,)
    assert copy.records == (expected.record,)
    assert withheld == {
        Withheld.NOTE: 2,  # details do not hold the note on the visit, nor evidence
        Withheld.EVALUATOR: 1,
        Withheld.WHY: 1,
        Withheld.ANSWER: 1,
    }


def test_evaluators_are_counted_once_each(telling_report, put):
    for number, evaluator in enumerate(["A", "B", "A", None], 1):
        path = put(telling_report(number, {}, evaluator=evaluator))
    copy, withheld = redacted_collection(collect([path.parent]))
    assert {record.evaluator for record in copy.records} == {None}
    assert withheld == {Withheld.EVALUATOR: 2}


def test_files_keep_only_the_names_that_kunto_gave(telling_report, put):
    first, second = telling_report(1, {}), telling_report(2, {})
    put(first, f"{SENTINEL}.json")
    put(first, f"{SENTINEL} (1).json")
    put(second)
    put(telling_report(3, {}, supersedes=second.report_id), f"z-{SENTINEL}.json")
    folder = put(telling_report(4, {})).parent
    (folder / f"{SENTINEL}-rikki.json").write_bytes(b"")
    os.mkfifo(folder / report_name(telling_report(5)))
    found = collect([folder], details=True)
    with speaking("en"):
        copy, withheld = redacted_collection(found)
    assert SENTINEL not in repr(copy)
    assert {record.file for record in copy.records} == {
        report_name(telling_report(number)) for number in (1, 3, 4)
    }
    assert sorted((error.file, error.fault, error.detail) for error in copy.unusable) == [
        (report_name(telling_report(5)), "unreadable", ""),
        ("file 1", "damaged", ""),
    ]
    assert sorted((one.file, one.by) for one in copy.left_out) == [
        (report_name(second), report_name(telling_report(3))),
        ("file 2", report_name(first)),
    ]
    assert withheld[Withheld.FILE_NAME] == 4


def test_reformatted_files_go_by_the_names_of_their_visits(telling_report, put):
    path = put(telling_report())
    tidy = path.with_name(f"{SENTINEL}.json")
    tidy.write_text(json.dumps(json.loads(path.read_bytes()), indent=3))
    path.unlink()
    copy, _withheld = redacted_collection(collect([path.parent]))
    assert copy.reformatted == (path.name,)


def test_what_is_redacted_already_loses_nothing_more(telling_report, put):
    report, _withheld = redacted_report(telling_report())
    assert redacted_report(report) == (report, Redaction())
    collection, _withheld = redacted_collection(collect([put(report).parent], details=True))
    assert redacted_collection(collection) == (collection, Redaction())


@pytest.mark.parametrize(
    ("file", "name"),
    [
        (
            "/home/liisa/2026-10-05_keskusta_ask_0a1b2c3d.json",
            "2026-10-05_keskusta_ask_0a1b2c3d.json",
        ),
        ("2026-10-05_keskusta_ask_0a1b2c3d (liisa).json", None),
        ("liisa-2026-10-05_keskusta_ask_0a1b2c3d.json", None),
        ("2026-10-05_keskusta_liisa_0a1b2c3d.json", None),
        ("2026-10-05_keskusta_ask_0a1b2c3d.json/liisa", None),
    ],
)
def test_a_name_is_shown_only_if_kunto_gave_it(file, name):
    assert own_name(file) == name
    assert own_name(str(Path("x", file))) == name
