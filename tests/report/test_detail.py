"""Visits with their answers: the same as in the whole report, and one checklist for all of them."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.folder import collect
from asiakaskunto_cli.report.partial import detail_of
from asiakaskunto_cli.report.read import (
    DetailReader,
    Fault,
    UnusableReportError,
    read_record,
    read_report,
)
from asiakaskunto_cli.report.seal import Seal, _sealed, sealed
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import State

NOON = datetime.fromisoformat("2026-10-05T12:41:07+03:00")
words = st.text("aä“\n", max_size=8)


@pytest.fixture
def write(tmp_path):
    def run(content, name="raportti.json"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return run


def resealed(content, change):
    """Return a whole file whose JSON was changed: no kunto would have written it."""
    document = json.loads(content)
    del document["sha256"]
    change(document)
    return _sealed(document)


def responses(answers):
    return st.builds(
        Response,
        answer=st.none() | answers,
        not_observed=st.booleans(),
        why=words,
        why_declined=st.booleans(),
        note=words,
    )


visits = st.fixed_dictionaries(
    {
        "tervehdys": responses(st.booleans()),
        "hymy": responses(st.integers(1, 5)),
        "jono": responses(st.integers(0, 9) | st.floats(0.25, 9.75)),
        "ryhma": responses(st.sampled_from(["uusi", "vanha"])),
        "kuvaus": responses(words),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=visits)
def test_details_say_the_same_as_the_record_and_the_report(write, visited, opening, answers):
    path = write(sealed(build_report(visited, opening(), Closing(answers, "", NOON))))
    report = read_report(path)
    detail, seal = DetailReader().read(path)
    assert (detail.record, seal) == read_record(path)
    assert detail.checklist == visited
    assert (detail.sections, detail.measures, detail.touchpoints) == (
        report.scores.sections,
        report.scores.measures,
        report.scores.touchpoints,
    )
    assert {name: asdict(one) for name, one in detail.classes.items()} == {
        name: one.model_dump() for name, one in report.classes.items()
    }
    kept = {"id", "state", "answer", "score", "why", "why_declined", "note", "personal"}
    assert [asdict(one) for one in detail.items.values()] == [
        one.model_dump(include=kept) for one in report.items
    ]
    assert detail == detail_of(report, visited, str(path))


def test_answers_keep_their_types(write, content):
    detail, _ = DetailReader().read(write(content))
    answers = {name: (one.state, one.answer) for name, one in detail.items.items()}
    assert answers == {
        "tervehdys": (State.SCORED, True),
        "hymy": (State.SCORED, 4),
        "jono": (State.INFORMATIONAL, 2.5),
        "ryhma": (State.NOT_APPLICABLE, None),
    }
    assert [type(answer) for _, answer in answers.values()] == [bool, int, float, type(None)]


def test_visits_of_one_checklist_share_it_and_its_definition_is_read_once(write, make_report):
    reader = DetailReader()
    first, _ = reader.read(write(sealed(make_report(1)), "1.json"))
    spoilt = resealed(sealed(make_report(2)), spoil_definition)
    second, _ = reader.read(write(spoilt, "2.json"))
    assert second.checklist is first.checklist
    with pytest.raises(UnusableReportError):
        DetailReader().read(write(spoilt, "3.json"))


def spoil_definition(document):
    document["checklist"]["definition"]["sections"] = "none"


def drop_definition(document):
    del document["checklist"]["definition"]


def ask_another_item(document):
    document["items"][0]["id"] = "hehku"


def answer_off_the_scale(document):
    document["items"][1]["answer"] = 6


def answer_in_words(document):
    document["items"][0]["answer"] = "yes"


@pytest.mark.parametrize(
    "change",
    [
        spoil_definition,
        drop_definition,
        ask_another_item,
        answer_off_the_scale,
        answer_in_words,
    ],
)
def test_what_the_checklist_and_its_answers_do_not_bear_out_is_damaged(write, content, change):
    path = write(resealed(content, change))
    assert read_record(path)[1] is Seal.WHOLE
    with pytest.raises(UnusableReportError) as refused:
        DetailReader().read(path)
    assert (refused.value.file, refused.value.fault) == (str(path), Fault.DAMAGED)


def test_a_reformatted_file_gives_the_same_details(write, content):
    whole = DetailReader().read(write(content))
    tidy = DetailReader().read(write(json.dumps(json.loads(content), indent=4).encode()))
    assert tidy == (whole[0], Seal.REFORMATTED)


def test_a_folder_yields_the_details_of_just_the_visits_that_count(write, make_report):
    first = make_report(1)
    write(sealed(first), "1.json")
    write(sealed(make_report(2, supersedes=first.report_id)), "2.json")
    write(sealed(make_report(2, supersedes=first.report_id)), "3.json")
    write(sealed(make_report(4)), "4.json")
    write(resealed(sealed(make_report(5)), answer_off_the_scale), "5.json")
    folder = write(b"", "6.json").parent
    found = collect([folder], details=True)
    light = collect([folder])
    assert [detail.record for detail in found.details] == list(found.records)
    assert [detail.record.file[-6:] for detail in found.details] == ["2.json", "4.json"]
    assert light.details == ()
    assert found.left_out == light.left_out
    assert [one.file[-6:] for one in found.unusable] == ["5.json", "6.json"]
    assert found.details[0].checklist is found.details[1].checklist


def test_every_file_is_read_once(write, make_report, monkeypatch):
    read = []

    def counting(path, limit_bytes):
        read.append(Path(path).name)
        return Path(path).read_bytes()[:limit_bytes]

    monkeypatch.setattr("asiakaskunto_cli.report.read.read_regular", counting)
    write(sealed(make_report(1)), "1.json")
    collect([write(sealed(make_report(2)), "2.json").parent], details=True)
    assert read == ["1.json", "2.json"]
