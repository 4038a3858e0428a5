"""`kunto validate --against`: a git revision, a file or a folder; what is owed and told."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.pages.rulebook import rulebook

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
      - {id: apu, text: Saitko apua?, type: yes_no, area: skills, measure: objective}
      - {id: jono, text: Oliko jonoa?, type: yes_no, area: skills, measure: objective}
      - {id: muuta, text: Mitä muuta?, type: text, develop: [perehdytys]}
"""
PRACTICES = """\
kunto: 1
kind: practices
practices:
  - {id: oma-tapa, title: Oma tapa, text: Näin me teemme.}
  - {id: toinen-tapa, title: Toinen tapa, text: Näin teemme myös.}
"""


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """Work in an empty folder, in English, with nobody's settings of git."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KUNTO_LANG", "en")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "kunto")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "kunto@example.com")
    return folder


def write(name, text):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def git(*words):
    subprocess.run(["git", *words], check=True, capture_output=True)  # noqa: S607 wherever git is


def commit():
    if not Path(".git").exists():
        git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "x")


@pytest.fixture
def checked(capsys):
    """Return a function: the exit code, and the whole answer as data."""

    def run_it(*words):
        capsys.readouterr()
        code = run(["validate", *words, "--format", "json"])
        return code, json.loads(capsys.readouterr().out)

    return run_it


def codes(document):
    return [(one["file"], one["line"], one["code"]) for one in document["findings"]]


def test_a_revision_is_read_as_it_was_committed(checked):
    write("checklists/lista.yaml", LIST)
    commit()
    assert checked("checklists", "--against", "HEAD")[0] == 0
    write("checklists/lista.yaml", LIST.replace("Saitko apua?", "Saitko sinä apua?"))
    code, document = checked("checklists", "--against", "HEAD")
    assert (code, codes(document)) == (1, [("checklists/lista.yaml", 3, "K380")])
    (told,) = document["comparisons"]
    assert (told["earlier"], told["bump"]) == ("HEAD:checklists/lista.yaml", "patch")
    assert told["version"] == {"before": "1.0.0", "after": "1.0.0", "required": "1.0.1"}
    write("checklists/lista.yaml", LIST.replace("1.0.0", "1.0.1").replace("apua", "mitään apua"))
    commit()
    assert checked("checklists", "--against", "HEAD")[0] == 0
    assert checked("checklists", "--against", "HEAD~1")[0] == 0
    assert checked("checklists", "--against", "main")[1]["comparisons"][0]["bump"] is None


def test_a_list_is_found_wherever_its_file_has_gone(checked):
    write("vanhat/toinen-nimi.yml", LIST)
    commit()
    Path("vanhat/toinen-nimi.yml").unlink()
    write("uudet/lista.yaml", LIST)
    code, document = checked("uudet", "--against", "HEAD")
    assert (code, document["new"], document["gone"]) == (0, [], [])
    assert document["comparisons"][0]["earlier"] == "HEAD:vanhat/toinen-nimi.yml"


def test_from_a_folder_of_the_repository_the_same_is_found(checked, monkeypatch, work):
    write("a/b/lista.yaml", LIST)
    commit()
    write("a/b/lista.yaml", LIST.replace("yes_no", "tally", 1))
    monkeypatch.chdir(work / "a" / "b")
    code, document = checked("lista.yaml", "--against", "HEAD")
    assert (code, codes(document)) == (1, [("lista.yaml", 3, "K380")])
    assert document["comparisons"][0]["left_out_items"] == ["apu"]


def test_an_earlier_file_and_a_folder_of_earlier_files(checked):
    write("nyt/lista.yaml", LIST.replace("area: skills", "area: emotion", 1))
    write("ennen/lista.yaml", LIST)
    for earlier in ("ennen/lista.yaml", "ennen"):
        for path in ("nyt/lista.yaml", "nyt"):
            code, document = checked(path, "--against", earlier)
            assert (code, codes(document)) == (1, [("nyt/lista.yaml", 3, "K380")])
            assert document["comparisons"][0]["bump"] == "minor"
            assert document["comparisons"][0]["earlier"] == "ennen/lista.yaml"


def test_a_path_that_is_there_comes_before_a_revision_of_its_name(checked):
    write("lista.yaml", LIST)
    commit()
    git("branch", "ennen")
    write("ennen/lista.yaml", LIST.replace("Lista", "Luettelo"))
    assert checked("lista.yaml", "--against", "ennen")[1]["comparisons"][0]["bump"] == "patch"
    assert checked("lista.yaml", "--against", "ennen^0")[1]["comparisons"][0]["bump"] is None


def test_a_folder_of_earlier_files_stands_for_all_that_was_named(checked):
    write("nyt/a.yaml", LIST.replace("id: lista", "id: toinen"))
    write("b.yaml", LIST.replace("id: lista", "id: neljas"))
    write("ennen/a.yaml", LIST)
    write("ennen/b.yaml", LIST.replace("id: lista", "id: kolmas"))
    _code, document = checked("nyt", "b.yaml", "--against", "ennen")
    assert codes(document) == [("nyt/a.yaml", 2, "K386"), ("b.yaml", 2, "K386")]
    assert [one["id"] for one in document["gone"]] == ["kolmas", "lista"]


def test_another_id_in_the_same_file_is_told_in_all_three_ways(checked):
    write("nyt/lista.yaml", LIST.replace("id: lista", "id: toinen"))
    write("ennen/lista.yaml", LIST)
    for words in (("nyt/lista.yaml", "ennen/lista.yaml"), ("nyt", "ennen")):
        code, document = checked(words[0], "--against", words[1])
        assert (code, codes(document)) == (0, [("nyt/lista.yaml", 2, "K386")])
        assert [one["id"] for one in document["gone"]] == ["lista"]
    assert checked("nyt", "--against", "ennen", "--strict")[0] == 1


DOUBLED = LIST.replace("id: jono,", "id: apu,")


def test_a_list_whose_ids_are_doubled_is_not_compared(checked):
    write("lista.yaml", LIST)
    commit()
    write("lista.yaml", DOUBLED.replace("1.0.0", "0.9.0"))
    code, document = checked("lista.yaml", "--against", "HEAD")
    assert (code, codes(document)) == (1, [("lista.yaml", 11, "K301")])
    assert document["broken"] == [{"file": "lista.yaml", "id": "lista"}]
    assert document["comparisons"] == []
    commit()
    # Nothing can have been measured with what was not valid.
    write("lista.yaml", LIST.replace("jonoa", "jonossa"))
    code, document = checked("lista.yaml", "--against", "HEAD")
    assert (code, codes(document), document["comparisons"]) == (0, [], [])
    assert document["unusable"] == [{"file": "HEAD:lista.yaml", "id": "lista"}]
    # As it was, nothing has changed.
    write("lista.yaml", DOUBLED.replace("1.0.0", "0.9.0"))
    (told,) = checked("lista.yaml", "--against", "HEAD")[1]["comparisons"]
    assert told["bump"] is None


@pytest.mark.parametrize(
    ("old", "new", "name", "code"),
    [
        ("title: Lista", "title: []", "lista", "K203"),
        ("title: Lista", 'title: "Lista', None, "K101"),
        ("id: lista", "id: Lista", "Lista", "K205"),
        ("type: text", "type: scale, scale: tahti", "lista", "K309"),
        ("type: text", "type: text, when: {item: jon, is: true}", "lista", "K303"),
    ],
)
def test_a_list_with_errors_in_what_holds_it_together_is_neither_compared_nor_gone(
    checked, old, new, name, code
):
    write("lista.yaml", LIST)
    commit()
    write("lista.yaml", LIST.replace(old, new))
    _code, document = checked(".", "--against", "HEAD")
    assert code in {one["code"] for one in document["findings"]}
    assert not [one for one in document["findings"] if one["code"].startswith("K38")]
    assert document["broken"] == [{"file": "lista.yaml", "id": name}]
    assert (document["gone"], document["new"], document["comparisons"]) == ([], [], [])


def test_a_file_that_cannot_be_read_is_not_gone(checked):
    write("lista.yaml", LIST)
    write("toinen.yaml", LIST.replace("id: lista", "id: toinen"))
    commit()
    Path("toinen.yaml").unlink()
    Path("toinen.yaml").mkfifo() if hasattr(Path, "mkfifo") else os.mkfifo("toinen.yaml")
    code, document = checked(".", "--against", "HEAD")
    assert (code, document["gone"]) == (3, [])


def test_other_files_of_kuntos_and_of_others_are_not_told_as_broken(checked):
    write("checklists/lista.yaml", LIST)
    write("kunto.yaml", "kunto: 1\n")
    write("ci.yaml", "on: [push\n")
    commit()
    assert checked(".", "--against", "HEAD")[1]["broken"] == []


IDLE = "Nothing was compared with HEAD: no checklist is among the files."


@pytest.mark.parametrize("form", ["text", "github", "sarif", "junit", "gitlab"])
def test_that_nothing_was_compared_is_told_in_every_format(capsys, form):
    write("lista.yaml", LIST)
    write("kunto.yaml", "kunto: 1\n")
    commit()
    assert run(["validate", "kunto.yaml", "--against", "HEAD", "--format", form]) == 0
    shown = capsys.readouterr()
    where = shown.out if form == "text" else shown.err
    assert IDLE in where
    assert run(["validate", "lista.yaml", "--against", "HEAD", "--format", form]) == 0
    shown = capsys.readouterr()
    assert "Nothing was compared" not in shown.out + shown.err
    write("uusi.yaml", LIST.replace("id: lista", "id: uusi"))
    assert run(["validate", "uusi.yaml", "--against", "HEAD", "--format", form]) == 0
    shown = capsys.readouterr()
    assert "Nothing was compared with HEAD." in shown.out + shown.err


def test_practices_that_were_looked_at_are_something(capsys):
    write("omat.yaml", PRACTICES)
    commit()
    assert run(["validate", "omat.yaml", "--against", "HEAD"]) == 0
    assert "Nothing" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        # The variable of a job was empty, so the folder to check was taken for its value.
        ["kunto.yaml", "--against", "checklists"],
        ["kunto.yaml", "--against", "checklists/lista.yaml"],
        ["kunto.yaml", "--against", "."],
        ["checklists", "--against", "checklists"],
        ["checklists", "kunto.yaml", "--against", "checklists/"],
        ["checklists/lista.yaml", "--against", "./checklists/lista.yaml"],
        ["checklists/lista.yaml", "--against", "linkki.yaml"],
        ["checklists/omat.yaml", "--against", "checklists"],
        ["kunto.yaml", "--against", " "],
    ],
)
@pytest.mark.parametrize("form", ["text", "gitlab"])
def test_what_there_is_today_is_no_earlier_state(capsys, words, form):
    write("kunto.yaml", "kunto: 1\n")
    write("checklists/lista.yaml", LIST.replace("type: yes_no", "type: yesno"))
    write("checklists/omat.yaml", PRACTICES)
    Path("linkki.yaml").symlink_to("checklists/lista.yaml")
    write("checklists/rikki.yaml", "kunto: 1\nid: [\n")
    if words[-1] != " ":
        write("checklists/lista.yaml", LIST)
    assert run(["validate", *words, "--format", form]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "If a variable should have named it, it is empty." in shown.err


def test_a_file_among_the_earlier_ones_is_not_held_against_itself(checked):
    write("vanhat/lista.yaml", LIST)
    write("uudet/lista.yaml", LIST.replace("jonoa", "jonossa"))
    for paths, wish in ((["."], "vanhat"), (["vanhat", "uudet"], "vanhat")):
        code, document = checked(*paths, "--against", wish)
        assert (code, codes(document)) == (1, [("uudet/lista.yaml", 3, "K380")])
        assert [one["file"] for one in document["comparisons"]] == ["uudet/lista.yaml"]
        assert document["itself"] == [{"file": "vanhat/lista.yaml", "id": "lista"}]
        assert document["new"] == document["gone"] == []
    # The folder that is named may lie among the earlier files.
    (told,) = checked("uudet", "--against", ".")[1]["comparisons"]
    assert told["earlier"] == "vanhat/lista.yaml"


def test_findings_about_changes_stand_among_the_others_by_place(checked):
    write("b.yaml", LIST.replace("id: lista", "id: b"))
    write("a.yaml", LIST.replace("id: lista", "id: a"))
    commit()
    write("a.yaml", LIST.replace("id: lista", "id: a").replace("Saitko", "Saitkohan"))
    write("b.yaml", LIST.replace("id: lista", "id: b").replace("Saitko apua", "Eikö apua saanut"))
    code, document = checked(".", "--against", "HEAD")
    assert (code, codes(document)) == (
        1,
        [
            ("a.yaml", 3, "K380"),
            ("b.yaml", 3, "K380"),
            ("b.yaml", 10, "K341"),
            ("b.yaml", 10, "K384"),
        ],
    )
    assert codes(checked(".", "--against", "HEAD", "--select", "K38")[1]) == [
        ("a.yaml", 3, "K380"),
        ("b.yaml", 3, "K380"),
        ("b.yaml", 10, "K384"),
    ]
    assert checked(".", "--against", "HEAD", "--ignore", "K380")[0] == 0


def test_a_practice_that_is_gone_is_told_where_checklists_name_it(checked):
    write("kunto.yaml", "kunto: 1\n")
    write("checklists/lista.yaml", LIST.replace("perehdytys", "oma-tapa"))
    write("checklists/omat.yaml", PRACTICES)
    commit()
    write("checklists/omat.yaml", PRACTICES.replace("id: oma-tapa", "id: uusi-tapa"))
    _code, document = checked("checklists/omat.yaml", "--against", "HEAD")
    assert codes(document) == [("checklists/omat.yaml", 3, "K385")]
    assert document["findings"][0]["message"] == (
        "“oma-tapa” is gone, and these checklists name it: lista."
    )
    # A checklist that is checked too is told at the name, and so once.
    _code, document = checked(".", "--against", "HEAD")
    assert codes(document) == [("checklists/lista.yaml", 12, "K330")]
    write("checklists/omat.yaml", PRACTICES.replace("id: toinen-tapa", "id: uusi-tapa"))
    assert checked(".", "--against", "HEAD")[0] == 0
    write("checklists/omat.yaml", PRACTICES.replace("id: oma-tapa", "id: uusi-tapa"))
    write("checklists/muut.yaml", PRACTICES)
    assert codes(checked(".", "--against", "HEAD")[1]) == []


def test_a_reader_sees_what_became_of_the_list_before_the_findings(capsys):
    write("lista.yaml", LIST)
    commit()
    write("lista.yaml", LIST.replace("yes_no", "tally", 1))
    assert run(["validate", "lista.yaml", "--against", "HEAD", "--select", "K38"]) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.startswith(
        "Lista · lista 1.0.0 → 1.0.0 It owes a major version, 2.0.0 or later. Waves stay "
        "comparable in part: kunto compare scores 1 common item by the new weights. It leaves "
        "out: apu. Cannot be compared with earlier visits apu: Saitko apua? type: yes_no → tally "
        "lista.yaml:3:10: error K380 Since version 1.0.0, old and new visits cannot be compared"
    )


@pytest.mark.parametrize("form", ["github", "sarif", "junit", "gitlab"])
def test_other_formats_name_what_is_owed(capsys, form):
    write("lista.yaml", LIST)
    commit()
    write("lista.yaml", LIST.replace("yes_no", "tally", 1))
    assert run(["validate", "lista.yaml", "--against", "HEAD", "--format", form]) == 1
    assert "K380" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("against", "code", "said"),
    [
        ("v9", 3, "There is no file, folder or git revision “v9”."),
        ("--force", 3, "There is no file, folder or git revision “--force”."),
        ("", 2, "Nothing was named to compare with."),
        ("tyhja", 3, "There is no YAML file and no report in tyhja."),
        ("muu.yaml", 3, "In muu.yaml there is nothing of kunto's to compare with."),
    ],
)
def test_what_cannot_be_compared_with_is_one_clear_message(capsys, against, code, said):
    write("lista.yaml", LIST)
    commit()
    write("muu.yaml", "on: push\n")
    Path("tyhja").mkdir()
    assert run(["validate", "lista.yaml", f"--against={against}"]) == code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"Error: {said}\n" in shown.err
    assert len(shown.err.splitlines()) == 2


def test_without_a_repository_or_git_there_is_one_clear_message(capsys, monkeypatch, work):
    write("lista.yaml", LIST)
    beginning = "Error: “HEAD” is no file and no folder here. "
    assert run(["validate", "lista.yaml", "--against", "HEAD"]) == 3
    said = capsys.readouterr().err
    assert said.startswith(f"{beginning}The folder . is in no git repository that git can read: ")
    monkeypatch.setenv("PATH", str(work))
    assert run(["validate", "lista.yaml", "--against", "HEAD"]) == 3
    said = capsys.readouterr().err
    assert said.startswith(f"{beginning}git is not installed, so no earlier revision can be read.")
    assert len(said.splitlines()) == 2


def test_a_clone_without_its_older_commits_says_how_to_get_them(capsys, monkeypatch, work):
    write("lista.yaml", LIST)
    commit()
    write("lista.yaml", LIST.replace("jonoa", "jonossa"))
    commit()
    git("clone", "-q", "--depth", "1", work.as_uri(), "matala")
    monkeypatch.chdir(work / "matala")
    assert run(["validate", "lista.yaml", "--against", "HEAD^"]) == 3
    said = capsys.readouterr().err
    assert "There is no file, folder or git revision “HEAD^”.\nThe older commits" in said
    assert "fetch-depth: 0" in said
    git("fetch", "-q", "--unshallow")
    assert run(["validate", "lista.yaml", "--against", "HEAD^"]) == 1


def test_a_link_that_leads_nowhere_is_no_revision(capsys):
    write("lista.yaml", LIST)
    commit()
    Path("HEAD").symlink_to("ei-ole.yaml")
    assert run(["validate", "lista.yaml", "--against", "HEAD"]) == 3
    assert "is a link to a file that does not exist" in capsys.readouterr().err


def test_reports_and_files_that_cannot_be_read_are_passed_over(checked):
    write("lista.yaml", LIST)
    commit()
    write("2026-11-22_keskusta_test_0123abcd.json", "{}")
    Path("rikki.yaml").symlink_to("ei-ole.yaml")
    code, document = checked(".", "--against", "HEAD")
    assert code == 3
    assert [one["bump"] for one in document["comparisons"]] == [None]


def versions_of(example):
    """Return both versions of a file from an example: lines with a minus and a plus, and others."""
    lines = example.splitlines(keepends=True)
    return tuple(
        "".join(line[1:] for line in lines if line[0] in {" ", sign}) for sign in ("-", "+")
    )


@pytest.mark.parametrize("code", [code for code in rulebook() if re.match("K38", code)])
def test_the_examples_of_every_code_are_true(checked, as_checklist, code):
    text = rulebook()[code]
    user = LIST.replace("id: lista", "id: kolmas").replace("perehdytys", "oma-tapa")
    for folder in ("ennen", "nyt"):
        write(f"{folder}/kolmas.yaml", user)
    for example, expected in ((text.fails, {(code, text.severity)}), (text.passes, set())):
        for folder, version in zip(("ennen", "nyt"), versions_of(example), strict=True):
            whole = version if "practices" in version else as_checklist(version)
            write(f"{folder}/oma.yaml", whole)
        _code, document = checked("nyt/oma.yaml", "--against", "ennen", "--select", "K38")
        assert {(one["code"], one["severity"]) for one in document["findings"]} == expected
