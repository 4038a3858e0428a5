"""An old report in another language: the checklist's texts where it has them, ours in any case."""

import re

import pytest

from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Sentence
from asiakaskunto_cli.pages.visit import visit_page
from asiakaskunto_cli.render.registry import FORMATS, Surface
from asiakaskunto_cli.scoring.response import Response

BILINGUAL = """
languages: [fi, en]
scales: {hymy: {1: {fi: ei lainkaan, en: none}, 5: {fi: luonteva, en: natural}}}
sections:
  - id: alku
    title: {fi: Alkuosa, en: Beginning}
    items:
      - {id: tervehdys, text: {fi: Tervehdys, en: Greeting}, type: yes_no, area: skills, \
measure: objective, gate: core}
      - {id: hymy, text: {fi: Hymyily, en: Smiling}, type: scale, scale: hymy, area: emotion, \
measure: subjective}
      - {id: aika, text: {fi: Odotus, en: Waiting}, type: duration, unit: min}
      - id: ratkaisu
        text: {fi: Ratkaisu, en: Solution}
        type: choice
        options:
          - {id: taysi, label: {fi: kokonaan, en: entirely}}
          - {id: vajaa, label: {fi: vajaasti, en: scantily}}
      - {id: sanat, text: {fi: Kuvaus, en: Words}, type: text}
classify:
  - id: porras
    title: {fi: Porras, en: Step}
    steps:
      - {id: toka, step: 2, label: {fi: Vakituinen, en: Steady}, when: {item: hymy, at_most: 1}}
      - {id: eka, step: 1, label: {fi: Satunnainen, en: Occasional}}
"""
FINNISH = re.sub(r", en: [^}]*", "", BILINGUAL.replace("[fi, en]", "[fi]"))
ANSWERS = {
    "tervehdys": Response(answer=True),
    "hymy": Response(answer=5, why="Hän oikeasti smiled."),
    "aika": Response(answer=7.5),
    "ratkaisu": Response(answer="taysi"),
    "sanat": Response(answer="Meni OK."),
}
OURS = {
    "en": ["Answers", "Observation", "yes", "7.5 min", "Score 100.0"],
    "fi": ["Vastaukset", "Havainnointi", "kyllä", "7,5 min", "Tulos 100,0"],
}
THEIRS = {
    "en": ["Beginning", "Greeting", "5 (natural)", "entirely", "Step: Occasional"],
    "fi": ["Alkuosa", "Tervehdys", "5 (luonteva)", "kokonaan", "Porras: Satunnainen"],
}
OTHER = {"fi": "en", "en": "fi"}
PEOPLES = ["Hän oikeasti smiled.", "Meni OK."]
SAID = {
    "en": "The checklist has not been translated into the language of this page: its texts are in",
    "fi": "Tarkistuslistaa ei ole käännetty tämän raportin kielelle: sen tekstien kieli on",
}


@pytest.fixture
def shown(make_checklist, report_of):
    """Return a function: the screen of a visit that was held in one language, read in another."""

    def run(source, held_in, read_in):
        checklist = make_checklist(source)
        with speaking(held_in):
            report = report_of(ANSWERS, checklist, language=held_in, method="observe")
        with speaking(read_in):
            page = visit_page(report, checklist=checklist, language=read_in)
            return page, FORMATS["terminal"](page, Surface(width=100))

    return run


def check(screen, *, ours, theirs):
    """Hold a screen against what it must say and what it must not."""
    for words in (*OURS[ours], *THEIRS[theirs], *PEOPLES):
        assert words in screen
    for words in (*OURS[OTHER[ours]], *THEIRS[OTHER[theirs]]):
        assert words not in screen


@pytest.mark.parametrize("held_in", ["fi", "en"])
@pytest.mark.parametrize("read_in", ["fi", "en"])
def test_a_checklist_in_both_languages_is_read_in_either(shown, held_in, read_in):
    page, screen = shown(BILINGUAL, held_in, read_in)
    check(screen, ours=read_in, theirs=read_in)
    assert not any(words in screen for words in SAID.values())
    assert page.data["report"]["language"] == held_in


@pytest.mark.parametrize("held_in", ["fi", "en"])
def test_a_checklist_in_one_language_stays_in_it_and_the_page_says_so_once(shown, held_in):
    _page, screen = shown(FINNISH, held_in, "en")
    check(screen, ours="en", theirs="fi")
    assert " ".join(screen.split()).count(f"{SAID['en']} Finnish.") == 1
    _page, screen = shown(FINNISH, held_in, "fi")
    check(screen, ours="fi", theirs="fi")
    assert SAID["fi"] not in screen


def test_texts_are_in_the_language_of_the_visit_before_the_first_of_the_checklist(
    make_checklist, report_of
):
    checklist = make_checklist(BILINGUAL)
    report = report_of(ANSWERS, checklist, language="en", method="observe")
    page = visit_page(report, checklist=checklist, language="sv")
    assert Sentence(f"{SAID['en']} English.") in page.blocks
    check(FORMATS["terminal"](page, Surface(width=100)), ours="en", theirs="en")
    with speaking("fi"):
        page = visit_page(report, checklist=checklist, language="sv")
    assert Sentence(f"{SAID['fi']} englanti.") in page.blocks
