"""A record that became a row comes back as it was, and shared facts are told once."""

from datetime import UTC, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.rows import (
    Rows,
    Shared,
    apart,
    name_in,
    setting_in,
    setting_text,
    stored,
    verdict_in,
    verdict_text,
)
from asiakaskunto_cli.words import Area, Entry, Level, Method, Outcome, Status

words = st.text(max_size=5)
scores = st.none() | st.floats(0, 100)
zones = st.sampled_from([UTC, timezone(timedelta(hours=3)), timezone(timedelta(hours=-9.5))])
gates = st.lists(words, max_size=3).map(tuple)

records = st.builds(
    VisitRecord,
    file=words.map("k/{}.json".format),
    report_id=words,
    supersedes=st.none() | words,
    visited_at=st.datetimes(timezones=zones),
    score=scores,
    areas=st.dictionaries(st.sampled_from(Area), scores),
    completeness=st.floats(0, 1),
    site=words,
    site_name=words,
    channel=st.none() | words,
    evaluator=st.none() | words,
    status=st.sampled_from(Status),
    entry=st.sampled_from(Entry),
    wave=words,
    method=st.sampled_from(Method),
    checklist=words,
    checklist_version=words,
    scoring_sha256=words,
    in_index=st.booleans(),
    area_weights=st.dictionaries(st.sampled_from(Area), st.floats(0, 9)),
    target=st.none() | st.sampled_from(Level),
    outcome=st.sampled_from(Outcome),
    level=st.none() | st.sampled_from(Level),
    critical_failed=gates,
    core_failed=gates,
    critical_unchecked=gates,
    core_unchecked=gates,
)


@given(st.lists(records, max_size=4))
def test_records_come_back_as_they_were(given_records):
    rows = Rows()
    made = [
        (0, stored(record.file.removeprefix("k/")), *rows.row(apart(record)))
        for record in given_records
    ]
    found = list(rows.records(made, {0: "k/"}))
    assert found == given_records
    # Equal maps may differ in the order of their keys, and equal moments in their zone.
    assert [repr(tuple(one.areas)) for one in found] == [
        repr(tuple(one.areas)) for one in given_records
    ]
    assert [one.visited_at.isoformat() for one in found] == [
        one.visited_at.isoformat() for one in given_records
    ]
    for facts in rows.settings.facts:
        assert repr(setting_in(setting_text(facts))) == repr(facts)
    for facts in rows.verdicts.facts:
        assert repr(verdict_in(verdict_text(facts))) == repr(facts)


def test_equal_facts_have_one_number():
    shared = Shared()
    assert [shared.number(facts) for facts in [("a",), ("b",), ("a",)]] == [0, 1, 0]
    assert shared.facts == [("a",), ("b",)]


def test_facts_that_have_numbers_keep_them_apart_from_those_there_are():
    shared = Shared()
    shared.number(("a",))
    shift = shared.take_over({0: ("b",), 2: ("a",)})
    assert [shared.facts[shift + number] for number in (0, 2)] == [("b",), ("a",)]
    assert shared.number(("a",)) == 0
    assert shared.number(("b",)) == shift
    assert shared.number(("c",)) == len(shared.facts) - 1 == 4


@given(st.binary(min_size=1, max_size=8).filter(lambda one: b"\0" not in one))
def test_any_name_can_be_stored(name):
    text = name.decode("utf-8", "surrogateescape")
    kept = stored(text)
    assert name_in(kept) == text
    assert isinstance(kept, bytes) or kept.isascii()
