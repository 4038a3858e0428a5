"""Nothing of the source texts was forgotten: every question and rule leads somewhere."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLACES = (ROOT, ROOT / "src" / "asiakaskunto_cli")

# The inventory of the source texts: how many of each family there are, numbered from 1.
QUESTIONS = {
    "HP": 7,
    "TP": 9,
    "KS": 5,
    "EV": 9,
    "HU": 16,
    "MA": 18,
    "UN": 21,
    "OK": 15,
    "RE": 21,
    "SU": 13,
    "AP": 10,
    "YD": 17,
    "TR": 14,
    "SE": 14,
    "KA": 18,
    "PA": 14,
    "JA": 10,
    "JU": 16,
    "KO": 18,
    "YL": 27,
}
WHYS = ("KS1M", "KS2M", "KS3M")
OTHERS = {"M": 14, "A": 3, "T": 4, "J": 14, "S": 37, "L": 19, "K": 35}


def numbered(families):
    return {f"{family}{number}" for family in families for number in range(1, families[family] + 1)}


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("seed_coverage", ROOT / "tools/seed_coverage.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def mapping(tool):
    return tool.read_mapping()


@pytest.fixture(scope="module")
def known(tool):
    return tool.texts()


def test_the_inventory_is_mapped_whole_and_nothing_else(mapping):
    questions = numbered(QUESTIONS) | set(WHYS)
    others = numbered(OTHERS)
    assert (len(questions), len(others)) == (295, 126)
    assert set(mapping) == questions | others


def test_every_target_is_there(tool, mapping, known):
    assert [
        (name, lost) for name, entry in mapping.items() for lost in tool.targets(entry, known)[1]
    ] == []


def test_every_entry_is_told_in_a_way_that_is_counted(tool, mapping):
    assert {tool.way(entry) for entry in mapping.values()} <= set(tool.WAYS)
    said = [entry for entry in mapping.values() if isinstance(entry, dict)]
    assert [entry for entry in said if len(entry) != 1 or not all(entry.values())] == []


def test_every_module_that_carries_a_rule_is_there(mapping):
    named = {
        file
        for entry in mapping.values()
        if isinstance(entry, dict)
        for file in re.findall(r"[\w/-]+\.(?:py|yaml)", " ".join(entry.values()))
    }
    assert len(named) > 10
    assert [file for file in named if not any((place / file).is_file() for place in PLACES)] == []


def test_every_place_that_a_reason_refers_to_is_there(mapping, known):
    lists = {name for name in known if "/" not in name}
    named = {
        place
        for entry in mapping.values()
        if isinstance(entry, dict)
        for place in re.findall(r"[a-z0-9-]+/[a-z0-9-]+(?![\w/.-])", " ".join(entry.values()))
        if place.partition("/")[0] in lists
    }
    assert len(named) > 5
    assert named <= set(known)


def test_the_page_is_what_the_tool_writes(tool, mapping, known):
    written = tool.PAGE.read_text(encoding="utf-8")
    assert tool.page(mapping, known) == written, "run: python tools/seed_coverage.py"
