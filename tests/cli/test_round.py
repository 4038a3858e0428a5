"""Customer after customer, rehearsals, and the visit that was left unfinished before."""

import json

import pytest

from asiakaskunto_cli.report.read import read_report

SHORT = """\
kunto: 1
id: lyhyt
version: 1.0.0
method: [observe, test, ask]
title: {fi: Lyhyt, en: Short}
languages: [fi, en]
sections:
  - id: osio
    title: {fi: Osio, en: Part}
    items:
      - {id: eka, text: {fi: Eka?, en: First?}, type: yes_no, area: skills, measure: objective}
      - {id: toka, text: {fi: Toka?, en: Second?}, type: yes_no, area: emotion,
         measure: subjective}
"""


@pytest.fixture(autouse=True)
def short(work):
    """Write the checklist of every visit here."""
    (work / "lyhyt.yaml").write_text(SHORT, encoding="utf-8")


def ask(kunto, *words, method="ask", **how):
    return kunto(method, "lyhyt.yaml", "--site", "Asema", *words, **how)


def test_customer_after_customer_makes_a_report_each(kunto, drafts):
    ran = ask(kunto, "--count", "3", typed="k\nk\n\nk\ne\n\ne\ne\n\n")
    assert (ran.code, drafts()) == (0, [])
    reports = [read_report(path) for path in ran.out.split()]
    assert [[item.answer for item in one.items] for one in reports] == [
        [True, True],
        [True, False],
        [False, False],
    ]
    assert len({one.report_id for one in reports}) == 3
    assert len({one.site.id for one in reports}) == 1


def test_the_pipe_that_ends_at_the_last_review_finishes(kunto, drafts):
    ran = ask(kunto, "--count", "2", typed="k\nk\n\nk\ne\n")
    assert (ran.code, len(ran.out.split()), drafts()) == (0, 2, [])


def test_a_pipe_that_ends_between_two_customers_leaves_no_empty_draft(kunto, drafts):
    ran = ask(kunto, "--count", "5", typed="k\nk\n\nk\ne\n\n")
    assert (ran.code, len(ran.out.split()), drafts()) == (4, 2, [])
    assert ran.err.endswith("The answers ended after 2 of 5 customers.\n")


def test_a_visit_that_is_left_ends_the_round_and_keeps_its_draft(kunto, drafts):
    ran = ask(kunto, "--count", "3", typed="k\nk\n\nk\n:q\nk\nk\n")
    assert (ran.code, len(ran.out.split()), len(drafts())) == (4, 1, 1)


def test_a_file_answers_for_one_customer(kunto, work, drafts):
    (work / "v.yaml").write_text("{eka: true, toka: true}")
    ran = ask(kunto, "--count", "2", "--answers", "v.yaml")
    assert (ran.code, ran.out, drafts()) == (2, "", [])
    assert ask(kunto, "--count", "1", "--answers", "v.yaml").code == 0


@pytest.mark.parametrize("count", ["0", "-1", "1000", "x"])
def test_a_count_that_is_none_is_refused(kunto, drafts, count):
    ran = ask(kunto, "--count", count)
    assert (ran.code, ran.out, drafts()) == (2, "", [])


@pytest.mark.parametrize("method", ["observe", "test", "ask"])
def test_a_rehearsal_says_so_twice_and_never_counts(kunto, method):
    said = "A rehearsal: it is not counted anywhere.\n"
    ran = ask(kunto, "--rehearsal", method=method, typed="k\nk\n\n")
    assert (ran.code, ran.err.startswith(said), ran.err.endswith(said)) == (0, True, True)
    assert read_report(ran.path).status == "rehearsal"
    data = json.loads(kunto("report", "--format", "json").out)
    assert [one["reason"] for one in data["excluded_reports"]] == ["rehearsal"]
    assert said.strip() in kunto("report", ran.path).out


def test_a_rehearsal_that_is_resumed_is_still_one(kunto):
    assert ask(kunto, "--rehearsal", typed="k\n").code == 4
    ran = kunto("resume", typed="k\n")
    assert ran.err.count("A rehearsal: it is not counted anywhere.\n") == 2
    assert read_report(ran.path).status == "rehearsal"


def test_without_a_terminal_an_unfinished_visit_is_only_mentioned(kunto, drafts, work):
    assert ask(kunto, typed="k\n").code == 4
    (draft,) = drafts()
    name = draft.stem[-8:]
    (work / "v.yaml").write_text("{eka: true, toka: true}")
    for words, typed in (([], "k\nk\n"), (["--answers", "v.yaml"], "")):
        ran = ask(kunto, *words, typed=typed)
        first, second, third, *_rest = ran.err.split("\n")
        assert (ran.code, first) == (0, "A visit like this one is unfinished:")
        assert second.startswith(f"{name}  Short · Asema · ")
        assert third == f"Go on with: kunto resume {name}"
        assert drafts() == [draft]


@pytest.mark.parametrize(
    ("method", "words"), [("test", []), ("ask", ["--rehearsal"]), ("ask", ["--site", "Tori"])]
)
def test_an_unfinished_visit_of_another_kind_is_not_mentioned(kunto, method, words):
    assert ask(kunto, typed="k\n").code == 4
    ran = ask(kunto, *words, method=method, typed="k\nk\n")
    assert (ran.code, "unfinished" in ran.err) == (0, False)
