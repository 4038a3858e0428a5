"""The key figures of a group in words: what is said of each, and beside which question."""

from pathlib import Path

import pytest

from asiakaskunto_cli.analysis.key_figures.core_process import CoreProcess, Stage
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.analysis.site import summarise
from asiakaskunto_cli.analysis.special import special_of_sites, special_results
from asiakaskunto_cli.checklist.figures import ReferenceFigure
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Entry, Heading, Page, Sentence, Table, Tone
from asiakaskunto_cli.pages.group_figures import core_process_blocks
from asiakaskunto_cli.pages.key_figures import special_blocks, special_of_sites_blocks
from asiakaskunto_cli.pages.key_figures_data import key_figures_data, plain, special_data
from asiakaskunto_cli.pages.wording import Wording
from asiakaskunto_cli.render.registry import FORMATS, Surface
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.partial import detail_of
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method, Status

EVERYTHING = Path(__file__).with_name("key_figures_checklist.yaml").read_bytes()
INTERNAL = """
kunto: 1
id: staff
version: 1.0.0
method: ask
title: {en: "How are we?", fi: "Mitä meille kuuluu?"}
languages: [en, fi]
index: false
anonymous: true
sections:
  - id: all
    title: {en: All, fi: Kaikki}
    items:
      - {id: trained, text: T, type: yes_no, area: knowledge, measure: objective, notes: false}
      - {id: coping, text: T, type: scale, area: emotion, measure: subjective, notes: false}
""".replace("text: T", "text: {en: T, fi: T}")


def claim(name, text, value, per=None, year=None):
    return ReferenceFigure(
        id=name, text={"en": text, "fi": f"fi {text}"}, value=value, per=per, source="S", year=year
    )


REFERENCE = {
    one.id: one
    for one in (
        claim("eight-seconds", "Eight seconds decide.", 8.0),
        claim("one-in-three", "One in three leaves.", 33.0, year=2010),
        claim("told-to-three", "Good is told to three.", 3.0, "good"),
        claim("told-to-eleven", "Bad is told to eleven.", 11.0, "bad"),
    )
}
GOOD = {
    "expected": 3,
    "promised": 15,
    "noticed": 5,
    "expert": True,
    "clear": 4,
    "waited": 10,
    "experienced": 5,
    "recommend": 10,
    "heard": "good",
    "told": "some",
    "warm": {"k": 1, "n": 2},
    "story": "Fine.",
}
POOR = GOOD | {
    "expected": 5,
    "noticed": "never",
    "clear": 1,
    "waited": 30,
    "experienced": 5,
    "recommend": 3,
    "heard": "bad",
    "told": "nobody",
}

CHANGE = (
    "Change since “What did you expect?”: +25.0 points (95 % interval −100.0…100.0; 2 customers)"
)
TELLINGS = (
    "If the source’s figures hold, good experiences (1) reach 3 people and bad ones (1) 11: "
    "8 more for the bad"
)
BALANCE = (
    "Bad experiences: 50.0 % (95 % interval 9.5…90.5 %; 2 customers); by those figures good and "
    "bad balance at 21.4 %"
)
IN_FINNISH = (
    "NPS 0 (95 %:n luottamusväli −73…73; 2 asiakasta): suosittelijoita 1, neutraaleja 0, "
    "arvostelijoita 1"
)


@pytest.fixture
def visits(report_of, checklist_of):
    def run(*answers, content=EVERYTHING, start=0, site="keskusta", **facts):
        checklist = checklist_of(content if isinstance(content, bytes) else content.encode())
        found = []
        for number, given in enumerate(answers, start):
            responses = {
                name: one if isinstance(one, Response) else Response(answer=one)
                for name, one in given.items()
            }
            report = report_of(
                responses,
                checklist,
                report_id=f"01890000-0000-7000-8000-{number:012x}",
                site=Site(id=site, name=site.title()),
                **{"method": Method.ASK} | facts,
            )
            found.append(detail_of(report, checklist, f"{site}-{number}.json"))
        return found

    return run


def blocks_of(visits, reference=REFERENCE, language="en"):
    return list(special_blocks(special_results(visits, reference, 5), language))


def entries(blocks):
    return {block.text: block.details for block in blocks if isinstance(block, Entry)}


def test_every_question_says_what_it_alone_can_tell(visits):
    # Gains of +2 of 4 steps (50 points) and 0; t(1) = 12.706 reaches over both ends.
    assert entries(blocks_of(visits(GOOD, POOR))) == {
        "Ladder": (
            "Top 1, Middle 0, Bottom 1",
            "Mean height on the ladder (0–100): 50.0 (95 % interval 0.0…100.0; 2 customers)",
            "On the two highest steps: 50.0 % (95 % interval 9.5…90.5 %; 2 customers)",
        ),
        "How soon were you noticed?": (
            "Within 8 s: 1 of 2, 50.0 % (95 % interval 9.5…90.5 %)",
            "Slowest 5 s, never 1",
            "Source’s claim: “Eight seconds decide.” – S",
        ),
        "Was the answer right?": (
            "Yes: 100.0 % (95 % interval 34.2…100.0 %; 2 customers)",
            "Source’s claim: “One in three leaves.” – S, 2010",
        ),
        "How clear was it?": (
            "Two best answers (4 and 5): 50.0 % (95 % interval 9.5…90.5 %; 2 customers)",
        ),
        "How long did you wait?": (
            "Kept: 1 of 2 promises, 50.0 % (95 % interval 9.5…90.5 %)",
            "Late by 7.5 min on average, all promises counted; at most 15 min",
        ),
        "What did you get?": (
            "Two best answers (4 and 5): 100.0 % (95 % interval 34.2…100.0 %; 2 customers)",
            CHANGE,
            "Better than that 1, the same 1, worse 0",
            "Better after than before: 50.0 % (95 % interval 9.5…90.5 %; 2 customers)",
            "Leaving out those at the best point to begin with (1): 100.0 % (1 customer)",
        ),
        "Would you recommend us?": (
            "NPS 0 (95 % interval −73…73; 2 customers): promoters 1, passives 0, detractors 1",
        ),
        "Do you hear good or bad of us?": (
            TELLINGS,
            BALANCE,
            "Source’s claim: “Good is told to three.” – S",
            "Source’s claim: “Bad is told to eleven.” – S",
        ),
        "How many have you told?": (
            "nobody 1, a few 1 (2 customers)",
            "Source’s claim: “Good is told to three.” – S",
        ),
        "How warm was it?": (
            "Score 50.0 (2 customers, all alike)",
            "Source’s claim: “One in three leaves.” – S, 2010",
        ),
        "What happened?": (
            "2 customers",
            "Source’s claim: “One in three leaves.” – S, 2010",
        ),
    }


def test_what_is_told_of_whole_visits_stands_first_then_the_checklist(visits):
    blocks = blocks_of(visits(GOOD, POOR))
    heads = [(block.text, block.level) for block in blocks if isinstance(block, Heading)]
    assert heads == [("Key figures", 2), ("A bit of everything", 3)]
    said = [(block.text, block.tone) for block in blocks if isinstance(block, Sentence)]
    # Core and critical: GOOD passes all three; POOR fails noticed (never) and waited (late).
    assert said[-2:] == [
        (
            "Core and critical items: 4 of 6 passed, 66.7 %; the goal is 100 %.",
            Tone.WARNING,
        ),
        (
            "Visits on which all of them passed: 50.0 % (95 % interval 9.5…90.5 %; 2 customers).",
            Tone.WARNING,
        ),
    ]
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert [row.cells for row in table.rows] == [
        ("Service", "3", "1", "0"),
        ("After", "1", "1", "0"),
    ]
    assert said[1][0] == (
        "Expertise 100.0 (all alike), clarity 37.5 (95 % interval 0.0…100.0; 2 visits). "
        "An illusion of expertise: plain words would help more than more knowledge."
    )


def test_a_single_visit_of_a_group_has_no_interval(visits):
    blocks = blocks_of(visits(GOOD))
    texts = [
        text
        for block in blocks
        for text in (block.details if isinstance(block, Entry) else (getattr(block, "text", ""),))
    ]
    assert not any("interval" in text for text in texts)
    assert entries(blocks)["Would you recommend us?"] == (
        "NPS 100 (1 customer): promoters 1, passives 0, detractors 0",
    )
    assert entries(blocks)["How soon were you noticed?"][:2] == (
        "Within 8 s: 1 of 1, 100.0 %",
        "Slowest 5 s",
    )


def test_a_promise_that_was_always_kept_says_nothing_of_delays(visits):
    assert entries(blocks_of(visits(GOOD, GOOD)))["How long did you wait?"] == (
        "Kept: 2 of 2 promises, 100.0 % (95 % interval 34.2…100.0 %)",
    )


def test_a_promise_that_came_to_nothing_is_counted_apart(visits):
    never = GOOD | {"waited": "never"}
    assert entries(blocks_of(visits(never)))["How long did you wait?"] == (
        "Kept: 0 of 1 promise, 0.0 %",
        "Never came true: 1",
    )


def test_core_items_that_all_passed_are_told_as_good(visits):
    said = [block for block in blocks_of(visits(GOOD, GOOD)) if isinstance(block, Sentence)]
    assert said[-2] == Sentence("Core and critical items: 6 of 6 passed, 100.0 %.", Tone.GOOD)


def test_core_items_that_nobody_could_check_are_told_as_such(visits):
    unseen = Response(not_observed=True)
    half = visits(GOOD | {"noticed": unseen}, GOOD)
    said = [block.text for block in blocks_of(half) if isinstance(block, Sentence)]
    assert said[-2] == (
        "Core and critical items: 5 of 5 passed, 100.0 %; the goal is 100 %. Not checked: 1."
    )
    nothing = Proportion(0, 1, 0.0, None)
    unchecked = CoreProcess(
        "x", Method.TEST, (Stage("s", 0, 0, 1),), 0, 0, 1, None, complete=False, flawless=nothing
    )
    assert list(core_process_blocks(unchecked, Wording([], "en"), 0.95)) == [
        Sentence("Core and critical items: none could be checked.", Tone.WARNING)
    ]


def test_almost_all_is_not_told_as_all(visits):
    said = [
        block.text for block in blocks_of(visits(*[GOOD] * 999, POOR)) if hasattr(block, "tone")
    ]
    assert "Core and critical items: 2998 of 3000 passed, 99.9 %; the goal is 100 %." in said


def test_the_best_points_are_the_customers_alone_and_methods_are_told_apart(visits):
    found = visits(GOOD) + visits(GOOD, start=5, method=Method.TEST)
    blocks = blocks_of(found)
    heads = [block.text for block in blocks if isinstance(block, Heading)]
    assert heads == [
        "Key figures",
        "A bit of everything · mystery shopping",
        "A bit of everything · customer interviews",
    ]
    texts = [block.text for block in blocks if isinstance(block, Entry)]
    assert texts.count("How clear was it?") == 1
    assert texts.count("Would you recommend us?") == 2


def test_where_visits_say_nothing_beside_their_score_nothing_is_said(visits):
    plain_list = """
kunto: 1
id: plain
version: 1.0.0
method: test
title: Plain
languages: [en]
sections:
  - id: all
    title: All
    items:
      - {id: greeted, text: T, type: yes_no, area: skills, measure: objective}
"""
    found = visits({"greeted": True}, content=plain_list, method=Method.TEST)
    assert blocks_of(found) == []
    assert blocks_of([]) == []


def test_claims_that_nobody_brought_are_left_out(visits):
    told = entries(blocks_of(visits(GOOD, POOR), reference={}))
    assert "Was the answer right?" not in told
    assert not any("claim" in text for details in told.values() for text in details)


def test_it_speaks_finnish_in_both_its_own_words_and_the_checklist_s(visits):
    with speaking("fi"):
        told = entries(blocks_of(visits(GOOD, POOR), language="fi"))
    assert told["Suosittelisitko meitä?"] == (IN_FINNISH,)
    assert told["Kuinka pian sinut huomattiin?"][-1] == (
        "Lähteen väite: ”fi Eight seconds decide.” – S"
    )


def staff(number):
    return {"trained": True, "coping": number}


def test_a_small_anonymous_group_is_told_of_and_nothing_more(visits):
    small = blocks_of(visits(*map(staff, (1, 2, 3, 4)), content=INTERNAL))
    assert small == [
        Heading("Internal checklists, not in the index"),
        Entry("How are we?", ("4 answers: an anonymous result is shown from 5 answers on",)),
    ]
    large = blocks_of(visits(*map(staff, (1, 2, 3, 4, 5)), content=INTERNAL))
    # Coping 0, 25, 50, 75, 100: s = 39.53, t(4) = 2.776, so 50 ± 49.08; the score is half of it
    # with knowledge at 100: 75 ± 24.54.
    assert large[1].details == (
        "Score 75.0 (95 % interval 50.5…99.5; 5 answers)",
        "Knowledge 100.0 (5 answers, all alike)",
        "Emotion 50.0 (95 % interval 0.9…99.1; 5 answers)",
    )


def test_several_sites_are_told_together_and_their_warnings_apart(visits):
    calm = visits(GOOD | {"clear": 5}, start=10, site="asema")
    unclear = visits(GOOD | {"clear": 1}, POOR, site="keskusta")
    pulse = visits(*map(staff, (1, 2, 3, 4)), content=INTERNAL, start=20, site="keskusta")
    pulse += visits(staff(1), content=INTERNAL, start=30, site="asema")
    everybody = [*calm, *unclear, *pulse]
    special = special_of_sites(everybody, REFERENCE, 5)
    sites = summarise([one.record for one in everybody], Policy())
    blocks = list(special_of_sites_blocks(special, sites, "en"))
    told = entries(blocks)
    assert told["Would you recommend us?"][0].startswith("NPS 33 (95 % interval")
    assert "3 customers" in told["Would you recommend us?"][0]
    # Clarity 0 beside expertise 100 at one site; 100 beside 100 at the other.
    (warning,) = told["Keskusta"]
    assert "An illusion of expertise" in warning
    assert "Asema" not in told
    # Five answers in all, but four and one: pooled, the four could tell of the one.
    assert told["Asema · How are we?"] == (
        "1 answer: an anonymous result is shown from 5 answers on",
    )
    assert told["Keskusta · How are we?"] == (
        "4 answers: an anonymous result is shown from 5 answers on",
    )
    assert special.together.internal == ()


def test_what_does_not_count_is_in_no_word_of_it(visits):
    assert blocks_of(visits(GOOD, status=Status.REHEARSAL)) == []


def test_the_data_hold_every_number_and_claim(visits):
    data = special_data(special_results(visits(GOOD, POOR), REFERENCE, 5), "en")
    assert list(data) == ["key_figures", "claims", "internal"]
    assert data["internal"] == []
    assert data["key_figures"]["nps"] == [
        {
            "checklist": "everything",
            "item": "recommend",
            "method": "ask",
            "result": {
                "promoters": 1,
                "passives": 0,
                "detractors": 1,
                "n": 2,
                "nps": 0.0,
                # ±1.96 · 100 · √(0.7 / 5): (1 + 0.75) / 5 of either kind.
                "ci95": [-73.335137, 73.335137],
            },
        }
    ]
    assert list(data["claims"]) == [
        "eight-seconds",
        "one-in-three",
        "told-to-three",
        "told-to-eleven",
    ]
    assert data["claims"]["one-in-three"] == {
        "text": "One in three leaves.",
        "value": 33.0,
        "unit": None,
        "per": None,
        "source": "S",
        "year": 2010,
    }


def test_plain_data_of_a_figure_has_its_fields_and_json_types(visits):
    special = special_results(visits(GOOD, POOR), REFERENCE, 5)
    (profile,) = plain(special.key_figures.profiles)
    assert list(profile) == ["method", "weights", "weighted", "equal"]
    assert profile["weights"] == {"knowledge": 0.166667, "skills": 0.166667, "emotion": 0.666667}
    (box, _other) = plain(special.key_figures.top_box)
    assert box["best"] == [4, 5]
    assert key_figures_data(special, "en")["key_figures"] == plain(special.key_figures)


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "json"])
def test_every_format_of_words_shows_them(visits, name):
    special = special_results(visits(GOOD, POOR), REFERENCE, 5)
    page = Page("T", tuple(special_blocks(special, "en")), special_data(special, "en"))
    shown = FORMATS[name](page, Surface(width=60))
    assert "recommend" in shown
    assert "Eight seconds decide." in " ".join(shown.split())


@pytest.mark.parametrize("width", [34, 40, 80])
def test_they_keep_to_the_width(visits, width):
    special = special_results(visits(GOOD, POOR), REFERENCE, 5)
    page = Page("T", tuple(special_blocks(special, "en")), {})
    assert max(map(len, FORMATS["terminal"](page, Surface(width=width)).splitlines())) <= width
