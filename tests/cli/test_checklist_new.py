"""`kunto checklist new`: a checklist of one's own that can be run at once."""

import json
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.cli.app import run

SHIPPED = checklist_files(Path("nothing-of-ones-own"))


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """Work in the folder of a programme that has nothing yet."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "kunto.yaml").write_text("programme: Malli\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KUNTO_LANG", "en")
    monkeypatch.setenv("KUNTO_STATE_DIR", str(tmp_path / "state"))
    return folder


@pytest.fixture
def new(capsys):
    """Return a function: exit code, stdout, stderr of `kunto checklist new`."""

    def run_new(*words):
        code = run(["checklist", "new", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_new


def test_a_new_checklist_is_in_the_programmes_folder_and_the_next_step_is_named(new):
    assert new("kassahetki") == (
        0,
        "checklists/kassahetki.yaml\n",
        (
            "Make it yours, check it with: kunto validate checklists/kassahetki.yaml,"
            " and try it with: kunto observe kassahetki --rehearsal\n"
        ),
    )
    checklist = read_checklist(Path("checklists/kassahetki.yaml")).checklist
    assert (checklist.id, checklist.languages) == ("kassahetki", ["en"])
    assert run(["validate", "checklists"]) == 0
    # Until the template's own words are replaced, the strict check says so.
    assert run(["validate", "checklists", "--strict", "--ignore", "K345"]) == 0


def test_the_folder_is_that_of_the_programme_also_from_a_folder_below(new, work, monkeypatch):
    below = work / "muistiot"
    below.mkdir()
    monkeypatch.chdir(below)
    assert new("kassahetki")[1] == f"{work / 'checklists' / 'kassahetki.yaml'}\n"


def test_the_next_step_can_be_taken(new, capsys):
    new("kassahetki", "--method", "ask")
    capsys.readouterr()
    assert run(["checklist", "show", "kassahetki"]) == 0
    assert "customer interviews" in capsys.readouterr().out


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_checklist_can_be_copied_and_validates(name, new, capsys):
    assert new("oma", "--from", name, "--title", "Oma")[0] == 0
    assert run(["validate", "checklists/oma.yaml", "--strict"]) == 0
    capsys.readouterr()
    assert run(["checklist", "show", "oma", "--format", "json"]) == 0
    definition = json.loads(capsys.readouterr().out)["definition"]
    assert definition["source"].startswith(f"{name} 1.0.0 (")
    assert definition["title"] == {"fi": "Oma", "en": "Oma"}


def test_a_file_of_ones_own_choice_is_named_by_the_id(new, tmp_path):
    path = tmp_path / "oma lista.yaml"
    code, _out, err = new("oma", "-o", str(path))
    assert (code, err) == (
        2,
        (
            "Error: The file of the checklist “oma” has to be named oma.yaml.\n"
            f"Write it as: -o {tmp_path / 'oma.yaml'}\n"
        ),
    )
    folder = tmp_path / "muut listat"
    folder.mkdir()
    path = folder / "oma.yaml"
    code, out, err = new("oma", "-o", str(path))
    assert (code, out) == (0, f"{path}\n")
    assert f"kunto observe '{path}' --rehearsal" in err


def test_a_dash_writes_to_stdout_and_nowhere_else(new, work):
    code, out, err = new("kassahetki", "-o", "-", "--languages", "en,fi")
    assert (code, err) == (0, "")
    assert "languages: [en, fi]\n" in out
    assert not (work / "checklists").exists()


def test_nothing_is_overwritten_without_force(new, tmp_path):
    new("oma", "--title", "First")
    assert new("oma", "--title", "Second") == (
        2,
        "",
        (
            "Error: There is a checklist “oma” already.\n"
            "Choose another id, or replace the file with --force.\n"
        ),
    )
    assert "First" in Path("checklists/oma.yaml").read_text(encoding="utf-8")
    assert new("oma", "--title", "Second", "--force")[0] == 0
    assert "Second" in Path("checklists/oma.yaml").read_text(encoding="utf-8")

    elsewhere = tmp_path / "toinen.yaml"
    elsewhere.write_text("kunto: 1\n", encoding="utf-8")
    assert new("toinen", "-o", str(elsewhere))[0] == 3
    assert elsewhere.read_text(encoding="utf-8") == "kunto: 1\n"
    assert new("toinen", "-o", str(elsewhere), "--force")[0] == 0


def test_force_replaces_the_file_that_has_the_id_whatever_its_suffix(new):
    new("oma")
    Path("checklists/oma.yaml").rename("checklists/oma.yml")
    assert new("oma", "--force")[1] == "checklists/oma.yml\n"
    assert [path.name for path in Path("checklists").iterdir()] == ["oma.yml"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "Kassa hetkiä",
            (
                "“Kassa hetkiä” cannot be an id.\n"
                "Use small letters a–z, digits and hyphens, at most 64. Such as: kassa-hetkia"
            ),
        ),
        (
            "\x1b[",
            "“\\u001b[” cannot be an id.\nUse small letters a–z, digits and hyphens, at most 64.",
        ),
        ("yes", "The id “yes” is reserved.\nChoose another id."),
        ("practices", "The id “practices” is reserved.\nChoose another id."),
        (
            "reklamaatio",
            (
                "There is a checklist “reklamaatio” already.\n"
                "Choose another id, such as: reklamaatio-2"
            ),
        ),
    ],
)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_an_id_that_cannot_be_is_refused(name, said, force, new, work):
    assert new(name, *force) == (2, "", f"Error: {said}\n")
    assert not (work / "checklists").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("--languages", "fi,sv"),
            2,
            "There is no template in the language “sv”.\nUse one of: en, fi.",
        ),
        (
            ("--from", "reklamaatio", "--languages", "fi"),
            2,
            "A copy has the languages of its model.\nLeave out --languages or --from.",
        ),
        (("--from", "reklamatio"), 2, "There is no checklist “reklamatio”.\nDid you mean"),
        (("--from", "puuttuu.yaml"), 3, "puuttuu.yaml"),
        (("--title", ""), 2, "The checklist would not be valid: "),
        (("--title", "\x1b[31m"), 2, "The checklist would not be valid: "),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_written(words, code, said, new, work):
    ended, out, err = new("oma", *words)
    assert (ended, out) == (code, "")
    assert said in err
    assert not (work / "checklists").exists()


def test_a_model_with_findings_is_not_copied(new, work):
    (work / "rikki.yaml").write_text("kunto: 1\nid: rikki\n", encoding="utf-8")
    code, out, err = new("oma", "--from", "rikki.yaml")
    assert (code, out) == (3, "")
    assert "K202" in err
