"""How long a person waits between an answer and the next question, its fsync included.

A visit of 200 questions on a pseudo-terminal, by keys and by lines, beside the bare cost of
appending a line of the same size to a file on the same disk and fsyncing it. Run:
python benchmarks/visit_latency.py [FOLDER ON THE DISK TO MEASURE]
It ends with 1 when the wait is above the aim.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from at_pty import AtPty, bare_environment

QUESTIONS = 200
AIM_MS = 50
# The key asker is deaf for a moment after it has painted, so that nothing typed ahead answers,
# and takes the same key again for one held down: yes and no take turns.
DEAF_SECONDS = 0.4
ANSWERS = (b"k", b"e")
ASKERS = {"keys": ("xterm-256color", b"", DEAF_SECONDS), "lines": ("dumb", b"\n", 0.0)}
HEAD = """\
kunto: 1
id: pitka
version: 1.0.0
method: observe
title: A long visit
languages: [en]
why: never
sections:
"""


def main() -> int:
    """Print the waits of both askers beside the bare fsync; return the exit code."""
    above = []
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else None) as name:
        folder = Path(name)
        (folder / "pitka.yaml").write_text(checklist(), encoding="utf-8")
        print(f"{QUESTIONS} questions, milliseconds      p50     p99")
        for title in ASKERS:
            waits, size = visit(folder, title)
            bare = fsyncs(folder, size)
            above.append(percentile(waits, 99) - percentile(bare, 99))
            print(f"{title:5} answer to next question {row(waits)}")
            print(f"{title:5} bare append and fsync   {row(bare)}  ({size} bytes a line)")
            print(f"{title:5} p99 above the bare      {above[-1]:16.2f}  (aim: below {AIM_MS})")
    return int(max(above) >= AIM_MS)


def visit(folder: Path, asker: str) -> tuple[list[float], int]:
    """Return the milliseconds to each next question, and the bytes of a journal's line."""
    terminal, enter, pause = ASKERS[asker]
    command = [sys.executable, "-m", "asiakaskunto_cli", "observe", "pitka.yaml", "--site", asker]
    waits = []
    with AtPty(command, folder, bare_environment(folder, terminal)) as kunto:
        kunto.wait_for(token(0))
        for number in range(1, QUESTIONS):
            # The rest of the paint comes after the question's text.
            kunto.drain(max(pause, 0.005))
            begun = time.perf_counter()
            kunto.press(ANSWERS[number % 2] + enter)
            kunto.wait_for(token(number))
            waits.append(1000 * (time.perf_counter() - begun))
    journals = sorted((folder / "state" / "drafts").glob("*.jsonl"))
    lines = journals[-1].read_bytes().splitlines(keepends=True)
    if len(lines) != QUESTIONS:
        raise RuntimeError(f"{len(lines) - 1} answers are in the draft")
    return waits, len(lines[-1])


def fsyncs(folder: Path, size: int) -> list[float]:
    """Return the milliseconds that appending a line durably takes, as often as on a visit."""
    line = b"x" * (size - 1) + b"\n"
    descriptor = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    spent = []
    for _ in range(QUESTIONS):
        begun = time.perf_counter()
        os.write(descriptor, line)
        os.fsync(descriptor)
        spent.append(1000 * (time.perf_counter() - begun))
    os.close(descriptor)
    return spent


def percentile(values: list[float], percent: int) -> float:
    """Return a percentile."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def row(values: list[float]) -> str:
    """Return the two percentiles that are printed."""
    return f"{percentile(values, 50):8.2f}{percentile(values, 99):8.2f}"


def token(number: int) -> str:
    """Return what only one question says."""
    return f"question-{number:03}?"


def checklist() -> str:
    """Return a checklist of many questions in sections of ten."""
    text = HEAD
    for number in range(QUESTIONS):
        if number % 10 == 0:
            text += f"  - id: section-{number}\n    title: Section {number}\n    items:\n"
        text += (
            f"      - {{id: item-{number}, text: Is this {token(number)}, type: yes_no,\n"
            "         area: skills, measure: objective}\n"
        )
    return text


if __name__ == "__main__":
    sys.exit(main())
