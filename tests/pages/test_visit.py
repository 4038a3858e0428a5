"""What the page of a visit says beside its tables."""

import pytest

from asiakaskunto_cli.pages.blocks import Quote, Sentence, Table, Tone
from asiakaskunto_cli.pages.visit import visit_page
from asiakaskunto_cli.report.verify import BrokenEvidence, EvidenceFault
from asiakaskunto_cli.scoring.response import Evidence, Response
from asiakaskunto_cli.words import Level, Status

ALL_GOOD = {
    "noticed": Response(answer=5),
    "greeted": Response(answer=True),
    "smile": Response(answer=5),
    "needs": Response(answer=True),
    "solution": Response(answer="all", why="It was there."),
    "price": Response(answer=True),
    "recommend": Response(answer=9),
    "words": Response(answer="Fine."),
    "chosen": Response(answer="drawn"),
}


def page_of(report, checklist, language="en"):
    return visit_page(report, checklist=checklist, language=language)


def sentences(page):
    return [block.text for block in page.blocks if isinstance(block, Sentence)]


def answers_table(page):
    return [block for block in page.blocks if isinstance(block, Table)][-1]


def cells(page, question):
    return next(row.cells for row in answers_table(page).rows if row.cells[0] == question)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (None, "Score 99.2: level THE BEST."),
        (Level.GOOD, "Score 99.2: level THE BEST; the target GOOD is reached."),
        (Level.BEST, "Score 99.2: level THE BEST; the target THE BEST is reached."),
    ],
)
def test_score_and_level_against_the_target(report_of, checklist, target, said):
    page = page_of(report_of(ALL_GOOD, target=target), checklist)
    assert said in sentences(page)


@pytest.mark.parametrize(
    ("answers", "target", "said"),
    [
        (
            {"price": Response(answer=False)},
            Level.BEST,
            "Score 86.7: no level; the target is THE BEST.",
        ),
        ({"price": Response(answer=False)}, None, "Score 86.7: no level."),
        (
            {"recommend": Response(answer=5)},
            Level.BEST,
            "Score 95.8: level EXCELLENT; the target THE BEST is not reached.",
        ),
    ],
)
def test_a_level_that_is_not_reached(report_of, checklist, answers, target, said):
    page = page_of(report_of(ALL_GOOD | answers, target=target), checklist)
    assert said in sentences(page)


def test_every_gate_is_told_with_its_effect(report_of, checklist):
    failed = ALL_GOOD | {
        "price": Response(answer=False),
        "greeted": Response(not_observed=True),
    }
    assert [
        text for text in sentences(page_of(report_of(failed), checklist)) if "item" in text
    ] == [
        "Critical item failed – no level: Was the price the marked one?",
        "Core item not checked – level at most GOOD: Did anyone greet you?",
    ]


def test_an_incomplete_visit_has_no_level_and_is_not_counted(report_of, checklist):
    seen = {"noticed": Response(answer=5), "needs": Response(answer=True)}
    said = sentences(page_of(report_of(seen), checklist))
    assert said[1] == (
        "Incomplete: 28.5 % of what counts was answered, 80 % is needed. The visit has no level "
        "and is not counted; its answers give a score of 100.0."
    )
    assert said[3] == "2 of 9 answered, 7 not answered."


def test_a_visit_in_which_nothing_applied_is_incomplete(report_of, checklist):
    nothing = {name: Response(not_applicable=True, na_reason="Closed.") for name in checklist.items}
    page = page_of(report_of(nothing), checklist)
    assert sentences(page)[1] == (
        "Incomplete: nothing could be scored. The visit has no level and is not counted."
    )
    assert answers_table(page).caption == ""


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.REHEARSAL, "A rehearsal: it is not counted anywhere."),
        (Status.WITHDRAWN, "This visit was withdrawn: it is not counted anywhere."),
    ],
)
def test_what_does_not_count_says_so_first(report_of, checklist, status, said):
    assert sentences(page_of(report_of(status=status), checklist))[1] == said


def test_a_correction_says_what_it_is_and_why(report_of, checklist):
    corrected = report_of().model_copy(
        update={"supersedes": "another", "supersede_reason": "Wrong till."}
    )
    page = page_of(corrected, checklist)
    assert "This report replaces an earlier one of the same visit." in sentences(page)
    assert Quote("Wrong till.", "Reason") in page.blocks


def test_the_line_of_areas_adds_up_as_it_is_shown(report_of, checklist):
    """With one decimal the areas would seem to make 93.35, and that 93.4."""
    answers = ALL_GOOD | {"noticed": Response(answer=11), "recommend": Response(answer=7)}
    line = next(text for text in sentences(page_of(report_of(answers), checklist)) if "=" in text)
    assert line == (
        "Areas by their weights: (knowledge 100.00 × 1 + skills 91.67 × 2 + emotion 90.00 × 1) "
        "/ 4 = 93.3"
    )


def test_another_language_of_the_checklist(report_of, checklist):
    page = page_of(report_of(), checklist, "fi")
    assert page.title == "Pieni testi · Keskustan myymälä · 22 Nov 2026"
    assert cells(page, "Saitko sen, mitä hait?")[1] == "osittain"
    assert "Core item failed – level at most GOOD: Tervehdittiinkö sinua?" in sentences(page)
    assert Quote("Everyone looked at\nthe new till.", "Why") in answers_table(page).rows[1].quotes


def test_an_item_that_the_checklist_lacks_is_shown_as_it_was_asked(report_of, checklist):
    report = report_of()
    renamed = report.items[0].model_copy(update={"id": "gone", "section": "gone"})
    page = page_of(report.model_copy(update={"items": [renamed]}), checklist, "fi")
    assert answers_table(page).rows[0].cells[:2] == ("How soon were you noticed?", "11 s")


def test_a_class_is_named_and_a_contradiction_told(report_of, checklist_of):
    content = b"""
kunto: 1
id: ladder
version: 1.0.0
method: ask
title: Ladder
languages: [en]
sections:
  - id: one
    title: One
    items:
      - {id: told, text: "Have you told others?", type: yes_no, weight: 0}
classify:
  - id: ladder
    title: Customer ladder
    steps:
      - {id: advocate, step: 5, label: Advocate, when: {item: told, is: true}}
      - {id: user, step: 1, label: User}
    contradictory: {item: told, is: true}
"""
    ladder = checklist_of(content)
    told = sentences(page_of(report_of({"told": Response(answer=True)}, ladder), ladder))
    quiet = sentences(page_of(report_of({"told": Response(answer=False)}, ladder), ladder))
    unknown = sentences(page_of(report_of({}, ladder), ladder))
    assert "Customer ladder: Advocate (the answers contradict each other)" in told
    assert "Customer ladder: User" in quiet
    assert not any("ladder" in text for text in unknown)
    assert "No score and no level: nothing in this checklist is scored." in quiet


def test_one_scored_area_is_too_few_for_a_level(report_of, checklist_of):
    content = b"""
kunto: 1
id: narrow
version: 1.0.0
method: test
index: false
title: Narrow
languages: [en]
sections:
  - id: one
    title: One
    items:
      - {id: kind, text: "Kind?", type: yes_no, area: emotion, measure: subjective}
"""
    narrow = checklist_of(content)
    said = sentences(page_of(report_of({"kind": Response(answer=True)}, narrow), narrow))
    assert "A level needs at least 2 scored areas." in said
    assert "This checklist is for internal use: it is not counted in the index." in said


def test_the_data_hold_the_whole_report_and_the_contributions(report_of, checklist):
    report = report_of()
    data = page_of(report, checklist).data
    assert list(data) == [
        "schema_version",
        "kind",
        "report",
        "contributions",
        "key_figures",
        "practices",
        "broken_evidence",
        "replaced_by",
    ]
    assert data["practices"] == []
    assert data["kind"] == "visit"
    assert data["report"] == report.model_dump(mode="json")
    assert set(data["contributions"]) == {
        "noticed",
        "greeted",
        "smile",
        "needs",
        "solution",
        "recommend",
    }


def test_evidence_stands_under_its_item_and_what_became_of_it(report_of, checklist):
    names = [f"{digit * 16}.jpg" for digit in "01"]
    photos = tuple(Evidence(name, name[0] * 64, 9, "2026-11-22T12:00:00+00:00") for name in names)
    report = report_of({"greeted": Response(answer=True, evidence=photos)})
    broken = (BrokenEvidence("greeted", names[1], EvidenceFault.ALTERED),)
    page = visit_page(report, checklist=checklist, language="en", broken=broken)
    table = next(one for one in page.blocks if isinstance(one, Table) and len(one.columns) == 5)
    row = next(one for one in table.rows if one.cells[0] == "Did anyone greet you?")
    assert row.quotes == (
        Quote(names[0], "Evidence"),
        Quote(f"{names[1]} – altered", "Evidence"),
    )
    assert Sentence(f"Evidence of “greeted”: {names[1]} – altered.", Tone.BAD) in page.blocks
    assert page.data["broken_evidence"] == [
        {"item": "greeted", "file": names[1], "fault": "altered"}
    ]


def test_a_report_that_was_replaced_says_by_what(report_of, checklist):
    page = visit_page(report_of(), checklist=checklist, language="en", replaced_by="new.json")
    said = "This report is not counted any more: it was replaced by new.json."
    assert Sentence(said, Tone.WARNING) in page.blocks
    assert page.data["replaced_by"] == "new.json"
