"""`kunto validate --fix`: first the diff, then the question, and nothing else is touched."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

import forked
from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.cli.fix import Mended, diff

LIST = """\
# Oma lista \x20
kunto: 1
id: lista
version: 1.0.0   # kesken
method: observe
title: Lista
source: 2018-01-16
sections:
  - id: osa
    title: Osa
    items:
      - {id: apu, text: Saitko apua?, type: yes_no, area: skills, measure: objective}
"""
QUOTED = LIST.replace("2018-01-16", '"2018-01-16"')
DIFF = """\
--- lista.yaml
+++ lista.yaml
@@ -4,7 +4,7 @@
 version: 1.0.0   # kesken
 method: observe
 title: Lista
-source: 2018-01-16
+source: "2018-01-16"
 sections:
   - id: osa
     title: Osa
"""


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KUNTO_LANG", "en")
    return folder


def write(name, content):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def text_of(name):
    return Path(name).read_bytes().decode()


def test_without_a_terminal_the_diff_is_shown_and_nothing_is_written(kunto, work):
    path = work / "lista.yaml"
    path.write_text(LIST, encoding="utf-8")
    ran = kunto("validate", "lista.yaml", "--fix", typed="y\n")
    assert (ran.code, path.read_text(encoding="utf-8")) == (1, LIST)
    assert ran.out.startswith(DIFF)
    assert ran.out[len(DIFF) :].startswith("1 file is valid.")
    assert ran.err == "Nothing was written. To write it, say: --fix --yes\n"


def test_with_yes_the_diff_is_shown_and_written_and_a_second_run_finds_nothing(kunto, work):
    path = work / "lista.yaml"
    path.write_text(LIST, encoding="utf-8")
    path.chmod(0o640)
    ran = kunto("validate", "lista.yaml", "--fix", "--yes")
    assert (ran.code, path.read_text(encoding="utf-8")) == (0, QUOTED)
    assert ran.out.startswith(DIFF)
    assert ran.err == "Mended: lista.yaml\n"
    assert path.stat().st_mode & 0o777 == 0o640
    again = kunto("validate", "lista.yaml", "--fix")
    assert (again.code, again.out[:16], again.err) == (0, "1 file is valid.", "")
    assert [one.name for one in work.iterdir()] == ["lista.yaml"]


@pytest.mark.parametrize(
    ("typed", "code", "expected"),
    [
        ("y\n", 0, QUOTED),
        ("k\n", 0, QUOTED),
        ("n\n", 1, LIST),
        ("\x04", 1, LIST),
        ("?\ny\n", 0, QUOTED),
    ],
)
def test_on_a_terminal_a_person_is_asked(environment, work, typed, code, expected):
    (work / "lista.yaml").write_text(LIST, encoding="utf-8")
    near, far = pty.openpty()
    process = forked.start(
        ["validate", "lista.yaml", "--fix"],
        folder=work,
        environment=environment | {"TERM": "dumb"},
        stdin=far,
    )
    os.close(far)
    os.write(near, typed.encode())
    out, err = process.communicate(timeout=60)
    os.close(near)
    assert (process.returncode, text_of(work / "lista.yaml")) == (code, expected)
    assert out.decode().startswith(DIFF)
    assert err.decode().startswith("Mend 1 file? (k/e, y/n) ")


def test_the_owed_version_is_written(kunto, work):
    (work / "ennen.yaml").write_text(QUOTED, encoding="utf-8")
    changed = QUOTED.replace("type: yes_no", "type: tally")
    path = work / "lista.yaml"
    path.write_text(changed, encoding="utf-8")
    words = ("validate", "lista.yaml", "--against", "ennen.yaml", "--fix")
    assert kunto(*words).code == 1
    ran = kunto(*words, "--yes")
    assert (ran.code, ran.err) == (0, "Mended: lista.yaml\n")
    assert path.read_text(encoding="utf-8") == changed.replace("1.0.0", "2.0.0")
    assert "-version: 1.0.0   # kesken\n+version: 2.0.0   # kesken\n" in ran.out
    assert kunto(*words).out.count("\n-") == 0
    path.write_text(QUOTED.replace("1.0.0", "0.9.0"), encoding="utf-8")
    kunto(*words, "--yes")
    assert path.read_text(encoding="utf-8") == QUOTED


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # The other item of this id would hide what the first one was.
        ("items:\n", "items:\n      - {id: apu, text: Entä?, type: text}\n", {"K301"}),
        ("type: yes_no, area: skills", "type: tally, area: skils", {"K204"}),
        ("type: yes_no, area: skills", "type: tally", {"K306", "K380"}),
    ],
)
def test_what_a_list_with_errors_owes_is_not_written(capsys, old, new, told):
    assert QUOTED.count(old) == 1
    write("ennen.yaml", QUOTED)
    write("lista.yaml", QUOTED.replace(old, new))
    words = ["validate", "lista.yaml", "--against", "ennen.yaml", "--format", "json"]
    assert run([*words, "--fix", "--yes"]) == 1
    shown = capsys.readouterr()
    found = json.loads(shown.out)["findings"]
    assert {one["code"] for one in found} == told
    waits = "The version of lista.yaml is not raised before its other errors are mended.\n"
    assert shown.err == (waits if "K380" in told else "")
    assert text_of("lista.yaml") == QUOTED.replace(old, new)


def test_line_ends_a_mark_and_trailing_spaces_are_kept(capsys):
    typed = "\ufeff" + LIST.replace("\n", "\r\n")
    write("lista.yaml", typed)
    assert run(["validate", "lista.yaml", "--fix", "--yes"]) == 0
    assert text_of("lista.yaml") == typed.replace("2018-01-16", '"2018-01-16"')
    assert "+source" in capsys.readouterr().out


def test_a_patch_can_be_applied_as_it_is_printed(kunto, work):
    path = work / "lista.yaml"
    for content in (LIST, LIST.replace("\n", "\r\n"), LIST + "minutes: 5\ntheme: no"):
        bare = content.replace("theme: no", "scenario: no")
        path.write_bytes(bare.encode())
        ran = kunto("validate", "lista.yaml", "--fix", "--format", "text")
        patch = ran.out.encode()
        applied = subprocess.run(
            ["git", "apply", "-p0", "--unsafe-paths"],  # noqa: S607 wherever git is
            cwd=work,
            input=patch[: patch.rindex(b"1 file")],
            capture_output=True,
            check=False,
        )
        assert applied.returncode == 0, applied.stderr
        mended = bare.replace("2018-01-16", '"2018-01-16"').replace(": no", ': "no"')
        assert path.read_bytes() == mended.encode()


def test_other_formats_keep_the_result_to_themselves(kunto, work):
    (work / "lista.yaml").write_text(LIST, encoding="utf-8")
    ran = kunto("validate", "lista.yaml", "--fix", "--format", "json")
    assert (ran.code, json.loads(ran.out)["findings"]) == (1, [])
    assert DIFF in ran.err


def test_every_kind_of_file_is_mended_and_others_are_left(capsys):
    write(
        "kunto.yaml",
        "kunto: 1\nprogramme: 2027\nlanguage: no\nwaves:\n"
        "  - {id: a, from: 2026-10-01, to: 2026-12-31}\n",
    )
    write("omat.yaml", "kunto: 1\nkind: practices\npractices: [{id: a, title: 12:30, text: A}]\n")
    write("luvut.yaml", "kunto: 1\nkind: figures\nfigures: [{id: a, text: A, source: 2011}]\n")
    write(
        "vastaukset.yaml",
        "kunto: 1\nkind: answers\nchecklist: lista\nevaluator: 007\n"
        "visited_at: 2026-11-10T17:30:00+02:00\nanswers: {apu: true}\n",
    )
    write("muu.yaml", "kunto: 1\nkind: muu\ntitle: no\n")
    write("rikki.yaml", "kunto: 1\nid: a: no\n")
    kept = {name: text_of(name) for name in ("muu.yaml", "rikki.yaml")}
    run(["validate", ".", "--fix", "--yes"])
    assert text_of("kunto.yaml").splitlines()[1:] == [
        'programme: "2027"',
        'language: "no"',
        "waves:",
        "  - {id: a, from: 2026-10-01, to: 2026-12-31}",
    ]
    assert 'title: "12:30"' in text_of("omat.yaml")
    assert 'source: "2011"' in text_of("luvut.yaml")
    assert text_of("vastaukset.yaml").splitlines()[3:5] == [
        'evaluator: "007"',
        "visited_at: 2026-11-10T17:30:00+02:00",
    ]
    assert {name: text_of(name) for name in kept} == kept
    capsys.readouterr()
    run(["validate", ".", "--fix"])
    assert "+++" not in capsys.readouterr().out


def test_a_file_is_led_to_a_schema_beside_the_programme(capsys):
    write("schemas/checklist.json", "{}")
    write("checklists/lista.yaml", QUOTED)
    assert run(["validate", "checklists", "--fix"]) == 1
    assert run(["validate", "checklists", "--fix", "--yes"]) == 0
    line = "# yaml-language-server: $schema=../schemas/checklist.json\n"
    assert text_of("checklists/lista.yaml") == line + QUOTED
    capsys.readouterr()
    assert run(["validate", "checklists", "--fix"]) == 0
    assert "+++" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ("2.0.0", '"2018-01-16"', True)),
        (["--select", "K38"], ("2.0.0", "2018-01-16", False)),
        (["--select", "K390"], ("1.0.0", '"2018-01-16"', False)),
        (["--ignore", "K203,K390"], ("2.0.0", "2018-01-16", True)),
        (["--ignore", "K38"], ("1.0.0", '"2018-01-16"', True)),
        (["--ignore", "K380,K390"], ("1.0.0", "2018-01-16", True)),
        (["--ignore", "K381,K203"], ("2.0.0", '"2018-01-16"', True)),
        (["--select", "K381,K203"], ("1.0.0", "2018-01-16", False)),
    ],
)
def test_what_is_mended_follows_the_codes_that_are_wanted(words, expected):
    write("schemas/checklist.json", "{}")
    write("nyt/lista.yaml", LIST.replace("type: yes_no", "type: tally"))
    write("ennen/lista.yaml", LIST)
    run(["validate", "nyt", "--against", "ennen", "--fix", "--yes", *words])
    text = text_of("nyt/lista.yaml")
    version, source, modeline = expected
    assert f"version: {version} " in text
    assert f"source: {source}\n" in text
    assert text.startswith("# yaml-language-server") is modeline


def test_another_programs_yaml_is_never_mended():
    write("schemas/checklist.json", "{}")
    write("docker-compose.yaml", "services: {a: {image: no}}\n")
    run(["validate", ".", "docker-compose.yaml", "--fix", "--yes"])
    assert text_of("docker-compose.yaml") == "services: {a: {image: no}}\n"


def test_a_link_stays_and_its_file_is_mended(work):
    write("oikea.yaml", LIST)
    Path("lista.yaml").symlink_to("oikea.yaml")
    assert run(["validate", "lista.yaml", "--fix", "--yes"]) == 0
    assert Path("lista.yaml").is_symlink()
    assert text_of("oikea.yaml") == QUOTED
    assert sorted(one.name for one in work.iterdir()) == ["lista.yaml", "oikea.yaml"]


@pytest.mark.parametrize(("ignored", "expected"), [("K380", '"7"'), ("K203", "7")])
def test_a_version_that_went_down_and_a_number_for_a_text_go_by_their_own_codes(ignored, expected):
    write("ennen.yaml", LIST.replace("version: 1.0.0", "version: 1.1.0"))
    write("nyt.yaml", LIST.replace("title: Lista", "title: 7"))
    run(["validate", "nyt.yaml", "--against", "ennen.yaml", "--fix", "--yes", "--ignore", ignored])
    assert f"title: {expected}\n" in text_of("nyt.yaml")
    down = LIST.replace("version: 1.0.0", "version: 0.9.0")
    write("nyt.yaml", down)
    run(["validate", "nyt.yaml", "--against", "ennen.yaml", "--fix", "--yes", "--ignore", "K381"])
    assert "version: 0.9.0" in text_of("nyt.yaml")


def test_a_protected_file_is_not_written(monkeypatch, capsys):
    write("lista.yaml", LIST)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))
    assert run(["validate", "lista.yaml", "--fix", "--yes"]) == 3
    assert text_of("lista.yaml") == LIST
    said = capsys.readouterr().err
    assert said.startswith("Error: lista.yaml is protected from writing, and was not mended.\n")


def test_a_file_that_changed_meanwhile_is_not_written(monkeypatch, capsys):
    write("lista.yaml", LIST)
    changed = LIST.replace("Lista", "Toinen")

    def change_it(*_words):
        write("lista.yaml", changed)
        return True

    monkeypatch.setattr("asiakaskunto_cli.cli.fix.on_terminal", lambda: True)
    monkeypatch.setattr("asiakaskunto_cli.cli.fix.agreed", change_it)
    assert run(["validate", "lista.yaml", "--fix"]) == 3
    assert text_of("lista.yaml") == changed
    said = capsys.readouterr().err
    assert said == (
        "Error: lista.yaml has changed meanwhile, and was not mended.\nRun the command again.\n"
    )


def test_yes_belongs_to_fix(capsys):
    write("lista.yaml", LIST)
    assert run(["validate", "lista.yaml", "--yes"]) == 2
    assert "--yes belongs to --fix." in capsys.readouterr().err


def test_a_text_that_steers_a_terminal_is_never_shown():
    write("lista.yaml", LIST.replace("Lista", "Lis\x1b[2Jta"))
    assert run(["validate", "lista.yaml", "--fix"]) == 1
    assert b"\x1b" in Path("lista.yaml").read_bytes()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (b"a\nb", b"a\nc", "-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"),
        (b"a\r\nb\r\n", b"A\r\nb\r\n", "-a\r\n+A\r\n b\r\n"),
    ],
)
def test_a_diff_keeps_the_ends_of_lines(before, after, expected):
    lines = "".join(diff(Mended(Path("a\nb.yaml"), before, after)))
    assert lines.startswith("--- a\\nb.yaml\n+++ a\\nb.yaml\n")
    assert lines.endswith(expected)
