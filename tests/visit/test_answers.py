"""Answers from a file: every form of it, everything that may be wrong in it, and a visit by it."""

import json
from datetime import datetime

import pytest

from asiakaskunto_cli.errors import BadInputError, VisitIncompleteError
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.visit.answers_asker import AnswersAsker
from asiakaskunto_cli.visit.answers_file import (
    GivenAnswer,
    answers_in,
    check_answers,
    read_answers,
)
from asiakaskunto_cli.visit.asker import run_visit
from asiakaskunto_cli.visit.begin import Given
from asiakaskunto_cli.visit.interview import Interview

MOMENT = "2026-11-16T14:10:00+02:00"

WHOLE = """\
kunto: 1
kind: answers
checklist: kaikki
site: asema
wave: syksy
evaluator: h1
scenario: kengät
channel: store
visited_at: 2026-11-16T14:10:00+02:00
language: en
note: Hiljaista.
answers:
  tervehdys: {value: false, why: Kiire., note: Ovella.}
  syy: kiire
  vire: 3
  suosittelu: {value: 9, why_declined: true}
  keinot: [kahvi, apu]
  odotus: never
  luvattu: {not_observed: true, note: Ei luvattu.}
  huomatut: {k: 9, n: 10}
  jono: {na: true}
  sanat: "-5 astetta"
"""
RESPONSES = {
    "tervehdys": Response(answer=False, why="Kiire.", note="Ovella.", answered_at=MOMENT),
    "syy": Response(answer="kiire", answered_at=MOMENT),
    "vire": Response(answer=3, answered_at=MOMENT),
    "suosittelu": Response(answer=9, why_declined=True, answered_at=MOMENT),
    "keinot": Response(answer=["apu", "kahvi"], answered_at=MOMENT),
    "odotus": Response(answer="never", answered_at=MOMENT),
    "luvattu": Response(not_observed=True, note="Ei luvattu.", answered_at=MOMENT),
    "huomatut": Response(answer={"k": 9, "n": 10}, answered_at=MOMENT),
    "jono": Response(not_applicable=True, answered_at=MOMENT),
    "sanat": Response(answer="-5 astetta", answered_at=MOMENT),
}


def read(text):
    """Return the answers in a text that is sound in form."""
    found = answers_in(read_text("vastaukset.yaml", text.encode()))
    assert found.findings == ()
    return found.answers


def told(findings):
    """Return findings as a terminal tells them."""
    return "".join(
        f"{one.file}:{one.position.line}:{one.position.column}: {one.code} {one.message}\n"
        f"    {one.remedy}\n"
        for one in findings
    )


@pytest.fixture
def answered(opening, journal, means):
    """Return a function: a file answers; the interview, the asker and what is missing come back."""

    def run(answers, checklist):
        interview = Interview(checklist, opening.facts())
        asker = AnswersAsker(answers, means.keep_evidence)
        missing = None
        try:
            run_visit(interview, opening, journal, asker, lambda: MOMENT)
        except VisitIncompleteError as error:
            missing = error.message
        return interview, asker, missing

    return run


def test_every_form_of_an_answer_answers(everything, answered):
    answers = read(WHOLE)
    assert check_answers(answers, everything) == ()
    interview, asker, missing = answered(answers, everything)
    assert (interview.responses, interview.closing_note) == (RESPONSES, "Hiljaista.")
    assert (missing, interview.finished, asker.never_asked(interview)) == (None, True, [])


def test_the_facts_of_the_visit_are_read():
    answers = read(WHOLE)
    assert answers.file.given() == Given(
        site="asema",
        wave="syksy",
        evaluator="h1",
        scenario="kengät",
        channel="store",
        visited_at=datetime.fromisoformat(MOMENT),
    )
    assert (answers.file.checklist, answers.file.language) == ("kaikki", "en")


def test_a_bare_map_of_answers_answers(everything, answered):
    bare = "\n".join(line[2:] for line in WHOLE.split("answers:\n")[1].splitlines())
    answers = read(bare)
    assert (answers.bare, answers.file.given()) == (True, Given())
    assert check_answers(answers, everything) == ()
    interview, _asker, missing = answered(answers, everything)
    assert (interview.responses, missing) == (RESPONSES, None)


def test_json_answers_like_yaml(tmp_path, everything, answered):
    path = tmp_path / "vastaukset.json"
    path.write_text(
        json.dumps(
            {
                "answers": {
                    "tervehdys": {"value": False, "why": "Kiire.", "note": "Ovella."},
                    "syy": "kiire",
                    "vire": 3,
                    "suosittelu": {"value": 9, "why_declined": True},
                    "keinot": ["kahvi", "apu"],
                    "odotus": "never",
                    "luvattu": {"not_observed": True, "note": "Ei luvattu."},
                    "huomatut": {"k": 9, "n": 10},
                    "jono": {"na": True},
                    "sanat": "-5 astetta",
                }
            },
            indent=1,
        )
    )
    answers = read_answers(path).answers
    interview, _asker, missing = answered(answers, everything)
    assert (interview.responses, missing) == (RESPONSES, None)


def test_a_reason_given_as_text_is_the_reason(everything, answered):
    answers = read("tervehdys: {na: Ei ketään.}\n")
    assert answers.given == {"tervehdys": GivenAnswer(na="Ei ketään.")}
    interview, _asker, _missing = answered(answers, everything)
    assert interview.response("tervehdys") == Response(
        not_applicable=True, na_reason="Ei ketään.", answered_at=MOMENT
    )


def test_a_reason_that_nobody_asks_for_is_kept(plain, answered):
    name = next(iter(plain.items))
    interview, _asker, _missing = answered(read(f"{name}: {{na: Ei ketään.}}\n"), plain)
    assert plain.na_of(plain.items[name]) == "allowed"
    assert interview.response(name).na_reason == "Ei ketään."


def test_what_is_missing_is_named(everything, answered):
    answers = read("tervehdys: {na: true}\nvire: 1\nsuosittelu: 3\nodotus: {value: null}\n")
    _interview, _asker, missing = answered(answers, everything)
    assert missing == (
        "The answers are not complete: no answer: keinot, odotus, luvattu, huomatut, jono; "
        "no reason for “not applicable”: tervehdys; no WHY: suosittelu."
    )


def test_only_what_is_missing_is_named(plain, answered):
    _interview, _asker, missing = answered(read("eka: true\n"), plain)
    assert missing == "The answers are not complete: no answer: toka."


def test_answers_to_what_is_not_asked_are_named(everything, answered):
    answers = read(WHOLE.replace("value: false, why: Kiire., note", "value: true, note"))
    interview, asker, missing = answered(answers, everything)
    assert (missing, asker.never_asked(interview)) == (None, ["syy"])
    assert "syy" not in interview.responses


def test_a_note_without_an_answer_is_kept_and_the_answer_missing(plain, answered):
    interview, _asker, missing = answered(read("eka: true\ntoka: {note: Meteliä.}\n"), plain)
    assert interview.response("toka") == Response(note="Meteliä.")
    assert missing == "The answers are not complete: no answer: toka."


ILLEGAL = """\
answers:
  tervehdys: 'yes'
  syy: laiskuus
  vire: {note: a, value: 4}
  suosittelu: 11
  keinot: [apu, tee]
  odotus: -1
  luvattu: never
  huomatut: {k: 3, n: 2}
  jono: 51
  sanat: 5
"""
ILLEGAL_TOLD = """\
f.yaml:2:14: K402 This is no answer to “tervehdys”.
    Write true or false, without quotes.
f.yaml:3:8: K402 This is no answer to “syy”.
    The answer is one of: kiire, huoli.
f.yaml:4:9: K402 This is no answer to “vire”.
    The answer is a whole number from 1 to 3.
f.yaml:5:15: K402 This is no answer to “suosittelu”.
    The answer is a whole number from 0 to 10.
f.yaml:6:11: K402 This is no answer to “keinot”.
    The answer is a list of any of: apu, tuoli, kahvi.
f.yaml:7:11: K402 This is no answer to “odotus”.
    The answer is a number, 0 or more.
f.yaml:8:12: K402 This is no answer to “luvattu”.
    “Never” is not an answer to this question.
f.yaml:9:13: K402 This is no answer to “huomatut”.
    The answer is two whole numbers, k of n, with k at most n.
f.yaml:10:9: K402 This is no answer to “jono”.
    The answer is at most 50.
f.yaml:11:10: K402 This is no answer to “sanat”.
    The answer is a text.
"""
TWO_OF_THREE = """\
tervehdys: {value: true, na: true}
vire: {na: Ei., not_observed: true}
keinot: {value: [], not_observed: true}
"""
TWO_OF_THREE_TOLD = """\
f.yaml:1:12: K403 “tervehdys” has more than one of value, na and not_observed.
    Keep one of them.
f.yaml:2:7: K403 “vire” has more than one of value, na and not_observed.
    Keep one of them.
f.yaml:3:9: K403 “keinot” has more than one of value, na and not_observed.
    Keep one of them.
"""
LONG = "x" * 100
MISFITS = {
    "unknown": (
        "answers:\n  tervehdyss: true\n",
        "f.yaml:2:3: K401 The checklist has no item “tervehdyss”.\n    Did you mean “tervehdys”?\n",
    ),
    "unknown-and-unlike": (
        "answers: {zzz: 1}",
        "f.yaml:1:11: K401 The checklist has no item “zzz”.\n    Remove it.\n",
    ),
    "unknown-and-long": (
        f"{LONG}: 1\n",
        f"f.yaml:1:1: K401 The checklist has no item “{LONG[:64]}”.\n    Remove it.\n",
    ),
    "comma-in-a-number": (
        "answers: {tervehdys: true, vire: 2,5}",
        "f.yaml:1:35: K203 A comma in a number ends it.\n    Write 2.5, with a point.\n",
    ),
    "comma-in-the-first-number": (
        "{vire: 22,5, tervehdys: true}",
        "f.yaml:1:10: K203 A comma in a number ends it.\n    Write 22.5, with a point.\n",
    ),
    "commas-in-a-text": (
        "answers: {syy: kiire, ja nälkä, ja jano, vire: 3}",
        (
            "f.yaml:1:21: K203 A comma in a text without quotes ends it.\n"
            "    Put the whole text in quotes.\n"
        ),
    ),
    "no-comma-of-an-answer": (
        "answers: {zzz, qqq: 1, xxx, tervehdys: true, www: 1}",
        "".join(
            f"f.yaml:1:{column}: K401 The checklist has no item “{name}”.\n    Remove it.\n"
            for column, name in ((11, "zzz"), (16, "qqq"), (24, "xxx"), (46, "www"))
        ),
    ),
    "illegal-values": (ILLEGAL, ILLEGAL_TOLD),
    "two-of-three": (TWO_OF_THREE, TWO_OF_THREE_TOLD),
    "always-applies": (
        "huomatut: {na: true}\n",
        "f.yaml:1:11: K403 “huomatut” always applies.\n    Give a value, or not_observed: true.\n",
    ),
    "no-notes": (
        "jono: {value: 1, note: Pitkä.}\n",
        "f.yaml:1:7: K403 No notes are collected on “jono”.\n    Remove the note.\n",
    ),
}


@pytest.mark.parametrize(("text", "findings"), MISFITS.values(), ids=MISFITS)
def test_what_the_checklist_cannot_take_is_a_finding_at_its_place(everything, text, findings):
    answers = answers_in(read_text("f.yaml", text.encode())).answers
    assert told(check_answers(answers, everything)) == findings


MALFORMED = {
    "unknown-key-of-an-answer": ("answers:\n  eka: {valeu: true}\n", (2, 9, "K201")),
    "unknown-key-of-the-file": ("sote: a\nanswers: {}\n", (1, 1, "K201")),
    "no-answers": ("kunto: 1\nkind: answers\n", (1, 1, "K202")),
    "half-a-tally": ("eka: {k: 1}\n", (1, 7, "K201")),
    "wrong-kind-of-why": ("eka: {value: true, why: 5}\n", (1, 25, "K203")),
    "no-offset": ("visited_at: 2026-11-16T14:10:00\nanswers: {}\n", (1, 13, "K203")),
    "another-kind": ("kind: plan\nanswers: {}\n", (1, 7, "K204")),
    "a-list": ("- eka\n", (1, 1, "K203")),
    "nothing": ("", (1, 1, "K109")),
}


@pytest.mark.parametrize(("text", "finding"), MALFORMED.values(), ids=MALFORMED)
def test_a_file_of_another_form_is_a_finding_at_its_place(text, finding):
    read = answers_in(read_text("f.yaml", text.encode()))
    found = [(one.position.line, one.position.column, one.code) for one in read.findings]
    assert (read.answers, found) == (None, [finding])


def test_what_is_no_yaml_is_a_finding():
    read = answers_in(read_text("f.yaml", b"eka: [\n"))
    assert read.answers is None
    assert len(read.findings) == 1


def test_a_missing_file_is_bad_input(tmp_path):
    with pytest.raises(BadInputError):
        read_answers(tmp_path / "puuttuu.yaml")


def test_a_file_says_nothing_to_nobody(everything, answered, capsys):
    answered(read(WHOLE), everything)
    assert capsys.readouterr() == ("", "")
