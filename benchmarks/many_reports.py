"""Folders of many reports for the other benchmarks: sealed copies of a few real visits.

Every copy is a visit of its own: id, site, wave, date and score differ. As a script it makes one
folder: python benchmarks/many_reports.py COUNT FOLDER
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.report.folder import report_name
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.read import read_report
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.words import uuid7

ANSWERS = Path(__file__).parents[1] / "examples" / "ensimmainen" / "vastaukset"
SITES = 50
WAVES = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
FIRST_MS = 1_767_225_600_000  # 1 January 2026


def make(count: int, folder: Path) -> None:
    """Write so many reports into a folder that is made for them."""
    folder.mkdir(parents=True)
    models = _models()
    for number in range(count):
        report = _copy(models[number % len(models)], number, count)
        (folder / report_name(report)).write_bytes(sealed(report))


def _copy(model: Report, number: int, count: int) -> Report:
    """Return a visit like the model, but at its own site and time, with its own score."""
    site = f"toimipiste-{number % SITES:02}"
    wave = min(number * len(WAVES) // count, len(WAVES) - 1)
    moved = timedelta(days=91 * wave, minutes=number % 10_000)
    score = model.scores.score
    visit = model.visit.model_copy(
        update={"visited_at": model.visit.visited_at - timedelta(days=300) + moved}
    )
    scores = model.scores.model_copy(
        update={"score": None if score is None else round(score - number % 7, 6)}
    )
    return model.model_copy(
        update={
            "report_id": uuid7(FIRST_MS + number, number * 0x9E3779B97F4A7C15 % (1 << 74)),
            "wave": WAVES[wave],
            "site": model.site.model_copy(update={"id": site, "name": site.capitalize()}),
            "visit": visit,
            "scores": scores,
        }
    )


def _models() -> list[Report]:
    """Return the visits of the first example, made by kunto itself."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["KUNTO_STATE_DIR"] = str(Path(name, "state"))
        for path in sorted(ANSWERS.glob("*.yaml")):
            method = next(one for one in ("observe", "test", "ask") if f"-{one}" in path.name)
            with (
                contextlib.redirect_stdout(io.StringIO()),
                contextlib.redirect_stderr(io.StringIO()),
            ):
                run([method, "--answers", str(path), "--reports", name])
        return [read_report(path) for path in sorted(Path(name).glob("*.json"))]


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
