"""Answers in words."""

import pytest

from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.language import speaking


@pytest.mark.parametrize(
    ("name", "answer", "english", "finnish"),
    [
        ("asteikko", 4, "4 (good)", "4 (hyvä)"),
        ("asteikko", 2, "2", "2"),
        ("miinus", -1, "-1", "-1"),
        ("suositus", 9, "9", "9"),
        ("valinta", "kassa", "Till", "Kassa"),
        ("monta", ["hymy", "kiitos"], "A smile, Thanks", "Hymy, Kiitos"),
        ("kesto", 7.5, "7.5 min", "7,5 min"),
        ("kesto", 1234, "1234 min", "1234 min"),
        ("ikuinen", 90, "90 s", "90 s"),
        ("maara", 3, "3", "3"),
        ("rajattu", 2.25, "2.25 kpl", "2,25 kpl"),
        ("sanat", "Kiitos [/] {0}", "Kiitos [/] {0}", "Kiitos [/] {0}"),
    ],
)
def test_label_is_what_was_on_the_key(every_type, name, answer, english, finnish):
    item = every_type.items[name]
    with speaking("en"):
        assert answer_label(every_type, item, answer, "en") == english
    with speaking("fi"):
        assert answer_label(every_type, item, answer, "fi") == finnish


@pytest.mark.parametrize(
    ("name", "answer", "label"),
    [
        ("kylla-ei", True, "yes"),
        ("kylla-ei", False, "no"),
        ("monta", [], "none of these"),
        ("ikuinen", "never", "never"),
        ("osuus", {"k": 3, "n": 4}, "3 of 4"),
    ],
)
def test_label_in_kuntos_own_words(every_type, name, answer, label):
    assert answer_label(every_type, every_type.items[name], answer, "en") == label


def test_label_falls_back_to_the_first_language(every_type):
    assert answer_label(every_type, every_type.items["valinta"], "kassa", "sv") == "Kassa"
