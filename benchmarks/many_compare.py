"""`kunto compare` over 10,000 and 100,000 reports against a bare loop that validates them.

The bare loop opens every file, takes the same few fields by the same model and keeps nothing; it
checks no digest and knows neither copies nor corrections. `kunto compare` runs twice: as if for the
first time, and with the index that the first run left. All run in processes of their own, taking
turns; the best time of each counts, because whatever else the machine does only adds to it.
Run: python benchmarks/many_compare.py [COUNT]
It measures COUNT reports and a tenth of them, and ends with 1 when COUNT of them miss an aim. The
reports take 2 GB where TMPDIR tells.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COUNT = 100_000
ROUNDS = 5
# What is younger than a tick of the coarsest clock is not kept in the index.
TICK_SECONDS = 2.5
AIM_FIRST = 1.3
AIM_SECOND = 0.4
AIM_MEGABYTES = 200
AIM_GROWTH = 1.3
# New reports are read by two processes.
PROCESSES = {"bare": 1, "first": 2, "second": 1}
MAKER = Path(__file__).with_name("many_reports.py")
BARE = """
import os, sys
from asiakaskunto_cli.report.partial import LightReport
for name in sorted(os.listdir(sys.argv[1])):
    with open(os.path.join(sys.argv[1], name), "rb") as file:
        LightReport.model_validate_json(file.read())
"""


@dataclass(frozen=True)
class Run:
    """How long a command took, and the memory of its largest process."""

    seconds: float
    megabytes: float


Round = Mapping[str, Run]


@dataclass(frozen=True)
class Figures:
    """What some rounds come to: the best times, and the most memory, by command.

    The memory of two processes is told as twice that of the larger, though they share much of it.
    """

    seconds: Mapping[str, float]
    megabytes: Mapping[str, float]

    @property
    def multiples(self) -> Mapping[str, float]:
        """The times as multiples of the bare loop's."""
        return {name: seconds / self.seconds["bare"] for name, seconds in self.seconds.items()}

    @property
    def peak(self) -> float:
        """The memory of the larger of both runs of kunto."""
        return max(self.megabytes["first"], self.megabytes["second"])


def main() -> int:
    """Print times and memory; return the exit code."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    # This process stays small: a new one counts as large as the one that began it.
    with tempfile.TemporaryDirectory() as name:
        tenth, whole = (measured(size, Path(name, str(size))) for size in (count // 10, count))
    print(f"best times and most memory of {ROUNDS} rounds; the aims are those of {count} reports")
    print(f"{'reports':8}{'':10}{'time':>9}{'multiple':>10}{'aim':>7}{'memory':>9}")
    for size, figures in ((count // 10, tenth), (count, whole)):
        show(size, figures)
    growth = whole.peak / tenth.peak
    print(f"memory grows {growth:.2f}-fold (aim: at most {AIM_GROWTH}), aim {AIM_MEGABYTES} MB")
    return int(misses(whole, growth))


def measured(count: int, folder: Path) -> Figures:
    """Return what so many reports take; they are made in a folder that is new."""
    reports, cache = folder / "reports", folder / "cache"
    subprocess.run([sys.executable, str(MAKER), str(count), str(reports)], check=True)
    time.sleep(TICK_SECONDS)
    return figures_of([one_round(reports, cache) for _ in range(ROUNDS)])


def one_round(reports: Path, cache: Path) -> Round:
    """Return the bare loop and both runs of kunto, one after the other."""
    words = ["compare", str(reports), "--no-why", "--format", "json"]
    kunto = [sys.executable, "-m", "asiakaskunto_cli", *words]
    bare = run([sys.executable, "-c", BARE, str(reports)], cache)
    shutil.rmtree(cache, ignore_errors=True)
    return {"bare": bare, "first": run(kunto, cache), "second": run(kunto, cache)}


def run(command: list[str], cache: Path) -> Run:
    """Return what a command takes; what it says goes nowhere. Raises where it fails."""
    environment = {**os.environ, "KUNTO_CACHE_DIR": str(cache)}
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, usage.ru_maxrss / 1024)


def figures_of(rounds: list[Round]) -> Figures:
    """Return what the rounds come to."""
    return Figures(
        {name: min(one[name].seconds for one in rounds) for name in PROCESSES},
        {
            name: processes * max(one[name].megabytes for one in rounds)
            for name, processes in PROCESSES.items()
        },
    )


def show(count: int, figures: Figures) -> None:
    """Print a line a command."""
    aims = {"first": f"{AIM_FIRST}", "second": f"{AIM_SECOND}"}
    for name in PROCESSES:
        print(
            f"{count:<8}{name:10}{figures.seconds[name]:7.2f} s{figures.multiples[name]:10.2f}"
            f"{aims.get(name, ''):>7}{figures.megabytes[name]:6.0f} MB"
        )


def misses(figures: Figures, growth: float) -> bool:
    """Tell whether an aim is missed."""
    return (
        figures.multiples["first"] > AIM_FIRST
        or figures.multiples["second"] > AIM_SECOND
        or figures.peak > AIM_MEGABYTES
        or growth > AIM_GROWTH
    )


if __name__ == "__main__":
    sys.exit(main())
