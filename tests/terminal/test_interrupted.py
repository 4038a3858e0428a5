"""A visit that is broken off at any prompt goes on at the same question with every answer."""

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
why: always
sections:
  - id: osio
    title: Osio
    items:
      - {id: eka, text: Eka?, type: yes_no, area: skills, measure: objective, why: never}
      - {id: toka, text: Toka?, type: nps, area: emotion, measure: subjective}
      - {id: kolmas, text: Kolmas?, type: yes_no, area: skills, measure: objective, gate: core,
         why: never}
      - {id: sanat, text: Sanat?, type: text, weight: 0}
"""
WHOLE = ["k", "9", "Apua sai.", "-", "Ei ketään.", "Moi."]

# What was typed before, what is asked then, and what is asked after the visit goes on.
PROMPTS = {
    "first-answer": ([], "Answer:", "Answer:"),
    "answer": (WHOLE[:1], "Answer:", "Answer:"),
    "why": (WHOLE[:2], "WHY?", "WHY?"),
    "reason": (WHOLE[:4], "Why does it not apply?", "Why does it not apply?"),
    "note": ([*WHOLE[:3], "+"], "Note:", "Answer:"),
    "words": (WHOLE[:5], "Answer:", "Answer:"),
    "review": (WHOLE, "Review:", "Review:"),
    "closing-note": ([*WHOLE, "+"], "Note on the whole visit:", "Review:"),
}
ASKED = {
    "first-answer": "Eka?",
    "answer": "Toka?",
    "why": "Toka?",
    "reason": "Kolmas?",
    "note": "Kolmas?",
    "words": "Sanat?",
    "review": "REVIEW",
    "closing-note": "REVIEW",
}


@pytest.fixture
def visit(at_terminal, work):
    """Return a function: a visit has begun, and these lines were typed."""
    (work / "lista.yaml").write_text(CHECKLIST, encoding="utf-8")

    def begin(lines=(), **size):
        terminal = at_terminal("observe", "lista.yaml", "--site", "asema", **size)
        terminal.read_to_prompt()
        terminal.type(*lines)
        return terminal

    return begin


def finish(terminal, typed):
    """Type what is left of the whole visit; return every answer and its words in the report."""
    terminal.type(*WHOLE[len(typed) :])
    assert terminal.prompt == "Review:"
    assert terminal.last_line("") == 0
    report = read_report(terminal.said.strip().rsplit("\r\n", 1)[1])
    return {item.id: (item.answer, item.why, item.na_reason) for item in report.items}


EVERYTHING = {
    "eka": (True, "", ""),
    "toka": (9, "Apua sai.", ""),
    "kolmas": (None, "", "Ei ketään."),
    "sanat": ("Moi.", "", ""),
}


@pytest.mark.parametrize("place", PROMPTS)
def test_ctrl_c_at_any_prompt_says_how_to_go_on_and_the_visit_goes_on(
    visit, at_terminal, drafts, place
):
    typed, prompt, prompt_after = PROMPTS[place]
    interrupted = visit(typed)
    assert interrupted.prompt == prompt
    assert interrupted.press("c") == 130
    (draft,) = drafts()
    name = draft.stem[-8:]
    assert interrupted.lines[-1] == f"The draft is kept. Go on with: kunto resume {name}"
    assert interrupted.lines[-2] == f"{prompt}^C".replace(":^C", ": ^C").replace("?^C", "? ^C")
    resumed = at_terminal("resume", name)
    assert resumed.read_to_prompt() == prompt_after
    assert any(line.endswith(ASKED[place]) for line in resumed.lines)
    assert finish(resumed, [line for line in typed if line != "+"]) == EVERYTHING
    assert drafts() == []


def test_ctrl_c_at_the_site_begins_nothing(at_terminal, drafts):
    terminal = at_terminal("observe")
    terminal.read_to_prompt()
    assert terminal.press("c") == 130
    assert terminal.lines == ["Which site is this? ^C", "The visit has not begun."]
    assert drafts() == []


@pytest.mark.parametrize("place", PROMPTS)
def test_ctrl_d_at_any_prompt_leaves_the_visit_incomplete(visit, drafts, place):
    typed, prompt, _prompt_after = PROMPTS[place]
    terminal = visit(typed)
    assert terminal.press("d") == 4
    (draft,) = drafts()
    assert terminal.lines[-3:] == [
        prompt,
        "The answers ended before the visit was finished.",
        f"The draft is kept. Go on with: kunto resume {draft.stem[-8:]}",
    ]


def test_ctrl_d_at_the_site_begins_nothing(at_terminal, drafts):
    terminal = at_terminal("observe")
    terminal.read_to_prompt()
    assert terminal.press("d") == 4
    assert terminal.lines == [
        "Which site is this?",
        "Error: The visit has not begun: its site is missing.",
        "Name it with --site.",
    ]
    assert drafts() == []


@pytest.mark.parametrize("typed", [WHOLE[:1], WHOLE[:2], WHOLE[:5], WHOLE], ids=len)
def test_after_kill_9_every_acknowledged_answer_is_there(visit, at_terminal, drafts, typed):
    visit(typed).kill()
    assert len(drafts()) == 1
    resumed = at_terminal("resume", rows=20, columns=40)
    resumed.read_to_prompt()
    assert finish(resumed, typed) == EVERYTHING
    assert drafts() == []


def test_after_kill_9_a_visit_goes_on_with_the_old_checklist(visit, at_terminal, work):
    visit(WHOLE[:1]).kill()
    changed = CHECKLIST.replace("Toka?", "Uusi?").replace("type: nps", "type: yes_no")
    (work / "lista.yaml").write_text(changed, encoding="utf-8")
    resumed = at_terminal("resume")
    assert resumed.read_to_prompt() == "Answer:"
    assert "Toka?" in resumed.lines
    assert finish(resumed, WHOLE[:1]) == EVERYTHING


def test_a_terminal_that_is_closed_leaves_the_draft(visit, at_terminal, drafts):
    terminal = visit(WHOLE[:3])
    terminal.hang_up()
    assert terminal.child.signalstatus == signal.SIGHUP
    assert len(drafts()) == 1
    resumed = at_terminal("resume")
    resumed.read_to_prompt()
    assert finish(resumed, WHOLE[:3]) == EVERYTHING
