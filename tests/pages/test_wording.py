"""The texts of checklists by id: the newest words, and those that only an old version had."""

import pytest

from asiakaskunto_cli.pages.wording import Wording

OLD = """
kunto: 1
id: shop
version: 1.0.0
method: ask
title: {en: Shop, fi: Kauppa}
languages: [en, fi]
sections:
  - id: visit
    title: {en: Visit, fi: Käynti}
    items:
      - {id: greeted, text: {en: Greeted?, fi: "Tervehdittiinkö?"}, type: text}
      - {id: helped, text: {en: Helped?, fi: "Autettiinko?"}, type: text}
      - id: came
        text: {en: Came?, fi: "Tulitko?"}
        type: choice
        options: [{id: on-foot, label: {en: on foot, fi: jalan}}, {id: by-car, label: {en: car, fi: auto}}]
classify:
  - id: kind
    title: {en: Kind, fi: Laji}
    steps:
      - {id: good, label: {en: Good, fi: Hyvä}, when: {item: came, is: by-car}}
      - {id: other, label: {en: Other, fi: Muu}}
"""  # noqa: E501 a checklist reads best as it is written


@pytest.fixture
def wording(checklist_of):
    new = (
        OLD.replace("1.0.0", "1.1.0")
        .replace("Greeted?", "Were you greeted?")
        .replace('      - {id: helped, text: {en: Helped?, fi: "Autettiinko?"}, type: text}\n', "")
        .replace(
            "{id: on-foot, label: {en: on foot, fi: jalan}}",
            "{id: by-bike, label: {en: bike, fi: pyörä}}",
        )
        .replace("Kind", "Sort")
        .replace("Visit", "The visit")
    )
    versions = [checklist_of(text.encode()) for text in (OLD, new)]
    return lambda language: Wording(versions, language)


def test_the_newest_version_tells_and_an_old_one_only_what_the_newest_lacks(wording):
    english = wording("en")
    assert english.titles == {"shop": "Shop"}
    assert english.questions("shop") == {
        "helped": "Helped?",
        "greeted": "Were you greeted?",
        "came": "Came?",
    }
    assert english.question("shop", "greeted") == "Were you greeted?"
    assert english.options("shop", "came") == {
        "on-foot": "on foot",
        "by-car": "car",
        "by-bike": "bike",
    }
    assert english.section("shop", "visit") == "The visit"
    assert english.classification("shop", "kind") == "Sort"
    assert english.steps("shop", "kind") == {"good": "Good", "other": "Other"}


def test_it_speaks_the_language_it_was_asked_for_else_the_first_of_the_checklist(wording):
    assert wording("fi").question("shop", "helped") == "Autettiinko?"
    assert wording("sv").title("shop") == "Shop"
