"""Lists that come with kunto, changed in a place or two: --against never calls them the same.

The oracle is another reader's view of the two files, PyYAML's: where that differs, something has to
be told, and where it does not, nothing is owed.
"""

import contextlib
import difflib
import io
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asiakaskunto_cli.checklist.digest import content_sha256
from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.cli.app import run

SHIPPED = [
    path.read_text(encoding="utf-8")
    for path in checklist_files(Path("nothing-of-ones-own")).values()
]
FEWER = settings(
    max_examples=settings.default.max_examples,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def values_in(node, key=""):
    """Yield every value that is a word or a number, as its key, where it starts and where it ends.

    An entry of a list goes by the key of the list.
    """
    if isinstance(node, yaml.ScalarNode):
        yield key, node.start_mark.index, node.end_mark.index
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from values_in(one, key)
    else:
        for name, one in node.value:
            yield from values_in(one, name.value)


PLACES = [list(values_in(yaml.compose(text, Loader=yaml.CSafeLoader))) for text in SHIPPED]
# What a key may hold, as it is written somewhere: a mutation takes what another place has.
FOUND = {}
for whole, places in zip(SHIPPED, PLACES, strict=True):
    for place in places:
        written = whole[place[1] : place[2]]
        if "\n" not in written:
            FOUND.setdefault(place[0], {})[written] = None


class Mutated(tuple):
    """A list before and after; of a failing one only the lines that differ are shown."""

    __slots__ = ()

    def __repr__(self):
        return "\n".join(
            difflib.unified_diff(*(one.splitlines() for one in self), n=0, lineterm="")
        )


@st.composite
def mutations(draw):
    """Draw a list, and the same one with a place or two of it changed."""
    number = draw(st.integers(0, len(SHIPPED) - 1))
    text = SHIPPED[number]
    # By key first: most values are texts, and few of them weights.
    by_key = {}
    for place in PLACES[number]:
        by_key.setdefault(place[0], []).append(place)
    keys = draw(st.lists(st.sampled_from(sorted(by_key)), min_size=1, max_size=2, unique=True))
    changes = [draw(st.sampled_from(by_key[key])) for key in keys]
    for key, start, end in sorted(changes, key=lambda one: -one[1]):
        value = draw(st.sampled_from([*FOUND.get(key, {}), text[start:end]]))
        text = f"{text[:start]}{value}{text[end:]}"
    lines = text.splitlines(keepends=True)
    place = draw(st.integers(0, len(lines) - 1))
    how = draw(st.sampled_from(["", "", "", "", "lose", "repeat", "remark", "swap", "ends"]))
    if how == "lose":
        del lines[place]
    elif how == "repeat":
        lines.insert(place, lines[place])
    elif how == "remark":
        lines.insert(place, "# a remark of the author's\n\n")
    elif how == "swap":
        lines[place - 1 : place + 1] = reversed(lines[place - 1 : place + 1])
    elif how == "ends":
        lines = [line.replace("\n", "\r\n") for line in lines]
    return Mutated((SHIPPED[number], "".join(lines)))


def without_version(text):
    """Return a file as another reader sees it, every value a word; None where it is no YAML."""
    try:
        data = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 it makes nothing but words
    except yaml.YAMLError:
        return None
    return {key: one for key, one in data.items() if key != "version"}


def validated(*words):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["--debug", "validate", *words, "--format", "json"])
    assert (code in {0, 1}, err.getvalue()) == (True, "")
    return code, json.loads(out.getvalue())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("against")


@FEWER
@given(drawn=mutations())
def test_what_changes_the_meaning_is_told_and_nothing_else_owes_a_version(folder, drawn):
    before, after = folder / "before.yaml", folder / "after.yaml"
    for path, text in zip((before, after), drawn, strict=True):
        path.write_text(text, encoding="utf-8", newline="")
    code, told = validated(str(after), "--against", str(before))
    seen = [without_version(text) for text in drawn]
    codes = [one["code"] for one in told["findings"]]
    owed = [one["bump"] for one in told["comparisons"]]
    if seen[0] == seen[1]:
        assert owed in ([None], [])
        assert {"K380", "K382", "K383", "K384", "K386"}.isdisjoint(codes)
    elif "error" not in [one["severity"] for one in told["findings"]]:
        same = content_of(before) == content_of(after)
        assert same or any(owed) or "K386" in codes or told["new"]
    if any(owed) and read_checklist(before).checklist.version == version_in(drawn[1]):
        assert code == 1
        assert "K380" in codes
    places = [(one["line"], one["column"]) for one in told["findings"] if one["code"] == "K380"]
    assert not places or places == [version_place(drawn[1])]


def content_of(path):
    """Return the digest of a list as if its version had stayed."""
    checklist = read_checklist(path).checklist
    return content_sha256(checklist.model_copy(update={"version": "1.0.0"}))


def version_in(text):
    return yaml.load(text, Loader=yaml.CBaseLoader)["version"]  # noqa: S506 as above


def version_place(text):
    """Return line and column of the version, as PyYAML knows them."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    (mark,) = [value.start_mark for name, value in root.value if name.value == "version"]
    return mark.line + 1, mark.column + 1
