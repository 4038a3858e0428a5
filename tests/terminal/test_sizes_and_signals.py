"""Any size of terminal, one that changes, one that is put in the background, one that is plain."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.library import read_checklist, shipped_folder

KUNTO = f"{sys.executable} -m asiakaskunto_cli"
QUESTION = "How readily did the salesperson smile?"


def begin(at_keys, *words, **how):
    """Begin the base observation and go to its third question."""
    terminal = at_keys("observe", "--site", "asema", *words, **how)
    terminal.wait_for("How soon")
    terminal.enter(">")
    terminal.press_keys("k")
    return terminal


SIZES = [(24, 80, "en"), (20, 40, "fi"), (15, 34, "fi"), (15, 34, "en")]


@pytest.mark.parametrize(("rows", "columns", "language"), SIZES)
def test_every_question_is_whole_at_every_size(at_keys, rows, columns, language):
    found = read_checklist(shipped_folder() / "havainnointi-perusmittaus.yaml").checklist
    texts = [item.text[language] for item in found.items.values()]
    terminal = at_keys("observe", "--site", "a", "--lang", language, rows=rows, columns=columns)
    terminal.wait_for("[1/7]")
    for text, keys in zip(texts, (">\r", "k", "3", "4", ".", ">\r", "\r"), strict=True):
        assert text in " ".join(line.strip() for line in terminal.lines)
        assert max(map(len, terminal.lines)) < columns
        terminal.press_keys(*keys)


def test_another_width_in_the_middle_of_a_question_paints_it_anew_within(at_keys):
    terminal = begin(at_keys)
    for columns in (40, 34, 60, 80):
        lines = terminal.resize(24, columns).split("\n")
        panel = lines[lines.index("[3/7] Encounter · 17 % done") :]
        assert max(map(len, panel)) < columns
        assert " ".join(panel).count("[3/7]") == 1
        assert QUESTION in " ".join(panel)
    terminal.press_keys("4")
    assert "[4/7]" in terminal.shown


def test_fewer_rows_in_the_middle_of_a_question_leave_the_question(at_keys):
    terminal = begin(at_keys)
    terminal.resize(8, 80)
    assert QUESTION in terminal.shown


def test_no_color_means_none(at_keys):
    terminal = begin(at_keys, NO_COLOR="1")
    styles = re.findall(r"\x1b\[([0-9;]*)m", terminal.said)
    assert {part for style in styles for part in style.split(";")} <= {"", "0", "1"}


@pytest.mark.parametrize("how", ["signal", "key"])
def test_a_visit_is_suspended_and_goes_on(at_shell, how):
    shell = at_shell()
    shell.see("prompt>")
    shell.child.sendline(f"{KUNTO} observe --site asema")
    shell.wait_for("Type, then Enter")
    if how == "key":
        shell.child.send(b"\x1a")
    else:
        os.kill(child_of(shell.child.pid), signal.SIGTSTP)
    assert "Answer:" not in shell.see("Stopped")
    shell.child.sendline("stty -a | grep -c ' echo '")
    shell.see("1\nprompt>")
    shell.child.sendline("fg")
    shell.wait_for("Type, then Enter")
    shell.child.send(b"!")
    shell.wait_for("running: How soon")
    shell.child.send(b"\x03")
    while shell.lines[-1] != "prompt>":
        assert shell.take(), shell.shown
    assert shell.lines[-2].startswith("The draft is kept.")


def child_of(pid):
    """Return the one child of a process."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return int(children.split()[0])


@pytest.mark.parametrize("plainly", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {}])
def test_plain_lines_never_move_the_cursor(at_keys, plainly):
    words = () if plainly else ("--plain",)
    terminal = at_keys("observe", "--site", "asema", *words, **plainly)
    terminal.see("Answer:")
    lines = ["!", "8", "?", "k", "<", "+", "Sade.", ">", "3", "=", ":v", "1", "", ":x", ":q", ""]
    assert terminal.end_with("\r".join(lines)) == 4
    assert "\x1b" not in terminal.said
    assert "\r" not in terminal.said.replace("\r\n", "")
    assert "REVIEW" in terminal.said
