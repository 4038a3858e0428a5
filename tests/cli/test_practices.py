"""`kunto checklist practices`, and practices on the page of a visit."""

import json
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.practices import read_practices
from asiakaskunto_cli.cli.app import run

OWN = """\
kunto: 1
kind: practices
practices:
  - {id: tervehtiminen-vahimmaistasona, title: Katse ovelle, text: Näin me teemme.}
"""
ANSWERS = """\
kunto: 1
kind: answers
checklist: havainnointi-perusmittaus
site: keskusta
visited_at: 2026-11-16T12:00:00+02:00
answers: {ensihuomio: never, hymyili: true, hymy: 4, valmius: 2, vire: 5, huomioidut: {k: 6, n: 8}}
"""


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "fi")
    monkeypatch.setenv("KUNTO_STATE_DIR", str(tmp_path / "state"))


def own(text):
    """Make the folder a programme with a file of its own among its checklists."""
    Path("kunto.yaml").write_text("kunto: 1\n", encoding="utf-8")
    Path("checklists").mkdir(exist_ok=True)
    Path("checklists/omat.yaml").write_text(text, encoding="utf-8")


def shown(capsys, *words):
    assert run(list(words)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_every_practice_is_shown_in_every_format(capsys, form):
    page = " ".join(shown(capsys, "checklist", "practices", "--format", form).split())
    for practice in read_practices().entries.values():
        assert practice.title["fi"] in page


def test_an_own_practice_is_shown_in_place_of_the_shipped_one(capsys):
    own(OWN)
    page = shown(capsys, "checklist", "practices")
    assert "Katse ovelle" in page
    assert "Tervehtikää jokainen tulija" not in page


def test_those_that_a_checklist_names_are_shown_beside_its_questions(capsys):
    words = ["checklist", "practices", "--for", "havainnointi-perusmittaus"]
    page = shown(capsys, *words, "--lang", "en")
    greeting = page.partition("Greet everyone who comes in\n")[2].partition("\n\n")[0]
    assert "“Did the salesperson smile at the customer at least once?”" in greeting
    assert "tervehtiminen-vahimmaistasona · Source: Ihan parasta -blogi" in greeting
    assert "Promise only what you will keep" not in page
    data = json.loads(shown(capsys, *words, "--format", "json"))
    assert data["checklist"] == "havainnointi-perusmittaus"
    assert data["practices"][0]["items"] == ["ensihuomio", "hymyili", "huomioidut"]


def test_a_page_goes_to_a_file_that_is_not_overwritten(capsys):
    assert run(["checklist", "practices", "--format", "markdown", "-o", "x.md"]) == 0
    assert run(["checklist", "practices", "--format", "markdown", "-o", "x.md"]) == 3
    assert "# Käytännöt" in Path("x.md").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_broken_practices_and_broken_checklists_are_refused(capsys):
    own(OWN.replace("title: Katse ovelle, ", ""))
    assert run(["checklist", "practices"]) == 3
    assert "omat.yaml:4:5: K202" in capsys.readouterr().err
    own("kunto: 1\nid: omat\n")
    assert run(["checklist", "practices", "--for", "omat"]) == 3
    assert run(["checklist", "practices", "--for", "havainnointi-perusmitaus"]) == 2


def test_the_page_of_a_visit_leads_its_weakest_items_to_practices(capsys):
    """Emotion: ensihuomio, hymyili, hymy (w 2), vire, huomioidut; skills: valmius alone."""
    Path("vastaukset.yaml").write_text(ANSWERS, encoding="utf-8")
    own(OWN)
    report = shown(capsys, "observe", "--answers", "vastaukset.yaml").strip()
    page = shown(capsys, "report", report)
    steps = page.partition("Mitä seuraavaksi?\n")[2].partition("\n\nVastaukset")[0].split("\n\n")
    assert [step.splitlines()[0] for step in steps] == [
        "Perehdyttäkää uudet asiakastyöhön",
        "Katse ovelle",
    ]
    data = json.loads(shown(capsys, "report", report, "--format", "json"))["practices"]
    assert [[one["id"] for one in step["items"]] for step in data] == [["valmius"], ["ensihuomio"]]


def test_a_broken_file_of_practices_does_not_stop_a_report(capsys):
    Path("vastaukset.yaml").write_text(ANSWERS, encoding="utf-8")
    report = shown(capsys, "observe", "--answers", "vastaukset.yaml").strip()
    own(OWN.replace("title: Katse ovelle, ", ""))
    assert run(["report", report]) == 0
    streams = capsys.readouterr()
    assert "Tervehtikää jokainen tulija" in streams.out
    assert "omat.yaml" in streams.err
    assert "kunto validate" in streams.err
