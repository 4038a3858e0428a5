"""Where a result goes: to a file, a pipe or a terminal; in which format, and what is refused."""

import io
import json
import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import run

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "examples" / "ensikaynti.yaml"


@pytest.fixture
def reports(tmp_path, monkeypatch, capsys):
    """Return the folder of the one visit there is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")
    monkeypatch.setenv("KUNTO_STATE_DIR", str(tmp_path / "state"))
    assert run(["observe", "--answers", str(ANSWERS)]) == 0
    capsys.readouterr()
    return tmp_path / "reports"


@pytest.fixture
def start(reports):
    """Return a function: kunto runs as a process of its own in the folder above the reports."""

    def run_apart(*words, stdout=subprocess.PIPE):
        return subprocess.run(
            [sys.executable, "-m", "asiakaskunto_cli", *words],
            cwd=reports.parent,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=30,
            check=False,
        )

    return run_apart


@pytest.mark.parametrize(("form", "output"), [("pdf", []), ("xlsx", ["-o", "-"])])
def test_a_pipe_takes_the_very_bytes_that_a_file_takes(start, form, output):
    assert run(["report", "--format", form, "-o", "tulos"]) == 0
    filed = Path("tulos").read_bytes()
    piped = start("report", "--format", form, *output)
    assert (piped.returncode, piped.stderr) == (0, b"")
    if form == "pdf":
        assert piped.stdout == filed
    else:
        assert contents(piped.stdout) == contents(filed)


def contents(workbook):
    """Return the parts of a workbook, without the one that tells when it was written."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        names = [name for name in archive.namelist() if name != "docProps/core.xml"]
        assert "xl/worksheets/sheet1.xml" in names
        return {name: archive.read(name) for name in names}


@pytest.mark.parametrize(("command", "form"), [("report", "pdf"), ("compare", "xlsx")])
def test_a_terminal_is_not_given_bytes(start, form, command):
    ours, theirs = pty.openpty()
    try:
        refused = start(command, "--format", form, "-o", "-", stdout=theirs)
        os.set_blocking(ours, False)
        with pytest.raises(BlockingIOError):
            os.read(ours, 1)
    finally:
        os.close(ours)
        os.close(theirs)
    assert refused.returncode == 2
    assert "-o FILE" in refused.stderr.decode()


@pytest.mark.usefixtures("reports")
def test_without_typst_it_is_said_how_to_install_it(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    assert run(["report", "--format", "pdf", "-o", "raportti.pdf"]) == 2
    streams = capsys.readouterr()
    assert "pip install 'asiakaskunto-cli[pdf]'" in streams.err
    assert streams.out == ""
    assert not Path("raportti.pdf").exists()
    assert run(["report", "--format", "xlsx", "-o", "raportti.xlsx"]) == 0


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("command", "form"), [("report", "json"), ("report", "pdf"), ("compare", "xlsx")]
)
def test_nothing_is_overwritten_unless_forced(capsys, command, form):
    target = Path(f"tulos.{form}")
    target.write_text("precious", encoding="utf-8")
    words = [command, "--format", form, "-o", target.name]
    assert run(words) == 3
    assert "--force" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "precious"
    assert run([*words, "--force"]) == 0
    assert b"precious" not in target.read_bytes()


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("command", ["report", "compare"])
def test_csv_for_finnish_excel_and_for_programs(capsys, command):
    assert run([command, "--format", "csv", "-o", "ohjelmille.csv"]) == 0
    assert run([command, "--format", "csv", "--excel-fi", "-o", "excel.csv"]) == 0
    plain, excel = (Path(name).read_bytes() for name in ("ohjelmille.csv", "excel.csv"))
    mark = b"\xef\xbb\xbf"
    assert excel.startswith(mark)
    assert not plain.startswith(mark)
    assert b";" in excel.splitlines()[0]
    assert b"," in plain.splitlines()[0]
    capsys.readouterr()
    assert run([command, "--format", "csv", "--excel-fi", "-o", "-"]) == 0
    assert capsys.readouterr().out.encode().splitlines() == excel.splitlines()


@pytest.mark.parametrize("form", ["terminal", "json", "markdown", "html", "pdf", "xlsx"])
@pytest.mark.parametrize("command", ["report", "compare"])
def test_csv_for_excel_is_not_another_format(tmp_path, monkeypatch, capsys, command, form):
    # Refused before anything is read: there is nothing to read here.
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")
    assert run([command, "--format", form, "--excel-fi", "-o", "x"]) == 2
    assert "--format csv" in capsys.readouterr().err


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("command", ["report", "compare"])
def test_json_says_the_same_to_a_pipe_and_to_a_file(capsys, command):
    assert run([command, "--format", "json", "-o", "tulos.json"]) == 0
    capsys.readouterr()
    assert run([command, "--format", "json", "-o", "-"]) == 0
    text = capsys.readouterr().out
    assert json.loads(text) == json.loads(Path("tulos.json").read_text(encoding="utf-8"))
