"""Where checklists are found."""

from pathlib import Path

import pytest

from asiakaskunto_cli.checklist import library
from asiakaskunto_cli.checklist.library import (
    BASE,
    checklist_files,
    find_checklist,
    read_library,
    shipped_folder,
)
from asiakaskunto_cli.errors import BadInputError, UsageError
from asiakaskunto_cli.words import Method

LIST_THEM = "List them with: kunto checklist list; look for a word with --find WORD."
TEXT = """\
kunto: 1
id: havainnointi-perusmittaus
version: 9.0.0
method: observe
title: Oma
sections:
  - {id: osa, title: Osa, items: [{id: huomio, text: Mitä huomasit?, type: text}]}
"""


@pytest.fixture
def own(tmp_path):
    """A programme's own folder: one checklist that hides a shipped one, one of its own."""
    for name in ("havainnointi-perusmittaus.yaml", "omat-kohdat.yml", "._omat-kohdat.yml", "x.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_every_method_has_a_shipped_base_checklist(tmp_path):
    known = checklist_files(tmp_path / "missing")
    assert {method: known[BASE[method]].parent for method in Method} == dict.fromkeys(
        Method, shipped_folder()
    )


def test_own_folder_hides_the_shipped_one_and_hidden_files_are_left_out(own):
    mine = {
        "havainnointi-perusmittaus": own / "havainnointi-perusmittaus.yaml",
        "omat-kohdat": own / "omat-kohdat.yml",
    }
    assert checklist_files(own) == checklist_files(own / "missing") | mine
    assert checklist_files(own / "missing")["havainnointi-perusmittaus"].parent == shipped_folder()


def test_library_is_read_by_id(own):
    titles = {path.stem: one.checklist and one.checklist.version for path, one in read_library(own)}
    assert list(titles) == sorted(titles)
    assert titles["havainnointi-perusmittaus"] == "9.0.0"
    assert None not in titles.values()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lista.yaml", Path("lista.yaml")),
        ("lista.yml", Path("lista.yml")),
        ("./lista", Path("lista")),
        ("kansio/lista", Path("kansio/lista")),
    ],
)
def test_name_with_a_suffix_or_a_folder_is_a_path(own, name, expected):
    assert find_checklist(name, own) == expected


def test_name_without_is_an_id(own):
    assert find_checklist("omat-kohdat", own) == own / "omat-kohdat.yml"


@pytest.mark.parametrize(
    ("name", "message", "remedy"),
    [
        ("omat-kodat", "There is no checklist “omat-kodat”.", "Did you mean “omat-kohdat”?"),
        (
            "perusmitaus",
            "There is no checklist “perusmitaus”.",
            "Did you mean one of these: havainnointi-perusmittaus, testiasiakas-perusmittaus?",
        ),
        ("zzz", "There is no checklist “zzz”.", LIST_THEM),
        ("\x1b[31m", "There is no checklist “\\u001b[31m”.", LIST_THEM),
    ],
)
def test_unknown_id_is_answered_with_the_nearest(own, name, message, remedy):
    with pytest.raises(UsageError) as refused:
        find_checklist(name, own)
    assert (refused.value.message, refused.value.remedy) == (message, remedy)


def test_broken_installation_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(library, "PACKAGE", tmp_path / "a" / "b")
    with pytest.raises(BadInputError) as refused:
        shipped_folder()
    assert refused.value.message == "The checklists that come with kunto are missing."
