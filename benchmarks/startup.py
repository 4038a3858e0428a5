"""How long kunto takes to start, as ratios within one run (the machine's own pace cancels out).

`kunto --version` against bare Python, `kunto --help` against a Typer app of one command; median of
alternating pairs of whole processes. Run: python benchmarks/startup.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAIRS = 25
ONE_COMMAND = """import typer
app = typer.Typer()
@app.command()
def hello(name: str = "x") -> None:
    print(name)
app()
"""


def main() -> None:
    """Print both ratios."""
    kunto = str(Path(sys.executable).with_name("kunto"))
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "hello.py")
        bare.write_text(ONE_COMMAND, encoding="utf-8")
        for title, ours, theirs, most in (
            ("kunto --version / python -c pass", [kunto, "--version"], ["-c", "pass"], 1.5),
            ("kunto --help / one-command typer --help", [kunto, "--help"], [bare, "--help"], 1.3),
        ):
            ratio = median_ratio([*map(str, ours)], [sys.executable, *map(str, theirs)])
            print(f"{title}: {ratio:.2f} (at most {most})")


def median_ratio(ours: list[str], theirs: list[str]) -> float:
    """Return the median of our seconds over theirs, pair by pair."""
    seconds(ours), seconds(theirs)
    return statistics.median(seconds(ours) / seconds(theirs) for _ in range(PAIRS))


def seconds(command: list[str]) -> float:
    """Return how long a process took."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
