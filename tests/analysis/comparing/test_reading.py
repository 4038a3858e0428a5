"""Answers are read only where they are needed; a file whose answers are unusable counts nowhere."""

import pytest

from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.read import Fault, UnusableReportError

ITEMS = """
    id: lista
    items:
      - {id: a, text: a?, type: scale, area: emotion, measure: subjective}
"""


@pytest.fixture
def visits(make_checklist, details):
    checklist = make_checklist(ITEMS)
    elsewhere = {"site": Site(id="asema", name="Asema")}
    return [
        *details(checklist, [{"a": 1}, {"a": 2}, {"a": 3}], wave="w1"),
        *details(checklist, [{"a": 4}, {"a": 5}], wave="w2", day=90),
        *details(checklist, [{"a": 5}], wave="w2", day=180, **elsewhere),
    ]


def reader_of(visits, damaged=()):
    by_file, read = {visit.record.file: visit for visit in visits}, []

    def read_one(file):
        read.append(file)
        if file in damaged:
            raise UnusableReportError(file, Fault.DAMAGED)
        return by_file[file]

    return read_one, read


def test_of_a_group_of_one_wave_only_a_checklist_is_read(visits):
    details, read = reader_of(visits)
    compare([visit.record for visit in visits], None, details)
    assert read[0] == visits[-1].record.file
    assert sorted(read[1:]) == sorted(visit.record.file for visit in visits[:-1])


def test_where_nobody_asks_why_a_checklist_is_read_once_for_its_words(visits):
    details, read = reader_of(visits)
    found = compare([visit.record for visit in visits], Request(why=False), details)
    assert read == [visits[-1].record.file]
    assert [checklist.id for checklist in found.checklists] == ["lista"]


def test_an_unusable_file_counts_nowhere_and_is_named(visits):
    damaged = visits[2].record.file
    details, _read = reader_of(visits, {damaged})
    found = compare([visit.record for visit in visits], None, details)
    rest = [visit for visit in visits if visit.record.file != damaged]
    details, _read = reader_of(rest)
    assert found.groups == compare([visit.record for visit in rest], None, details).groups
    assert [(one.file, one.fault) for one in found.unusable] == [(damaged, Fault.DAMAGED)]
