"""A panel fits its screen: keys give way first, a question is never cut off."""

import io

import pytest

from asiakaskunto_cli.scoring.response import VisitFacts
from asiakaskunto_cli.visit.events import Answered, Moved
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.panel import STRONG, Panel
from asiakaskunto_cli.visit.screen import Screen
from asiakaskunto_cli.words import Method

MOMENT = "2026-11-16T14:10:00+02:00"
SHORT = "? = help and all keys"


@pytest.fixture
def history():
    """Return the paper on which is printed what stays."""
    return io.StringIO()


@pytest.fixture
def panel(history):
    """Return a panel beside a history of 40 columns."""
    screen = Screen(history, "en", lambda: 40, lambda: MOMENT)
    return Panel("en", lambda: MOMENT, screen)


@pytest.fixture
def at_mood(everything, play):
    """Return an interview at a question with choices."""
    return play(Interview(everything, VisitFacts(Method.OBSERVE)), Moved(item="vire"))


def texts(panel, rows, columns=40):
    """Return the lines that are painted on a screen, after what does not fit was put away."""
    panel.make_room(columns, rows)
    return [line for _style, line in panel.lines(columns, rows)]


QUESTION = ["[2/9] Start · 0 % done", "What mood?", "  1 = poor", "  3 = good", "  1 to 3"]
KEYS = [
    "- not applicable  . not observed",
    "+ note  ! stopwatch  < back  > later",
    "= review  ? help  :q save and leave",
]


def test_where_there_is_room_it_stands_apart_from_the_history(panel, at_mood, history):
    panel.show(at_mood)
    assert texts(panel, 9) == ["", *QUESTION, *KEYS]
    assert texts(panel, 8) == [*QUESTION, *KEYS]
    assert history.getvalue() == ""


def test_the_question_is_strong_and_nothing_else(panel, at_mood):
    panel.show(at_mood)
    assert [line for style, line in panel.lines(40, 9) if style == STRONG] == ["What mood?"]


def test_keys_give_way_to_the_question(panel, at_mood, history):
    panel.show(at_mood)
    assert texts(panel, 7) == [*QUESTION, SHORT]
    assert history.getvalue() == ""


def test_what_does_not_fit_even_so_is_printed_where_nothing_is_cut_off(panel, at_mood, history):
    panel.show(at_mood)
    assert texts(panel, 5) == ["", *KEYS]
    assert history.getvalue() == "\n".join([*QUESTION, ""])
    panel.heard()
    assert texts(panel, 5) == ["", *KEYS]
    assert history.getvalue() == "\n".join([*QUESTION, ""])


def test_help_names_every_key_and_gives_the_question_back_after_the_next_one(
    panel, at_mood, history
):
    panel.show(at_mood)
    panel.heard()
    panel.help(at_mood)
    assert texts(panel, 7)[-3:] == KEYS
    assert "A line that begins with" in history.getvalue()
    panel.heard()
    assert texts(panel, 7) == [*QUESTION, SHORT]


def test_what_was_said_is_gone_after_the_next_key(panel, at_mood):
    panel.show(at_mood)
    panel.say("An answer is needed.")
    assert "An answer is needed." in texts(panel, 20)
    panel.heard()
    assert "An answer is needed." not in texts(panel, 20)


def test_the_keys_of_a_note_take_the_place_of_the_question_s(panel, at_mood):
    panel.show(at_mood)
    panel.offer_note("Sade.")
    assert texts(panel, 20)[-2:] == [
        "Enter = leave it as it is  < back",
        "- remove the note  :q save and leave",
    ]
    panel.heard()
    assert texts(panel, 20)[-3:] == KEYS


def test_a_review_too_long_for_the_screen_is_printed_and_its_keys_painted(panel, everything, play):
    interview = play(Interview(everything, VisitFacts(Method.OBSERVE)), Moved(item=None))
    panel.show(interview)
    assert texts(panel, 40)[1] == "REVIEW"
    assert texts(panel, 10)[-1] == ":q save and leave"
    assert "REVIEW" not in texts(panel, 10)


def test_clocks_show_the_time_that_it_is(everything, play, history):
    moments = iter([f"2026-11-16T14:10:0{second}+02:00" for second in (1, 2)])
    now = [next(moments)]
    panel = Panel("en", lambda: now[0], Screen(history, "en", lambda: 40, lambda: now[0]))
    interview = Interview(everything, VisitFacts(Method.OBSERVE))
    interview.clocks["odotus"] = MOMENT
    panel.show(play(interview, Answered(item="tervehdys", answer=True)))
    assert "0:01 running: How soon?" in texts(panel, 20)
    now[0] = next(moments)
    assert "0:02 running: How soon?" in texts(panel, 20)
