"""What is wrong with a report file: each finding at its place in the file."""

import json

import pytest

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.report.findings import report_findings
from asiakaskunto_cli.report.seal import _sealed, sealed
from asiakaskunto_cli.source.finding import Severity


@pytest.fixture
def found(tmp_path):
    """Return a function: these bytes are a report file; code, line and column of its findings."""

    def run(content):
        path = tmp_path / "2026-10-05_keskusta_observe_00000001.json"
        path.write_bytes(content)
        findings = report_findings(path)
        lines = content.decode(errors="replace").removeprefix("\ufeff").splitlines() or [""]
        for one in findings:
            assert one.file == str(path)
            assert 1 <= one.position.column <= len(lines[one.position.line - 1]) + 1
            assert one.message.endswith(".")
            assert one.remedy.endswith(".") or "kunto correct" in one.remedy
        return [(one.code, one.position.line, one.position.column) for one in findings]

    return run


def line_of(content, text):
    """Return the number of the first line that holds a text."""
    return next(
        number for number, line in enumerate(content.decode().split("\n"), 1) if text in line
    )


def resealed(report, change):
    """Return a report that is whole, but not what kunto would write."""
    document = report.model_dump(mode="json")
    change(document)
    return _sealed(document)


def test_a_whole_report_has_no_findings(found, content):
    assert found(content) == []


def test_a_report_that_was_cut_off_is_damaged_at_its_end(found, content):
    for kept in (len(content) // 2, len(content) - 2, 40):
        cut = content[:kept].decode(errors="ignore")
        ((code, line, _column),) = found(cut.encode())
        assert (code, line) == ("K411", len(cut.splitlines()))


def test_an_empty_report_is_damaged_at_its_start(found):
    assert found(b"") == [("K411", 1, 1)]


def test_a_key_that_stands_twice_is_damage(found, content):
    line = line_of(content, '"wave"')
    twice = content.replace(b' "wave": "2026-Q4",\n', b' "wave": "2026-Q4",\n "wave": "x",\n')
    assert found(twice) == [("K411", line + 1, 2)]


def test_bytes_that_are_no_text_are_damage_where_they_stand(found, content):
    broken = content.replace(b'"wave": "', b'"wave": "\xff')
    assert found(broken) == [("K411", line_of(content, '"wave"'), 11)]


def test_a_report_with_another_content_is_altered(found, content):
    altered = content.replace(b'"wave": "2026-Q4"', b'"wave": "2026-Q3"')
    assert found(altered) == [
        ("K412", line_of(content, '"sha256": "' + content[-68:-4].decode()), 2)
    ]


def test_a_report_in_another_layout_is_a_warning(found, content, tmp_path):
    assert found(json.dumps(json.loads(content)).encode()) == [("K416", 1, 1)]
    (finding,) = report_findings(next(tmp_path.iterdir()))
    assert finding.severity is Severity.WARNING


def test_a_report_of_a_newer_kunto_says_so(found, make_report):
    newer = resealed(make_report(), lambda one: one.update(schema_version=2, extra=1))
    assert found(newer) == [("K413", line_of(newer, '"schema_version"'), 2)]


def test_what_is_named_like_a_report_and_is_none(found):
    assert found(b'{\n "kind": "comparison"\n}\n') == [("K411", 2, 2)]
    assert found(b"[]") == [("K411", 1, 1)]


def test_a_value_that_fits_no_report_is_damage_where_it_stands(found, make_report):
    broken = resealed(make_report(), lambda one: one["visit"].update(method="guess"))
    assert found(broken) == [("K411", line_of(broken, '"guess"'), 13)]


def test_a_checklist_in_it_that_is_none_is_told_at_its_first_fault(found, make_report):
    def change(document):
        definition = document["checklist"]["definition"]
        definition["sections"][0]["items"][1]["type"] = "skale"
        definition["methods"] = []

    broken = resealed(make_report(), change)
    assert found(broken) == [("K414", line_of(broken, '"skale"'), 16)]


def test_a_checklist_in_it_that_contradicts_itself(found, make_report):
    def change(document):
        document["checklist"]["definition"]["sections"][0]["items"][1]["id"] = "jono"

    assert [code for code, _, _ in found(resealed(make_report(), change))] == ["K414"]


def test_an_answer_that_the_checklist_does_not_take(found, make_report):
    broken = resealed(make_report(), lambda one: one["items"][1].update(answer=9))
    assert found(broken) == [("K415", line_of(broken, '"answer": 9,'), 14)]


def test_an_item_that_the_checklist_does_not_have(found, make_report):
    broken = resealed(make_report(), lambda one: one["items"][0].update(id="muu"))
    assert [code for code, _, _ in found(broken)] == ["K415"]


def test_a_report_too_large_to_be_placed_is_told_all_the_same(found, make_report):
    def change(document):
        document["visit"]["note"] = "x" * 2_000_000
        document["items"][1]["answer"] = 9

    assert found(resealed(make_report(), change)) == [("K415", 1, 1)]


def test_what_cannot_be_read_is_no_finding(tmp_path):
    with pytest.raises(BadInputError):
        report_findings(tmp_path / "missing.json")


def test_every_flipped_bit_is_found(found, make_report):
    content = sealed(make_report())
    step = 997
    for index in range(0, len(content) * 8, step):
        broken = bytearray(content)
        broken[index // 8] ^= 1 << index % 8
        codes = {code for code, _, _ in found(bytes(broken))}
        assert codes <= {"K411", "K412", "K413"}, index
        assert codes, index
