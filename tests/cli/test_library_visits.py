"""Every checklist that comes with kunto runs from its example answers, in both languages."""

import re
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.report.read import read_report
from asiakaskunto_cli.source.reader import read_source

ROOT = Path(__file__).parents[2]
SHIPPED = checklist_files(Path("nothing-of-ones-own"))
ANSWERS = ROOT / "examples" / "kirjasto"
METHOD = re.compile(r"(?m)^# method: (\w+)$")


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("KUNTO_LANG", "en")


def test_every_shipped_checklist_has_example_answers():
    assert sorted(path.stem for path in ANSWERS.iterdir()) == list(SHIPPED)


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_a_visit_from_its_example_answers_is_complete(name, language, tmp_path, capsys):
    path = ANSWERS / f"{name}.yaml"
    method = METHOD.search(path.read_text(encoding="utf-8"))[1]
    reports = tmp_path / "reports"
    words = [method, "--answers", path, "--reports", reports, "--lang", language]
    assert run(list(map(str, words))) == 0
    file = capsys.readouterr().out.strip()
    report = read_report(Path(file))
    assert (report.checklist.id, report.visit.method) == (name, method)
    assert (report.language, report.outcome) == (language, "complete")
    answered = read_source(path).data["answers"]
    assert {item.id for item in report.items} == set(answered)

    checklist = read_checklist(SHIPPED[name]).checklist
    if checklist.anonymous:
        return  # nobody is shown one person's answers: tests/cli/test_anonymous.py
    assert run(["report", file, "--lang", language]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert checklist.title[language] in shown
