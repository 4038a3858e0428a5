"""`--commentary` from outside: the consultant's words at the front, in every format."""

import json
import os
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.cli.commentary import LARGEST_COMMENTARY_BYTES

ANSWERS = Path(__file__).parents[2] / "examples" / "ensikaynti.yaml"
WORDS = "Hymy *kantaa*.\n\n- <b>Kuka</b> tervehtii?\n"


@pytest.fixture
def here(tmp_path, monkeypatch, capsys):
    """Return the working folder, in which one visit has been made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")
    monkeypatch.setenv("KUNTO_STATE_DIR", str(tmp_path / "state"))
    assert run(["observe", "--answers", str(ANSWERS)]) == 0
    capsys.readouterr()
    Path("saate.md").write_text(WORDS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def page(here, capsys):
    """Return a function: what a command prints with the commentary."""

    def shown(command, form="terminal"):
        (visit,) = (here / "reports").glob("*.json")
        words = {"visit": ["report", str(visit)]}.get(command, [command])
        assert run([*words, "--format", form, "--commentary", "saate.md"]) == 0
        return capsys.readouterr().out

    return shown


@pytest.mark.parametrize("command", ["visit", "report", "compare"])
def test_it_stands_at_the_front_of_every_page(page, command):
    lines = page(command).splitlines()
    place = lines.index("Commentary")
    assert lines[place + 1 : place + 4] == ["Hymy kantaa.", "", "<b>Kuka</b> tervehtii?"]
    _title, rule, *front = lines[:place]
    assert rule.strip("─") == ""
    assert len(front) < 12
    assert json.loads(page(command, "json"))["commentary"] == WORDS


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("html", '<p class="plain">Hymy kantaa.</p>'),
        ("html", "&lt;b&gt;Kuka&lt;/b&gt; tervehtii?"),
        ("markdown", "\n- \\<b\\>Kuka\\</b\\> tervehtii?"),
    ],
)
def test_it_is_text_in_every_format(page, form, shown):
    assert shown in page("report", form)


@pytest.mark.usefixtures("here")
def test_without_one_the_data_says_so(capsys):
    assert run(["compare", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["commentary"] is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no file saate.md."),
        (b" \n\t\n", "There is no text in saate.md."),
        ("Eka\nHyvä".encode("latin-1"), "saate.md is not text in UTF-8 (line 2)."),
        (b"x" * (LARGEST_COMMENTARY_BYTES + 1), "saate.md is too large"),
    ],
)
@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", ["report", "compare"])
def test_a_file_that_cannot_be_used_is_refused(capsys, command, content, said):
    Path("saate.md").unlink()
    if content is not None:
        Path("saate.md").write_bytes(content)
    assert run([command, "--commentary", "saate.md"]) == 3
    streams = capsys.readouterr()
    assert said in streams.err
    assert streams.out == ""


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_only_an_ordinary_file_is_read(capsys, make):
    make("saate")
    assert run(["report", "--commentary", "saate"]) == 3
    assert "saate is " in capsys.readouterr().err


def test_a_byte_order_mark_is_no_word(page):
    Path("saate.md").write_bytes(b"\xef\xbb\xbf# Terveiset\n")
    assert "\nTerveiset\n" in page("report")
    assert json.loads(page("report", "json"))["commentary"] == "# Terveiset\n"
