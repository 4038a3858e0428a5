"""Checklists are found by the words in them."""

from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.search import Found, search

QUEUE, PAYING = Path("jono.yaml"), Path("kassa.yaml")


@pytest.fixture
def library(make_checklist):
    queue = make_checklist("""
        id: jono
        title: {fi: Jonossa, en: Queueing}
        purpose: {fi: Kertoo odottamisesta., en: Tells of waiting.}
        languages: [fi, en]
        items:
          - {id: pituus, text: {fi: "Kuinka pitkä jono oli?", en: "How long was it?"}, type: text}
          - {id: pahoittelu, text: {fi: "Pahoiteltiinko jonoa?", en: "Any apology?"}, type: text}
    """)
    paying = make_checklist("""
        id: kassalla
        title: {fi: Kassalla, en: At the till}
        languages: [fi, en]
        items:
          - {id: kiitos, text: {fi: "Kiittikö myyjä?", en: "Any thanks in the queue?"}, type: text}
    """)
    return {QUEUE: queue, PAYING: paying}


@pytest.mark.parametrize(
    ("query", "language", "items"),
    [
        ("JONO", "fi", {QUEUE: ("pituus", "pahoittelu")}),
        ("odotta", "fi", {QUEUE: ()}),
        ("kassalla", "en", {PAYING: ()}),
        ("queue", "en", {QUEUE: (), PAYING: ("kiitos",)}),
        ("queue thanks", "en", {PAYING: ("kiitos",)}),
        ("till apology", "en", {}),
    ],
)
def test_every_word_is_held_somewhere(library, query, language, items):
    assert search(library, query, language) == Found(items, {})


def test_a_typing_error_is_read_as_the_nearest_words(library):
    assert search(library, "pahoiteltinko", "fi") == Found(
        {QUEUE: ("pahoittelu",)}, {"pahoiteltinko": ("pahoiteltiinko",)}
    )


def test_a_word_that_is_nowhere_finds_nothing(library):
    assert search(library, "xyzzy jono", "fi") == Found({}, {"xyzzy": ()})


def test_a_query_without_words_finds_every_checklist(library):
    assert search(library, " ", "fi") == Found({QUEUE: (), PAYING: ()}, {})
