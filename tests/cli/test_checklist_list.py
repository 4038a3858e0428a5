"""`kunto checklist list`: the one that is needed, among many."""

import json
import os
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.library import checklist_files
from asiakaskunto_cli.cli.app import run

ROOT = Path(__file__).parents[2]
KNOWN = checklist_files(Path("nothing-of-ones-own"))


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "fi")


@pytest.fixture
def listed(capsys):
    """Return a function: the checklists that are listed, as data."""

    def run_list(*words):
        assert run(["checklist", "list", *words, "--format", "json"]) == 0
        return json.loads(capsys.readouterr().out)["checklists"]

    return run_list


@pytest.mark.parametrize("theme", ["basics", "encounter", "trade", "internal"])
def test_a_theme_alone(theme, listed):
    expected = [one for one in listed() if one["theme"] == theme]
    assert len(expected) > 1
    assert listed("--theme", theme) == expected


def test_a_method_alone(listed):
    expected = [one for one in listed() if "ask" in one["methods"]]
    assert 1 < len(expected) < len(listed())
    assert listed("--method", "ask") == expected


def test_internal_checklists_are_those_kept_out_of_the_index(listed):
    assert [one for one in listed() if not one["index"]] == listed("--theme", "internal")


def test_words_of_a_question_find_its_checklist_within_a_theme(listed):
    found = listed("--find", "tuotekysymykseen", "--theme", "basics")
    assert [(one["id"], one["found_in"]) for one in found] == [
        ("testiasiakas-perusmittaus", ["oikea-vastaus"])
    ]
    assert listed("--find", "sovittuun tuotekysymykseen", "--method", "observe") == []


def test_words_are_those_of_the_language_spoken(listed):
    assert listed("--find", "salesperson") == []
    assert "havainnointi-perusmittaus" in [
        one["id"] for one in listed("--find", "salesperson", "--lang", "en")
    ]


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_list_fits_the_screen_and_breaks_no_id(columns, language, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", str(columns))
    assert run(["checklist", "list", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= columns
    words = [word for line in lines for word in line.split()]
    assert [name for name in KNOWN if name not in words] == []


def test_an_unknown_theme_is_usage(capsys):
    assert run(["checklist", "list", "--theme", "kassa"]) == 2
    assert "encounter" in capsys.readouterr().err


def test_the_docs_show_the_list_as_it_is(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["checklist", "list", "--lang", "en"]) == 0
    page = ROOT / "docs" / "library.md"
    marker = "<!-- output: kunto checklist list --lang en -->\n```console\n"
    before, _marker, rest = page.read_text(encoding="utf-8").partition(marker)
    quoted, fence, after = rest.partition("```")
    shown = capsys.readouterr().out
    if os.environ.get("KUNTO_RENEW_SCREENS"):
        page.write_text(f"{before}{marker}{shown}{fence}{after}", encoding="utf-8")
        pytest.skip("docs/library.md is written anew")
    assert quoted == shown, "renew it with KUNTO_RENEW_SCREENS=1"


def test_the_docs_count_the_lists_right():
    assert len(KNOWN) == 25
