"""The benchmark of `kunto validate` measures what it says: sound files, and the shape of them."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import run

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def validate_many():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield importlib.import_module("validate_many")


@pytest.fixture
def folder(validate_many, tmp_path, monkeypatch):
    """Return a folder of a few of the checklists that are measured."""
    monkeypatch.setattr(validate_many, "FILES", 3)
    folder = tmp_path / "checklists"
    assert validate_many.write_checklists(folder) == sum(
        path.stat().st_size for path in folder.iterdir()
    )
    return folder


@pytest.fixture
def shape_of(validate_many):
    """Return a function: how the check of the shape alone ends."""

    def check(folder):
        words = [sys.executable, "-c", validate_many.SHAPE, str(folder)]
        return subprocess.run(words, check=False, timeout=60).returncode

    return check


def test_what_is_measured_is_sound_even_to_the_strict(folder, capsys):
    assert run(["validate", "--strict", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("3 files are valid.")


def test_the_shape_alone_is_checked_and_meaning_is_not(folder, shape_of):
    assert shape_of(folder) == 0
    last = max(folder.iterdir())
    text = last.read_text(encoding="utf-8")
    last.write_text(text.replace("item: kohta-1,", "item: kohta-99,"), encoding="utf-8")
    assert shape_of(folder) == 0
    last.write_text(text.replace("weight: 1", "weight: yksi", 1), encoding="utf-8")
    assert shape_of(folder) == 1


def test_a_process_that_finds_something_is_not_measured(validate_many):
    with pytest.raises(ValueError, match="1"):
        validate_many.run([sys.executable, "-c", "raise SystemExit(1)"])
