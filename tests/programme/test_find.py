"""The programme a command works in: where it is found, and what can be wrong with it."""

from pathlib import Path

import pytest

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.programme.find import Engagement, Found, find_engagement, load_engagement
from asiakaskunto_cli.programme.model import Programme

QUARTER = "{id: A, from: 2026-01-01, to: 2026-03-31}"
NAMED = "kunto: 1\nprogramme: Ihan paras\nreports: tulokset\n"


@pytest.fixture
def tree(tmp_path):
    """Two programmes side by side, one of them with a folder inside."""
    for name in ("eka/syva/kansio", "toka"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "eka" / "kunto.yaml").write_text(NAMED, encoding="utf-8")
    return tmp_path


def test_programme_is_found_by_walking_up(tree):
    expected = Found(
        Engagement(tree / "eka", Programme(programme="Ihan paras", reports="tulokset")), ()
    )
    file = tree / "eka" / "syva" / "raportti.json"
    file.touch()
    for start in (tree / "eka", tree / "eka" / "syva" / "kansio", file):
        assert find_engagement(start) == expected


def test_relative_start_is_walked_up_from_the_working_directory(tree, monkeypatch):
    monkeypatch.chdir(tree / "eka" / "syva")
    assert find_engagement(Path()).engagement.folder == tree / "eka"


def test_without_a_programme_there_is_a_bare_one_here(tree):
    bare = Engagement(tree / "toka", Programme())
    (tree / "toka" / "raportti.json").touch()
    for start in (tree / "toka", tree / "toka" / "raportti.json"):
        assert find_engagement(start) == Found(bare, ())


def test_programme_of_a_neighbour_is_not_mistaken_for_its(tree, monkeypatch):
    monkeypatch.chdir(tree / "eka")
    assert find_engagement(Path("../toka")) == Found(Engagement(tree / "toka", Programme()), ())


def test_paths_are_relative_to_the_folder_of_the_programme(tree):
    engagement = find_engagement(tree / "eka" / "syva").engagement
    assert engagement.reports == tree / "eka" / "tulokset"
    assert engagement.checklists == tree / "eka" / "checklists"


def test_folder_of_that_name_is_no_programme(tree):
    (tree / "toka" / "kunto.yaml").mkdir()
    assert find_engagement(tree / "toka") == Found(Engagement(tree / "toka", Programme()), ())


def test_missing_file_is_told(tree):
    with pytest.raises(BadInputError):
        load_engagement(tree / "toka" / "kunto.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kunto: 1\n", []),
        ("language: fi\n", []),
        ("sites: [{id: a}, {id: b}, {id: a}]\n", ["1:32 K301"]),
        (f"waves: [{QUARTER}, {QUARTER}]", ["1:57 K301", "1:66 K323"]),
        ("waves: [{id: A, from: 2026-10-01, to: 2026-09-30}]\n", ["1:39 K320"]),
        ("waves: [{id: A, from: 2026-10-01, to: 2026-10-01}]\n", []),
        ("waves: [{id: A, from: 1.10.2026, to: 2026-02-30}]\n", ["1:23 K203", "1:38 K203"]),
        ("waves: [{id: A, to: 2026-09-30}]\n", ["1:9 K202"]),
        (f"waves: [{QUARTER}, {{id: B, from: 2026-03-31, to: 2026-06-30}}]\n", ["1:66 K323"]),
        (f"waves: [{QUARTER}, {{id: B, from: 2026-04-01, to: 2026-06-30}}]\n", []),
        (f"waves: [{QUARTER}, {{id: B, from: 2025-10-01, to: 2026-01-01}}]\n", ["1:66 K323"]),
        ("method_weights: {observe: 0, test: 0, ask: 0}\n", ["1:17 K321"]),
        # Asking, which is left out, keeps its weight.
        ("method_weights: {observe: 0, test: 0}\n", []),
        ("area_weights: {knowledge: 0, skills: 0, emotion: 0}\n", ["1:15 K321"]),
        ("area_weights: {emotion: 0}\n", []),
        ("levels: {good: {score: 87.5, area: 60}}\n", ["1:24 K322"]),
        ("levels: {good: {score: 87, area: 75}}\n", []),
        ("levels: {excellent: {score: 80, area: 50}}\n", ["1:39 K322"]),
        ("levels: {good: {score: 80, area: 60}, best: {score: 70, area: 90}}\n", ["1:53 K322"]),
        ("method_weights: {kysely: 1}\n", ["1:18 K204"]),
        ("levels: {good: {score: 101, area: 60}}\n", ["1:24 K206"]),
        ("levels: {good: {score: 70}}\n", ["1:16 K202"]),
        ("target: hyvä\n", ["1:9 K204"]),
        ("sites:\n  - {id: Keskusta, nimi: Keskusta}\n", ["2:10 K205", "2:20 K201"]),
        ("privacy: {staff_informed: eilen, min_group: 1}\n", ["1:27 K203", "1:45 K206"]),
        ("organisation:\nsites:\n", ["2:1 K203"]),
        ("site: []\nsite: []\n", ["2:1 K102"]),
        # By place, not by code.
        (
            (
                "waves: [{id: A, from: 2026-10-01, to: 2026-09-30}]\n"
                "sites: [{id: a}, {id: a}]\n"
                "method_weights: {observe: 0, test: 0, ask: 0}\n"
                "levels: {good: {score: 95, area: 60}, excellent: {score: 90, area: 50}}\n"
            ),
            ["1:39 K320", "2:23 K301", "3:17 K321", "4:58 K322", "4:68 K322"],
        ),
        ("[]\n", ["1:1 K203"]),
        ("", ["1:1 K109"]),
    ],
)
def test_finding_points_at_what_to_mend(tmp_path, text, expected):
    path = tmp_path / "kunto.yaml"
    path.write_text(text, encoding="utf-8")
    found = load_engagement(path)
    assert [
        f"{at.position.line}:{at.position.column} {at.code}" for at in found.findings
    ] == expected
    assert (found.engagement is None) == bool(expected)
    assert all(at.file == str(path) for at in found.findings)


def test_example_engagement_is_sound():
    folder = Path(__file__).parents[2] / "examples" / "ensimmainen"
    found = find_engagement(folder / "vastaukset")
    assert (found.engagement.folder, found.findings) == (folder, ())
