"""A whole visit with single keys, read off the screen as a consultant reads it."""

import json
import os
import re
import signal

import pytest

from asiakaskunto_cli.report.read import read_report

CHECKLIST = """\
kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
languages: [en]
why: never
scales: {viisi: {1: huono, 5: hyvä}}
sections:
  - id: osio
    title: Osio
    items:
      - {id: eka, text: Eka?, type: yes_no, area: skills, measure: objective, gate: core}
      - {id: toka, text: Toka?, type: scale, scale: viisi, area: emotion,
         measure: subjective, why: always}
      - {id: kuva, text: Kuva?, type: yes_no, area: skills, measure: objective, evidence: required}
      - {id: kello, text: Kello?, type: duration, area: skills, measure: objective,
         bands: [{up_to: 60, score: 1}]}
      - {id: jono, text: Jono?, type: duration, unit: min, weight: 0}
      - {id: lasku, text: Lasku?, type: tally, area: emotion, measure: objective}
      - {id: sanat, text: Sanat?, type: text, weight: 0}
"""


@pytest.fixture
def visit(at_keys, work):
    """Return a function: a visit has begun on a terminal of this size."""
    (work / "lista.yaml").write_text(CHECKLIST, encoding="utf-8")

    def begin(**how):
        terminal = at_keys("observe", "lista.yaml", "--site", "asema", **how)
        terminal.wait_for("Eka?")
        return terminal

    return begin


def journal(drafts):
    """Return the events in the one draft there is."""
    (draft,) = drafts()
    lines = draft.read_text(encoding="utf-8").splitlines()[1:]
    return [json.loads(line) for line in lines]


def report_of(terminal):
    """Return the report whose path was printed last."""
    return read_report(terminal.said.strip().rsplit("\r\n", 1)[1])


QUESTION = {
    80: """\
Lista
asema · {wave}

Every answer is saved at once. Leave whenever you need to: :q

[1/7] Osio · 0 % done
Eka?
  k or y = yes, e or n = no
- not applicable  . not observed  + note  ! stopwatch
< back  > later  = review  ? help  :q save and leave
Answer:""",
    40: """\
Lista
asema · {wave}

Every answer is saved at once. Leave
whenever you need to: :q

[1/7] Osio · 0 % done
Eka?
  k or y = yes, e or n = no
- not applicable  . not observed
+ note  ! stopwatch  < back  > later
= review  ? help  :q save and leave
Answer:""",
}
REVIEW = {
    80: """\
REVIEW
  1 Eka? – yes
  2 Toka? – 4
  3 Kuva? – yes
  4 Kello? – 7 s
  5 Jono? – not observed
  6 Lasku? – 2 of 3
  7 Sanat? – Moi.

Everything is answered. Enter = finish and write the report.
number = go to it  + note on the visit  :v facts of the visit
< back  :q save and leave
Review:
Type, then Enter; after a key such as < too.""",
    40: """\
REVIEW
  1 Eka? – yes
  2 Toka? – 4
  3 Kuva? – yes
  4 Kello? – 7 s
  5 Jono? – not observed
  6 Lasku? – 2 of 3
  7 Sanat? – Moi.

Everything is answered. Enter = finish
and write the report.
number = go to it  + note on the visit
:v facts of the visit  < back
:q save and leave
Review:
Type, then Enter; after a key such as <
too.""",
}


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (20, 40)], ids=["80x24", "40x20"])
def test_a_whole_visit(visit, work, drafts, rows, columns):  # noqa: PLR0915 a visit is long
    (work / "kuitti.jpg").write_bytes(b"a receipt")
    terminal = visit(rows=rows, columns=columns)
    wave = terminal.lines[1].split(" · ")[1]
    assert terminal.shown == QUESTION[columns].format(wave=wave)
    # Does not apply, with a reason; then after all it does.
    assert "Why does it not apply?" in terminal.press_keys("-")
    assert "Toka?" in terminal.enter("Ei ketään.")
    assert "  1 Eka? – not applicable" in terminal.lines
    assert "Now: not applicable (Enter keeps it)" in terminal.press_keys("<")
    # A note, edited where it is.
    terminal.press_keys("+")
    assert "Note: Sad" in terminal.enter("Sad")
    assert "Note: Sad" in terminal.press_keys("+")
    assert "  Note: Sade." in terminal.enter("e.")
    assert "Toka?" in terminal.press_keys("k")
    assert "  1 Eka? – yes" in terminal.lines
    # Words after the answer that calls for them.
    assert "WHY?" in terminal.press_keys("4")
    assert "Kuva?" in terminal.enter("-5 astetta")
    # Evidence: a file that is not there, then one that is.
    assert "A piece of evidence is needed: @" in terminal.press_keys("@", "<", "\r")
    terminal.press_keys("@")
    terminal.enter("puuttuu.jpg")
    assert "puuttuu.jpg" in terminal.shown
    terminal.press_keys("@")
    assert "  Evidence: " in terminal.enter("kuitti.jpg")
    assert "A piece of evidence" not in terminal.shown
    # Two clocks at once, one of them from another question.
    assert "Kello?" in terminal.press_keys("k")
    assert "running: Kello?" in terminal.press_keys(" ")
    assert "Jono?" in terminal.enter(">")
    assert "running: Kello?" in terminal.shown
    terminal.press_keys("!")
    assert re.search(r"0:0\d running: Kello\?\n0:0\d running: Jono\?", terminal.shown)
    terminal.enter(".")
    assert "Lasku?" in terminal.shown
    assert "  5 Jono? – not observed" in terminal.lines
    assert "running: Jono?" not in terminal.shown
    terminal.press_keys("!")  # not typed yet: the tally counts with o and x, the rest is typed
    terminal.press_keys("\r")
    assert "  1 = Kello? (running: stop it)" in terminal.lines
    terminal.press_keys("1")
    assert "running" not in terminal.shown
    # Three customers, two of them noticed.
    assert "Now: 1 of 1" in terminal.press_keys("o")
    assert "Now: 2 of 3" in terminal.press_keys("x", "o")
    assert "Sanat?" in terminal.press_keys("\r")
    # What the clock said is corrected by hand.
    assert "Everything is answered" in terminal.enter("Moi.")
    terminal.enter("4")
    assert re.search(r"Now: [\d.]+ s \(Enter keeps it\)", terminal.shown)
    terminal.enter("7")
    review = REVIEW[columns].split("\n")
    assert terminal.lines[-len(review) :] == review
    # The facts of the visit, and a note on all of it.
    terminal.enter(":v")
    assert "  1 = site: asema" in terminal.lines
    assert f"New value: {wave}" in terminal.press_keys("2")
    terminal.press_keys("\x15")
    assert "Everything is answered" in terminal.enter("syksy")
    terminal.enter("+", "Hiljainen aamu.")
    assert "Note: Hiljainen aamu." in terminal.lines
    assert terminal.end_with("\r") == 0
    assert terminal.cooked
    report = report_of(terminal)
    assert (report.wave, report.visit.note) == ("syksy", "Hiljainen aamu.")
    items = {one.id: (one.answer, one.why, one.note, len(one.evidence)) for one in report.items}
    assert items == {
        "eka": (True, "", "Sade.", 0),
        "toka": (4, "-5 astetta", "", 0),
        "kuva": (True, "", "", 1),
        "kello": (7, "", "", 0),
        "jono": (None, "", "", 0),
        "lasku": ({"k": 2, "n": 3}, "", "", 0),
        "sanat": ("Moi.", "", "", 0),
    }
    assert drafts() == []


# What is pressed to come to each kind of prompt, and what is then on the screen.
PROMPTS = {
    "question": ([], "Eka?"),
    "note": (["+"], "Note:"),
    "reason": (["-"], "Why does it not apply?"),
    "why": (["k", "4"], "WHY?"),
    "file": ([">", ">", "@"], "File:"),
    "duration": ([">", ">", ">"], "Kello?"),
    "clock": (["!"], "Stopwatch (number):"),
    "review": (["="], "Review:"),
    "facts": (["=", ":v", "\r"], "Which (number):"),
    "fact": (["=", ":v", "\r", "1"], "New value:"),
    "closing-note": (["=", "+", "\r"], "Note on the whole visit:"),
}


@pytest.mark.parametrize(
    ("place", "key", "code"),
    [
        *((place, "\x03", 130) for place in PROMPTS),
        *((place, "\x04", 4) for place in ("question", "duration")),
    ],
)
def test_ctrl_c_and_ctrl_d_keep_the_draft_and_restore_the_terminal(visit, drafts, place, key, code):
    keys, words = PROMPTS[place]
    terminal = visit()
    assert words in terminal.press_keys(*keys)
    assert not terminal.cooked
    assert terminal.end_with(key) == code
    assert terminal.cooked
    (draft,) = drafts()
    assert terminal.lines[-1] == f"The draft is kept. Go on with: kunto resume {draft.stem[-8:]}"


def test_leaving_takes_no_enter_where_single_keys_answer(visit):
    terminal = visit()
    assert "Answer: :" in terminal.press_keys(":")
    assert terminal.end_with("q") == 4
    assert terminal.cooked


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_end_restores_the_terminal(visit, drafts, sent):
    terminal = visit()
    terminal.press_keys("k")
    os.kill(terminal.child.pid, sent)
    assert terminal.end() == 130
    assert terminal.cooked
    assert terminal.lines[-1].startswith("The draft is kept.")
    assert [event["event"] for event in journal(drafts)] == ["answered"]


def test_a_terminal_that_goes_away_leaves_the_draft(visit, drafts, at_keys):
    terminal = visit()
    terminal.press_keys("k")
    terminal.hang_up()
    assert [event["event"] for event in journal(drafts)] == ["answered"]
    assert "Toka?" in at_keys("resume").wait_for("Toka?")


def test_a_clock_runs_on_through_kill_9_from_its_start_in_the_journal(visit, drafts, at_keys):
    terminal = visit()
    terminal.press_keys("!", "1")
    terminal.kill()
    (draft,) = drafts()
    # An hour has gone by: the start in the journal is what counts.
    text = draft.read_text(encoding="utf-8")
    (event,) = journal(drafts)
    at = next(value for value in event.values() if str(value).startswith("20"))
    earlier = f"{int(at[:4]) - 1}{at[4:]}"
    draft.write_text(text.replace(f'"{at}"', f'"{earlier}"'), encoding="utf-8")
    resumed = at_keys("resume")
    resumed.wait_for("Eka?")
    assert re.search(r"^87[68]\d:\d\d:\d\d running: Kello\?$", resumed.shown, re.MULTILINE)


def test_a_running_clock_ticks(visit):
    terminal = visit()
    terminal.press_keys("!", "1")
    shows = re.search(r"0:\d\d running", terminal.shown).group()
    while shows in terminal.shown:
        assert terminal.take(), "the clock stands still"
    assert re.search(r"0:\d\d running", terminal.settle())
