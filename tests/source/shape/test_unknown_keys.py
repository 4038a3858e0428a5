"""Keys that cannot stand where they do: what is proposed instead, and what never is."""

import pytest

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.practices import PracticesFile
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.shape import synonyms
from asiakaskunto_cli.source.shape.fit import fit
from asiakaskunto_cli.source.shape.places import Places
from asiakaskunto_cli.source.shape.synonyms import keys_meant
from asiakaskunto_cli.visit.answers_file import AnswersFile, GivenAnswer

START = """
kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
"""
ITEM = "{id: a, text: Hymy, type: yes_no"


def section(items="[{id: a, text: Hymy, type: yes_no}]", head="id: b, title: B"):
    return f"sections: [{{{head}, items: {items}}}]"


def when(condition):
    return section(f"[{ITEM}}}, {{id: c, text: Syy, type: text, when: {condition}}}]")


def told(text, model=Checklist):
    """Return the key, or the message, and the remedy of every finding."""
    findings = fit(read_text("a.yaml", text.encode()), model, empty_is_absent=False)[1]
    return [(at.code, at.message.split("“")[1].split("”")[0], at.remedy) for at in findings]


def meant(key):
    return f"Did you mean “{key}”?"


@pytest.mark.parametrize(
    ("text", "key", "remedy"),
    [
        (section("[{id: a, question: Hymy, type: yes_no}]"), "question", meant("text")),
        (section("[{id: a, Kysymys: Hymy, type: yes_no}]"), "Kysymys", meant("text")),
        (section("[{name: a, text: Hymy, type: yes_no}]"), "name", meant("id")),
        (section("[{id: a, text: Hymy, tyyppi: yes_no}]"), "tyyppi", meant("type")),
        (section(f"[{ITEM}, osa-alue: tunne}}]"), "osa-alue", meant("area")),
        (section(f"[{ITEM}, osa_alue: tunne}}]"), "osa_alue", meant("area")),
        (section(f"[{ITEM}, mittari: objective}}]"), "mittari", meant("measure")),
        (section(f"[{ITEM}, paino: 2}}]"), "paino", meant("weight")),
        (section(f"[{ITEM}, la\u0308hde: Oma}}]"), "la\u0308hde", meant("source")),
        (section(f"[{ITEM}, ehto: core}}]"), "ehto", meant("gate")),
        (section(f"[{ITEM}, ehto: {{item: x, is: true}}}}]"), "ehto", meant("when")),
        (section(head="id: b, name: B"), "name", meant("title")),
        (section(head="nimi: b, title: B"), "nimi", meant("id")),
        (section().replace("items", "item"), "item", meant("items")),
        (section().replace("items", "kysymykset"), "kysymykset", meant("items")),
        (section().replace("sections", "osiot"), "osiot", meant("sections")),
        (f"scale: {{a: {{1: A, 2: B}}}}\n{section()}", "scale", meant("scales")),
        (when("{item: a, in: [true]}"), "in", meant("any_of")),
        (when("{item: a, equals: true}"), "equals", meant("is")),
        (when("{item: a, not: true}"), "not", meant("is_not")),
        (when("{id: a, is: true}"), "id", meant("item")),
        (when("{items: a, is: true}"), "items", meant("item")),
        (when("{or: [{item: a, is: true}]}"), "or", meant("any")),
    ],
)
def test_a_key_is_proposed_that_can_stand_there_and_a_missing_one_is_not_told_too(
    text, key, remedy
):
    assert told(START + text) == [("K201", key, remedy)]
    proposed = remedy.split("“")[1].split("”")[0]
    before, _colon, after = (START + text).rpartition(f"{key}:")
    mended = f"{before}{proposed}:{after}"
    assert "K201" not in {code for code, _name, _remedy in told(mended)}


CONDITION = "all, any, visit, is_not, any_of, at_least, at_most, below, answered"
MOVE = "Remove it, or move it to where it belongs."


@pytest.mark.parametrize(
    ("text", "key", "remedy"),
    [
        (
            when("{not: {item: a, is: true}}"),
            "not",
            "Use one of: all, any, item, visit, any_of, at_least, at_most, below, answered.",
        ),
        (
            when("{item: a, is: true, tyyppi: x}"),
            "tyyppi",
            f"Remove it, or use one of: {CONDITION}.",
        ),
        (when("{item: a, is: true, type: x}"), "type", MOVE),
        (when("{notes: {item: a, is: true}}"), "notes", "Move it to where it belongs."),
        (
            f"items: [{ITEM}}}]",
            "items",
            "It belongs in an entry of “sections”: add “sections: …” here and move it there.",
        ),
        (f"{section()}\nitems: [{ITEM}}}]", "items", "Move it into an entry of “sections”."),
        (f"{section()}\nitems: 5", "items", MOVE),
        (
            f"items: [{section()[len('sections: [') : -1]}]",
            "items",
            meant("sections"),
        ),
        (section(f"[{ITEM}, turha: 1}}]"), "turha", "Remove it or correct its spelling."),
        (
            section(f"[{ITEM}, turha: {{a: 1}}}}]"),
            "turha",
            "Correct its spelling, or move it to where it belongs.",
        ),
        (
            section(f"[{ITEM}, txet: Ilme}}]"),
            "txet",
            "“text” is there already: keep one of the two.",
        ),
        (
            section(f"[{ITEM}, kysymys: Ilme}}]"),
            "kysymys",
            "“text” is there already: keep one of the two.",
        ),
        (
            section(f"[{ITEM}, scale: tahti}}]"),
            "scale",
            "Only items of the type scale have it: change the type, or remove it.",
        ),
        (
            section(f"[{ITEM}, bands: [{{score: 1}}]}}]"),
            "bands",
            "Only items of the type duration/number have it: change the type, or remove it.",
        ),
    ],
)
def test_where_no_key_is_meant_nothing_is_thrown_away_unseen(text, key, remedy):
    assert told(START + text) == [("K201", key, remedy)]


def test_a_band_that_is_one_pair_is_told_once():
    item = "{id: a, text: Kauanko?, type: duration, bands: BANDS}"
    form = "Write it as {up_to: …, score: …}."
    pairs = START + section(f"[{item.replace('BANDS', '[20: 1, 0.5: 0]')}]")
    assert told(pairs) == [("K201", "20", form), ("K201", "0.5", form)]
    beside = START + section(f"[{item.replace('BANDS', '[{20: 1, up_to: 5}]')}]")
    assert [code for code, _key, _remedy in told(beside)] == ["K202", "K201"]
    word = START + section(f"[{item.replace('BANDS', '[xyz: 1]')}]")
    assert sorted(code for code, _key, _remedy in told(word)) == ["K201", "K202"]


def test_the_words_hold_in_every_kind_of_file():
    assert told("sites: [{id: a, nimi: A}]\nyritys: Oy\n", Programme) == [
        ("K201", "nimi", meant("name")),
        ("K201", "yritys", meant("organisation")),
    ]
    practices = "kunto: 1\nkind: practices\npractices: [{id: a, name: A, kysymys: B}]\n"
    assert told(practices, PracticesFile) == [
        ("K201", "name", meant("title")),
        ("K201", "kysymys", meant("text")),
    ]


def test_the_one_version_of_the_format_is_told_with_the_key_that_is_missing():
    text = START.replace("kunto: 1\n", "") + section()
    assert told(text) == [("K202", "kunto", "Add “kunto: 1” here.")]


def test_every_word_stands_for_keys_that_there_are():
    models = (Checklist, Programme, PracticesFile, AnswersFile, GivenAnswer)
    known = set().union(*(Places(model, None).everywhere for model in models))
    words = " ".join(synonyms._WORDS.values()).split()
    assert {key for word in words for key in keys_meant(word)} <= known
    assert {key.replace("-", "_") for key in synonyms._WORDS} <= known


def test_where_a_key_may_stand_is_read_off_the_model():
    source = read_text("a.yaml", (START + when("{item: a, is: true}")).encode())
    places = Places(Checklist, source.data)
    assert list(places.keys(("sections", 0))) == ["id", "title", "items"]
    assert "invert" in places.keys(("sections", 0, "items", 0))
    assert "invert" not in places.keys(("sections", 0, "items", 1))
    assert "is" in places.keys(("sections", 0, "items", 1, "when"))
    assert "is_" not in places.everywhere
    assert places.keys(("scales", "a")) == {}
    assert list(places.types(("sections", 0, "items", 0)))[:2] == ["yes_no", "scale"]
    assert places.types(("sections", 0)) == {}
