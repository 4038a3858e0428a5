"""`kunto validate`: every kind of file, what fails the check and what only warns."""

import json
import os
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.files import sharing

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
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


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


def test_texts_and_names_are_looked_at_beside_errors_about_how_things_go_together(capsys):
    text = LIST.format(practice="perehdytyss").replace("Mitä huomasit?", "TODO")
    write("lista.yaml", text + "        when: {item: olematon, is: true}\n")
    assert checked(capsys, "lista.yaml") == (
        1,
        [(11, "warning", "K345"), (13, "warning", "K330"), (14, "error", "K303")],
    )


def test_a_programmes_checklist_is_named_by_its_id_and_any_other_as_it_likes(capsys):
    text = LIST.format(practice="perehdytys")
    for name in ("listat/lista.yaml", "listat/kopio.yaml", "muualla/kopio.yaml"):
        write(name, text)
    assert checked(capsys, "listat", "muualla") == (0, [])
    write("kunto.yaml", "checklists: ./listat\n")
    assert checked(capsys, "listat/lista.yaml", "muualla") == (0, [])
    assert checked(capsys, "listat") == (0, [(2, "warning", "K350")])
    write("listat/kopio.yaml", text.replace("huomio", "no"))
    assert checked(capsys, "listat") == (1, [(2, "warning", "K350"), (10, "error", "K302")])


def test_the_usual_folder_is_a_programmes_too_where_there_is_no_sound_one(capsys):
    text = LIST.format(practice="perehdytys")
    for name in ("checklists/lista.yaml", "checklists/kopio.yaml"):
        write(name, text)
    assert checked(capsys, "checklists") == (0, [(2, "warning", "K350")])
    write("kunto.yaml", "")
    assert checked(capsys, "checklists") == (0, [(2, "warning", "K350")])
    write("kunto.yaml", "checklists: listat\n")
    assert checked(capsys, "checklists") == (0, [])


def test_a_warning_is_named_as_one_and_says_what_was_meant(capsys):
    write("lista.yaml", LIST.format(practice="perehdytyss"))
    assert run(["validate", "lista.yaml"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown == (
        "lista.yaml:13:19: warning K330 There is no practice “perehdytyss”. "
        "develop: [perehdytyss] ^ Did you mean “perehdytys”? 1 finding. It is a warning."
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


def test_an_unreadable_checklist_of_an_answers_file_is_its_finding(capsys):
    write("a.yaml", "kunto: 1\nkind: answers\nchecklist: missing.yaml\nanswers: {}\n")
    assert checked(capsys, "a.yaml") == (1, [(3, "error", "K404")])


def test_a_programme_is_known_by_its_name_or_its_kind(capsys):
    write("kunto.yaml", "kunto: 1\nsites: [{id: A}]\n")
    write("other.yaml", "kunto: 1\nkind: programme\nsites: [{id: A}]\n")
    assert checked(capsys, ".") == (1, [(2, "error", "K205"), (3, "error", "K205")])


def test_a_kind_that_is_no_word_is_told_as_such(capsys):
    write("outo.yaml", LIST.format(practice="perehdytys") + "kind: [1]\n")
    assert checked(capsys, "outo.yaml") == (1, [(14, "error", "K204")])


def test_a_file_that_is_named_twice_is_checked_once(capsys):
    write("a.yaml", "kunto: 2\n")
    Path("link").symlink_to(".")
    words = ["validate", "a.yaml", ".", "./a.yaml", str(Path("a.yaml").absolute()), "link/a.yaml"]
    assert run([*words, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["files"] == ["a.yaml"]


def test_a_folder_is_searched_for_yaml_and_reports_and_nothing_else(capsys):
    write("reports/2026-10-05_a_observe_00000001.json", "{")
    write("reports/own.json", '{"kind": "report", "x": 1')
    write("reports/evidence/x/photo.yaml", "no: [list")
    write("comparison.json", '{"kind": "comparison"}')
    write("package.json", "{}")
    write(".hidden/a.yaml", "x")
    write("a.yml", LIST.format(practice="perehdytys"))
    code = run(["validate", ".", "--format", "json"])
    read = json.loads(capsys.readouterr().out)
    assert (code, read["files"]) == (
        1,
        ["a.yml", "reports/2026-10-05_a_observe_00000001.json", "reports/own.json"],
    )
    assert [one["code"] for one in read["findings"]] == ["K411", "K411"]


FOREIGN = {
    "docker-compose.yaml": "services: {a: {image: no}}\n",
    "ci/helm.yml": "a: {{ .Values.x }}\n",
    "list.yaml": "- items: 1\n",
    "ci/checks.yml": "lists: {script: [kunto validate checklists]}\n",
    "stack.yaml": "services:\n  kunto: {image: x}\n",
}
OWN = {
    "tyhja.yaml": "",
    "kunto.yaml": "programe: X\n",
    "rikki.yaml": "kunto: 1\n- {\n",
    "aaltosulkeet.yaml": '\ufeff{"id": "x",\n "kunto": 1}\n',
    "merkki.yaml": "\ufeffkunto : 1\n",
    "ilman.yaml": LIST.format(practice="perehdytys").replace("kunto: 1\n", ""),
    "utf16.yaml": LIST.format(practice="perehdytys").encode("utf-16").decode("latin-1"),
}


def test_another_programs_yaml_is_passed_over_and_counted_in_a_folder_alone(capsys):
    write("lista.yaml", LIST.format(practice="perehdytys"))
    for name, text in FOREIGN.items():
        write(name, text)
    assert run(["validate", ".", "--strict"]) == 0
    assert capsys.readouterr().out.startswith(
        "1 file is valid. 5 YAML files are not kunto's and were passed over."
    )
    run(["validate", ".", "--format", "json"])
    assert sorted(json.loads(capsys.readouterr().out)["passed_over"]) == sorted(FOREIGN)
    for name in FOREIGN:
        assert run(["validate", name]) == 1
        assert run(["validate", ".", name]) == 1
    capsys.readouterr()


def test_a_folder_with_nothing_of_kuntos_is_no_sound_folder(capsys):
    write("muut/list.yaml", FOREIGN["list.yaml"])
    assert run(["validate", "muut"]) == 3
    assert "There is nothing of kunto's in muut." in capsys.readouterr().out
    elsewhere = Path("muualla").absolute()
    write("muualla/osa/list.yaml", FOREIGN["list.yaml"])
    assert run(["validate", "muut", str(elsewhere), "--format", "json"]) == 3
    told = json.loads(capsys.readouterr().out)["unreadable"]
    assert [one["file"] for one in told] == ["muut", str(elsewhere)]


@pytest.mark.parametrize("name", OWN)
def test_a_broken_file_of_kuntos_is_never_taken_for_another_programs(capsys, name):
    Path(name).write_bytes(OWN[name].encode("latin-1" if name == "utf16.yaml" else "utf-8"))
    code, findings = checked(capsys, ".")
    assert code == 1
    assert findings != []


def test_json_that_is_named_is_checked_as_what_it_says(capsys):
    write("a.json", '{"kunto": 1, "kind": "answers", "checklist": "x", "answers": {}}')
    assert checked(capsys, "a.json") == (1, [(1, "error", "K404")])
    write("a.json", '{"kind": "comparison"}')
    assert checked(capsys, "a.json") == (1, [(1, "error", "K207")])


def test_a_pipe_named_like_a_report_is_not_waited_for(capsys):
    os.mkfifo("own.json")
    write("a.yaml", LIST.format(practice="perehdytys"))
    assert checked(capsys, ".") == (0, [])
    assert run(["validate", "own.json"]) == 3


@pytest.mark.parametrize(
    ("environment", "words", "first"),
    [
        ({}, [], "a.yaml:1:8: error"),
        ({"GITHUB_ACTIONS": "true"}, [], "::error file=a.yaml,line=1,col=8,title=kunto K204::"),
        ({"GITHUB_ACTIONS": "false"}, [], "a.yaml:1:8: error"),
        ({"GITHUB_ACTIONS": "true"}, ["--format", "text"], "a.yaml:1:8: error"),
        ({}, ["--format", "github"], "::error file=a.yaml,line=1,col=8"),
    ],
)
def test_github_gets_its_own_format_unless_another_is_named(
    capsys, monkeypatch, environment, words, first
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    write("a.yaml", LIST.format(practice="perehdytys").replace("kunto: 1", "kunto: 2"))
    assert run(["validate", "a.yaml", *words]) == 1
    assert capsys.readouterr().out.startswith(first)


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_ci_is_told_of_files_as_seen_from_its_repository(capsys, monkeypatch, tmp_path, name):
    write("part/a.yaml", "kunto: 2\n")
    monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path / "part")
    run(["validate", "a.yaml", "--format", "gitlab"])
    issues = json.loads(capsys.readouterr().out)
    assert {issue["location"]["path"] for issue in issues} == {"part/a.yaml"}
    monkeypatch.setenv(name, "/somewhere/else")
    run(["validate", "a.yaml", "--format", "gitlab"])
    issues = json.loads(capsys.readouterr().out)
    assert {issue["location"]["path"] for issue in issues} == {"a.yaml"}


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit", "gitlab"])
def test_the_exit_code_is_the_same_in_every_format(capsys, form):
    write("sound/a.yaml", LIST.format(practice="perehdytys"))
    write("warned/a.yaml", LIST.format(practice="perehdytyss"))
    write("wrong/a.yaml", "kunto: 2\n")
    codes = [
        run(["validate", path, *extra, "--format", form])
        for path, extra in (
            ("sound", ["--strict"]),
            ("warned", []),
            ("warned", ["--strict"]),
            ("wrong", []),
            ("missing", []),
        )
    ]
    assert codes == [0, 0, 1, 1, 3]
    capsys.readouterr()


def test_what_two_processes_find_is_what_one_finds(capsys, monkeypatch):
    for number in range(60):
        text = LIST.format(practice="perehdytys" if number % 3 else "perehdytyss")
        write(f"lists/{number}.yaml", text if number % 7 else text + "extra: 1\n")
    Path("lists/61.yaml").symlink_to("missing")
    said = []
    for count in (1, 2):
        monkeypatch.setattr(sharing, "processors", lambda count=count: count)
        said.append((run(["validate", "lists", "--format", "json"]), capsys.readouterr().out))
    assert said[0] == said[1]
    read = json.loads(said[0][1])
    assert (said[0][0], len(read["files"]), len(read["unreadable"])) == (3, 60, 1)


LONG_LIST = LIST.format(practice="perehdytyss").replace("Mitä huomasit?", "TODO")


@pytest.mark.parametrize(
    ("extra", "codes"),
    [
        ([], ["K345", "K330"]),
        (["--select", "K33"], ["K330"]),
        (["--select", "K345,k330"], ["K345", "K330"]),
        (["--select", "K345", "--select", "K1"], ["K345"]),
        (["--ignore", "K345"], ["K330"]),
        (["--ignore", "K3"], []),
        (["--select", "K33,K34", "--ignore", "K330"], ["K345"]),
    ],
)
def test_codes_choose_what_is_said_and_what_fails(capsys, extra, codes):
    write("lista.yaml", LONG_LIST)
    code, findings = checked(capsys, "lista.yaml", "--strict", *extra)
    assert [one[2] for one in findings] == codes
    assert code == int(bool(codes))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--ignore", "K345,K330"], "Nothing else was found. 2 findings were ignored."),
        (["--ignore", "K34"], "It is a warning. 1 finding was ignored."),
        (
            ["--select", "K1"],
            (
                "Nothing was found of the codes that were asked for. 2 findings of other codes are "
                "left out."
            ),
        ),
        (
            ["--select", "K33", "--ignore", "K330"],
            (
                "Nothing was found of the codes that were asked for. 1 finding of another code is "
                "left out. 1 finding was ignored."
            ),
        ),
    ],
)
def test_what_the_codes_leave_out_is_no_proof_that_a_file_is_valid(capsys, words, said):
    write("lista.yaml", LONG_LIST)
    assert run(["validate", "lista.yaml", *words]) == 0
    assert " ".join(capsys.readouterr().out.split()).endswith(said)


def test_what_informs_is_counted_until_it_is_asked_for_and_never_fails(capsys):
    rated = "type: yes_no\n        area: skills\n        measure: objective"
    text = LIST.format(practice="perehdytys").replace("type: text", rated)
    write("lista.yaml", text)
    assert run(["validate", "lista.yaml", "--strict"]) == 0
    assert capsys.readouterr().out == (
        "1 file is valid. 2 more are for information: see them with --all.\n"
    )
    everything = [(6, "information", "K360"), (6, "information", "K361")]
    assert checked(capsys, "lista.yaml", "--strict", "--all") == (0, everything)
    assert checked(capsys, "lista.yaml", "--strict", "--select", "K361") == (0, everything[1:])


def test_a_file_is_checked_once_and_its_findings_are_in_order(capsys):
    write("b.yaml", LONG_LIST)
    write("a.yaml", LONG_LIST)
    run(["validate", "b.yaml", ".", "./a.yaml", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["file"], one["line"]) for one in found] == [
        ("b.yaml", 11),
        ("b.yaml", 13),
        ("a.yaml", 11),
        ("a.yaml", 13),
    ]
