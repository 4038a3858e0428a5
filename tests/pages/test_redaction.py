"""A redacted page says so once, and what was left out of it, in words and in its data."""

import pytest

from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Heading, Page, Sentence
from asiakaskunto_cli.pages.redaction import with_redaction
from asiakaskunto_cli.report.redact import Redaction, Withheld

PAGE = Page("t", (Heading("t", level=1), Sentence("Score 65.0.")), {"kind": "visit"})
EVERYTHING = Redaction(dict(zip(Withheld, range(1, 9), strict=True)))
EVERYTHING_SAID = (
    "Redacted copy. Left out: 1 note, 2 evaluators’ codes, 3 pieces of evidence, 4 reasons of "
    "corrections, 5 file names; as likely personal data: 6 answers to why, 7 reasons for not "
    "applying, 8 answers in words."
)


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ({}, "Redacted copy. There was nothing to leave out."),
        ({Withheld.NOTE: 1}, "Redacted copy. Left out: 1 note."),
        (
            {Withheld.NOTE: 2, Withheld.EVALUATOR: 1},
            "Redacted copy. Left out: 2 notes, 1 evaluator’s code.",
        ),
        (
            {Withheld.WHY: 1, Withheld.ANSWER: 3},
            "Redacted copy. Left out as likely personal data: 1 answer to why, 3 answers in words.",
        ),
        (
            EVERYTHING,
            EVERYTHING_SAID,
        ),
    ],
)
def test_it_says_under_the_title_what_was_left_out(left_out, words):
    page = with_redaction(PAGE, Redaction(left_out))
    title, *rest = PAGE.blocks
    assert page.blocks == (title, Sentence(words), *rest)


def test_it_says_so_in_finnish():
    with speaking("fi"):
        page = with_redaction(PAGE, EVERYTHING)
    assert page.blocks[1].text == (
        "Karsittu kappale. Pois on jätetty: 1 huomio, 2 havainnoijan tunnusta, 3 liitettä, "
        "4 korjauksen syytä, 5 tiedostonimeä; mahdollisina henkilötietoina 6 vastausta "
        "miksi-kysymykseen, 7 ei sovellu -perustelua, 8 sanallista vastausta."
    )


def test_its_data_has_every_count():
    page = with_redaction(PAGE, Redaction({Withheld.NOTE: 2}))
    counts = dict.fromkeys(("evaluators", "evidence", "correction_reasons", "file_names"), 0)
    counts |= dict.fromkeys(("whys", "reasons", "answers"), 0)
    assert page.data == {"kind": "visit", "redacted": {"notes": 2} | counts}


def test_a_page_that_is_not_redacted_says_so_in_its_data_alone():
    page = with_redaction(PAGE, None)
    assert page.blocks == PAGE.blocks
    assert page.data == {"kind": "visit", "redacted": None}
