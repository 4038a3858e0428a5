"""Findings line by line, and how the files fared."""

from asiakaskunto_cli.pages.blocks import Entry, Sentence, Tone
from asiakaskunto_cli.pages.findings import findings_page


def outcome(page):
    assert isinstance(page.blocks[-1], Sentence)
    return page.blocks[-1].text, page.blocks[-1].tone


def test_a_finding_is_a_line_and_its_remedy(findings):
    assert findings_page(["a.yaml"], findings, {}).blocks == (
        Entry("a.yaml:3:7: error K201 Unknown key “titel”.", ("Did you mean “title”?",), Tone.BAD),
        Entry("a.yaml:9:1: warning K309 A gate on a text.", ("Remove it.",), Tone.WARNING),
        Sentence("2 findings. 1 is a warning.", Tone.BAD),
    )


def test_how_the_files_fared(findings, unreadable):
    three = ["a.yaml", "c.yaml", "d.yaml"]
    assert outcome(findings_page(three, [], {})) == ("3 files are valid.", Tone.GOOD)
    assert outcome(findings_page(["c.yaml"], [], {})) == ("1 file is valid.", Tone.GOOD)
    assert outcome(findings_page(three, findings, {})) == (
        "2 findings in 1 of 3 files. 1 is a warning.",
        Tone.BAD,
    )
    assert outcome(findings_page(three, findings[:1], unreadable)) == (
        "1 finding in 1 of 3 files. 1 file could not be read.",
        Tone.BAD,
    )
    assert outcome(findings_page(three, findings[1:], {})) == (
        "1 finding in 1 of 3 files. It is a warning.",
        Tone.WARNING,
    )
    assert outcome(findings_page(three, [*findings[1:], *findings[1:]], {})) == (
        "2 findings in 1 of 3 files. They are warnings.",
        Tone.WARNING,
    )
    assert outcome(findings_page(three, [*findings, *findings[1:]], {})) == (
        "3 findings in 1 of 3 files. 2 are warnings.",
        Tone.BAD,
    )
    assert outcome(findings_page([], [], {})) == ("There was nothing to check.", Tone.WARNING)


def test_the_data_of_findings(findings, unreadable):
    assert findings_page(["a.yaml"], findings[:1], unreadable).data == {
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
        "unreadable": [
            {"file": "b.yaml", "message": "b.yaml is a folder.", "remedy": "Name a file."}
        ],
    }
