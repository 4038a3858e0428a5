"""The measuring of many reports, on a few: what it counts, and that every aim can be missed."""

import importlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
COUNT = 60


@pytest.fixture(scope="module")
def many_compare():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield importlib.import_module("many_compare")


@pytest.fixture(scope="module")
def measured(many_compare, tmp_path_factory):
    """Return the folder of one round, and its figures."""
    folder = tmp_path_factory.mktemp("many")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many_compare, "ROUNDS", 1)
        return folder, many_compare.measured(COUNT, folder)


def test_both_runs_are_measured_against_the_bare_loop(measured):
    folder, figures = measured
    assert len(list((folder / "reports").iterdir())) == COUNT
    assert figures.multiples["bare"] == 1
    assert 1 < figures.multiples["first"] < 100
    assert figures.peak == figures.megabytes["first"]
    assert 20 < figures.megabytes["bare"] <= figures.megabytes["second"] < figures.peak


def test_the_first_run_leaves_the_second_an_index(measured):
    folder, _figures = measured
    (index,) = (folder / "cache" / "index").iterdir()
    with closing(sqlite3.connect(index)) as connection:
        assert connection.execute("SELECT count(*) FROM visit").fetchone() == (COUNT,)


def test_the_bare_loop_validates_every_report(measured, many_compare, tmp_path):
    folder, _figures = measured
    first, *_others = (folder / "reports").iterdir()
    (tmp_path / first.name).write_bytes(first.read_bytes().replace(b'"report"', b'"invoice"', 1))
    with pytest.raises(subprocess.CalledProcessError):
        many_compare.run([sys.executable, "-c", many_compare.BARE, str(tmp_path)], tmp_path)


@pytest.mark.parametrize(
    ("first", "second", "megabytes", "growth", "missed"),
    [
        (1.3, 0.4, 100, 1.3, False),
        (1.31, 0.4, 100, 1.3, True),
        (1.3, 0.41, 100, 1.3, True),
        (1.3, 0.4, 101, 1.3, True),
        (1.3, 0.4, 100, 1.31, True),
    ],
)
def test_every_aim_can_be_missed(many_compare, first, second, megabytes, growth, missed):
    runs = {
        "bare": many_compare.Run(1.0, 30),
        "first": many_compare.Run(first, megabytes),
        "second": many_compare.Run(second, 60),
    }
    slower = dict.fromkeys(runs, many_compare.Run(9.0, 10))
    assert many_compare.misses(many_compare.figures_of([slower, runs]), growth) is missed
