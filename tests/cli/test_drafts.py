"""drafts: what is unfinished, and what goes when it is discarded; resume among several."""

import json

import pytest

SHORT = """\
kunto: 1
id: lyhyt
version: 1.0.0
method: observe
title: {fi: Lyhyt, en: Short}
languages: [fi, en]
sections:
  - id: osio
    title: {fi: Osio, en: Part}
    items:
      - {id: eka, text: {fi: Eka?, en: First?}, type: yes_no, area: skills, measure: objective,
         evidence: optional}
      - {id: toka, text: {fi: Toka?, en: Second?}, type: yes_no, area: emotion,
         measure: subjective}
"""


@pytest.fixture
def begin(kunto, work, drafts):
    """Return a function: a visit is left unfinished, and its draft comes back."""
    (work / "lyhyt.yaml").write_text(SHORT, encoding="utf-8")

    def run(site="Asema", *words, typed="k\n"):
        known = drafts()
        assert kunto("observe", "lyhyt.yaml", "--site", site, *words, typed=typed).code == 4
        (new,) = set(drafts()) - set(known)
        return new

    return run


def test_no_drafts_is_fine(kunto):
    ran = kunto("drafts")
    assert (ran.code, ran.out, ran.err) == (0, "There is no unfinished visit.\n", "")


def test_drafts_are_listed_with_where_when_and_how_far(kunto, begin):
    draft = begin()
    begin("Tori", "--rehearsal", typed="")
    ran = kunto("drafts", "--format", "json")
    found = json.loads(ran.out)["drafts"]
    assert ran.code == 0
    assert [(one["site"]["name"], one["status"], one["completeness"]) for one in found] == [
        ("Asema", "final", 0.5),
        ("Tori", "rehearsal", 0.0),
    ]
    assert found[0]["draft"] == draft.stem[-8:]
    told = kunto("drafts", COLUMNS="120").out
    assert told.split("\n")[2].split()[:3] == [draft.stem[-8:], "Short", "Asema"]
    assert "Short (a rehearsal)" in told
    assert kunto("drafts", "--lang", "fi").code == 0


def test_a_damaged_draft_is_named_and_hides_no_other(kunto, begin, drafts):
    begin()
    drafts()[0].with_name("01a20107-c604-775a-a37e-ac39b21a13b7.jsonl").write_bytes(b"{\n")
    ran = kunto("drafts")
    assert ran.code == 0
    assert "is damaged, or from a newer kunto." in " ".join(ran.out.split())
    assert "Short" in ran.out


def test_a_draft_whose_report_is_there_is_retired(kunto, begin, drafts):
    draft = begin()
    content = draft.read_bytes()
    assert kunto("resume", typed="k\n").code == 0
    finished = b'{"at": "2026-11-16T14:10:00+02:00", "event": "finished"}\n'
    answer = b'{"at": "2026-11-16T14:10:00+02:00", "event": "answered", "item": "toka", '
    draft.write_bytes(content + answer + b'"answer": true}\n' + finished)
    ran = kunto("drafts")
    assert (ran.code, ran.out, drafts()) == (0, "There is no unfinished visit.\n", [])
    name = draft.stem[-8:]
    assert ran.err == f"{name} is finished and its report is written; the draft is removed.\n"


def test_without_a_terminal_a_draft_is_discarded_only_with_yes(kunto, begin, drafts):
    draft, other = begin(), begin("Tori")
    name = draft.stem[-8:]
    refused = kunto("drafts", "discard", name, typed="y\n")
    assert (refused.code, refused.out, drafts()) == (2, "", [draft, other])
    assert refused.err.endswith("Say --yes to discard it.\n")
    done = kunto("drafts", "discard", name, "--yes")
    assert (done.code, done.out, drafts()) == (0, "", [other])
    assert done.err.endswith("The draft is discarded.\n")


def test_evidence_that_only_a_draft_holds_goes_with_it(kunto, begin, drafts, work):
    (work / "kuva.jpg").write_bytes(b"kuva")
    begin()
    report = kunto("resume", typed="k\n").path
    attached = kunto("attach", report, "kuva.jpg").path
    assert kunto("correct", attached, "--reason", "x", typed=":q\n").code == 4
    assert len(list((report.parent / "evidence").iterdir())) == 2
    (draft,) = drafts()
    assert kunto("drafts", "discard", draft.stem[-8:], "--yes").code == 0
    assert len(list((report.parent / "evidence").iterdir())) == 1
    assert kunto("verify").code == 0


@pytest.mark.parametrize("name", ["zzzz", "../x", ""])
def test_a_name_that_fits_no_single_draft_discards_nothing(kunto, begin, drafts, name):
    kept = [begin(), begin("Tori")]
    ran = kunto("drafts", "discard", name, "--yes")
    assert (ran.code, ran.out, drafts()) == (2, "", kept)
    assert "No single draft ends in" in ran.err
