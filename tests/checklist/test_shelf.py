"""Practices and reference figures: the shipped ones, a programme's own, and what is left out."""

import pytest

from asiakaskunto_cli.checklist.figures import ReferenceFigure, load_figures, read_figures
from asiakaskunto_cli.checklist.library import (
    checklist_files,
    files_of_kind,
    read_checklist,
    shipped_folder,
)
from asiakaskunto_cli.checklist.names import known_names
from asiakaskunto_cli.checklist.practices import Practice, load_practices, read_practices
from asiakaskunto_cli.source.reader import read_text

PRACTICES = """\
kunto: 1
kind: practices
practices:
  - {id: perehdytys, title: Omamme, text: Näin me teemme.}
  - {id: oma, title: Oma, text: Vain meillä., source: käsikirja}
"""
FIGURES = """\
kunto: 1
kind: figures
figures:
  - {id: oma, text: Joka toinen palaa., value: 50, unit: "%", source: käsikirja, year: 2024}
"""
LABELS = {
    "Ihan parasta -blogi",
    "asiakassuhdekirjoitus (teksti 001)",
    "autohuoltokirjoitus (teksti 002)",
    "asiakaspalveluessee (teksti 003)",
    "palveluarkisto (teksti 004)",
}


@pytest.fixture
def own(tmp_path):
    """A programme's own folder of checklists, with practices and figures of its own."""
    (tmp_path / "kaytannot.yaml").write_text(PRACTICES, encoding="utf-8")
    (tmp_path / "luvut.yml").write_text(FIGURES, encoding="utf-8")
    return tmp_path


def test_own_practices_stand_beside_the_shipped_ones_and_win_by_id(own, tmp_path):
    shipped = read_practices(tmp_path / "missing").entries
    shelf = read_practices(own)
    assert shelf.findings == ()
    assert set(shelf.entries) == {*shipped, "oma"}
    assert shelf.entries["perehdytys"] == Practice(
        id="perehdytys", title="Omamme", text="Näin me teemme."
    )
    assert shelf.entries["tyohyvinvointi"] == shipped["tyohyvinvointi"]


def test_own_figures_stand_beside_the_shipped_ones(own):
    figures = read_figures(own).entries
    assert figures["oma"] == ReferenceFigure(
        id="oma", text="Joka toinen palaa.", value=50, unit="%", source="käsikirja", year=2024
    )
    assert figures["kahdeksan-sekuntia"].value == 8


def test_a_file_with_findings_is_left_out_whole_and_its_findings_are_kept(own):
    broken = PRACTICES.replace("id: oma,", "id: perehdytys,")
    (own / "kaytannot.yaml").write_text(broken, encoding="utf-8")
    shelf = read_practices(own)
    assert [(one.code, one.file) for one in shelf.findings] == [
        ("K301", str(own / "kaytannot.yaml"))
    ]
    assert "oma" not in shelf.entries
    assert shelf.entries["perehdytys"].title != "Omamme"


def test_text_that_is_no_yaml_is_told_as_such():
    loaded = [load(read_text("x.yaml", b"kind: [")) for load in (load_practices, load_figures)]
    assert [(entries, one.code) for entries, (one,) in loaded] == [((), "K101")] * 2


def test_findings_come_by_place():
    text = PRACTICES.replace("practices:", "languages: [fi, en]\npractices:")
    text = text.replace("id: oma", "id: perehdytys")
    places = [one.position for one in load_practices(read_text("x.yaml", text.encode()))[1]]
    assert places == sorted(places)
    assert len(places) == 5


def test_the_library_of_checklists_has_no_files_of_other_kinds(own):
    (own / "vastaukset.yaml").write_text("kunto: 1\nkind: answers\n", encoding="utf-8")
    (own / "kirjoitusvirhe.yaml").write_text("kunto: 1\nkind: practises\n", encoding="utf-8")
    (own / "lista.yaml").write_text("kunto: 1\nid: lista\n", encoding="utf-8")
    (own / "kansio.yaml").mkdir()
    known = checklist_files(own)
    assert {name for name, path in known.items() if path.parent == own} == {
        "lista",
        "kirjoitusvirhe",
        "kansio",
    }
    assert not {"practices", "reference_figures"} & set(known)
    assert [path.name for path in files_of_kind(own, "practices")] == ["kaytannot.yaml"]
    assert list(files_of_kind(own / "missing", "practices")) == []


def test_every_shipped_entry_has_both_languages_and_a_source_of_ours(tmp_path):
    for shelf in (read_practices(tmp_path), read_figures(tmp_path)):
        assert shelf.findings == ()
        for entry in shelf.entries.values():
            assert entry.source in LABELS
            assert {frozenset(text) for _key, text in entry.texts()} == {frozenset({"fi", "en"})}


def test_every_name_in_the_shipped_checklists_is_known():
    known = known_names()
    for path in checklist_files(shipped_folder() / "nothing").values():
        for item in read_checklist(path).checklist.items.values():
            assert set(item.develop) <= known.practices
            assert set(item.figures) <= known.figures


def test_every_shipped_entry_is_named_by_a_checklist():
    named = set()
    for path in checklist_files(shipped_folder() / "nothing").values():
        for item in read_checklist(path).checklist.items.values():
            named.update(item.develop, item.figures)
    known = known_names()
    assert known.practices | known.figures <= named


def test_names_are_unknown_where_a_file_of_them_cannot_be_used(own):
    (own / "kaytannot.yaml").write_text("kunto: 1\nkind: practices\n", encoding="utf-8")
    known = known_names(own)
    assert known.practices is None
    assert "oma" in known.figures
