"""The interview as a state machine: what is asked, in which order, and what is owed at the end."""

import pytest

from asiakaskunto_cli.scoring.response import Response, VisitFacts
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
from asiakaskunto_cli.visit.finish import report_of
from asiakaskunto_cli.visit.interview import Asking, Interview, Progress
from asiakaskunto_cli.words import Method

MOMENT = "2026-11-16T14:10:00+02:00"
ALL = [
    "tervehdys",
    "syy",
    "vire",
    "suosittelu",
    "keinot",
    "odotus",
    "luvattu",
    "huomatut",
    "jono",
    "sanat",
]
WITHOUT_SYY = [name for name in ALL if name != "syy"]


def place(interview):
    """Return where the interview is: the item (None at the review) and what is asked of it."""
    try:
        return interview.item.id, interview.asking
    except LookupError:
        return None, interview.asking


def answers():
    """Return an answer to every question but the last, none of which calls for words."""
    return [
        Answered(item="tervehdys", answer=True),
        Answered(item="vire", answer=3),
        Explained(item="vire", text="Nauroi."),
        Answered(item="suosittelu", answer=9),
        Explained(item="suosittelu", text="Apua sai heti."),
        Answered(item="keinot", answer=[]),
        Answered(item="odotus", answer="never"),
        Answered(item="luvattu", answer=5),
        Answered(item="huomatut", answer={"k": 1, "n": 2}),
        Answered(item="jono", answer=3),
    ]


def test_questions_come_in_the_order_of_the_file_each_followed_by_its_why(interview, play):
    places = [place(interview)]
    for event in answers():
        play(interview, event)
        places.append(place(interview))
    assert places == [
        ("tervehdys", Asking.ANSWER),
        ("vire", Asking.ANSWER),
        ("vire", Asking.WHY),
        ("suosittelu", Asking.ANSWER),
        ("suosittelu", Asking.WHY),
        ("keinot", Asking.ANSWER),
        ("odotus", Asking.ANSWER),
        ("luvattu", Asking.ANSWER),
        ("huomatut", Asking.ANSWER),
        ("jono", Asking.ANSWER),
        ("sanat", Asking.ANSWER),
    ]
    play(interview, Moved(item=None))
    assert place(interview) == (None, Asking.REVIEW)
    assert interview.complete
    assert not interview.finished
    play(interview, Closed(text="Sade."), Finished())
    assert (place(interview), interview.closing_note) == ((None, Asking.NOTHING), "Sade.")
    assert interview.finished


def test_an_answer_shows_and_hides_what_hangs_on_it(interview, play):
    assert interview.visible == WITHOUT_SYY
    play(interview, Answered(item="tervehdys", answer=False))
    assert interview.visible == ALL
    play(interview, Explained(item="tervehdys", text="Kiire."))
    assert place(interview) == ("syy", Asking.ANSWER)
    play(interview, Answered(item="syy", answer="kiire"), Answered(item="tervehdys", answer=True))
    assert interview.visible == WITHOUT_SYY


@pytest.mark.parametrize("event", [NotApplicable(item="tervehdys"), NotObserved(item="tervehdys")])
def test_a_condition_on_what_has_no_answer_shows_nothing(interview, play, event):
    play(interview, Answered(item="tervehdys", answer=False), event)
    assert interview.visible == WITHOUT_SYY


def test_answers_of_hidden_items_stay_in_the_visit_but_not_in_the_report(
    interview, play, everything, opening
):
    play(
        interview,
        Answered(item="tervehdys", answer=False),
        Explained(item="tervehdys", text="Kiire."),
        Answered(item="syy", answer="huoli"),
        Noted(item="syy", text="PIILO"),
        Answered(item="tervehdys", answer=True),
    )
    kept = Response(answer="huoli", note="PIILO", answered_at=MOMENT)
    assert interview.response("syy") == kept
    report = report_of(everything, opening, interview, MOMENT)
    assert [item.id for item in report.items] == WITHOUT_SYY
    assert "PIILO" not in report.model_dump_json()
    play(interview, Answered(item="tervehdys", answer=False))
    assert "PIILO" in report_of(everything, opening, interview, MOMENT).model_dump_json()


def test_visit_facts_decide_what_is_shown(checklist_of):
    checklist = checklist_of(
        "kunto: 1\nid: a\nversion: 1.0.0\nmethod: [observe, test]\ntitle: A\nsections:\n"
        "  - id: s\n    title: S\n    items:\n"
        "      - {id: e, text: E, type: text, weight: 0, when: {visit: method, is: test}}\n"
    )
    assert Interview(checklist, VisitFacts(Method.TEST)).visible == ["e"]
    nothing = Interview(checklist, VisitFacts(Method.OBSERVE))
    assert (nothing.visible, place(nothing)) == ([], (None, Asking.REVIEW))
    assert nothing.progress == Progress(0, 0, 1.0)
    assert nothing.complete
    assert nothing.before(None) is None
    assert nothing.after(None) is None


def test_back_later_and_jump_follow_what_is_shown(interview, play):
    assert interview.before("tervehdys") == "tervehdys"
    assert interview.after("tervehdys") == "vire"
    assert interview.before("vire") == "tervehdys"
    assert interview.after("sanat") is None
    assert interview.before(None) == "sanat"
    play(interview, Answered(item="tervehdys", answer=False))
    assert (interview.after("tervehdys"), interview.before("vire")) == ("syy", "syy")
    play(interview, Moved(item="odotus"))
    assert place(interview) == ("odotus", Asking.ANSWER)
    play(interview, Moved(item=None))
    assert place(interview) == (None, Asking.REVIEW)


def test_an_answer_given_on_the_way_back_goes_on_at_the_next_open_question(interview, play):
    play(
        interview,
        Answered(item="tervehdys", answer=True),
        Moved(item="suosittelu"),
        NotObserved(item="suosittelu"),
        NotObserved(item="keinot"),
        Moved(item="tervehdys"),
        Answered(item="tervehdys", answer=True),
    )
    assert place(interview) == ("vire", Asking.ANSWER)
    play(interview, NotObserved(item="vire"))
    assert place(interview) == ("odotus", Asking.ANSWER)


def test_words_that_were_passed_over_are_not_asked_again_after_the_review(interview, play):
    play(interview, *answers(), Moved(item=None), Moved(item="jono"))
    play(interview, Answered(item="jono", answer=4))
    assert place(interview) == (None, Asking.REVIEW)


def test_before_the_review_words_are_asked_on_the_way(interview, play):
    play(interview, Moved(item="jono"), Answered(item="jono", answer=4))
    assert place(interview) == ("sanat", Asking.ANSWER)


WHYS = {
    "always": ("always", True, True),
    "never": ("never", False, False),
    "below": ("{below: 1}", True, False),
}


@pytest.fixture
def one_question(checklist_of):
    """Return a function: an interview of one yes-no question with a rule for its WHY."""

    def ask(why):
        return Interview(
            checklist_of(
                "kunto: 1\nid: a\nversion: 1.0.0\nmethod: observe\ntitle: A\nsections:\n"
                "  - id: s\n    title: S\n    items:\n"
                "      - {id: e, text: E, type: yes_no, area: skills, measure: objective, "
                f"why: {why}}}\n"
            ),
            VisitFacts(Method.OBSERVE),
        )

    return ask


@pytest.mark.parametrize(("why", "after_no", "after_yes"), WHYS.values(), ids=WHYS)
def test_a_why_is_owed_where_the_rule_calls_for_it(one_question, play, why, after_no, after_yes):
    for answer, owed in ((False, after_no), (True, after_yes)):
        interview = play(one_question(why), Answered(item="e", answer=answer))
        assert place(interview) == (("e", Asking.WHY) if owed else (None, Asking.REVIEW))
        assert interview.owed_whys() == (["e"] if owed else [])
        assert interview.may_finish is not owed
        assert interview.unanswered() == []
        play(interview, Moved(item=None))
        assert interview.complete is not owed


@pytest.mark.parametrize("answer", [True, False])
def test_an_optional_why_is_asked_and_never_owed(one_question, play, answer):
    interview = play(one_question("optional"), Answered(item="e", answer=answer))
    assert place(interview) == ("e", Asking.WHY)
    assert interview.complete


@pytest.mark.parametrize(
    "event", [Explained(item="e", text="Koska."), Declined(item="e")], ids=["said", "declined"]
)
def test_a_why_that_was_given_or_declined_is_owed_no_more(one_question, play, event):
    interview = play(one_question("always"), Answered(item="e", answer=False), event)
    assert (place(interview), interview.complete) == ((None, Asking.REVIEW), True)


def test_a_why_is_kept_where_the_new_answer_calls_for_one_too(interview, play):
    play(
        interview,
        Answered(item="suosittelu", answer=2),
        Explained(item="suosittelu", text="Hidasta."),
        Answered(item="suosittelu", answer=3),
    )
    assert place(interview) == ("suosittelu", Asking.WHY)
    assert interview.response("suosittelu") == Response(
        answer=3, why="Hidasta.", answered_at=MOMENT
    )
    assert interview.owed_whys() == []


@pytest.mark.parametrize(
    "event",
    [
        Answered(item="tervehdys", answer=True),
        NotObserved(item="tervehdys"),
        NotApplicable(item="tervehdys"),
    ],
    ids=["better", "not-observed", "not-applicable"],
)
def test_a_why_is_dropped_where_the_new_answer_calls_for_none(interview, play, event):
    for reason in (Explained(item="tervehdys", text="Kiire."), Declined(item="tervehdys")):
        play(interview, Answered(item="tervehdys", answer=False), reason, event)
        response = interview.response("tervehdys")
        assert (response.why, response.why_declined) == ("", False)
        play(interview, Answered(item="tervehdys", answer=False))
        assert "tervehdys" in interview.owed_whys()


def test_declining_takes_the_place_of_a_why_and_a_why_of_declining(one_question, play):
    interview = play(
        one_question("always"),
        Answered(item="e", answer=True),
        Explained(item="e", text="Koska."),
        Declined(item="e"),
    )
    declined = Response(answer=True, why_declined=True, answered_at=MOMENT)
    assert interview.response("e") == declined
    play(interview, Explained(item="e", text="Sittenkin."))
    assert interview.response("e") == Response(answer=True, why="Sittenkin.", answered_at=MOMENT)


def test_a_gated_item_that_does_not_apply_owes_its_reason(interview, play):
    play(interview, NotApplicable(item="tervehdys"))
    assert place(interview) == ("tervehdys", Asking.REASON)
    play(interview, Moved(item=None))
    assert interview.owed_reasons() == ["tervehdys"]
    assert not interview.may_finish
    play(interview, Reasoned(item="tervehdys", text="Ei asiakkaita."))
    assert interview.owed_reasons() == []
    assert interview.may_finish
    assert interview.response("tervehdys") == Response(
        not_applicable=True, na_reason="Ei asiakkaita.", answered_at=MOMENT
    )


def test_a_reason_stays_while_the_item_does_not_apply_and_goes_with_an_answer(interview, play):
    play(
        interview,
        NotApplicable(item="tervehdys"),
        Reasoned(item="tervehdys", text="Ei asiakkaita."),
        NotApplicable(item="tervehdys"),
    )
    assert place(interview) == ("tervehdys", Asking.REASON)
    assert interview.owed_reasons() == []
    play(interview, Answered(item="tervehdys", answer=True), NotApplicable(item="tervehdys"))
    assert interview.owed_reasons() == ["tervehdys"]


def test_an_ungated_item_that_does_not_apply_owes_nothing(interview, play):
    play(interview, NotApplicable(item="vire"))
    assert place(interview) == ("suosittelu", Asking.ANSWER)
    assert interview.may_finish


def test_a_note_stays_whatever_is_answered_until_it_is_removed(interview, play):
    play(interview, Noted(item="vire", text="Sateinen päivä."))
    assert place(interview) == ("tervehdys", Asking.ANSWER)
    assert not interview.response("vire").settled
    for event in (
        Answered(item="vire", answer=1),
        NotObserved(item="vire"),
        NotApplicable(item="vire"),
    ):
        play(interview, event)
        assert interview.response("vire").note == "Sateinen päivä."
    play(interview, Noted(item="vire", text=""))
    assert interview.response("vire").note == ""


def test_unanswered_items_are_named_never_words_and_never_block(interview):
    assert interview.unanswered() == [name for name in WITHOUT_SYY if name != "sanat"]
    assert interview.may_finish
    assert not interview.complete


def test_progress_tells_the_place_and_the_share_of_what_can_be_scored(interview, play):
    assert interview.progress == Progress(1, 9, 0.0)
    play(interview, Answered(item="tervehdys", answer=True))
    assert interview.progress == Progress(2, 9, 1 / 6)
    play(interview, NotObserved(item="vire"), NotApplicable(item="suosittelu"))
    assert interview.progress == Progress(4, 9, 2 / 6)
    play(interview, Moved(item="luvattu"), Answered(item="luvattu", answer=5))
    assert interview.progress == Progress(7, 9, 2 / 6)
    play(interview, Moved(item=None))
    assert interview.progress == Progress(0, 9, 2 / 6)


def test_what_is_no_event_is_our_bug(interview):
    with pytest.raises(TypeError, match="str at now is no event of a visit"):
        interview.apply("answered", "now")


def test_the_review_asks_about_no_item(interview, play):
    play(interview, Moved(item=None))
    with pytest.raises(LookupError, match="no item is asked at the review"):
        _ = interview.item
