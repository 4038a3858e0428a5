"""Every checklist that comes with kunto: whole, in both languages, fit for a small screen."""

from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.figures import read_figures
from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.checklist.lint import remarks
from asiakaskunto_cli.checklist.names import known_names
from asiakaskunto_cli.checklist.practices import read_practices
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.reader import read_source
from asiakaskunto_cli.words import Method, Theme

PATHS = checklist_files(Path("nothing-of-ones-own"))
CHECKLISTS = {name: read_checklist(path).checklist for name, path in PATHS.items()}
LANGUAGES = ["fi", "en"]
SOURCES = {
    "Ihan parasta -blogi",
    "asiakassuhdekirjoitus (teksti 001)",
    "autohuoltokirjoitus (teksti 002)",
    "asiakaspalveluessee (teksti 003)",
    "palveluarkisto (teksti 004)",
}
TOUCHPOINTS = {
    "greeting",
    "encounter",
    "needs",
    "solution",
    "waiting",
    "payment",
    "farewell",
    "complaint",
    "feedback",
    "relationship",
    "channel",
    "clarity",
    "expertise",
    "delivery",
    "workplace",
    "management",
}
# What a phone of 40 columns shows without scrolling, and a person can read out in one breath.
LONGEST = {"text": 90, "help": 170, "label": 40, "title": 50}

every = pytest.mark.parametrize("checklist", CHECKLISTS.values(), ids=CHECKLISTS)


def sources_of(text):
    return set(text.split(" · "))


def scored(checklist):
    return [item for item in checklist.items.values() if item.has_rule and item.weight > 0]


def test_there_are_lists_for_every_theme_and_method():
    assert len(CHECKLISTS) >= 25
    assert {checklist.theme for checklist in CHECKLISTS.values()} == set(Theme)
    assert {way for checklist in CHECKLISTS.values() for way in checklist.methods} == set(Method)


@pytest.mark.parametrize("name", CHECKLISTS)
def test_a_file_is_named_by_its_id(name):
    assert CHECKLISTS[name].id == name


@every
def test_it_says_what_it_is_for(checklist):
    assert checklist.theme is not None
    assert checklist.purpose is not None
    assert checklist.minutes is not None
    assert checklist.languages == LANGUAGES


@every
def test_every_source_is_a_label(checklist):
    cited = [checklist.source, *(item.source for item in checklist.items.values() if item.source)]
    assert set().union(*map(sources_of, cited)) <= SOURCES


def test_practices_and_figures_cite_by_the_same_labels():
    entries = [*read_practices().entries.values(), *read_figures().entries.values()]
    assert len(entries) > 30
    assert set().union(*(sources_of(one.source) for one in entries)) <= SOURCES


@every
def test_a_mystery_shopper_is_told_what_to_do_and_nobody_else(checklist):
    assert (checklist.scenario is not None) == (Method.TEST in checklist.methods)


@every
def test_it_is_internal_or_in_the_index(checklist):
    assert checklist.index == (checklist.theme is not Theme.INTERNAL)


@every
def test_an_anonymous_one_collects_nothing_that_could_name_anybody(checklist):
    if checklist.anonymous:
        assert not checklist.index
        for item in checklist.items.values():
            assert (item.type == "text", item.notes, checklist.why_of(item)) == (
                False,
                False,
                "never",
            )


def test_what_staff_are_asked_of_themselves_is_anonymous():
    assert [name for name, one in CHECKLISTS.items() if one.anonymous] == ["henkilostokysely"]


@every
def test_every_scored_item_has_a_touchpoint_and_a_practice(checklist):
    assert len(scored(checklist)) > 1
    for item in scored(checklist):
        assert item.touchpoint in TOUCHPOINTS, item.id
        assert item.develop, item.id


@pytest.mark.parametrize("name", CHECKLISTS)
def test_there_is_nothing_to_say_against_it(name):
    """Every practice and figure that it names is there, and so on: no rule warns of anything."""
    found = remarks(read_source(PATHS[name]), CHECKLISTS[name], known_names())
    assert [one for one in found if one.severity is not Severity.INFORMATION] == []


@every
def test_own_words_are_asked_without_names(checklist):
    for item in checklist.items.values():
        if item.type == "text":
            assert "nimi" in item.help["fi"].casefold(), item.id
            assert "name" in item.help["en"].casefold(), item.id


@every
def test_its_texts_fit_a_small_screen(checklist):
    for path, text in checklist.texts:
        for language in LANGUAGES:
            assert text[language].strip() == text[language], (path, language)
            if path[-1] in LONGEST:
                assert len(text[language]) <= LONGEST[path[-1]], (path, language)


@every
def test_every_question_asks(checklist):
    for item in checklist.items.values():
        assert all("?" in item.text[language] for language in LANGUAGES), item.id
