"""A ledger says of many visits what could be said of them in memory."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.errors import DiskError
from asiakaskunto_cli.report.ledger import IN_MEMORY, ON_DISK, Ledger, NewVisit
from asiakaskunto_cli.report.listing import Folder
from asiakaskunto_cli.report.read import read_record
from asiakaskunto_cli.report.rows import apart, stored
from asiakaskunto_cli.report.seal import Seal
from asiakaskunto_cli.report.versions import latest

FOLDER = Folder("k/", "/k/", "/k/")


@pytest.fixture(scope="module")
def record(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("one") / "a.json"
    path.write_bytes(content)
    return read_record(path)[0]._replace(file="k/a.json")


def filled(records, database=ON_DISK):
    ledger = Ledger(database)
    folder = ledger.number_of(FOLDER)
    ledger.add(
        NewVisit(
            ledger.reserve(),
            folder,
            (one.file.removeprefix("k/"), 1, 2, 3, 4),
            False,
            Seal.REFORMATTED if one.supersedes else Seal.WHOLE,
            apart(one),
        )
        for one in records
    )
    return ledger


ids = st.sampled_from("abcdef")
visits = st.lists(st.tuples(ids, st.none() | ids), max_size=12)


@given(visits=visits)
def test_what_counts_is_what_counts_in_memory(record, visits):
    records = [
        record._replace(file=f"k/{number}ä.json", report_id=report_id, supersedes=supersedes)
        for number, (report_id, supersedes) in enumerate(visits)
    ]
    kept, left_out = latest(records)
    ledger = filled(records)
    assert ledger.settle() == tuple(left_out)
    assert list(ledger) == list(ledger) == kept
    assert len(ledger) == len(kept)
    assert ledger.reformatted() == tuple(one.file for one in kept if one.supersedes)


def test_visits_come_in_the_order_of_their_places(record):
    ledger = Ledger(IN_MEMORY)
    places = [ledger.reserve() for _ in range(3)]
    folder = ledger.number_of(FOLDER)
    for place in (places[2], places[0]):
        one = record._replace(report_id=str(place))
        found = (f"{place}.json", 1, 2, 3, 4)
        ledger.add([NewVisit(place, folder, found, False, Seal.WHOLE, apart(one))])
    ledger.settle()
    assert [one.file for one in ledger] == ["k/0.json", "k/2.json"]
    assert len(ledger) == 2


def test_rows_that_two_walks_share_do_not_get_into_each_others_way(record):
    ledger = filled([record._replace(file=f"k/{n}.json", report_id=str(n)) for n in range(3)])
    ledger.settle()
    first, second = iter(ledger), iter(ledger)
    taken = [next(first).file, next(second).file, next(first).file, *(one.file for one in second)]
    assert taken == ["k/0.json", "k/0.json", "k/1.json", "k/1.json", "k/2.json"]


def test_a_walk_keeps_the_ledger_open(record):
    ledger = filled([record])
    ledger.settle()
    walk = iter(ledger)
    del ledger
    assert list(walk) == [record]


def test_a_database_that_is_gone_is_a_fault_of_the_disk(record):
    ledger = filled([record])
    ledger.settle()
    ledger.connection.close()
    with pytest.raises(DiskError, match="cannot be found again"):
        list(ledger)


def test_a_ledger_lets_go_of_its_database(record):
    ledger = filled([record])
    connection = ledger.connection
    del ledger
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


def test_names_that_are_no_text_are_taken(record):
    name = "\udce4.json"
    ledger = filled([record._replace(file=f"k/{name}")])
    ledger.settle()
    assert isinstance(stored(name), bytes)
    assert [one.file for one in ledger] == [f"k/{name}"]
