"""Work by several processes: the results of one, whatever becomes of the others."""

import os
import pickle
import signal
import sys
import time

import pytest

from asiakaskunto_cli.files import sharing
from asiakaskunto_cli.files.sharing import MOST_PARTS, MOST_PROCESSES, PAYS_FROM, worked

MANY = range(PAYS_FROM + 1)
# Long enough for the other process to begin before all is done.
A_WHILE_S = 0.005


@pytest.fixture
def parent():
    return os.getpid()


@pytest.fixture
def children(monkeypatch):
    """Return the processes that are forked, on a machine of two processors."""
    begun = []
    fork = os.fork

    def counted():
        child = fork()
        if child:
            begun.append(child)
        return child

    monkeypatch.setattr(os, "fork", counted)
    monkeypatch.setattr(sharing, "processors", lambda: 2)
    return begun


def none_left(children):
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)
    return True


@pytest.mark.parametrize("count", [PAYS_FROM, PAYS_FROM + 1, MOST_PARTS + 1])
def test_two_processes_share_the_work_and_the_order_stays(children, count):
    def work(one):
        time.sleep(A_WHILE_S)
        return one, os.getpid()

    results = worked(range(count), work)
    assert [one for one, _ in results] == list(range(count))
    assert {process for _, process in results} == {os.getpid(), *children}
    assert len(children) == 1
    assert none_left(children)


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
    assert none_left(children)


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


def test_where_no_process_can_be_had_the_work_is_done_here(monkeypatch):
    def refused():
        raise BlockingIOError

    monkeypatch.setattr(sharing, "processors", lambda: 2)
    monkeypatch.setattr(os, "fork", refused)
    first_free = os.dup(0)
    os.close(first_free)
    assert worked(MANY, str) == list(map(str, MANY))
    assert os.dup(0) == first_free
    os.close(first_free)


@pytest.mark.parametrize(
    "end",
    [
        lambda: os.kill(os.getpid(), signal.SIGKILL),
        lambda: os._exit(3),
        lambda: pickle.loads(b"no pickle"),  # noqa: S301 to raise
        lambda: exec("raise KeyboardInterrupt"),  # noqa: S102 as Ctrl-C does
    ],
    ids=["killed", "ended", "raised", "interrupted"],
)
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
    assert none_left(children)


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
    assert none_left(children)


def test_the_other_process_ends_with_what_was_begun(children, parent):
    def work(_one):
        if os.getpid() == parent:
            raise KeyboardInterrupt
        time.sleep(60)

    with pytest.raises(KeyboardInterrupt):
        worked(MANY, work)
    assert none_left(children)


def test_the_other_process_writes_nothing_of_its_parents(children, capfd):
    sys.stdout.write("before")
    worked(MANY, str)
    assert capfd.readouterr().out == "before"
    assert len(children) == 1
