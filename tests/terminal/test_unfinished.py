"""At a terminal a person is asked: which draft, whether to go on, may it go, who is next."""

import pytest

from asiakaskunto_cli.report.read import read_report

CHECKLIST = """\
kunto: 1
id: lista
version: 1.0.0
method: [observe, ask]
title: Lista
languages: [en]
sections:
  - id: osio
    title: Osio
    items:
      - {id: eka, text: Eka?, type: yes_no, area: skills, measure: objective}
      - {id: toka, text: Toka?, type: yes_no, area: emotion, measure: subjective}
"""
OFFER = "Go on with it? (k/y, e/n) "
NEXT = "Customer 2 of 3: Enter = begin, q = stop: "


@pytest.fixture
def kunto(at_terminal, work):
    """Return a function: kunto is run on a terminal, and has come to this prompt."""
    (work / "lista.yaml").write_text(CHECKLIST, encoding="utf-8")

    def run(*words, prompt="Answer: "):
        terminal = at_terminal(*words)
        to(terminal, prompt)
        return terminal

    return run


def to(terminal, prompt, *lines):
    """Type lines, the last of which leads to the prompt."""
    for line in lines:
        terminal.child.sendline(line)
    terminal.child.expect_exact(prompt)


def ask(kunto, *words, site="asema", **how):
    return kunto("ask", "lista.yaml", "--site", site, "--plain", *words, **how)


@pytest.fixture
def left(kunto, drafts):
    """Return a function: a visit is left after its first answer, and its draft comes back."""

    def run(site="asema"):
        known = drafts()
        terminal = ask(kunto, site=site)
        to(terminal, "Toka?", "k")
        to(terminal, "Answer: ")
        assert terminal.last_line(":q") == 4
        (new,) = set(drafts()) - set(known)
        return new

    return run


def finish(terminal, *lines):
    """Type the answers, each at its own prompt, and Enter at the review; return the code."""
    for line in lines:
        terminal.child.sendline(line)
        terminal.child.expect_exact(("Answer: ", "Review: "))
    return terminal.last_line("")


def test_an_unfinished_visit_is_offered_and_gone_on_with(kunto, left, drafts):
    draft = left()
    terminal = ask(kunto, prompt=OFFER)
    to(terminal, "k or y = yes, e or n = no", "ehkä")
    to(terminal, OFFER)
    to(terminal, "Answer: ", "k")
    assert finish(terminal, "k") == 0
    assert drafts() == []
    report = read_report(terminal.said.strip().rsplit("\r\n", 1)[1])
    assert report.report_id == draft.stem


def test_an_unfinished_visit_that_is_declined_stays(kunto, left, drafts):
    draft = left()
    terminal = ask(kunto, prompt=OFFER)
    to(terminal, "Answer: ", "e")
    assert finish(terminal, "k", "k") == 0
    assert drafts() == [draft]


@pytest.mark.parametrize(("key", "code"), [("c", 130), ("d", 4)])
def test_breaking_off_at_the_offer_begins_nothing(kunto, left, drafts, key, code):
    draft = left()
    assert ask(kunto, prompt=OFFER).press(key) == code
    assert drafts() == [draft]


def test_resume_asks_which_by_number(kunto, left, drafts):
    older, newer = left(), left("tori")
    terminal = kunto("resume", "--plain", prompt="Which one (number): ")
    to(terminal, "Which one (number): ", "3")
    to(terminal, "Answer: ", "2")
    assert finish(terminal, "k") == 0
    assert drafts() == [older]
    assert newer not in drafts()


@pytest.mark.parametrize(("key", "code"), [("c", 130), ("d", 4)])
def test_breaking_off_at_the_choice_keeps_every_draft(kunto, left, drafts, key, code):
    kept = [left(), left("tori")]
    assert kunto("resume", prompt="Which one (number): ").press(key) == code
    assert drafts() == kept


@pytest.mark.parametrize(("answer", "left_over"), [("k", 0), ("y", 0), ("e", 1), ("n", 1)])
def test_discard_asks_first(kunto, left, drafts, answer, left_over):
    name = left().stem[-8:]
    prompt = "Discard it? Its answers are lost. (k/y, e/n) "
    terminal = kunto("drafts", "discard", name, prompt=prompt)
    assert (terminal.last_line(answer), len(drafts())) == (0, left_over)


def test_ctrl_d_at_discard_keeps_the_draft(kunto, left, drafts):
    draft = left()
    terminal = kunto("drafts", "discard", draft.stem[-8:], prompt="Discard it?")
    assert (terminal.press("d"), drafts()) == (0, [draft])


@pytest.mark.parametrize("stop", ["q", "d"])
def test_between_two_customers_enter_goes_on_and_q_or_ctrl_d_stops(kunto, drafts, work, stop):
    terminal = ask(kunto, "--count", "3")
    for line in ("k", "k"):
        terminal.child.sendline(line)
        terminal.child.expect_exact(("Answer: ", "Review: "))
    to(terminal, NEXT, "")
    to(terminal, "Answer: ", "")
    for line in ("k", "e"):
        terminal.child.sendline(line)
        terminal.child.expect_exact(("Answer: ", "Review: "))
    to(terminal, "Customer 3 of 3: ", "")
    assert (terminal.press("d") if stop == "d" else terminal.last_line("q")) == 0
    assert (len(list((work / "reports").glob("*.json"))), drafts()) == (2, [])


def test_the_reason_of_a_correction_is_asked_until_there_is_one(kunto, work):
    terminal = ask(kunto)
    assert finish(terminal, "k", "k") == 0
    report = terminal.said.strip().rsplit("\r\n", 1)[1]
    why = "Why is the visit corrected? "
    terminal = kunto("correct", report, "--plain", prompt=why)
    to(terminal, why, "")
    to(terminal, "Review: ", "Wrong answer.")
    assert terminal.last_line("") == 0
    assert "Nothing was changed." in terminal.said
    assert len(list((work / "reports").glob("*.json"))) == 2
