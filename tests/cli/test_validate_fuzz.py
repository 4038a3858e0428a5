"""Sound files, changed in one place: whatever is found, it is told, at a place in the file.

Never a bug, never a position outside the file, and always an exit code that goes with the findings.
"""

import contextlib
import copy
import io
import json
import re
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from asiakaskunto_cli.checklist.library import checklist_files
from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.render.registry import FINDINGS_FORMATS
from asiakaskunto_cli.source.reader import read_text

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "example_checklists" / "valid"
SHIPPED = checklist_files(Path("nothing-of-ones-own"))
EXAMPLE = ROOT / "examples" / "vasara-ja-vispila"

# By the name of the file that is changed; each is of its own kind or has its own keys.
SOUND = {
    "every_type.yaml": (EXAMPLES / "every_type_and_key.yaml").read_text(encoding="utf-8"),
    "smallest.yaml": (EXAMPLES / "smallest.yaml").read_text(encoding="utf-8"),
    "portaat.yaml": SHIPPED["asiakasportaat"].read_text(encoding="utf-8"),
    "practices.yaml": (EXAMPLES / "practices.yaml").read_text(encoding="utf-8"),
    "figures.yaml": (EXAMPLES / "figures.yaml").read_text(encoding="utf-8"),
    "answers.yaml": (ROOT / "examples" / "kirjasto" / "reklamaatio.yaml").read_text(
        encoding="utf-8"
    ),
    "kunto.yaml": (EXAMPLE / "kunto.yaml").read_text(encoding="utf-8"),
}
REPORT = min((EXAMPLE / "reports").glob("*.json"))

# What somebody, or something, may write in the place of a value.
VALUES = [
    "",
    "~",
    "true",
    "0",
    "-1",
    "1e999",
    "9999999999999999999999",
    "0.5",
    "'1'",
    '""',
    "[]",
    "{}",
    "[[]]",
    "{a: 1}",
    "{1: 2}",
    "[1, a, null]",
    "{id: x, text: y, type: z}",
    "{all: []}",
    "{item: hymy, is: {a: 1}}",
    "{below: 2}",
    "12:30",
    "2026-13-45",
    "no",
    "&a x",
    "*a",
    "!!str x",
    "!!python/object:os.system x",
    "|",
    ">-\n  x",
    "'open",
    '"\\ud800"',
    '"\\x1b[31m"',
    "\t",
    "{",
    "]",
    "? x",
    "- x",
    "x: y",
    "a" * 3000,
    "ä",
    "🙂",
    "e\u0301",
]
CHARACTERS = ["\x00", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe", "\r", "\t", "🙂", "ä"]
JARGON = re.compile(r"\bdict\b|NoneType|\bNone\b|pydantic|Traceback|object at 0x|\[key\]|type=")
FEWER = settings(
    max_examples=settings.default.max_examples,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def values_in(text):
    """Return where the values and keys that are words or numbers start and end."""
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    scalars = [one for one in events if isinstance(one, yaml.ScalarEvent)]
    return [(one.start_mark.index, one.end_mark.index) for one in scalars]


PLACES = {name: values_in(text) for name, text in SOUND.items()}
LINES = {name: text.splitlines(keepends=True) for name, text in SOUND.items()}
names = st.sampled_from(list(SOUND))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


def lines_of(content):
    """Return the lines as an editor counts them, without the mark at the start."""
    text = content.decode("utf-8", errors="replace").lstrip("\ufeff")
    lines = re.split(r"\r\n|\r|\n", text)
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def validated(path, *words):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["--debug", "validate", str(path), *words])
    assert (code in {0, 1}, err.getvalue()) == (True, "")
    return code, out.getvalue()


def hold(path, content):
    """Check a changed file and hold to everything that is promised of findings."""
    path.write_bytes(content)
    code, said = validated(path, "--all", "--format", "json")
    findings = json.loads(said)["findings"]
    assert code == any(one["severity"] == "error" for one in findings)
    lines = lines_of(content)
    for one in findings:
        assert one["file"] == str(path)
        assert 1 <= one["line"] <= len(lines), one
        assert 1 <= one["column"] <= len(lines[one["line"] - 1]) + 1, one
        assert re.fullmatch(r"K\d{3}", one["code"])
        assert one["message"].endswith(".")
        assert one["remedy"]
        assert not JARGON.search(f"{one['message']} {one['remedy']}"), one
    places = [(one["line"], one["column"], one["code"]) for one in findings]
    assert places == sorted(places)
    told = [json.dumps(one) for one in findings]
    assert len(told) == len(set(told))
    return findings


@pytest.mark.parametrize("name", SOUND)
def test_what_is_changed_was_sound(folder, name):
    found = hold(folder / name, SOUND[name].encode())
    assert [one for one in found if one["severity"] == "error"] == []


def test_a_type_that_is_no_text_is_told_in_no_programmers_words(folder):
    text = SOUND["smallest.yaml"].replace("type: text", "type: [1, a, null]")
    assert [one["code"] for one in hold(folder / "list.yaml", text.encode())] == ["K204"]


def test_what_is_missing_at_the_end_is_missing_on_the_last_line(folder):
    (finding,) = hold(folder / "open.yaml", b"kunto: 1\nsections: [{#\n")
    assert (finding["line"], finding["code"]) == (2, "K101")


@FEWER
@given(data=st.data())
def test_a_value_or_key_becomes_something_else(folder, data):
    name = data.draw(names)
    start, end = data.draw(st.sampled_from(PLACES[name]))
    value = data.draw(st.sampled_from(VALUES))
    text = SOUND[name]
    hold(folder / name, f"{text[:start]}{value}{text[end:]}".encode())


@FEWER
@given(data=st.data())
def test_a_line_is_repeated_lost_moved_or_shifted(folder, data):
    name = data.draw(names)
    lines = list(LINES[name])
    number = data.draw(st.integers(0, len(lines) - 1))
    line = lines.pop(number)
    how = data.draw(st.integers(0, 5))
    if how == 0:
        lines[number:number] = [line, line]
    elif how == 1:
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    elif how == 2:
        lines.insert(number, " " * data.draw(st.integers(1, 4)) + line)
    elif how == 3:
        lines.insert(number, line.removeprefix(" " * data.draw(st.integers(1, 4))))
    elif how == 4:
        lines.insert(number, "\t" + line.lstrip())
    hold(folder / name, "".join(lines).encode())


@FEWER
@given(data=st.data())
def test_a_character_is_put_in_or_left_out(folder, data):
    name = data.draw(names)
    text = SOUND[name]
    place = data.draw(st.integers(0, len(text)))
    left_out = data.draw(st.integers(0, 3))
    put_in = data.draw(st.sampled_from(["", *CHARACTERS, *":,-#&*!|>'\"%@`{}[]? \n0aA"]))
    hold(folder / name, f"{text[:place]}{put_in}{text[place + left_out :]}".encode())


def keys_and_values(data):
    """Yield every key of plain data with its value."""
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inside:
        if isinstance(key, str):
            yield key, value
        if isinstance(value, dict | list):
            yield from keys_and_values(value)


def maps_and_lists(data):
    """Yield every map and list of plain data that holds anything."""
    if isinstance(data, dict | list) and data:
        yield data
        for one in data.values() if isinstance(data, dict) else data:
            yield from maps_and_lists(one)


DATA = {name: read_text(name, text.encode()).data for name, text in SOUND.items()}
# Keys with their values from every kind of file: each may turn up where it has no business.
FOUND = [pair for data in DATA.values() for pair in keys_and_values(data)]
OTHER_SPELLINGS = [
    str.upper,
    str.title,
    lambda key: key[1:],
    lambda key: key + key[-1:],
    lambda key: key.replace("_", "-"),
    lambda key: f"{key} ",
    lambda key: f"{key}\u00a0",
    lambda key: key.replace("e", "\u0435"),
    lambda key: unicodedata.normalize("NFD", f"{key}ä"),
]


def change_a_key(data, held):
    """Remove, rename or add a key of a map, or give it a value from elsewhere."""
    key = data.draw(st.sampled_from(list(held)))
    other, value = copy.deepcopy(data.draw(st.sampled_from(FOUND)))
    how = data.draw(st.sampled_from(["remove", "rename", "misspell", "add", "value"]))
    if how == "remove":
        del held[key]
    elif how == "rename":
        held[other] = held.pop(key)
    elif how == "misspell":
        held[data.draw(st.sampled_from(OTHER_SPELLINGS))(key)] = held.pop(key)
    elif how == "add":
        held[other] = value
    else:
        held[key] = value


def change_an_entry(data, held):
    """Remove or repeat an entry of a list, or put something from elsewhere in its place."""
    index = data.draw(st.integers(0, len(held) - 1))
    _key, value = copy.deepcopy(data.draw(st.sampled_from(FOUND)))
    how = data.draw(st.sampled_from(["remove", "repeat", "value", "wrap"]))
    entry = held.pop(index)
    if how == "repeat":
        held[index:index] = [entry, copy.deepcopy(entry)]
    elif how == "value":
        held.insert(index, value)
    elif how == "wrap":
        held.insert(index, [entry])


@FEWER
@given(data=st.data())
def test_a_key_or_an_entry_comes_goes_or_is_another(folder, data):
    name = data.draw(names)
    changed = copy.deepcopy(DATA[name])
    for _time in range(data.draw(st.integers(1, 3))):
        held = data.draw(st.sampled_from(list(maps_and_lists(changed)) or [{"": 0}]))
        (change_a_key if isinstance(held, dict) else change_an_entry)(data, held)
    indent = data.draw(st.sampled_from([None, 1]))
    written = json.dumps(changed, ensure_ascii=False, indent=indent)
    hold(folder / name, written.encode())


@FEWER
@given(data=st.data())
def test_all_of_a_file_is_written_otherwise(folder, data):
    name = data.draw(names)
    text = SOUND[name]
    form = data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
    text = unicodedata.normalize(form, text)
    text = text.replace("\n", data.draw(st.sampled_from(["\n", "\r\n", "\r", "\n\n", " \n"])))
    old, new = data.draw(
        st.sampled_from([("ä", "a\u0308"), ("  ", "\t"), (" ", "\u00a0"), ("", "")])
    )
    text = text.replace(old, new, data.draw(st.integers(0, 3)))
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]))
    hold(folder / name, text.encode(encoding, errors="replace"))


@FEWER
@given(data=st.data())
def test_bytes_change(folder, data):
    name = data.draw(names)
    content = SOUND[name].encode()
    place = data.draw(st.integers(0, len(content)))
    noise = data.draw(st.binary(max_size=4))
    hold(folder / name, content[:place] + noise + content[place + data.draw(st.integers(0, 4)) :])


@FEWER
@given(data=st.data())
def test_the_file_is_cut_off(folder, data):
    name = data.draw(names)
    content = SOUND[name].encode()
    hold(folder / name, content[: data.draw(st.integers(0, len(content)))])


@FEWER
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example("﻿\n\n- 1\n\n".encode())
@example(b"\xff\xfea\x00")
@example(b"\n\n\n")
def test_the_file_is_anything(folder, content):
    hold(folder / "anything.yaml", content)


@FEWER
@given(data=st.data())
def test_a_report_is_damaged(folder, data):
    content = REPORT.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    noise = data.draw(st.binary(max_size=4))
    rest = content[place + data.draw(st.integers(0, 4)) :]
    changed = content[:place] + noise + (rest if data.draw(st.booleans()) else b"")
    findings = hold(folder / REPORT.name, changed)
    assert (findings != []) == (changed != content)


@FEWER
@given(data=st.data())
def test_every_format_can_tell_it(folder, data):
    name = data.draw(names)
    start, end = data.draw(st.sampled_from(PLACES[name]))
    text = SOUND[name]
    content = f"{text[:start]}{data.draw(st.sampled_from(VALUES))}{text[end:]}".encode()
    path = folder / name
    path.write_bytes(content)
    code, said = validated(path, "--format", "json")
    count = len(json.loads(said)["findings"])
    for form in ("text", *FINDINGS_FORMATS):
        again, said = validated(path, "--format", form)
        assert again == code
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", said)
        if form == "github":
            assert len(said.splitlines()) == count
