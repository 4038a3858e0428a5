"""What --fix makes of a file means what the file meant, and stands on the same lines."""

import random
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from asiakaskunto_cli.checklist.changes.bump import Version
from asiakaskunto_cli.checklist.library import checklist_files
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.cli.mending import MARK, Wish, mended
from asiakaskunto_cli.source.edit import edited
from asiakaskunto_cli.source.quoting import bare_texts
from asiakaskunto_cli.source.reader import read_text

RISKY = ["no", "On", "12:30", "012", "1_000", "2026-10-01", ".5", "0x1F", "Null", "+358401234567"]
NUMBERS = ["2026", "1.50", "true", "-3"]
OWED = Version(7, 1, 0)
SHIPPED = [path.read_text(encoding="utf-8") for path in checklist_files(Path("none")).values()]
LIST = "lista.yaml"


def wish(*, version=None, quotes=("K203", "K390"), modeline=False):
    return Wish("checklist", Checklist, version, quotes, modeline)


def again(content, **what):
    return mended(Path(LIST), content, wish(**what))


@st.composite
def files(draw):
    """Draw a shipped list with some texts replaced by words that want quotes, in any layout.

    Return its bytes and the paths of the words.
    """
    source = read_text(LIST, draw(st.sampled_from(SHIPPED)).encode())
    checklist = Checklist.model_validate(source.data)
    texts = [(*path, language) for path, said in checklist.texts for language in said]
    chosen = draw(st.lists(st.sampled_from(texts), max_size=4, unique=True))
    words = {path: draw(st.sampled_from(RISKY + NUMBERS)) for path in chosen}
    version = draw(st.sampled_from(["1.0.0", "'1.0.0'", '"1.0.0"', "1.0.0   # first"]))
    text = edited(source, {**words, ("version",): version})
    return as_typed(draw, text), words


def as_typed(draw, text):
    """Return a text with trailing spaces, comments, other line breaks, perhaps a mark before it."""
    chance = random.Random(draw(st.integers(0, 99)))  # noqa: S311 no secret
    ends = ["", "  ", "   # note"]
    lines = [line + chance.choice(ends) for line in text.split("\n")]
    lines.insert(chance.randrange(len(lines)), "# no: 12:30, on its own")
    content = draw(st.sampled_from(["\n", "\r\n"])).join(lines).encode()
    return draw(st.sampled_from([b"", MARK])) + content


def lines_of(content):
    return content.decode().split("\n")


@given(files(), st.sampled_from([None, OWED]))
@settings(max_examples=40, deadline=None)
def test_nothing_but_what_was_to_be_mended_is_touched(file, version):
    content, words = file
    changed = again(content, version=version)
    before, after = (read_text(LIST, one) for one in (content, changed))
    assert after.findings == ()
    mended_data = before.data
    for path, word in words.items():
        holder = mended_data
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = word
    if version is not None:
        mended_data["version"] = str(version)
    assert after.data == mended_data

    places = [*words, *([("version",)] if version else [])]
    meant = {before.position(path).line for path in places}
    pairs = enumerate(zip(lines_of(content), lines_of(changed), strict=True), 1)
    touched = {number for number, (old, new) in pairs if old != new}
    assert touched == meant
    for number in meant:
        old, new = (one.lines.line(number) for one in (before, after))
        assert re.sub(r'["\s]|7\.1\.0', "", new) == re.sub(r'["\s]|1\.0\.0', "", old)
        assert trailing(new) == trailing(old)


def trailing(line):
    return line[len(line.rstrip()) :]


@given(files(), st.sampled_from([None, OWED]))
@settings(max_examples=20, deadline=None)
def test_a_second_run_finds_nothing_and_other_readers_agree(file, version):
    once = again(file[0], version=version)
    assert again(once, version=version) == once
    source = read_text(LIST, once)
    assert bare_texts(source, Checklist) == []
    others = yaml.load(once.decode("utf-8-sig"), Loader=yaml.CSafeLoader)
    for path, said in Checklist.model_validate(source.data).texts:
        theirs = others
        for step in path:
            # What is an integer as a key is so to all other readers: kunto's keys are texts.
            theirs = theirs[int(step) if path[0] == "scales" and step.isdecimal() else step]
        assert theirs == said


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("1.0.0", "7.1.0"),
        ("'1.0.0'", "'7.1.0'"),
        ('"1.0.0"  # first', '"7.1.0"  # first'),
        ("1.0.0\t", "7.1.0\t"),
    ],
)
def test_the_owed_version_stands_in_the_quotes_of_the_old_one(version, expected):
    text = SHIPPED[0].replace("version: 1.0.0", f"version: {version}")
    assert text != SHIPPED[0] or version == "1.0.0"
    found = again(text.encode(), version=OWED).decode()
    assert found == text.replace(f"version: {version}", f"version: {expected}")


@pytest.mark.parametrize(
    "content",
    [
        SHIPPED[0].replace("version: 1.0.0", "version: >-\n  1.0.0").encode(),
        b"kunto: 1\nid: no: on\n",
        b"kunto: 1\nid: no\nid: on\n",
        b"\xff\xfe",
        b"",
    ],
)
def test_what_cannot_be_done_safely_is_left(content):
    assert again(content, version=OWED) == content


def test_of_a_list_that_is_not_valid_only_what_is_plain_is_mended():
    text = "kunto: 1\nid: 12\ntitle: 5\nmethod: no\nminutes: 1_0\n"
    assert again(text.encode()).decode() == text.replace("id: 12", 'id: "12"').replace("5", '"5"')
