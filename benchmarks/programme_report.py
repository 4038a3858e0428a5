"""The programme's summary of 10,000 reports against a bare loop that reads and validates them.

Both run in a process of their own, in pairs that take turns (the machine's own pace cancels out);
the bare loop keeps nothing. Run: python benchmarks/programme_report.py [COUNT]
It ends with 1 when an aim is missed.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from many_reports import make

COUNT = 10_000
PAIRS = 3
AIM_MULTIPLE = 1.5
AIM_MEGABYTES = 150
BARE = """
import sys
from pathlib import Path
from asiakaskunto_cli.report.model import Report
for path in sorted(Path(sys.argv[1]).glob("*.json")):
    content = path.read_bytes()
    Report.model_validate_json(content[:content.rindex(b',\\n "sha256"')] + b"}")
"""


def main() -> int:
    """Print time and memory; return the exit code."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "reports")
        make(count, folder)
        ours = [sys.executable, "-m", "asiakaskunto_cli", "report", str(folder), "--format", "json"]
        bare = [sys.executable, "-c", BARE, str(folder)]
        pairs = [(seconds(ours), seconds(bare)) for _ in range(PAIRS)]
    multiple = statistics.median(our / their for our, their in pairs)
    # The largest of all the children so far: ours keeps more than the bare loop.
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{count} reports, one wave of {len(pairs)} runs each")
    print(f"summary       {statistics.median(our for our, _ in pairs):6.2f} s")
    print(f"bare loop     {statistics.median(their for _, their in pairs):6.2f} s")
    print(f"multiple      {multiple:6.2f} (aim: at most {AIM_MULTIPLE})")
    print(f"memory        {megabytes:6.0f} MB (aim: at most {AIM_MEGABYTES})")
    return int(multiple > AIM_MULTIPLE or megabytes > AIM_MEGABYTES)


def seconds(command: list[str]) -> float:
    """Return how long a command takes; what it says goes nowhere."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ})
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
