"""Every file under tests/example_checklists is a test, and so is every shipped checklist.

An invalid one says in its first lines what must be found: ``# finds: line:column code``.
"""

import re
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.library import read_checklist, shipped_folder
from asiakaskunto_cli.checklist.load import RULES, load_checklist
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.reader import read_text

EXAMPLES = Path(__file__).parents[1] / "example_checklists"
VALID = sorted((EXAMPLES / "valid").iterdir())
INVALID = sorted((EXAMPLES / "invalid").iterdir())
SHIPPED = sorted(shipped_folder().glob("*.yaml"))

FINDS = re.compile(r"(?m)^# finds: (\d+:\d+ K\d{3})$")
JARGON = re.compile(
    r"'str'|'dict'|'list'|\bdict\b|NoneType|\bNone\b|pydantic|constrained|literal\[|enum"
    r"|\[key\]|type=|model_type|Traceback"
)


def found(path):
    """Return the findings of a file as the file itself would name them, and as they are."""
    findings = read_checklist(path).findings
    return [f"{at.position.line}:{at.position.column} {at.code}" for at in findings], findings


def by_name(path):
    return path.stem


@pytest.mark.parametrize("path", VALID + SHIPPED, ids=by_name)
def test_valid_checklist_has_no_findings(path):
    result = read_checklist(path)
    assert result.findings == ()
    assert result.checklist is not None


@pytest.mark.parametrize("path", INVALID, ids=by_name)
def test_invalid_checklist_gives_exactly_the_findings_it_names(path):
    expected = FINDS.findall(path.read_bytes().decode("latin-1"))
    assert expected != []
    assert found(path)[0] == expected


@pytest.mark.parametrize("path", INVALID, ids=by_name)
def test_finding_speaks_to_people(path):
    for finding in found(path)[1]:
        assert finding.severity is Severity.ERROR
        assert finding.message.endswith(".")
        assert finding.remedy != ""
        assert not JARGON.search(f"{finding.message} {finding.remedy}")


def test_examples_cover_every_code():
    codes = {finding.split()[1] for path in INVALID for finding in found(path)[0]}
    shape = {f"K20{number}" for number in range(1, 7)}
    # Files too large to keep are made in test_file_too_large_is_refused.
    reading = {f"K10{number}" for number in range(1, 10)} - {"K106"}
    assert codes == reading | shape | set(RULES)


def test_file_too_large_is_refused():
    entries = b"kunto: 1\nlanguages: [" + b"fi, " * 100_001 + b"fi]\n"
    findings = load_checklist(read_text("suuri.yaml", entries)).findings
    assert [finding.code for finding in findings] == ["K106"]


def test_three_checklists_are_shipped():
    assert [path.stem for path in SHIPPED] == [
        "havainnointi-perusmittaus",
        "kysy-suoraan-asiakkaalta",
        "testiasiakas-perusmittaus",
    ]
