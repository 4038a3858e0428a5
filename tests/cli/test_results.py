"""`kunto report`, `compare` and `validate` from outside: exit codes, streams, files, languages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import forked
from asiakaskunto_cli.cli.app import run

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
ANSWERS = sorted((EXAMPLES / "ensimmainen" / "vastaukset").glob("*.yaml"))


@pytest.fixture(scope="module")
def engagement(tmp_path_factory):
    """The whole example engagement, measured: thirty visits in two waves."""
    folder = tmp_path_factory.mktemp("engagement")
    text = (EXAMPLES / "ensimmainen" / "kunto.yaml").read_text(encoding="utf-8")
    (folder / "kunto.yaml").write_text(text, encoding="utf-8")
    before = Path.cwd()
    os.chdir(folder)
    os.environ["KUNTO_STATE_DIR"] = str(folder / "state")
    try:
        for path in ANSWERS:
            command = next(one for one in ("observe", "test", "ask") if f"-{one}" in path.name)
            assert run([command, "--answers", str(path)]) == 0
    finally:
        os.chdir(before)
        del os.environ["KUNTO_STATE_DIR"]
    return folder


@pytest.fixture
def inside(engagement, monkeypatch):
    """The working folder is the engagement's, and kunto speaks English."""
    monkeypatch.chdir(engagement)
    monkeypatch.setenv("KUNTO_LANG", "en")
    return engagement


def shown(capsys, *words):
    code = run(list(words))
    streams = capsys.readouterr()
    assert (code, streams.err) == (0, "")
    return streams.out


@pytest.mark.usefixtures("inside")
def test_the_newest_wave_is_reported_by_default_and_an_earlier_one_by_name(capsys):
    newest = json.loads(shown(capsys, "report", "--format", "json"))
    earlier = json.loads(shown(capsys, "report", "--wave", "2026-Q3", "--format", "json"))
    indexes = [
        {site["site"]: round(site["index"]["mean"], 1) for site in one["sites"]}
        for one in (earlier, newest)
    ]
    # Worked out from the answers with a spreadsheet's formulas, see the examples' commit.
    assert indexes == [{"asema": 85.4, "keskusta": 75.4}, {"asema": 93.6, "keskusta": 88.8}]


@pytest.mark.usefixtures("inside")
def test_the_comparison_tells_the_real_change_from_the_rest(capsys):
    document = json.loads(shown(capsys, "compare", "--format", "json"))
    verdicts = {
        (group["key"]["site"], group["key"]["method"]): [
            (change["verdict"], round(change["difference"], 1))
            for change in group["changes"]
            if change["measure"] == "score"
        ]
        for group in document["groups"]
    }
    assert verdicts == {
        ("asema", "observe"): [("unclear", 7.9)],
        ("asema", "test"): [("changed", 8.3)],
        ("keskusta", "observe"): [("better", 28.7)],
        ("keskusta", "test"): [("unclear", 15.7)],
        ("keskusta", "ask"): [("unclear", 5.8)],
    }


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "cannot be told from chance"),
        ("fi", "ei erotu satunnaisvaihtelusta"),
    ],
)
@pytest.mark.usefixtures("inside")
def test_it_says_so_in_both_languages(capsys, language, words):
    assert words in " ".join(shown(capsys, "compare", "--lang", language).split())


def test_one_visit_is_reported_in_another_language_than_it_was_held_in(inside, capsys):
    (path,) = (inside / "reports").glob("2026-08-18_keskusta_observe_*.json")
    assert "Havainnoinnin perusmittaus · Keskustan" in shown(
        capsys, "report", str(path), "--lang", "fi"
    )
    assert "Observation: the basics" in shown(capsys, "report", str(path), "--lang", "en")


def test_a_damaged_report_is_named_and_the_others_are_reported(inside, tmp_path, capsys):
    for path in (inside / "reports").glob("2026-1*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    broken = next(tmp_path.glob("*_ask_*.json"))
    broken.write_bytes(broken.read_bytes()[:1000])
    document = json.loads(shown(capsys, "report", str(tmp_path), "--format", "json"))
    assert [Path(one["file"]).name for one in document["excluded_reports"]] == [broken.name]
    assert run(["report", str(broken)]) == 3
    assert broken.name in capsys.readouterr().err


@pytest.mark.usefixtures("inside")
def test_an_output_file_is_written_once_and_again_only_by_force(tmp_path, capsys):
    target = tmp_path / "raportti.json"
    words = ["report", "--format", "json", "-o", str(target)]
    assert run(words) == 0
    first = target.read_bytes()
    assert run(words) == 3
    assert "--force" in capsys.readouterr().err
    assert run([*words, "--force"]) == 0
    assert target.read_bytes() == first
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["report", "ei-ole.json"], 3),
        (["compare", "ei-ole"], 3),
        (["report", "--wave", "2031-Q1"], 2),
        (["report", "--lang", "xx"], 2),
        (["report", "--format", "wrong"], 2),
        (["nonsense"], 2),
        (["validate", "ei-ole.yaml"], 3),
        (["validate", "reports"], 0),
        (["validate", "kunto.yaml"], 0),
    ],
)
@pytest.mark.usefixtures("inside")
def test_exit_codes(capsys, words, code):
    assert run(words) == code
    streams = capsys.readouterr()
    assert "Traceback" not in streams.err + streams.out
    assert bool(streams.err) is (code == 2 or (code == 3 and words[0] != "validate"))


def test_nothing_measured_yet_is_told_with_what_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")
    assert run(["report"]) == 3
    assert "kunto observe" in capsys.readouterr().err


def test_findings_are_told_with_their_place_and_end_with_1(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")
    Path("oma.yaml").write_text("kunto: 1\nid: oma\nversion: 1.0\n", encoding="utf-8")
    assert run(["validate", "oma.yaml"]) == 1
    assert "oma.yaml:3:10: error K203" in capsys.readouterr().out
    assert run(["validate", "oma.yaml", "ei-ole.yaml"]) == 3


def test_findings_come_as_text_or_json_and_in_nothing_else(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")
    Path("oma.yaml").write_text("kunto: 1\nid: oma\nversion: 1.0\n", encoding="utf-8")
    assert run(["validate", "oma.yaml"]) == run(["validate", "oma.yaml", "--format", "text"]) == 1
    shown = capsys.readouterr().out
    assert shown[: len(shown) // 2] == shown[len(shown) // 2 :]
    assert run(["validate", "oma.yaml", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert ("oma.yaml", 3, 10, "K203") in [
        (one["file"], one["line"], one["column"], one["code"]) for one in found
    ]
    assert run(["validate", "oma.yaml", "--format", "html"]) == 2


def test_answers_files_are_validated_against_their_checklist(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")
    text = (EXAMPLES / "ensikaynti.yaml").read_text(encoding="utf-8").replace("vire: 5", "vire: 6")
    Path("vastaukset.yaml").write_text(text, encoding="utf-8")
    assert run(["validate", "vastaukset.yaml"]) == 1
    assert "K402" in capsys.readouterr().out
    assert run(["validate", str(EXAMPLES), str(ROOT / "checklists")]) == 0


def kunto(folder, *words, stdout=subprocess.PIPE):
    return subprocess.run(
        [sys.executable, "-m", "asiakaskunto_cli", *words],
        cwd=folder,
        env={**os.environ, "KUNTO_LANG": "en"},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=forked.PATIENCE_SECONDS,
        check=False,
    )


def test_a_reader_that_goes_away_is_no_error(engagement):
    command = f"{sys.executable} -m asiakaskunto_cli compare | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],  # noqa: S607 the shell on the PATH
        cwd=engagement,
        env={**os.environ, "KUNTO_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=forked.PATIENCE_SECONDS,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_stdout_is_told_in_one_line(engagement):
    with Path("/dev/full").open("w") as full:
        done = kunto(engagement, "compare", stdout=full)
    assert done.returncode == 3
    assert done.stderr.startswith("Error: The result could not be written: ")


def test_a_bug_is_told_without_its_traceback_and_with_it_on_request(monkeypatch, capsys):
    monkeypatch.setenv("KUNTO_LANG", "en")
    monkeypatch.setattr("asiakaskunto_cli.cli.app.importlib.import_module", lambda _: 1 / 0)
    assert run(["report"]) == 70
    assert "Traceback" not in capsys.readouterr().err
    assert run(["--debug", "report"]) == 70
    assert "ZeroDivisionError" in capsys.readouterr().err
