"""Work by a second process that is ahead: the results of one, whatever becomes of the other."""

import os
import signal
import sys
import time

import pytest

from asiakaskunto_cli.files import ahead
from asiakaskunto_cli.files.ahead import PAYS_FROM, worked_ahead

SIZE = PAYS_FROM + 1
BATCHES = [(label, range(number * SIZE, (number + 1) * SIZE)) for number, label in enumerate("abc")]
EVERYTHING = list(range(3 * SIZE))


def results_of(batches, work):
    return [one for _label, results in worked_ahead(batches, work) for one in results]


def test_one_process_has_the_second_part_of_every_batch_and_the_order_stays(children, parent):
    found = list(worked_ahead(BATCHES, lambda one: (one, os.getpid())))
    assert [label for label, _results in found] == ["a", "b", "c"]
    assert [one for _label, results in found for one, _ in results] == EVERYTHING
    kept = int(SIZE * ahead.OWN_PART)
    for _label, results in found:
        assert [process for _one, process in results] == (
            kept * [parent] + (SIZE - kept) * children
        )
    assert len(children) == 1
    assert children.none_left()


def test_the_next_batch_is_begun_before_the_results_of_the_last_are_told(children, tmp_path):
    begun = tmp_path / "begun"

    def work(one):
        if one == BATCHES[1][1][-1]:
            begun.touch()
        return one

    found = worked_ahead(BATCHES, work)
    assert next(found)[0] == "a"
    while not begun.exists():
        time.sleep(0.001)
    assert next(found)[0] == "b"
    found.close()
    assert children.none_left()


@pytest.mark.parametrize("batches", [[], [("a", range(PAYS_FROM - 1))], [("a", [])]])
def test_few_tasks_are_not_worth_a_process(children, batches):
    assert results_of(batches, str) == [str(one) for _label, tasks in batches for one in tasks]
    assert children == []


def test_a_last_batch_that_is_small_is_done_here(children, parent):
    last = ("d", range(3 * SIZE, 3 * SIZE + 5))
    *_others, (label, makers) = worked_ahead([*BATCHES, last], lambda _one: os.getpid())
    assert (label, makers) == ("d", 5 * [parent])
    assert children.none_left()


def test_without_a_second_processor_nothing_is_forked(monkeypatch, children):
    monkeypatch.setattr(ahead, "processors", lambda: 1)
    assert results_of(BATCHES, str) == list(map(str, EVERYTHING))
    assert children == []


@pytest.mark.usefixtures("no_fork")
def test_where_no_process_can_be_had_the_work_is_done_here():
    assert results_of(BATCHES, str) == list(map(str, EVERYTHING))


@pytest.mark.parametrize("last", [EVERYTHING[SIZE - 1], EVERYTHING[-1]], ids=["soon", "late"])
def test_what_the_other_process_leaves_undone_is_done_here(children, parent, last, end):
    def work(one):
        if os.getpid() != parent and one == last:
            end()
        return one

    assert results_of(BATCHES, work) == EVERYTHING
    assert len(children) == 1
    assert children.none_left()


def test_a_process_that_ended_between_two_batches_is_not_missed(children):
    found = worked_ahead(BATCHES, str)
    told = next(found)[1]
    os.kill(children[0], signal.SIGKILL)
    assert [*told, *(one for _label, results in found for one in results)] == [
        str(one) for one in EVERYTHING
    ]
    assert children.none_left()


def test_what_fills_the_pipes_arrives(children):
    batches = [(label, [str(one) * 1000 for one in tasks]) for label, tasks in BATCHES]
    expected = [one * 2 for _label, tasks in batches for one in tasks]
    assert results_of(batches, lambda one: one * 2) == expected
    assert children.none_left()


def test_what_the_work_raises_is_raised(children):
    def work(one):
        raise LookupError(one)

    with pytest.raises(LookupError):
        results_of(BATCHES, work)
    assert children.none_left()


def test_the_other_process_ends_with_what_was_begun(children, parent):
    def work(_one):
        if os.getpid() == parent:
            raise KeyboardInterrupt
        time.sleep(60)

    with pytest.raises(KeyboardInterrupt):
        results_of(BATCHES, work)
    assert children.none_left()


def test_no_descriptor_is_left(children):
    first_free = os.dup(0)
    os.close(first_free)
    results_of(BATCHES, str)
    assert len(children) == 1
    assert os.dup(0) == first_free
    os.close(first_free)


def test_the_other_process_writes_nothing_of_its_parents(children, capfd):
    sys.stdout.write("before")
    results_of(BATCHES, str)
    assert capfd.readouterr().out == "before"
    assert len(children) == 1
