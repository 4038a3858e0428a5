"""Every file under tests/example_checklists is a test, and so is every shipped file.

An invalid one says in its first lines what must be found: ``# finds: line:column code``; one under
``warned`` can be used all the same.
"""

import re
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.figures import load_figures
from asiakaskunto_cli.checklist.library import shipped_folder
from asiakaskunto_cli.checklist.load import REACH_RULES, RULES, load_checklist
from asiakaskunto_cli.checklist.names import known_names, unknown_names
from asiakaskunto_cli.checklist.objectivity import judged_facts
from asiakaskunto_cli.checklist.practices import load_practices
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.reader import read_source, read_text

EXAMPLES = Path(__file__).parents[1] / "example_checklists"
VALID = sorted((EXAMPLES / "valid").iterdir())
INVALID = sorted((EXAMPLES / "invalid").iterdir())
WARNED = sorted((EXAMPLES / "warned").iterdir())
SHIPPED = sorted(shipped_folder().glob("*.yaml"))

FINDS = re.compile(r"(?m)^# finds: (\d+:\d+ K\d{3})$")
JARGON = re.compile(
    r"'str'|'dict'|'list'|\bdict\b|NoneType|\bNone\b|pydantic|constrained|literal\[|enum"
    r"|\[key\]|type=|model_type|Traceback"
)


def findings_of(path):
    """Return the findings of a file of any kind."""
    source = read_source(path)
    kind = source.data.get("kind") if isinstance(source.data, dict) else None
    if kind == "practices":
        return load_practices(source)[1]
    if kind == "figures":
        return load_figures(source)[1]
    loaded = load_checklist(source)
    if loaded.checklist is None:
        return loaded.findings
    names = unknown_names(source, loaded.checklist, known_names())
    return [*names, *judged_facts(source, loaded.checklist)]


def found(path):
    """Return the findings of a file as the file itself would name them."""
    return [f"{at.position.line}:{at.position.column} {at.code}" for at in findings_of(path)]


def by_name(path):
    return path.stem


@pytest.mark.parametrize("path", VALID + SHIPPED, ids=by_name)
def test_valid_file_has_no_findings(path):
    assert list(findings_of(path)) == []


@pytest.mark.parametrize("path", INVALID + WARNED, ids=by_name)
def test_file_gives_exactly_the_findings_it_names(path):
    expected = FINDS.findall(path.read_bytes().decode("latin-1"))
    assert expected != []
    assert found(path) == expected


@pytest.mark.parametrize("path", INVALID + WARNED, ids=by_name)
def test_finding_speaks_to_people(path):
    expected = Severity.WARNING if path in WARNED else Severity.ERROR
    for finding in findings_of(path):
        assert finding.severity is expected
        assert finding.message.endswith(".")
        assert finding.remedy != ""
        assert not JARGON.search(f"{finding.message} {finding.remedy}")


def test_examples_cover_every_code():
    codes = {finding.split()[1] for path in INVALID for finding in found(path)}
    shape = {f"K20{number}" for number in range(1, 7)}
    # Files too large to keep are made in test_file_too_large_is_refused.
    reading = {f"K10{number}" for number in range(1, 10)} - {"K106"}
    assert codes == reading | shape | {*RULES, *REACH_RULES}
    warnings = {finding.split()[1] for path in WARNED for finding in found(path)}
    assert warnings == {"K330", "K331", "K332"}


def test_file_too_large_is_refused():
    entries = b"kunto: 1\nlanguages: [" + b"fi, " * 100_001 + b"fi]\n"
    findings = load_checklist(read_text("suuri.yaml", entries)).findings
    assert [finding.code for finding in findings] == ["K106"]
