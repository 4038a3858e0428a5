"""A visit by plain lines: whole visits, and every command at every prompt."""

import pytest

from asiakaskunto_cli.errors import ExitCode
from asiakaskunto_cli.scoring.response import VisitFacts
from asiakaskunto_cli.visit.events import (
    Answered,
    Closed,
    Declined,
    Explained,
    Finished,
    Moved,
    NotApplicable,
    Noted,
    NotObserved,
    Reasoned,
)
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.words import Method

WHOLE = ["k", "3", "", "9", "Apua sai.", "1 3", "e", "5", "9/10", "12", "Tervetuloa!"]
ENDED = "The answers ended before the visit was finished."
LEFT = "The visit is not finished."


def at(everything, *events):
    """Return an interview after these events."""
    interview = Interview(everything, VisitFacts(Method.OBSERVE))
    for event in events:
        interview.apply(event, "2026-11-16T14:10:00+02:00")
    return interview


@pytest.fixture
def at_why(everything):
    """Return an interview that asks the owed WHY of its first question."""
    return at(everything, Answered(item="tervehdys", answer=False))


@pytest.fixture
def at_optional_why(everything):
    """Return an interview that asks a WHY which may be skipped."""
    return at(everything, Moved(item="vire"), Answered(item="vire", answer=1))


@pytest.fixture
def at_reason(everything):
    """Return an interview that asks why its first question does not apply."""
    return at(everything, NotApplicable(item="tervehdys"))


@pytest.fixture
def at_review(everything):
    """Return an interview at its review, with everything unanswered."""
    return at(everything, Moved(item=None))


def test_a_whole_visit(sit):
    sitting = sit([*WHOLE, ""])
    assert sitting.events == [
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
        Answered(item="sanat", answer="Tervetuloa!"),
        Finished(),
    ]
    assert sitting.left is None
    assert sitting.interview.complete


def test_a_pipe_that_ends_at_a_complete_review_finishes(sit):
    sitting = sit(WHOLE)
    assert (sitting.events[-1], sitting.left) == (Finished(), None)


def test_a_terminal_that_ends_at_a_complete_review_does_not_finish(sit):
    sitting = sit(WHOLE, terminal=True)
    assert sitting.events[-1] == Answered(item="sanat", answer="Tervetuloa!")
    assert (sitting.left.exit_code, sitting.left.message) == (ExitCode.INCOMPLETE, ENDED)


@pytest.mark.parametrize("lines", [[], ["k"], ["e"], ["-"], ["="], [*WHOLE[:4]], [*WHOLE[:-2]]])
def test_a_pipe_that_ends_earlier_leaves_the_visit_incomplete(sit, lines):
    sitting = sit(lines)
    assert (sitting.left.exit_code, sitting.left.message) == (ExitCode.INCOMPLETE, ENDED)
    assert not sitting.interview.finished


def test_a_pipe_that_ends_before_the_words_at_the_end_is_incomplete(sit):
    sitting = sit(WHOLE[:-1])
    assert sitting.interview.asking is Asking.ANSWER
    assert sitting.left.message == ENDED


@pytest.mark.parametrize("place", ["interview", "at_why", "at_reason", "at_review"])
def test_leaving_works_at_every_prompt(sit, request, place):
    sitting = sit([":q", "k"], interview=request.getfixturevalue(place))
    assert (sitting.events, sitting.left.message) == ([], LEFT)
    assert sitting.left.exit_code is ExitCode.INCOMPLETE


@pytest.mark.parametrize(
    ("place", "lines"), [("interview", ["+", ":q"]), ("at_review", ["+", ":q"])]
)
def test_leaving_works_where_a_note_is_typed(sit, request, place, lines):
    sitting = sit(lines, interview=request.getfixturevalue(place))
    assert (sitting.events, sitting.left.message) == ([], LEFT)


@pytest.mark.parametrize("place", ["interview", "at_why", "at_reason", "at_review"])
@pytest.mark.parametrize("terminal", [True, False])
def test_the_end_of_the_input_is_no_answer_at_any_prompt(sit, request, place, terminal):
    sitting = sit([], interview=request.getfixturevalue(place), terminal=terminal)
    assert (sitting.events, sitting.left.message) == ([], ENDED)


COMMANDS_AT_A_QUESTION = {
    "<": Moved(item="tervehdys"),
    ">": Moved(item="vire"),
    "=": Moved(item=None),
    ".": NotObserved(item="tervehdys"),
    "-": NotApplicable(item="tervehdys"),
    " > ": Moved(item="vire"),
}


@pytest.mark.parametrize(("line", "event"), COMMANDS_AT_A_QUESTION.items())
def test_commands_at_a_question(sit, line, event):
    assert sit([line]).events == [event]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("?", "  A line that begins with \\ is taken as words."),
        (":f", "That works at the review: ="),
        ("", "An answer is needed, or > for later."),
        ("   ", "An answer is needed, or > for later."),
        ("x", "Type: k or y = yes, e or n = no."),
        ("\\k", "Type: k or y = yes, e or n = no."),
    ],
)
def test_what_does_not_answer_a_question_is_explained_and_asked_again(sit, line, said):
    sitting = sit([line, "k"])
    assert sitting.events == [Answered(item="tervehdys", answer=True)]
    assert f"\n{said}\nAnswer: " in sitting.shown


def test_help_tells_what_the_author_says_and_the_source(sit):
    assert (
        "Answer: \n  A nod counts.\n  Source: Ihan parasta -blogi\n"
        "  A line that begins with \\ is taken as words.\nAnswer: "
    ) in sit(["?"]).shown


def test_what_always_applies_is_said(sit, interview, play):
    play(interview, Moved(item="huomatut"))
    sitting = sit(["-", "10/9", "9/10"], interview=interview)
    assert sitting.events == [Answered(item="huomatut", answer={"k": 9, "n": 10})]
    assert "This question always applies. If you could not see it: ." in sitting.shown
    assert "The answer is two whole numbers, k of n, with k at most n." in sitting.shown


def test_enter_passes_over_words_and_keeps_answers(sit, interview, play):
    play(interview, NotObserved(item="jono"), Answered(item="sanat", answer="Moi."))
    play(interview, Moved(item="jono"))
    sitting = sit(["", ""], interview=interview)
    assert sitting.events == [Moved(item="sanat"), Moved(item=None)]
    assert "Now: Moi. (Enter keeps it)" in sitting.shown


def test_enter_at_an_answer_that_owes_its_why_asks_for_it(sit, at_why, play):
    play(at_why, Moved(item="tervehdys"))
    sitting = sit(["", "Kiire."], interview=at_why)
    assert sitting.events == [
        Answered(item="tervehdys", answer=False),
        Explained(item="tervehdys", text="Kiire."),
    ]


def test_enter_at_what_owes_its_reason_asks_for_it(sit, at_reason, play):
    play(at_reason, Moved(item="tervehdys"))
    sitting = sit(["", "Ei ketään."], interview=at_reason)
    assert sitting.events == [
        NotApplicable(item="tervehdys"),
        Reasoned(item="tervehdys", text="Ei ketään."),
    ]


AT_A_WHY = {
    "<": Moved(item="tervehdys"),
    ">": Moved(item="syy"),
    "=": Moved(item=None),
    "-": Declined(item="tervehdys"),
    "Ei nähnyt. ": Explained(item="tervehdys", text="Ei nähnyt. "),
    "-5": Explained(item="tervehdys", text="-5"),
    "\\-": Explained(item="tervehdys", text="-"),
    "k": Explained(item="tervehdys", text="k"),
}


@pytest.mark.parametrize(("line", "event"), AT_A_WHY.items())
def test_lines_at_a_why(sit, at_why, line, event):
    assert sit([line], interview=at_why).events == [event]


@pytest.mark.parametrize("token", [".", "+", ":f"])
@pytest.mark.parametrize("place", ["at_why", "at_reason"])
def test_commands_that_do_nothing_do_not_become_words(sit, request, place, token):
    sitting = sit([token], interview=request.getfixturevalue(place))
    assert sitting.events == []
    assert f"“{token}” does nothing here; \\{token} is taken as words.\n" in sitting.shown


def test_an_owed_why_is_asked_until_something_is_said(sit, at_why):
    sitting = sit(["", "?", "-"], interview=at_why)
    assert sitting.events == [Declined(item="tervehdys")]
    assert "WHY? \nA reason is needed in their own words; - if they would not say." in sitting.shown
    assert "WHY? \n  A nod counts." in sitting.shown


def test_enter_skips_an_optional_why_and_keeps_one_that_is_there(sit, at_optional_why, play):
    assert sit([""], interview=at_optional_why).events == [Moved(item="suosittelu")]
    play(at_optional_why, Explained(item="vire", text="Väsynyt."))
    play(at_optional_why, Answered(item="vire", answer=1))
    sitting = sit([""], interview=at_optional_why)
    assert sitting.events == [Moved(item="suosittelu")]
    assert "  Now: Väsynyt. (Enter keeps it)\n- would not say" in sitting.shown.replace("\xa0", " ")
    assert at_optional_why.response("vire").why == "Väsynyt."


AT_A_REASON = {
    "<": Moved(item="tervehdys"),
    ">": Moved(item="vire"),
    "=": Moved(item=None),
    "Ei ketään.": Reasoned(item="tervehdys", text="Ei ketään."),
    "\\-": Reasoned(item="tervehdys", text="-"),
}


@pytest.mark.parametrize(("line", "event"), AT_A_REASON.items())
def test_lines_at_a_reason(sit, at_reason, line, event):
    assert sit([line], interview=at_reason).events == [event]


def test_a_reason_is_asked_until_it_is_given(sit, at_reason):
    sitting = sit(["", "-", "?", "Ei ketään."], interview=at_reason)
    assert sitting.events == [Reasoned(item="tervehdys", text="Ei ketään.")]
    assert "A reason is needed, or < to give an answer after all." in sitting.shown
    assert "“-” does nothing here" in sitting.shown


def test_enter_keeps_a_reason_that_is_there(sit, at_reason, play):
    play(at_reason, Reasoned(item="tervehdys", text="Ei ketään."), NotApplicable(item="tervehdys"))
    sitting = sit([""], interview=at_reason)
    assert sitting.events == [Moved(item="vire")]
    assert "Now: Ei ketään. (Enter keeps it)" in sitting.shown


NOTES = {
    "words": (["Sade."], [Noted(item="tervehdys", text="Sade.")]),
    "escaped": (["\\-"], [Noted(item="tervehdys", text="-")]),
    "a-number": (["-5 astetta"], [Noted(item="tervehdys", text="-5 astetta")]),
    "enter": (["", "k"], [Answered(item="tervehdys", answer=True)]),
    "back": (["<", "k"], [Answered(item="tervehdys", answer=True)]),
    "nothing-to-remove": (["-", "Sade."], [Noted(item="tervehdys", text="Sade.")]),
    "other-commands": (["=", "?", ":f", "Sade."], [Noted(item="tervehdys", text="Sade.")]),
}


@pytest.mark.parametrize(("lines", "events"), NOTES.values(), ids=NOTES)
def test_lines_at_a_note(sit, lines, events):
    assert sit(["+", *lines]).events == events


def test_a_note_is_shown_kept_replaced_and_removed(sit, interview):
    sitting = sit(["+", "Sade.", "+", "", "+", "Räntä.", "+", "-", "+", ""], interview=interview)
    assert sitting.events == [
        Noted(item="tervehdys", text="Sade."),
        Noted(item="tervehdys", text="Räntä."),
        Noted(item="tervehdys", text=""),
    ]
    assert sitting.shown.count("  Note: Sade.\n") == 1
    assert "- remove the note" in sitting.shown.replace("\xa0", " ")


def test_no_note_is_taken_where_none_may_be(sit, interview, play):
    play(interview, Moved(item="jono"))
    sitting = sit(["+", "3"], interview=interview)
    assert sitting.events == [Answered(item="jono", answer=3)]
    assert "No notes are collected on this question." in sitting.shown


AT_THE_REVIEW = {
    "1": Moved(item="tervehdys"),
    "9": Moved(item="sanat"),
    " 2 ": Moved(item="vire"),
    "<": Moved(item="sanat"),
    ":f": Finished(),
    "": Moved(item="tervehdys"),
}


@pytest.mark.parametrize(("line", "event"), AT_THE_REVIEW.items())
def test_lines_at_the_review(sit, at_review, line, event):
    assert sit([line], interview=at_review).events[:1] == [event]


@pytest.mark.parametrize(
    "line", ["0", "10", "-", ".", ">", "=", "?", "k", "²", "9" * 5000], ids=lambda line: line[:6]
)
def test_what_means_nothing_at_the_review_is_explained(sit, at_review, line):
    sitting = sit([line], interview=at_review)
    assert sitting.events == []
    assert "Review: \nType a question's number, or one of the commands above." in sitting.shown


def test_the_closing_note_is_typed_kept_and_removed_at_the_review(sit, at_review):
    sitting = sit(["+", "Kiireinen päivä.", "+", "", "+", "-"], interview=at_review)
    assert sitting.events == [Closed(text="Kiireinen päivä."), Closed(text="")]
    assert "Note: Kiireinen päivä." in sitting.shown


def test_enter_at_the_review_goes_to_what_is_owed_or_missing_in_the_order_of_the_file(
    sit, everything
):
    events = [
        Answered(item="suosittelu", answer=1),
        NotObserved(item="tervehdys"),
        NotApplicable(item="tervehdys"),
        Moved(item=None),
    ]
    assert sit([""], interview=at(everything, *events)).events == [Moved(item="tervehdys")]
    events = [Reasoned(item="tervehdys", text="Ei."), NotObserved(item="vire"), Moved(item=None)]
    owing = at(everything, NotApplicable(item="tervehdys"), *events)
    assert sit([""], interview=owing).events == [Moved(item="suosittelu")]


@pytest.mark.parametrize(
    "event", [Answered(item="tervehdys", answer=False), NotApplicable(item="tervehdys")]
)
def test_what_is_owed_blocks_finishing_with_gaps_and_says_so(sit, everything, event):
    sitting = sit([":f"], interview=at(everything, event, Moved(item=None)))
    assert sitting.events == []
    assert "Review: \nSomething is owed first. Enter = go there." in sitting.shown


def test_an_answer_is_changed_from_the_review(sit):
    sitting = sit([*WHOLE, "1", "e", "Kiire.", "2", ""])
    assert sitting.events[-5:] == [
        Moved(item="tervehdys"),
        Answered(item="tervehdys", answer=False),
        Explained(item="tervehdys", text="Kiire."),
        Answered(item="syy", answer="huoli"),
        Finished(),
    ]


def test_a_line_that_the_terminal_may_have_cut_is_taken_and_said(sit, interview, play):
    play(interview, Moved(item="sanat"))
    sitting = sit(["a" * 4095], interview=interview, terminal=True)
    assert sitting.events == [Answered(item="sanat", answer="a" * 4095)]
    assert "The terminal may have cut that line at its end." in sitting.shown.replace("\n", " ")


def test_bytes_that_are_no_text_are_no_answer_and_no_harm(sit):
    sitting = sit(b"\xff\xfe\n\x1b[A\nk\r\n")
    assert sitting.events == [Answered(item="tervehdys", answer=True)]
    assert "Type: k or y" in sitting.shown
    assert "An answer is needed" in sitting.shown


def test_words_beyond_measure_are_refused(sit, interview, play):
    play(interview, Moved(item="sanat"))
    sitting = sit(["a" * 100_001, "a"], interview=interview)
    assert sitting.events == [Answered(item="sanat", answer="a")]
    assert "at most 100000 characters" in sitting.shown
