"""Work by several processes: the results of one, whatever becomes of the others."""

import os
import sys
import time

import pytest

from asiakaskunto_cli.files import sharing
from asiakaskunto_cli.files.sharing import MOST_PARTS, MOST_PROCESSES, PAYS_FROM, worked

MANY = range(PAYS_FROM + 1)
# Long enough for the other process to begin before all is done.
A_WHILE_S = 0.005


@pytest.mark.parametrize("count", [PAYS_FROM, PAYS_FROM + 1, MOST_PARTS + 1])
def test_two_processes_share_the_work_and_the_order_stays(children, count):
    def work(one):
        time.sleep(A_WHILE_S)
        return one, os.getpid()

    results = worked(range(count), work)
    assert [one for one, _ in results] == list(range(count))
    assert {process for _, process in results} == {os.getpid(), *children}
    assert len(children) == 1
    assert children.none_left()


@pytest.mark.parametrize(
    ("processors", "count", "begun"),
    [(3, 10 * PAYS_FROM, 2), (64, 10 * PAYS_FROM, MOST_PROCESSES - 1), (64, 2 * PAYS_FROM, 2)],
)
def test_every_processor_takes_part_as_far_as_that_pays(
    monkeypatch, children, processors, count, begun
):
    monkeypatch.setattr(sharing, "processors", lambda: processors)

    def work(one):
        time.sleep(A_WHILE_S)
        return one, os.getpid()

    results = worked(range(count), work)
    assert [one for one, _ in results] == list(range(count))
    assert {process for _, process in results} == {os.getpid(), *children}
    assert len(children) == begun
    assert children.none_left()


def test_a_slow_process_leaves_the_others_to_the_faster_one(children, parent):
    def work(_one):
        time.sleep(A_WHILE_S if os.getpid() == parent else 20 * A_WHILE_S)
        return os.getpid()

    makers = worked(MANY, work)
    assert 1 <= makers.count(children[0]) < len(MANY) / 4


def test_few_tasks_are_not_worth_a_process(children):
    assert worked(range(PAYS_FROM - 1), str) == [str(one) for one in range(PAYS_FROM - 1)]
    assert children == []


def test_without_a_second_processor_nothing_is_forked(monkeypatch, children):
    monkeypatch.setattr(sharing, "processors", lambda: 1)
    assert worked(MANY, str) == list(map(str, MANY))
    assert children == []


@pytest.mark.usefixtures("no_fork")
def test_where_no_process_can_be_had_the_work_is_done_here():
    assert worked(MANY, str) == list(map(str, MANY))


def test_what_the_other_process_leaves_undone_is_done_here(tmp_path, children, parent, end):
    begun = tmp_path / "begun"

    def work(one):
        if os.getpid() == parent:
            time.sleep(A_WHILE_S)
        elif begun.is_file():
            end()
        else:
            begun.touch()
        return one

    assert worked(MANY, work) == list(MANY)
    assert begun.is_file()
    assert children.none_left()


def test_results_that_fill_the_pipe_arrive(children):
    def work(one):
        time.sleep(A_WHILE_S)
        return os.getpid(), str(one) * 50_000

    makers, texts = zip(*worked(MANY, work), strict=True)
    assert makers.count(children[0]) > 1
    assert texts == tuple(str(one) * 50_000 for one in MANY)


def test_what_the_work_raises_is_raised(children):
    def work(one):
        raise LookupError(one)

    with pytest.raises(LookupError):
        worked(MANY, work)
    assert children.none_left()


def test_the_other_process_ends_with_what_was_begun(children, parent):
    def work(_one):
        if os.getpid() == parent:
            raise KeyboardInterrupt
        time.sleep(60)

    with pytest.raises(KeyboardInterrupt):
        worked(MANY, work)
    assert children.none_left()


def test_the_other_process_writes_nothing_of_its_parents(children, capfd):
    sys.stdout.write("before")
    worked(MANY, str)
    assert capfd.readouterr().out == "before"
    assert len(children) == 1
