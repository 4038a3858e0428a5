"""Findings line by line, and how the files fared."""

from dataclasses import replace
from pathlib import Path

import pytest

from asiakaskunto_cli.pages.blocks import Entry, Listing, Sentence, Tone
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.pages.findings import findings_page
from asiakaskunto_cli.source.finding import Severity

THREE = ["a.yaml", "c.yaml", "d.yaml"]


def page_of(files, findings, unreadable=(), left_out=0, unselected=0, passed_over=(), ignored=0):
    counted = {
        "left_out": left_out,
        "unselected": unselected,
        "ignored": ignored,
        "passed_over": passed_over,
    }
    return findings_page(
        Checked(files, findings, dict(unreadable), strict=False, base=Path("/"), **counted)
    )


def outcome(page):
    assert isinstance(page.blocks[-1], Sentence)
    return page.blocks[-1].text, page.blocks[-1].tone


@pytest.fixture
def informing(findings):
    return replace(findings[1], severity=Severity.INFORMATION)


def test_a_finding_is_a_line_its_source_and_its_remedy(findings):
    shown = replace(findings[0], line="      titel: A")
    assert page_of(["a.yaml"], [shown, findings[1]]).blocks == (
        Entry(
            "a.yaml:3:7: error K201 Unknown key “titel”.",
            ("Did you mean “title”?",),
            Tone.BAD,
            Listing("      titel: A", 7),
        ),
        Entry("a.yaml:9:1: warning K309 A gate on a text.", ("Remove it.",), Tone.WARNING),
        Sentence("2 findings. 1 is a warning.", Tone.BAD),
    )


def test_a_finding_at_the_end_of_a_file_has_no_line_to_show(findings):
    assert page_of(["a.yaml"], [replace(findings[0], line="  ")]).blocks[0].listing is None


def test_what_informs_is_plain_and_does_not_spoil_a_file(informing):
    page = page_of(["a.yaml"], [informing])
    assert page.blocks[0].text.startswith("a.yaml:9:1: for information K309 ")
    assert page.blocks[0].tone is Tone.PLAIN
    assert outcome(page) == ("1 finding. It is for information.", Tone.GOOD)


def test_how_the_files_fared(findings, unreadable, informing):
    error, warning = findings
    cases = [
        ((THREE, []), "3 files are valid.", Tone.GOOD),
        ((["c.yaml"], []), "1 file is valid.", Tone.GOOD),
        ((THREE, findings), "2 findings in 1 of 3 files. 1 is a warning.", Tone.BAD),
        (
            (THREE, [error], unreadable),
            "1 finding in 1 of 3 files. 1 file could not be read.",
            Tone.BAD,
        ),
        ((THREE, [warning]), "1 finding in 1 of 3 files. It is a warning.", Tone.WARNING),
        (
            (THREE, [warning, warning]),
            "2 findings in 1 of 3 files. They are warnings.",
            Tone.WARNING,
        ),
        (
            (THREE, [error, warning, warning]),
            "3 findings in 1 of 3 files. 2 are warnings.",
            Tone.BAD,
        ),
        (
            (["a.yaml"], [error, warning, informing, informing]),
            "4 findings. 1 is a warning. 2 are for information.",
            Tone.BAD,
        ),
        (
            (["a.yaml"], [warning], (), 2),
            "1 finding. It is a warning. 2 more are for information: see them with --all.",
            Tone.WARNING,
        ),
        (
            (["a.yaml"], [], (), 1),
            "1 file is valid. 1 more is for information: see it with --all.",
            Tone.GOOD,
        ),
        (
            (["a.yaml"], [warning], (), 0, 2),
            "1 finding. It is a warning. 2 findings of other codes are left out.",
            Tone.WARNING,
        ),
        (
            (["a.yaml"], [], (), 1, 1),
            (
                "Nothing was found of the codes that were asked for. 1 finding of another code is "
                "left out. 1 more is for information: see it with --all."
            ),
            Tone.GOOD,
        ),
        (([], []), "There was nothing to check.", Tone.WARNING),
    ]
    for words, said, tone in cases:
        assert outcome(page_of(*words)) == (said, tone)


def test_what_was_passed_over_is_counted():
    page = page_of(["a.yaml"], [], passed_over=["ci.yml"])
    said = "1 file is valid. 1 YAML file is not kunto's and was passed over."
    assert outcome(page) == (said, Tone.GOOD)
    assert page.data["passed_over"] == ["ci.yml"]


def test_the_data_of_findings(findings, unreadable):
    assert page_of(["a.yaml"], findings[:1], unreadable, 3, 4, ignored=5).data == {
        "schema_version": 1,
        "kind": "findings",
        "files": ["a.yaml"],
        "findings": [
            {
                "file": "a.yaml",
                "line": 3,
                "column": 7,
                "code": "K201",
                "severity": "error",
                "message": "Unknown key “titel”.",
                "remedy": "Did you mean “title”?",
            }
        ],
        "left_out": 3,
        "unselected": 4,
        "ignored": 5,
        "passed_over": [],
        "unreadable": [
            {"file": "b.yaml", "message": "b.yaml is a folder.", "remedy": "Name a file."}
        ],
    }
