"""What it costs to say how far the reading of many reports is, as a share of the reading itself.

Run it as ``python benchmarks/progress.py``; it ends with 1 when the share is above the aim. Where
stderr is no terminal the files are handed on as they are, and there is nothing to measure.
"""

from __future__ import annotations

import gc
import io
import os
import statistics
import sys
import tempfile
import time
from contextlib import redirect_stderr
from datetime import UTC, datetime
from pathlib import Path

from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.cli.progress import progress
from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.folder import collect
from asiakaskunto_cli.report.listing import Follow
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.opening import Opening, Rules
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.source.reader import read_source
from asiakaskunto_cli.words import Entry, Method, Status, uuid7

FILES = 10_000
ROUNDS = 9
AIM = 0.02
CHECKLIST = Path(__file__).parents[1] / "checklists" / "havainnointi-perusmittaus.yaml"
MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Terminal(io.StringIO):
    """A terminal that nobody looks at."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def main() -> int:
    """Print the median share over pairs of measurements that take turns; return the exit code."""
    # No index: every reading is a whole one.
    os.environ.update(TERM="xterm", COLUMNS="80", KUNTO_CACHE_DIR=os.devnull)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_reports(folder)
        seconds(folder, iter)
        pairs = [(followed(folder), seconds(folder, iter)) for _ in range(ROUNDS)]
    share = statistics.median(told / silent for told, silent in pairs) - 1
    silent = statistics.median(one for _told, one in pairs)
    print(f"{FILES} reports, {ROUNDS} pairs; reading them takes {silent:.2f} s")
    print(f"share {100 * share:+.2f} % (aim: at most {100 * AIM:.0f} %)")
    return 0 if share <= AIM else 1


def followed(folder: Path) -> float:
    """Return the seconds that reading takes with a line on a terminal."""
    with redirect_stderr(Terminal()), progress() as follow:
        return seconds(folder, follow)


def seconds(folder: Path, follow: Follow) -> float:
    """Return the seconds that reading takes."""
    gc.collect()
    start = time.perf_counter()
    collect([folder], follow=follow)
    return time.perf_counter() - start


def write_reports(folder: Path) -> None:
    """Write visits without an answer, each with an id of its own."""
    checklist = load_checklist(read_source(CHECKLIST)).checklist
    if checklist is None:
        raise ValueError(CHECKLIST)
    opening = Opening(
        kunto_version="1.0.0",
        report_id=uuid7(0, 0),
        status=Status.FINAL,
        programme=None,
        wave="2026-Q4",
        language="fi",
        entry=Entry.LIVE,
        site=Site(id="keskusta", name="Keskusta"),
        method=Method.OBSERVE,
        scenario=None,
        channel=None,
        evaluator=None,
        visited_at=MOMENT,
        started_at=MOMENT,
        target=None,
        rules=Rules.of(Policy()),
    )
    report = build_report(checklist, opening, Closing({}, "", MOMENT))
    for number in range(FILES):
        own = report.model_copy(update={"report_id": uuid7(1_790_000_000_000 + number, number)})
        (folder / f"{number}.json").write_bytes(sealed(own))


if __name__ == "__main__":
    sys.exit(main())
