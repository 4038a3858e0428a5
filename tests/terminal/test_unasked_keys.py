"""Keys that nobody meant for the question on the screen: typed ahead, held down, pasted."""

import json
import time

import pytest

from asiakaskunto_cli.visit.key_line import HELD_SECONDS, PASTE_GOES_ON_SECONDS, QUIET_SECONDS

TRIALS = 20
CHECKLIST = """\
kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
languages: [en]
why: never
sections:
  - id: osio
    title: Osio
    items:
      - {id: sanat, text: Sanat?, type: text, weight: 0}
      - {id: eka, text: Eka?, type: yes_no, area: skills, measure: objective}
      - {id: toka, text: Toka?, type: yes_no, area: skills, measure: objective}
      - {id: kolmas, text: Kolmas?, type: yes_no, area: skills, measure: objective}
      - {id: neljas, text: Neljäs?, type: nps, area: emotion, measure: subjective}
      - {id: viides, text: Viides?, type: text, weight: 0}
"""


@pytest.fixture
def at(at_keys, work, drafts):
    """Return a function: a visit has come to a question; also what it has kept since."""
    (work / "lista.yaml").write_text(CHECKLIST, encoding="utf-8")

    def go(number):
        for draft in drafts():
            draft.unlink()  # of a trial that was late
        terminal = at_keys("observe", "lista.yaml", "--site", "asema")
        terminal.wait_for("Sanat?")
        terminal.enter("=", str(number))

        def kept():
            (draft,) = drafts()
            events = map(json.loads, draft.read_text(encoding="utf-8").splitlines()[3:])
            return [(one["event"], one.get("answer", one.get("text"))) for one in events]

        return terminal, kept

    return go


def test_a_burst_of_keys_answers_nothing(at):
    terminal, kept = at(2)
    terminal.press_keys("kkkkkkk")
    assert kept() == []
    assert "Eka?" in terminal.lines
    assert "Press one of the keys above." in terminal.lines


def in_time(trial):
    """Try until the keys came when they were meant to; a trial returns whether one was late.

    On a busy computer that happens, and then nothing is proved either way.
    """
    if not any(not trial() for _ in range(TRIALS)):
        pytest.fail("this computer is too busy to press keys in time")


def test_keys_typed_before_the_next_question_was_painted_do_not_answer_it(at):
    def trial():
        terminal, kept = at(2)
        pressed, _heard = terminal.heard("k")
        _pressed, heard = terminal.heard("e")
        if heard - pressed > QUIET_SECONDS:
            return True
        terminal.rest()
        assert kept() == [("answered", True)]
        assert "Toka?" in terminal.lines
        terminal.press_keys("e")
        assert kept() == [("answered", True), ("answered", False)]
        return False

    in_time(trial)


@pytest.mark.parametrize("first_repeat_seconds", [0.25, 0.65])
def test_a_key_held_down_answers_one_question(at, first_repeat_seconds):
    def trial():
        terminal, kept = at(2)
        before, _heard = terminal.heard("k")
        limit, pause = HELD_SECONDS, first_repeat_seconds
        for _ in range(8):
            terminal.take_for(pause - time.monotonic() + before)
            pressed, heard = terminal.heard("k")
            if heard - before > limit:
                return True
            before, limit, pause = pressed, QUIET_SECONDS, 0.033
        terminal.settle()
        assert kept() == [("answered", True)]
        assert "Toka?" in terminal.lines
        return False

    in_time(trial)


def test_the_same_key_meant_again_is_heard(at):
    def trial():
        terminal, kept = at(2)
        before, heard_before = terminal.heard("k")
        for pause in (0.45, 0.25):
            terminal.take_for(pause - time.monotonic() + before)
            pressed, heard = terminal.heard("k")
            if heard - before > HELD_SECONDS or pressed - heard_before < QUIET_SECONDS:
                return True
            before, heard_before = pressed, heard
        terminal.rest()
        assert kept() == [("answered", True), ("answered", True)]
        return False

    in_time(trial)


def test_a_bracketed_paste_answers_nothing_where_a_key_would(at):
    terminal, kept = at(2)
    terminal.press_keys("\x1b[200~k\re\rk\r\x1b[201~")
    assert kept() == []
    assert "Eka?" in terminal.lines
    terminal.press_keys("k")
    assert kept() == [("answered", True)]


def test_a_raw_paste_of_lines_answers_nothing_where_a_key_would(at):
    terminal, kept = at(2)
    terminal.press_keys("kyllä\rei\rkyllä\r")
    assert kept() == []
    assert "Eka?" in terminal.lines


def test_a_raw_paste_of_lines_into_a_number_answers_nothing_below(at):
    terminal, kept = at(5)
    terminal.press_keys("9\r8\r7\r")
    assert kept() == []
    assert "Neljäs?" in terminal.shown
    terminal.press_keys("\x15")
    terminal.enter("9")
    assert kept() == [("answered", 9)]


LONG = "\n".join(f"{number:04} äö – “lainaus” ✓" for number in range(400))


@pytest.mark.parametrize("brackets", [("\x1b[200~", "\x1b[201~"), ("", "")], ids=["paste", "raw"])
def test_a_long_paste_of_lines_arrives_whole_in_a_text(at, brackets):
    words = LONG[:10_000]
    before, after = brackets
    pasted = f"{before}{words}{after}".replace("\n", "\r").encode()

    def trial():
        terminal, kept = at(1)
        sent = time.monotonic()
        for start in range(0, len(pasted), 512):
            terminal.child.send(pasted[start : start + 512])
            terminal.take(0)
            if time.monotonic() - sent > PASTE_GOES_ON_SECONDS:
                return True
            sent = time.monotonic()
        terminal.see(words.splitlines()[-1])
        assert "Sanat?" in terminal.lines
        assert kept() == []
        terminal.press_keys("\r")
        assert kept() == [("answered", words)]
        return False

    in_time(trial)


def test_words_that_begin_with_a_command_arrive_whole(at):
    terminal, kept = at(1)
    said = ["-5", "+358 40", ".5", "<5 min", ":quote"]
    for words in said:
        terminal.enter(words)
        terminal.press_keys("<", "\x15")
    assert [answer for event, answer in kept() if event == "answered"] == said


def test_a_text_that_is_a_token_takes_a_backslash_and_is_kept_by_enter(at):
    terminal, kept = at(1)
    terminal.enter("\\-")
    assert kept() == [("answered", "-")]
    assert "Answer: \\-" in terminal.press_keys("<")
    terminal.press_keys("\r")
    assert kept()[1:] == [("moved", None), ("moved", None)]


def test_words_that_are_rubbed_out_are_gone(at):
    terminal, kept = at(1)
    terminal.enter("Moi.")
    terminal.press_keys("<", "\x15", "\r")
    assert kept()[-1] == ("answered", "")
