"""A key and a line always mean the same: the same dialogue, the same events, by either asker."""

import pytest

from asiakaskunto_cli.errors import ExitCode
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.visit.events import (
    Amended,
    Answered,
    ClockStarted,
    Closed,
    Declined,
    Explained,
    Finished,
    Measured,
    Moved,
    NotApplicable,
    Noted,
    NotObserved,
    Reasoned,
)
from asiakaskunto_cli.visit.interview import Interview

NOW = "2026-11-16T14:10:07.500+02:00"
PERSONAL = {
    "e-mail": ("a@esimerkki.fi", "That looks like an e-mail address."),
    "phone": ("040 123 4567", "That looks like a phone number."),
    "identity code": ("010190A900P", "That looks like a personal identity code."),
}


@pytest.fixture(params=["lines", "keys"])
def typed(request):
    """Return a function: this is typed at a visit, by lines or by keys."""
    sit = request.getfixturevalue("sit" if request.param == "lines" else "sit_at_keys")

    def visit(lines, **how):
        if request.param == "lines":
            how["terminal"] = True
        return sit(lines, clock=lambda: NOW, **how)

    return visit


@pytest.fixture
def at(everything, opening, play):
    """Return a function: an interview that asks a question, after these events."""

    def go(name, *events):
        interview = Interview(everything, opening.facts())
        return play(interview, *events, Moved(item=name))

    return go


DIALOGUES = {
    "whole": (
        ["k", "3", "", "9", "Apua sai.", "1 3", "e", "5", "9/10", "12", "Moi.", ""],
        [
            Answered(item="tervehdys", answer=True),
            Answered(item="vire", answer=3),
            Moved(item="suosittelu"),
            Answered(item="suosittelu", answer=9),
            Explained(item="suosittelu", text="Apua sai."),
            Answered(item="keinot", answer=["apu", "kahvi"]),
            Answered(item="odotus", answer="never"),
            Answered(item="luvattu", answer=5),
            Answered(item="huomatut", answer={"k": 9, "n": 10}),
            Answered(item="jono", answer=12),
            Answered(item="sanat", answer="Moi."),
            Finished(),
        ],
    ),
    "to-and-fro": (
        [">", "<", ".", "<", "-", "Ei ketään.", "=", "<"],
        [
            Moved(item="vire"),
            Moved(item="tervehdys"),
            NotObserved(item="tervehdys"),
            Moved(item="tervehdys"),
            NotApplicable(item="tervehdys"),
            Reasoned(item="tervehdys", text="Ei ketään."),
            Moved(item=None),
            Moved(item="sanat"),
        ],
    ),
    "reason-commands": (
        ["-", "+", "", "<", "-", ">", "<", "", "=", "1", "k"],
        [
            NotApplicable(item="tervehdys"),
            Moved(item="tervehdys"),
            NotApplicable(item="tervehdys"),
            Moved(item="vire"),
            Moved(item="tervehdys"),
            NotApplicable(item="tervehdys"),
            Moved(item=None),
            Moved(item="tervehdys"),
            Answered(item="tervehdys", answer=True),
        ],
    ),
    "whys": (
        ["e", "", "-", "<", "e", "Kiire.", "<", "", "<", "e", "", "2"],
        [
            Answered(item="tervehdys", answer=False),
            Declined(item="tervehdys"),
            Moved(item="tervehdys"),
            Answered(item="tervehdys", answer=False),
            Explained(item="tervehdys", text="Kiire."),
            Moved(item="tervehdys"),
            Moved(item="syy"),
            Moved(item="tervehdys"),
            Answered(item="tervehdys", answer=False),
            Moved(item="syy"),
            Answered(item="syy", answer="huoli"),
        ],
    ),
    "notes": (
        ["+", "Sade.", "+", "", "+", "\\-", "+", "-", "+", "<", "k"],
        [
            Noted(item="tervehdys", text="Sade."),
            Noted(item="tervehdys", text="-"),
            Noted(item="tervehdys", text=""),
            Answered(item="tervehdys", answer=True),
        ],
    ),
    "review": (
        ["=", "+", "Kiire.", "+", "-", ":x", "3", "=", ":f"],
        [
            Moved(item=None),
            Closed(text="Kiire."),
            Closed(text=""),
            Moved(item="suosittelu"),
            Moved(item=None),
            Finished(),
        ],
    ),
    "facts": (
        ["=", ":v", "1", "Tori", ":v", "2", "2026-Q3", ":v", "3", "h2", ":v", "", ":v", "<"],
        [
            Moved(item=None),
            Amended(site=Site(id="tori", name="Tori")),
            Amended(wave="2026-Q3"),
            Amended(evaluator="h2"),
        ],
    ),
    "values-that-are-none": (
        ["=", ":v", "2", "syksy 26", ":v", "4", "eilen", ":v", "1", "", ":v", "1", "<", ":f"],
        [Moved(item=None), Finished()],
    ),
    "clock": (
        [">", "!", "1", "!", "1", "!", "2", "!", "<", "!", ""],
        [
            Moved(item="vire"),
            ClockStarted(item="odotus"),
            Measured(item="odotus", answer=7.5),
            ClockStarted(item="luvattu"),
        ],
    ),
}


@pytest.mark.parametrize(("lines", "events"), DIALOGUES.values(), ids=DIALOGUES)
def test_the_same_is_typed_and_the_same_happens(typed, everything, opening, lines, events):
    clocked = Interview(everything, opening.facts())
    sitting = typed(lines, interview=clocked)
    assert sitting.events == events


@pytest.mark.parametrize("lines", [[":q"], ["+", ":q"], ["-", ":q"], ["e", ":q"], ["!", ":q"]])
@pytest.mark.parametrize("to_review", [[], ["="]])
def test_leaving_works_wherever_something_is_typed(typed, lines, to_review):
    if to_review and lines[0] not in {":q", "+"}:
        lines = [":v", "3", ":q"]
    sitting = typed([*to_review, *lines])
    assert (sitting.left.exit_code, sitting.left.message) == (
        ExitCode.INCOMPLETE,
        "The visit is not finished.",
    )


def test_leaving_works_at_the_number_of_a_fact_and_at_a_file(typed, at):
    for lines in (["=", ":v", ":q", "k"], [">", "@", ":q"]):
        assert typed(lines, interview=at("tervehdys")).left is not None


def test_a_clock_starts_and_stops_at_its_own_question_and_answers_it(typed, at):
    sitting = typed(["!"], interview=at("odotus"))
    assert sitting.events == [ClockStarted(item="odotus")]
    assert "0:07 running: How soon?" in sitting.shown
    stopped = typed(["!"], interview=at("odotus", ClockStarted(item="odotus")))
    assert stopped.events == [Answered(item="odotus", answer=7.5)]
    minutes = typed(["!"], interview=at("luvattu", ClockStarted(item="luvattu")))
    assert minutes.events == [Answered(item="luvattu", answer=0.12)]


def test_a_typed_time_corrects_what_the_clock_said(typed, at):
    sitting = typed(["!", "<", "9"], interview=at("odotus", ClockStarted(item="odotus")))
    assert sitting.events == [
        Answered(item="odotus", answer=7.5),
        Moved(item="odotus"),
        Answered(item="odotus", answer=9),
    ]
    assert "Now: 7.5 s (Enter keeps it)" in sitting.shown


def test_a_clock_is_stopped_from_elsewhere_without_leaving_the_place(typed, at):
    interview = at("vire", ClockStarted(item="odotus"), ClockStarted(item="luvattu"))
    sitting = typed(["!", "1", "2"], interview=interview)
    assert sitting.events == [
        Measured(item="odotus", answer=7.5),
        Answered(item="vire", answer=2),
    ]
    assert "1 = How soon? (running: stop it)" in sitting.shown
    assert list(interview.clocks) == ["luvattu"]


def test_a_checklist_without_times_says_so(typed, plain, opening):
    sitting = typed(["!", "k"], interview=Interview(plain, opening.facts()))
    assert sitting.events == [Answered(item="eka", answer=True)]
    assert "No question of this checklist is timed." in sitting.shown
    assert "! stopwatch" not in sitting.shown.replace("\xa0", " ")


def test_a_tally_is_counted_with_keys_and_taken_with_enter(typed, at):
    sitting = typed(["o", "x", "O", ""], interview=at("huomatut"))
    assert sitting.events == [
        Measured(item="huomatut", answer={"k": 1, "n": 1}),
        Measured(item="huomatut", answer={"k": 1, "n": 2}),
        Measured(item="huomatut", answer={"k": 2, "n": 3}),
        Moved(item="jono"),
    ]
    assert "Now: 1 of 2 (Enter keeps it)" in sitting.shown


EVIDENCE = """\
kunto: 1
id: e
version: 1.0.0
method: observe
title: E
sections:
  - id: s
    title: S
    items:
      - {id: kuva, text: Kuva?, type: yes_no, area: skills, measure: objective, evidence: required}
      - {id: muu, text: Muu?, type: yes_no, area: skills, measure: objective}
"""


def test_evidence_is_kept_named_and_asked_for_where_it_is_missing(typed, checklist_of, opening):
    interview = Interview(checklist_of(EVIDENCE), opening.facts())
    lines = ["@", "missing.jpg", "@", "", "k", "@", "k", "", "@", "kuva.jpg", "=", ""]
    sitting = typed(lines, interview=interview)
    names = [event.event for event in sitting.events]
    assert names == [
        *("answered", "answered", "moved", "attached", "moved", "finished"),
    ]
    assert "There is no such file. Check the path." in sitting.shown
    assert "No evidence is collected on this question." in sitting.shown
    assert "A piece of evidence is needed: @" in sitting.shown
    assert f"Evidence: {sitting.events[3].file}" in sitting.shown


def test_the_date_of_a_visit_is_corrected(typed):
    sitting = typed(["=", ":v", "4", "2026-10-01 14:30"])
    assert sitting.events[1].visited_at.strftime("%Y-%m-%d %H:%M") == "2026-10-01 14:30"


def test_facts_are_shown_as_they_are_and_bad_values_are_explained(typed):
    lines = ["=", ":v", "2", "syksy 26", ":v", "4", "eilen", ":v", "3", "h2", ":v", ""]
    shown = typed(lines).shown
    assert "  1 = site: Asema\n  2 = wave: 2026-Q4\n  3 = evaluator: h1\n" in shown
    assert "  3 = evaluator: h2\n" in shown
    assert "“eilen” is no date and time. Write it as 2026-10-01 14:30." in shown
    assert "syksy 26" in shown


@pytest.mark.parametrize(("words", "said"), PERSONAL.values(), ids=PERSONAL)
@pytest.mark.parametrize("before", [["+"], ["e"], ["-"], ["=", "9"], ["=", "+"]], ids="".join)
def test_personal_data_is_pointed_out_wherever_words_are_typed(typed, before, words, said):
    sitting = typed([*before, f"Hän: {words}."])
    assert sitting.events[-1].model_dump().get("text", f"Hän: {words}.") == f"Hän: {words}."
    assert said in sitting.shown


def test_words_without_personal_data_raise_no_alarm(typed):
    assert "That looks like" not in typed(["+", "12,50 € klo 14.30, 16.11.2026"]).shown
