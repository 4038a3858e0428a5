"""What a visit says fits the terminal, names the keys that work, and cannot steer anything."""

import io
import re

import pytest

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.scoring.response import VisitFacts
from asiakaskunto_cli.visit.events import Answered, Explained, Moved, NotApplicable, Noted
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.screen import Screen
from asiakaskunto_cli.words import UNSAFE, Method

MOMENT = "2026-11-16T14:10:00+02:00"
OUT = "< back  > later  = review  ? help  :q save and leave"


def plainly(shown):
    """Return what was shown with ordinary spaces, so that keys can be looked for."""
    return shown.replace("\N{NO-BREAK SPACE}", " ")


def after_greeting(shown):
    """Return what came after the greeting, up to the end of the input."""
    return plainly(shown).split("Leave whenever you need to: :q\n", 1)[1].rstrip("\n")


def every_prompt(checklist):
    """Return lines that pass by every prompt of a checklist: help, notes, WHY, reasons, review."""
    lines = []
    for _ in checklist.items:
        lines += ["?", "x y z", "+", "Huomio.", "-", "Ei sovi.", "."]
    return [*lines, "=", "+", "Huomio.", "1", "="]


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("width", [34, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(sit, shipped, width, language):
    sitting = sit(every_prompt(shipped), shipped, width=width, language=language)
    assert len(sitting.events) > len(shipped.items)
    lines = sitting.shown.split("\n")
    assert max(map(len, lines)) < width
    assert max(map(len, lines)) > min(width, 88) - 12, "the width is used"


def test_a_terminal_that_is_too_narrow_is_written_as_the_narrowest(sit, shipped):
    lines = sit([], shipped, width=10).shown.split("\n")
    assert 20 < max(map(len, lines)) < 34


def test_the_greeting_tells_what_where_and_how_long(sit):
    assert sit([]).shown.startswith(
        "Everything\nAsema · 2026-Q4 · about 5 min\n\n"
        "Every answer is saved at once. Leave whenever you need to: :q\n"
    )


def test_a_mystery_shopper_is_briefed_and_nobody_else(sit, opening, everything):
    assert "Your task" not in sit([]).shown
    shopper = opening.model_copy(update={"method": Method.TEST})
    given = shopper.model_copy(update={"scenario": "Palauta kengät."})
    said = []
    for one in (shopper, given):
        paper = io.StringIO()
        Screen(paper, "fi", lambda: 80, lambda: MOMENT).greet(
            Interview(everything, one.facts()), one
        )
        said.append(paper.getvalue().split("\n")[3])
    assert said == ["Your task: Osta kengät.", "Your task: Palauta kengät."]


QUESTIONS = {
    "tervehdys": """
[1/9] Start · 0 % done
Was there a greeting?
  k or y = yes, e or n = no
- not applicable  . not observed  + note  ! stopwatch
< back  > later  = review  ? help  :q save and leave
Answer:""",
    "vire": """
[2/9] Start · 0 % done
What mood?
  1 = poor
  3 = good
  1 to 3
- not applicable  . not observed  + note  ! stopwatch
< back  > later  = review  ? help  :q save and leave
Answer:""",
    "keinot": """
[4/9] End · 0 % done
What was offered?
  1 = help
  2 = a chair
  3 = coffee
  numbers, such as 1 3; 0 = none
- not applicable  . not observed  + note  ! stopwatch
< back  > later  = review  ? help  :q save and leave
Answer:""",
    "odotus": """
[5/9] End · 0 % done
How soon?
  seconds, or minutes as 1:30; e or n = never
! or Space: start the clock  - not applicable  . not observed  + note
< back  > later  = review  ? help  :q save and leave
Answer:""",
    "huomatut": """
[7/9] End · 0 % done
How many were noticed?
  two numbers, such as 9/10
o one yes  x one no  . not observed  + note  ! stopwatch
< back  > later  = review  ? help  :q save and leave
Answer:""",
    "jono": """
[8/9] End · 0 % done
How many queued?
  a number (asiakasta)
- not applicable  . not observed  ! stopwatch
< back  > later  = review  ? help  :q save and leave
Answer:""",
}


@pytest.mark.parametrize(("name", "screen"), QUESTIONS.items(), ids=QUESTIONS)
def test_a_question_names_its_answers_and_every_key_that_works(sit, interview, play, name, screen):
    play(interview, Moved(item=name))
    assert after_greeting(sit([], interview=interview).shown).rstrip() == screen


def test_an_answer_that_is_there_is_shown_with_its_note(sit, interview, play):
    play(
        interview,
        Noted(item="tervehdys", text="Sade."),
        Answered(item="tervehdys", answer=False),
        Moved(item="tervehdys"),
    )
    shown = after_greeting(sit([], interview=interview).shown)
    assert "  Now: no (its reason is missing); Enter = give it\n  Note: Sade.\n" in shown


def test_a_why_names_its_keys_and_reminds_of_the_question_only_where_it_is_out_of_sight(sit, play):
    asked_before = after_greeting(sit(["e"]).shown).rstrip()
    assert asked_before.endswith(f"Answer: \n\n- would not say\n{OUT}\nWHY?")
    resumed = Interview(sit([]).interview.checklist, VisitFacts(Method.OBSERVE))
    play(resumed, Answered(item="tervehdys", answer=False))
    assert after_greeting(sit([], interview=resumed).shown).rstrip() == (
        "\nWas there a greeting?\n  no (its reason is missing)\n" + f"- would not say\n{OUT}\nWHY?"
    )


def test_an_optional_why_says_that_enter_skips_it(sit):
    shown = after_greeting(sit(["k", "3"]).shown)
    assert shown.rstrip().endswith(f"\nEnter = skip  - would not say\n{OUT}\nWHY?")


def test_a_reason_names_its_keys(sit, interview, play):
    shown = after_greeting(sit(["-"]).shown)
    assert shown.rstrip().endswith(f"Answer: \n\n{OUT}\nWhy does it not apply?")
    play(interview, NotApplicable(item="tervehdys"))
    assert after_greeting(sit([], interview=interview).shown).rstrip() == (
        "\nWas there a greeting?\n  not applicable (its reason is missing)\n"
        f"{OUT}\nWhy does it not apply?"
    )


def test_a_note_names_its_keys(sit):
    shown = plainly(sit(["+", "Sade.", "+"]).shown)
    assert "Answer: \nEnter = leave it as it is  < back  :q save and leave\nNote: " in shown
    keys = "Enter = leave it as it is  < back  - remove the note  :q save and leave"
    assert f"Answer: \n{keys}\nNote: " in shown


def test_the_review_lists_every_answer_and_what_is_missing(sit, interview, play):
    play(
        interview,
        Answered(item="tervehdys", answer=False),
        Answered(item="syy", answer="huoli"),
        Answered(item="vire", answer=3),
        Answered(item="suosittelu", answer=9),
        Explained(item="suosittelu", text="Apua sai."),
        NotApplicable(item="keinot"),
        Answered(item="odotus", answer="never"),
        Answered(item="huomatut", answer={"k": 1, "n": 2}),
        Moved(item=None),
    )
    lines = ["+", "Hiljaista.", "1", "", "Kiire.", "=", "7", "5"]
    shown = plainly(sit(lines, interview=interview).shown)
    reviews = re.findall(r"\nREVIEW\n.*?\nReview: ", shown, re.DOTALL)
    assert reviews[0] == (
        """
REVIEW
  1 Was there a greeting? – no (its reason is missing)
  2 What was in the way? – a worry
  3 What mood? – 3 (good)
  4 Would you recommend us? – 9
  5 What was offered? – not applicable
  6 How soon? – never
  7 How long was promised? – no answer
  8 How many were noticed? – 1 of 2
  9 How many queued? – no answer
 10 What was said? – no answer

1 question owes a reason or evidence: 1. Enter = go there.
number = go to it  + note on the visit  :v facts of the visit
< back  :q save and leave
Review: """
    )
    assert "– no answer\nNote: Hiljaista.\n\n1 question owes a reason" in reviews[1]
    gaps = "2 questions have no answer: 7, 9. Enter = go there, :f = finish without them.\n"
    assert gaps in reviews[2]


def test_the_review_points_out_again_what_may_tell_who_somebody_is(sit, interview, play):
    """On a small screen the review pushes away what was said as it was typed."""
    play(
        interview,
        Answered(item="tervehdys", answer=True),
        Noted(item="tervehdys", text="Soita 040 123 4567."),
        Answered(item="sanat", answer="matti@esimerkki.fi"),
        Moved(item=None),
    )
    lines = ["+", "131052-308T", "1", "+", "-", "=", "9", "Moi.", "=", "+", "-", ""]
    shown = plainly(sit(lines, interview=interview).shown)
    reviews = re.findall(r"\nREVIEW\n.*?\nReview: ", shown, re.DOTALL)
    both = "Questions 1, 9 may hold personal data: take it out if nobody needs it.\n"
    assert both in reviews[0]
    assert both + "The note may hold personal data: take it out if" in reviews[1]
    assert "Question 9 may hold personal data: take it out if nobody needs it.\n" in reviews[2]
    assert "may hold" in reviews[3]
    assert "may hold" not in reviews[4]


def test_a_complete_review_says_that_enter_finishes(sit, plain):
    shown = sit(["k", "k"], plain, language="fi").shown
    assert "\nEverything is answered. Enter = finish and write the report.\n" in shown


def test_long_texts_of_the_review_stay_beside_their_numbers(sit, shipped):
    shown = sit(["="], shipped, width=40).shown
    review = shown.split("REVIEW\n", 1)[1].split("\n\n", 1)[0].split("\n")
    assert all(re.match(r"[ \d]{2}\d |    ", line) for line in review)


def test_long_options_stay_beside_their_numbers(sit, everything):
    plain = everything.model_dump(mode="json", by_alias=True, exclude_none=True)
    ways = next(one for one in plain["sections"][0]["items"] if one["id"] == "syy")
    ways["options"][0]["label"] = "the queue was so long that nobody could look up from it"
    del ways["when"]
    plain["sections"][0]["items"] = [ways]
    shown = sit([], Checklist.model_validate(plain), width=40).shown
    assert "  1 = the queue was so long that nobody\n      could look up from it\n  2 = " in shown


HOSTILE = {
    "colour": "\x1b[31mpunainen",
    "title": "\x1b]0;otsikko\x07",
    "c1": "\x9b31m",
    "bidi": "\u202eoikealta",
    "carriage-return": "alku\rloppu",
    "line-separator": "alku\u2028loppu",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_come_out_spelled(sit, everything, words):
    plain = everything.model_dump(mode="json", by_alias=True, exclude_none=True)
    plain["title"] = plain["sections"][0]["title"] = {"fi": words, "en": words}
    item = plain["sections"][0]["items"][0]
    item["text"] = item["help"] = {"fi": words, "en": words}
    item["source"] = words
    hostile = type(everything).model_validate(plain)
    sitting = sit(["?", f"+\n{words}", "="], hostile)
    assert UNSAFE.search(words)
    assert not UNSAFE.search(sitting.shown.replace("\n", ""))
    assert f"\\u{ord(UNSAFE.search(words).group()):04x}" in sitting.shown


def test_markup_and_format_strings_are_only_text(sit, checklist_of):
    text = "[bold]{0} {item.__class__} :smile: %s [/]"
    checklist = checklist_of(
        "kunto: 1\nid: a\nversion: 1.0.0\nmethod: observe\ntitle: A\nsections:\n"
        "  - id: s\n    title: S\n    items:\n"
        f"      - {{id: e, text: '{text}', type: text, weight: 0}}\n"
    )
    sitting = sit([text, "1"], checklist, language="fi")
    question, answer_in_review = f"\n{text}\n  in your own", f" – {text}\n"
    assert question in sitting.shown
    assert answer_in_review in sitting.shown.replace("\n    ", " ")
    assert f"  Now: {text} (Enter keeps it)" in sitting.shown


def test_help_where_the_author_says_nothing_tells_how_to_escape(sit, plain):
    shown = sit(["?"], plain).shown
    assert "Answer: \n  A line that begins with \\ is taken as words.\nAnswer: " in shown
