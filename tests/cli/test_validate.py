"""`kunto validate`: every kind of file, what fails the check and what only warns."""

import json
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import run

LIST = """\
kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
sections:
  - id: osa
    title: Osa
    items:
      - id: huomio
        text: Mitä huomasit?
        type: text
        develop: [{practice}]
"""
PRACTICES = """\
kunto: 1
kind: practices
practices: [{id: oma-tapa, title: Oma tapa, text: Näin me teemme.}]
"""


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")


def write(name, text):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def checked(capsys, *words):
    """Return the exit code, and line, severity and code of every finding."""
    code = run(["validate", *words, "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return code, [(one["line"], one["severity"], one["code"]) for one in findings]


@pytest.mark.parametrize(("extra", "code"), [([], 0), (["--strict"], 1)])
def test_a_warning_fails_the_check_only_where_it_is_strict(capsys, extra, code):
    write("lista.yaml", LIST.format(practice="perehdytyss"))
    assert checked(capsys, "lista.yaml", *extra) == (code, [(13, "warning", "K330")])


def test_an_error_fails_the_check_with_warnings_beside_it(capsys):
    write("a.yaml", LIST.format(practice="perehdytyss"))
    write("b.yaml", LIST.format(practice="perehdytys") + "extra: 1\n")
    assert checked(capsys, ".") == (1, [(13, "warning", "K330"), (14, "error", "K201")])


def test_a_warning_is_named_as_one_and_says_what_was_meant(capsys):
    write("lista.yaml", LIST.format(practice="perehdytyss"))
    assert run(["validate", "lista.yaml"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown == (
        "lista.yaml:13:19: warning K330 There is no practice “perehdytyss”. "
        "Did you mean “perehdytys”? 1 finding. It is a warning."
    )


def test_a_sound_file_is_fine_where_it_is_strict(capsys):
    write("lista.yaml", LIST.format(practice="perehdytys"))
    assert checked(capsys, "lista.yaml", "--strict") == (0, [])


@pytest.mark.parametrize("place", ["checklists/omat.yaml", "muualla/omat.yaml"])
def test_a_programmes_own_practice_and_one_beside_the_checklist_are_known(capsys, place):
    write("kunto.yaml", "kunto: 1\n")
    write("muualla/lista.yaml", LIST.format(practice="oma-tapa"))
    assert checked(capsys, "muualla/lista.yaml")[1] == [(13, "warning", "K330")]
    write(place, PRACTICES)
    assert checked(capsys, "muualla/lista.yaml") == (0, [])


def test_nothing_is_said_of_names_while_the_file_of_them_is_broken(capsys):
    write("lista.yaml", LIST.format(practice="oma-tapa"))
    write("omat.yaml", PRACTICES.replace("title: Oma tapa, ", ""))
    assert checked(capsys, "lista.yaml") == (0, [])
    assert checked(capsys, ".") == (1, [(3, "error", "K202")])


def test_practices_and_figures_are_checked_as_what_they_are(capsys):
    write("omat.yaml", PRACTICES)
    write("luvut.yaml", "kunto: 1\nkind: figures\nfigures: [{id: a, text: A, source: B}]\n")
    assert checked(capsys, ".") == (0, [])
    write("luvut.yaml", "kunto: 1\nkind: figures\nfigures: [{id: a, text: A}]\n")
    assert checked(capsys, ".") == (1, [(3, "error", "K202")])


def test_a_kind_that_is_not_known_names_those_that_are(capsys):
    write("outo.yaml", "kunto: 1\nkind: practises\n")
    assert run(["validate", "outo.yaml"]) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "outo.yaml:2:7: error K207" in shown
    assert "Did you mean “practices”?" in shown
    write("outo.yaml", "kunto: 1\nkind: recipe\n")
    assert run(["validate", "outo.yaml"]) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "Use one of: checklist, practices, figures, answers, programme, report." in shown
