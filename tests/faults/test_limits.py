"""Where a file may not grow, a folder is none or the clock is wrong, nothing is lost."""

import resource
from itertools import count
from pathlib import Path

import pytest

STEP_BYTES = 79  # shorter than most lines of a draft


def grown_at_most(limit):
    """Return what sets the size that a file of this process may grow to."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def test_where_files_may_not_grow_it_is_told_and_nothing_is_lost(make_scene):
    told = set()
    for number in count():
        scene = make_scene("new")
        ran = scene.strike(before=grown_at_most(number * STEP_BYTES))
        ran.tells_clearly()
        scene.check(ran)
        if ran.code == 0:
            break
        assert "ulimit -f" in ran.err
        told.add(ran.acknowledged)
    # The limit was met at the draft's first line, at every later one, and at the report.
    assert told == set(range(5))


def test_a_file_in_the_place_of_the_reports_folder_is_told_and_the_draft_kept(make_scene):
    scene = make_scene("new")
    scene.reports_folder.touch()
    ran = scene.strike()
    ran.tells_clearly()
    assert (ran.code, ran.acknowledged) == (3, 4)
    assert "reports is not a folder" in ran.err
    assert len(scene.drafts()) == 1
    scene.reports_folder.unlink()
    scene.check(ran)


def test_a_result_that_nobody_can_read_leaves_the_report(make_scene):
    scene = make_scene("new")
    with Path("/dev/full").open("wb") as full:
        ran = scene.strike(stdout=full)
    ran.tells_clearly()
    assert ran.code == 3
    assert (len(scene.reports()), scene.drafts()) == (1, [])
    scene.check(ran)


def test_a_clock_that_goes_backwards_breaks_nothing(make_scene, backwards):
    scene = make_scene("new")
    ran = scene.strike(before=backwards)
    assert ran.code == 0
    scene.check(ran)


def test_a_visit_goes_on_at_an_earlier_time_than_it_was_left(make_scene, backwards):
    scene = make_scene("torn")
    ran = scene.strike(before=backwards)
    assert ran.code == 0
    scene.check(ran)


@pytest.fixture
def backwards():
    """Return what makes the clock of this process's visits run backwards, an hour at a time."""
    moments = (f"2026-11-16T{hour:02}:10:00.000+02:00" for hour in reversed(range(24)))

    def install():
        from asiakaskunto_cli.cli import askers, conduct  # noqa: PLC0415 in the forked process

        askers.now = conduct.now = lambda: next(moments)

    return install
