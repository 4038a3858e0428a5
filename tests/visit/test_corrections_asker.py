"""A file of corrections changes its own items and nothing else."""

import pytest

from asiakaskunto_cli.errors import VisitIncompleteError
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.visit.answers_asker import AnswersAsker
from asiakaskunto_cli.visit.answers_file import answers_in, check_answers
from asiakaskunto_cli.visit.asker import run_visit
from asiakaskunto_cli.visit.corrections_asker import CorrectionsAsker
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
from asiakaskunto_cli.visit.interview import Interview

MOMENT = "2026-11-16T14:10:00+02:00"
BEFORE = [
    Answered(item="tervehdys", answer=True),
    Answered(item="vire", answer=1),
    Explained(item="vire", text="Kiire."),
    Answered(item="suosittelu", answer=9),
    Explained(item="suosittelu", text="Apua sai."),
    Answered(item="keinot", answer=["apu"]),
    Answered(item="odotus", answer=5),
    Answered(item="luvattu", answer=2),
    Answered(item="huomatut", answer={"k": 1, "n": 2}),
    Answered(item="jono", answer=3),
    Answered(item="sanat", answer="Moi."),
    Moved(item=None),
]


@pytest.fixture
def correct(everything, opening, play, journal, means):
    """Return a function: a file corrects the visit; what was done and how it stands comes back."""

    def run(text):
        interview = play(Interview(everything, opening.facts()), *BEFORE)
        answers = answers_in(read_text("korjaus.yaml", text.encode())).answers
        asker = CorrectionsAsker(answers, means.keep_evidence)
        try:
            run_visit(interview, opening, journal, asker, lambda: MOMENT)
        except VisitIncompleteError as error:
            return journal.events, error.message, asker.never_asked(interview)
        return journal.events, None, asker.never_asked(interview)

    return run


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("{jono: 4}", [Answered(item="jono", answer=4)]),
        ("{vire: {why: Hoppu.}}", [Explained(item="vire", text="Hoppu.")]),
        ("{vire: {why_declined: true}}", [Declined(item="vire")]),
        ("{odotus: {note: Kello.}}", [Noted(item="odotus", text="Kello.")]),
        ("{odotus: {not_observed: true}}", [NotObserved(item="odotus")]),
        (
            "{tervehdys: {na: Suljettu.}}",
            [NotApplicable(item="tervehdys"), Reasoned(item="tervehdys", text="Suljettu.")],
        ),
        (
            "{jono: 4, vire: {value: 3, why: Hymy.}}",
            [
                Answered(item="vire", answer=3),
                Explained(item="vire", text="Hymy."),
                Answered(item="jono", answer=4),
            ],
        ),
        (
            "{syy: kiire, tervehdys: {value: false, why: Jono.}}",
            [
                Answered(item="tervehdys", answer=False),
                Explained(item="tervehdys", text="Jono."),
                Answered(item="syy", answer="kiire"),
            ],
        ),
        ("{kunto: 1, kind: answers, answers: {}, note: Sade.}", [Closed(text="Sade.")]),
        ("{kunto: 1, kind: answers, answers: {}}", []),
    ],
)
def test_only_what_the_file_says_is_done(correct, text, events):
    done, missing, never = correct(text)
    said = [event for event in done if not isinstance(event, Moved)]
    assert (said, missing, never) == ([*events, Finished()], None, [])


def test_an_item_that_is_hidden_is_left_alone_and_named(correct):
    assert correct("{syy: kiire}") == ([Finished()], None, ["syy"])


def test_a_why_that_a_new_answer_calls_for_is_owed(correct):
    done, missing, _never = correct("{tervehdys: false}")
    assert [one for one in done if not isinstance(one, Moved)] == [
        Answered(item="tervehdys", answer=False)
    ]
    assert missing == "The answers are not complete: no answer: syy; no WHY: tervehdys."


SHOWN = (
    "kunto: 1\nid: kuva\nversion: 1.0.0\nmethod: observe\ntitle: Kuva\n"
    "sections: [{id: s, title: S, items: [{id: eka, text: Eka?, type: yes_no, area: skills,\n"
    "  measure: objective, evidence: required}]}]\n"
)


def test_evidence_that_is_owed_is_named(checklist_of, opening, journal, means):
    interview = Interview(checklist_of(SHOWN), opening.facts())
    answers = answers_in(read_text("v.yaml", b"{eka: true}")).answers
    asker = AnswersAsker(answers, means.keep_evidence)
    with pytest.raises(VisitIncompleteError) as left:
        run_visit(interview, opening, journal, asker, lambda: MOMENT)
    assert left.value.message == "The answers are not complete: no evidence: eka."


def test_evidence_in_the_file_is_kept_beside_the_file_and_finishes_the_visit(
    checklist_of, opening, journal, means
):
    interview = Interview(checklist_of(SHOWN), opening.facts())
    content = b"eka: {value: true, evidence: [kuitti.jpg, kassa.jpg]}"
    answers = answers_in(read_text("kansio/v.yaml", content)).answers
    asker = AnswersAsker(answers, means.keep_evidence)
    run_visit(interview, opening, journal, asker, lambda: MOMENT)
    assert journal.events == [
        means.keep_evidence("eka", "kansio/kuitti.jpg"),
        means.keep_evidence("eka", "kansio/kassa.jpg"),
        Answered(item="eka", answer=True),
        Finished(),
    ]


def test_evidence_where_none_is_collected_is_a_finding(everything):
    answers = answers_in(read_text("v.yaml", b"tervehdys: {value: true, evidence: a.jpg}")).answers
    (finding,) = check_answers(answers, everything)
    assert (finding.code, finding.message) == ("K403", "No evidence is collected on “tervehdys”.")
