"""Every file under tests/example_checklists is a test, and so is every shipped file.

An invalid one says in its first lines what must be found: ``# finds: line:column code``; one under
``warned`` can be used all the same.
"""

import re
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.library import shipped_folder
from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.cli.kinds import Surroundings, findings_of
from asiakaskunto_cli.pages.rulebook import rulebook
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.reader import read_text

EXAMPLES = Path(__file__).parents[1] / "example_checklists"
VALID = sorted((EXAMPLES / "valid").iterdir())
INVALID = sorted((EXAMPLES / "invalid").iterdir())
WARNED = sorted((EXAMPLES / "warned").iterdir())
INFORMED = sorted((EXAMPLES / "informed").iterdir())
SHIPPED = sorted(shipped_folder().glob("*.yaml"))

FINDS = re.compile(r"(?m)^# finds: (\d+:\d+ K\d{3})$")
JARGON = re.compile(
    r"'str'|'dict'|'list'|\bdict\b|NoneType|\bNone\b|pydantic|constrained|literal\[|enum"
    r"|\[key\]|type=|model_type|Traceback"
)


SEVERITIES = {
    **dict.fromkeys(INVALID, Severity.ERROR),
    **dict.fromkeys(WARNED, Severity.WARNING),
    **dict.fromkeys(INFORMED, Severity.INFORMATION),
}


def all_of(path):
    """Return the findings of a file of any kind; what informs, only of what is there for that."""
    found = findings_of(path, Surroundings())
    return [one for one in found if path in INFORMED or one.severity is not Severity.INFORMATION]


def found(path):
    """Return the findings of a file as the file itself would name them."""
    return [f"{at.position.line}:{at.position.column} {at.code}" for at in all_of(path)]


def by_name(path):
    return path.stem


@pytest.mark.parametrize("path", VALID + SHIPPED, ids=by_name)
def test_valid_file_has_no_findings(path):
    assert all_of(path) == []


@pytest.mark.parametrize("path", SEVERITIES, ids=by_name)
def test_file_gives_exactly_the_findings_it_names(path):
    expected = FINDS.findall(path.read_bytes().decode("latin-1"))
    assert expected != []
    assert found(path) == expected


@pytest.mark.parametrize("path", SEVERITIES, ids=by_name)
def test_finding_speaks_to_people(path):
    for finding in all_of(path):
        assert finding.severity is SEVERITIES[path]
        assert finding.message.endswith(".")
        assert finding.remedy != ""
        assert not JARGON.search(f"{finding.message} {finding.remedy}")


def test_examples_cover_every_code_of_a_checklist_and_of_what_it_names():
    # Files too large to keep are made in test_file_too_large_is_refused; these lie in no programme.
    elsewhere = re.compile("K106|K207|K32|K350|K38|K4")
    expected = {code for code in rulebook() if not elsewhere.match(code)}
    assert {finding.split()[1] for path in SEVERITIES for finding in found(path)} == expected


def test_file_too_large_is_refused():
    entries = b"kunto: 1\nlanguages: [" + b"fi, " * 100_001 + b"fi]\n"
    findings = load_checklist(read_text("suuri.yaml", entries)).findings
    assert [finding.code for finding in findings] == ["K106"]
