"""`kunto checklist`: the library, one checklist, the schema."""

import json
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.library import checklist_files
from asiakaskunto_cli.cli.app import run

ROOT = Path(__file__).parents[2]
SHIPPED = checklist_files(Path("nothing-of-ones-own"))


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")


def test_the_list_holds_every_shipped_checklist(capsys):
    assert run(["checklist", "list", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in listed["checklists"]] == list(SHIPPED)


def test_an_own_checklist_is_listed_beside_them_and_a_broken_one_is_named(tmp_path, capsys):
    own = tmp_path / "checklists"
    own.mkdir()
    (own / "rikki.yaml").write_text("kunto: 1\nid: rikki\n", encoding="utf-8")
    assert run(["checklist", "list"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in SHIPPED)
    assert "rikki.yaml" in "".join(shown.split())


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_checklist_is_shown_whole(name, language, capsys):
    assert run(["checklist", "show", name, "--lang", language, "--format", "json"]) == 0
    definition = json.loads(capsys.readouterr().out)["definition"]
    assert run(["checklist", "show", name, "--lang", language]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    for section in definition["sections"]:
        for item in section["items"]:
            assert item["text"][language] in shown


def test_a_misspelt_id_is_usage_and_names_the_nearest(capsys):
    assert run(["checklist", "show", "havainnointi-perusmitaus"]) == 2
    assert "havainnointi-perusmittaus" in capsys.readouterr().err
