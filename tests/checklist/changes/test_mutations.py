"""Whatever is changed in one place of a checklist is told, and no smaller than it is.

The oracles are the digests, which `kunto compare` goes by, and the visit itself: what is asked,
what an answer is called, and what it scores.
"""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from asiakaskunto_cli.checklist.answer import NEVER
from asiakaskunto_cli.checklist.changes.bump import Bump
from asiakaskunto_cli.checklist.changes.change import Kind, Part
from asiakaskunto_cli.checklist.changes.find import changes_between
from asiakaskunto_cli.checklist.changes.findings import change_findings
from asiakaskunto_cli.checklist.digest import (
    content_sha256,
    definition,
    rule_sha256,
    scoring_sha256,
)
from asiakaskunto_cli.checklist.items import (
    ChoiceItem,
    DurationItem,
    MultiItem,
    NpsItem,
    NumberItem,
    ScaleItem,
    TallyItem,
    YesNoItem,
)
from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.scoring.items import score_of
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.reader import read_text

SHIPPED = [
    definition(read_checklist(path).checklist)
    for path in checklist_files(Path("nothing-of-ones-own")).values()
]
# What a key may hold, from all the lists there are: a mutation takes what another place has.
FOUND = {}


def collect(value, key=None):
    if isinstance(value, dict):
        for name, one in value.items():
            collect(one, name)
    elif isinstance(value, list):
        for one in value:
            collect(one, key)
    elif value not in FOUND.setdefault(key, []):
        FOUND[key].append(value)


collect(SHIPPED)
AMOUNTS = [0, 0.1, 0.5, 1, 2, 3, 8, 10, 11, 60, 1e6]
SOME_TIMES = [*AMOUNTS, NEVER]
SOME_TALLIES = [{"k": k, "n": n} for k, n in ((0, 0), (0, 2), (1, 2), (2, 2))]


def places(value, path=()):
    """Yield the path of every value inside plain data."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inside:
        yield (*path, key)
        if isinstance(one, dict | list):
            yield from places(one, (*path, key))


def holder(data, path):
    for key in path[:-1]:
        data = data[key]
    return data


class Mutated(tuple):
    """A list before and after; of a failing one only the place is shown."""

    __slots__ = ()

    def __repr__(self):
        before, after, way, path = self
        return f"{way} at {path} of {before['id']}: {holder(after, path)}"


@st.composite
def mutations(draw):
    """Draw a shipped list and the same one with one place of it changed."""
    before = draw(st.sampled_from(SHIPPED))
    after = copy.deepcopy(before)
    path = draw(st.sampled_from([one for one in places(before) if one[0] not in {"version", "id"}]))
    held, key = holder(after, path), path[-1]
    value = held[key]
    way = draw(st.sampled_from(["other", "remove", "swap"]))
    if way == "remove":
        del held[key]
    elif way == "swap":
        others = [
            one for one in (held if isinstance(held, dict) else range(len(held))) if one != key
        ]
        assume(others)
        other = draw(st.sampled_from(others))
        held[key], held[other] = held[other], held[key]
    elif isinstance(value, bool):
        held[key] = not value
    elif isinstance(value, int | float):
        held[key] = draw(st.sampled_from(AMOUNTS))
    elif isinstance(value, str):
        named = next(one for one in reversed(path) if isinstance(one, str))
        held[key] = draw(st.sampled_from(FOUND[named]))
    else:
        held[key] = value[::-1] if isinstance(value, list) else {}
    return Mutated((before, after, way, path))


def read(data):
    try:
        return Checklist.model_validate(data)
    except ValidationError:
        assume(condition=False)
        raise


def without_version(checklist):
    return {key: value for key, value in definition(checklist).items() if key != "version"}


def answers_to(checklist, item):
    """Return legal answers to an item: all of them where there are few."""
    match item:
        case YesNoItem():
            return [False, True]
        case ScaleItem():
            lowest, highest = checklist.bounds_of(item)
            return list(range(lowest, min(highest, lowest + 12) + 1))
        case NpsItem():
            return list(range(11))
        case ChoiceItem():
            return item.option_ids
        case MultiItem():
            ids = sorted(item.option_ids)
            return [[], ids, *([one] for one in ids)]
        case DurationItem():
            return SOME_TIMES if item.never else AMOUNTS
        case TallyItem():
            return SOME_TALLIES
        case NumberItem():
            return AMOUNTS
    return ["words"]


def worth(checklist, item):
    """Return what every answer to an item scores; a promise of 5 was given before it."""
    found = {}
    for answer in answers_to(checklist, item):
        given = {item.id: Response(answer=answer)}
        if getattr(item, "against", None):
            given[item.against] = Response(answer=5)
        found[json.dumps(answer)] = score_of(checklist, item, given)
    return found


def names(checklist, item, language):
    """Return what every answer to an item is called."""
    return {
        json.dumps(answer): answer_label(checklist, item, answer, language)
        for answer in answers_to(checklist, item)
    }


def holds_together(checklist):
    """Tell whether visits can be run by a list at all; what is wrong with others is found so."""
    ids = [item.id for section in checklist.sections for item in section.items]
    scored_by_halves = any(
        isinstance(item, ChoiceItem) and len({one.score is None for one in item.options}) > 1
        for item in checklist.items.values()
    )
    return len(ids) == len(set(ids)) and not scored_by_halves


LOOKED_AT = settings(
    max_examples=2 * settings.default.max_examples,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much],
)


@given(mutations())
@LOOKED_AT
def test_no_mutation_is_taken_for_less_than_its_digests_say(mutated):
    before, after = map(read, mutated[:2])
    found = changes_between(before, after)
    same_content = without_version(before) == without_version(after)
    assert (found.bump is None) is same_content
    assert (found.changes == ()) is same_content
    if scoring_sha256(before) != scoring_sha256(after):
        assert found.bump in {Bump.MINOR, Bump.MAJOR}
    broken = [
        name
        for name, item in before.items.items()
        if name not in after.items
        or rule_sha256(before, item) != rule_sha256(after, after.items[name])
    ]
    told = {
        one.spot.id for one in found.changes if one.spot.part is Part.ITEM and one.bump == "major"
    }
    assert set(broken) <= told
    assert not broken or found.bump is Bump.MAJOR
    if scoring_sha256(before) == scoring_sha256(after) and before.methods == after.methods:
        assert found.comparability.extent in {"whole", "unscored"}


@given(mutations())
@LOOKED_AT
def test_no_mutation_of_what_a_visit_asks_or_scores_goes_unnoticed(mutated):
    before, after = map(read, mutated[:2])
    assume(holds_together(after))
    found = changes_between(before, after)
    changed = {one.spot.id for one in found.changes if one.spot.part in {Part.ITEM, Part.SCALE}}
    major = {one.spot.id for one in found.changes if one.bump is Bump.MAJOR}
    for name, old in before.items.items():
        new = after.items.get(name)
        if new is None:
            assert name in major
            continue
        if worth(before, old) != worth(after, new):
            assert name in major
        for language in before.languages:
            if old.text[language] != new.text.get(language):
                assert name in changed
            if names(before, old, language) != names(after, new, language):
                assert {name, getattr(old, "scale", None)} & changed


@given(mutations())
@LOOKED_AT
def test_a_mutation_is_an_error_until_the_version_says_so(mutated):
    before, after = map(read, mutated[:2])
    found = changes_between(before, after)
    codes = [one.code for one in change_findings(source_of(after), found) if is_error(one)]
    assert ("K380" in codes) is (without_version(before) != without_version(after))
    raised = after.model_copy(update={"version": str(found.required)})
    again = changes_between(before, raised)
    assert again.changes == found.changes
    left = [one.code for one in change_findings(source_of(raised), again) if is_error(one)]
    assert set(left) <= {"K382"}
    assert ("K382" in left) is any(
        one.kind is Kind.TURNED and one.spot.part is not Part.CHECKLIST for one in found.changes
    )


def source_of(checklist):
    return read_text("lista.yaml", json.dumps(definition(checklist)).encode())


def is_error(finding):
    return finding.severity is Severity.ERROR


@st.composite
def swapped_labels(draw):
    """Draw a list, an item of it, and the list with two labels of the item's answers swapped."""
    checklist = draw(st.sampled_from(SHIPPED))
    items = [
        (number, index, item)
        for number, section in enumerate(checklist["sections"])
        for index, item in enumerate(section["items"])
        if item["type"] in {"choice", "multi"} or "scale" in item
    ]
    assume(items)
    number, index, item = draw(st.sampled_from(items))
    after = copy.deepcopy(checklist)
    if "scale" in item:
        labels = after["scales"][item["scale"]]
        one, other = draw(st.permutations(sorted(labels)).map(lambda keys: keys[:2]))
        labels[one], labels[other] = labels[other], labels[one]
    else:
        options = after["sections"][number]["items"][index]["options"]
        one, other = draw(st.permutations(options).map(lambda found: found[:2]))
        one["label"], other["label"] = other["label"], one["label"]
        one, other = one["id"], other["id"]
    return checklist, after, item, {one, other}


@given(swapped_labels())
@settings(max_examples=settings.default.max_examples, deadline=None)
def test_swapped_labels_are_never_taken_for_wording(drawn):
    before, after, item, members = drawn
    found = changes_between(read(before), read(after))
    turned = [one for one in found.changes if one.kind is Kind.TURNED]
    assert {one.spot.member for one in turned} == members
    assert {one.spot.id for one in turned} == {item.get("scale", item["id"])}
    assert found.bump is Bump.MAJOR


@pytest.mark.parametrize("number", range(len(SHIPPED)))
def test_the_content_digest_sees_what_the_changes_see(number):
    before = read(SHIPPED[number])
    after = before.model_copy(update={"minutes": 599})
    assert content_sha256(before) != content_sha256(after)
    assert [one.spot.key for one in changes_between(before, after).changes] == ["minutes"]
