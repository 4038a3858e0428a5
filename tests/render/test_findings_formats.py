"""Findings for other programs: each format is read back by what reads it."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from junitparser import JUnitXml

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.pages.rulebook import rulebook
from asiakaskunto_cli.render.registry import FINDINGS_FORMATS
from asiakaskunto_cli.source.finding import Finding, Position, Severity

SARIF_SCHEMA = json.loads(
    Path(__file__).with_name("sarif-schema-2.1.0.json").read_text(encoding="utf-8")
)
NASTY = "100 %: a,b <i>&\"'\r\n::error::\x1b[31m\u202eä\ufffe"


@pytest.fixture
def found(tmp_path, monkeypatch):
    """Return a run over four files, from a folder in the repository."""
    (tmp_path / "lists").mkdir()
    monkeypatch.chdir(tmp_path / "lists")
    findings = [
        finding("a, b: 1%.yaml", 1, 1, "K305", "Missing.", "Write it."),
        finding("a, b: 1%.yaml", 3, 7, "K330", NASTY, "", Severity.WARNING),
        finding("a, b: 1%.yaml", 9, 7, "K330", NASTY, "", Severity.WARNING),
        finding("../ääkkönen.yaml", 2, 2, "K361", "Few.", "Add some.", Severity.INFORMATION),
    ]
    unreadable = {"/elsewhere/x.yaml": BadInputError("There is no file.", remedy="Check it.")}
    files = ["a, b: 1%.yaml", "../ääkkönen.yaml", "clean.yaml"]
    return Checked(files, findings, unreadable, strict=False, base=tmp_path)


def finding(file, line, column, code, message, remedy, severity=Severity.ERROR):
    return Finding(file, Position(line, column), code, message, remedy, severity)


def strictly(found):
    return Checked(found.files, found.findings, found.unreadable, strict=True, base=found.base)


def written(form, found):
    text = FINDINGS_FORMATS[form](found)
    assert text.endswith("\n")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    return text


# GitHub


def unescaped(text):
    for escape, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r")):
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def commands(text):
    """Return what GitHub's runner makes of the lines: command, properties, message."""
    for line in text.splitlines():
        command, listed, said = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        pairs = (one.split("=", 1) for one in listed.split(","))
        yield command, {key: unescaped(value) for key, value in pairs}, unescaped(said)


def test_github_shows_each_finding_at_its_place(found):
    read = list(commands(written("github", found)))
    assert [command for command, _, _ in read] == ["error", "warning", "warning", "notice", "error"]
    assert read[0][1] == {
        "file": "lists/a, b: 1%.yaml",
        "line": "1",
        "col": "1",
        "title": "kunto K305",
    }
    assert read[0][2] == "lists/a, b: 1%.yaml:1:1: K305 Missing.\nWrite it."
    assert read[3][1]["file"] == "ääkkönen.yaml"
    assert read[4][1:] == (
        {"file": "/elsewhere/x.yaml", "title": "kunto"},
        "There is no file.\nCheck it.",
    )


def test_github_cannot_be_made_to_do_something_else(found):
    text = written("github", found)
    assert len(text.splitlines()) == 5
    nasty = list(commands(text))[1][2]
    assert nasty.endswith(NASTY.replace("\x1b", "\\u001b").replace("\u202e", "\\u202e"))


def test_github_is_told_nothing_where_there_is_nothing(tmp_path):
    assert FINDINGS_FORMATS["github"](Checked(["a"], [], {}, strict=True, base=tmp_path)) == ""


# SARIF


def sarif(found):
    document = json.loads(written("sarif", found))
    jsonschema.Draft4Validator(SARIF_SCHEMA).validate(document)
    (run,) = document["runs"]
    return run


def test_sarif_is_what_its_schema_says(found, tmp_path):
    sarif(found)
    run = sarif(Checked([], [], {}, strict=False, base=tmp_path))
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_sarif_names_rule_level_and_place(found):
    run = sarif(found)
    rules = run["tool"]["driver"]["rules"]
    for result, one in zip(run["results"], found.findings, strict=True):
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"] == one.code
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] == one.position.line
        assert region["startColumn"] == one.position.column
    assert [one["level"] for one in run["results"]] == ["error", "warning", "warning", "note"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_explains_every_rule_that_found_something(found):
    rules = sarif(found)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["K305", "K330", "K361"]
    for rule in rules:
        text = rulebook()[rule["id"]]
        assert rule["shortDescription"]["text"].casefold() == text.title.casefold()
        assert rule["fullDescription"]["text"]
        for form in rule["help"].values():
            assert text.fails in form
            assert text.passes in form
        assert rule["help"]["markdown"].count("```") == 4
    levels = [rule["defaultConfiguration"]["level"] for rule in rules]
    assert levels == ["error", "warning", "note"]


def test_sarif_names_files_by_relative_addresses(found):
    run = sarif(found)
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    for place, one in zip(places, found.findings, strict=True):
        address = place["artifactLocation"]
        assert address["uriBaseId"] == "%SRCROOT%"
        parts = urlsplit(address["uri"])
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
        assert address["uri"].isascii()
        assert unquote(parts.path) == found.from_base(one.file)


def test_sarif_tells_apart_what_could_not_be_read(found):
    (invocation,) = sarif(found)["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    address = told["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address == {"uri": "file:///elsewhere/x.yaml"}


def test_sarif_shows_the_line_where_it_is_known(found):
    line = Finding("a", Position(1, 3), "K305", "M.", "R.", Severity.ERROR, "  title: x")
    run = sarif(Checked(["a"], [line], {}, strict=False, base=found.base))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == "  title: x"


def test_sarif_does_not_repeat_an_endless_line(found):
    line = Finding("a", Position(1, 3), "K305", "M.", "R.", Severity.ERROR, "x" * 1_000_000)
    told = Checked(["a"], [line] * 100, {}, strict=False, base=found.base)
    assert len(written("sarif", told)) < 1_000_000
    assert "snippet" not in json.dumps(sarif(told))


# JUnit


def junit(found):
    return JUnitXml.fromstring(written("junit", found).encode())


def test_junit_counts_what_fails_the_check(found):
    read = junit(found)
    assert (read.tests, read.failures, read.errors) == (6, 1, 1)
    read = junit(strictly(found))
    assert (read.tests, read.failures, read.errors) == (6, 3, 1)
    for whole in (read, *read):
        counted = JUnitXml.fromstring(whole.tostring())
        counted.update_statistics()
        assert (counted.tests, counted.failures, counted.errors) == (
            whole.tests,
            whole.failures,
            whole.errors,
        )


def test_junit_has_a_suite_a_file_and_a_test_a_finding(found):
    suites = list(junit(found))
    names = ["lists/a, b: 1%.yaml", "ääkkönen.yaml", "lists/clean.yaml", "/elsewhere/x.yaml"]
    assert [suite.name for suite in suites] == names
    cases = [(case.name, case.is_passed, case.is_failure) for suite in suites for case in suite]
    assert cases == [
        ("K305 1:1", False, True),
        ("K330 3:7", True, False),
        ("K330 9:7", True, False),
        ("K361 2:2", True, False),
        ("valid", True, False),
        ("readable", False, False),
    ]
    (failure,) = next(iter(suites[0])).result
    assert (failure.type, failure.message) == ("K305", "Missing.")
    assert failure.text == "lists/a, b: 1%.yaml:1:1: error K305 Missing.\nWrite it."
    assert "\\u001b[31m\\u202eä\ufffd" in list(suites[0])[1].system_out


# GitLab


def test_gitlab_gets_what_its_report_needs(found):
    issues = json.loads(written("gitlab", found))
    assert len(issues) == 5
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == 5
    assert issues[0]["location"] == {"path": "lists/a, b: 1%.yaml", "lines": {"begin": 1}}
    assert issues[0]["description"] == "Missing. Write it."
    assert issues[-1]["check_name"] == "unreadable"


def test_a_fingerprint_stays_while_its_line_moves(found):
    moved = [
        finding(one.file, one.position.line + 5, 9, one.code, one.message, "", one.severity)
        for one in found.findings
    ]
    later = Checked(found.files, moved, {}, strict=False, base=found.base)
    assert [one for _, one in later.fingerprinted()] == [one for _, one in found.fingerprinted()]


def test_a_fingerprint_stays_while_the_line_that_a_message_names_moves(found):
    def marks(first):
        twice = [
            finding("a.yaml", line, 1, "K102", f"The first is on line {first}.", "")
            for line in (first + 2, first + 4)
        ]
        told = Checked(["a.yaml"], twice, {}, strict=False, base=found.base)
        return [mark for _finding, mark in told.fingerprinted()]

    assert marks(9) == marks(100)
    assert len(set(marks(9))) == 2
