"""What a person meant who typed an id almost right."""

from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.library import checklist_files
from asiakaskunto_cli.checklist.nearest import nearest_ids

KNOWN = checklist_files(Path("nothing-of-ones-own"))
IDS = ["kanavat-ja-vastuu", "maksuhetki", "oma-maksu-lista", "reklamaatio", "reklamaatio-verkossa"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maksu", ["maksuhetki", "oma-maksu-lista"]),
        ("Reklamaatio verkossa", ["reklamaatio-verkossa"]),
        ("reklamatio", ["reklamaatio", "reklamaatio-verkossa"]),
        ("kanvat", ["kanavat-ja-vastuu"]),
        ("kanavat ja vastu", ["kanavat-ja-vastuu"]),
        ("ma", []),
        ("", []),
        ("valitus", []),
    ],
)
def test_the_nearest_ids(typed, meant):
    assert nearest_ids(typed, IDS) == meant


def test_nothing_is_near_where_nothing_is_known():
    assert nearest_ids("maksu", []) == []


@pytest.mark.parametrize("name", KNOWN)
def test_every_shipped_list_is_named_first_after_one_slip(name):
    half = len(name) // 2
    assert nearest_ids(name[:half] + name[half + 1 :], KNOWN)[0] == name


@pytest.mark.parametrize("name", KNOWN)
def test_every_shipped_list_is_named_after_its_first_word(name):
    assert name in nearest_ids(name.partition("-")[0], KNOWN)
