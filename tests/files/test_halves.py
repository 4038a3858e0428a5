"""Work by two processes: the results of one, whatever becomes of the other."""

import os
import pickle
import signal
import sys
import time

import pytest

from asiakaskunto_cli.files import halves
from asiakaskunto_cli.files.halves import PAYS_FROM, worked

MANY = range(PAYS_FROM + 1)


@pytest.fixture
def parent():
    return os.getpid()


@pytest.fixture
def children(monkeypatch):
    """Return the processes that are forked, wherever that is safe here."""
    begun = []
    fork = os.fork

    def counted():
        child = fork()
        if child:
            begun.append(child)
        return child

    monkeypatch.setattr(os, "fork", counted)
    monkeypatch.setattr(halves, "_can_fork", lambda: True)
    return begun


def none_left(children):
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)
    return True


@pytest.mark.parametrize("count", [PAYS_FROM, PAYS_FROM + 1])
def test_two_processes_share_the_work_and_the_order_stays(children, count):
    results = worked(range(count), lambda one: (one, os.getpid()))
    assert [one for one, _ in results] == list(range(count))
    assert {process for _, process in results} == {os.getpid(), *children}
    assert len(children) == 1
    assert none_left(children)


def test_few_tasks_are_not_worth_a_process(children):
    assert worked(range(PAYS_FROM - 1), str) == [str(one) for one in range(PAYS_FROM - 1)]
    assert children == []


def test_without_a_second_processor_nothing_is_forked(monkeypatch, children):
    monkeypatch.setattr(halves, "_can_fork", lambda: False)
    assert worked(MANY, str) == list(map(str, MANY))
    assert children == []


def test_where_no_process_can_be_had_the_work_is_done_here(monkeypatch):
    def refused():
        raise BlockingIOError

    monkeypatch.setattr(halves, "_can_fork", lambda: True)
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
def test_what_the_other_process_leaves_undone_is_done_here(children, parent, end):
    def work(one):
        if os.getpid() != parent and one == 41:
            end()
        return one

    assert worked(MANY, work) == list(MANY)
    assert none_left(children)


def test_results_that_fill_the_pipe_arrive(children):
    assert worked(MANY, lambda one: str(one) * 50_000)[-1] == str(MANY[-1]) * 50_000
    assert len(children) == 1


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
