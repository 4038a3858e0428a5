"""How long `kunto observe` takes to its first question, as a multiple of importing its libraries.

The libraries are those that it has loaded by then; both run on a pseudo-terminal, in pairs that
take turns (the machine's own pace cancels out). Run: python benchmarks/first_question.py
It ends with 1 when the multiple is above the aim.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from at_pty import AtPty, bare_environment

PAIRS = 21
AIM = 1.5
TERMINALS = {"keys": "xterm-256color", "lines": "dumb"}
OBSERVE = ["observe", "--site", "x"]
FIRST = "How soon did"
CTRL_C = b"\x03"
# Runs kunto, and at its end writes which libraries it has loaded.
LISTING = """
import atexit, sys
from asiakaskunto_cli.__main__ import main
def listed():
    names = [name for name, module in sys.modules.items()
             if "site-packages" in (getattr(module, "__file__", None) or "")
             and not name.startswith("asiakaskunto_cli")]
    open(sys.argv[-1], "w").write(" ".join(names))
atexit.register(listed)
path = sys.argv[-1]
sys.argv = ["kunto", *sys.argv[1:-1]]
try:
    main()
finally:
    sys.argv.append(path)
"""


def main() -> int:
    """Print the median multiple for both askers; return the exit code."""
    multiples = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, terminal in TERMINALS.items():
            libraries = loaded(folder, terminal)
            importing = "".join(f"import {library}\n" for library in libraries)
            script = folder / f"{title}.py"
            script.write_text(f"{importing}print('ready')\n", encoding="utf-8")
            ours = [sys.executable, "-m", "asiakaskunto_cli", *OBSERVE]
            theirs = [sys.executable, str(script)]
            pairs = [
                (seconds(ours, FIRST, folder, terminal), seconds(theirs, "ready", folder, terminal))
                for _ in range(PAIRS + 1)
            ][1:]
            multiples.append(statistics.median(our / their for our, their in pairs))
            medians = [1000 * statistics.median(side) for side in zip(*pairs, strict=True)]
            roots = sorted({library.partition(".")[0] for library in libraries})
            print(f"{title:5} first question  {medians[0]:6.0f} ms")
            print(f"{title:5} bare imports    {medians[1]:6.0f} ms ({len(libraries)} modules of")
            print(f"      {', '.join(roots)})")
            print(f"{title:5} multiple        {multiples[-1]:6.2f} (aim: at most {AIM})")
    return int(max(multiples) > AIM)


def loaded(folder: Path, terminal: str) -> list[str]:
    """Return the modules of libraries that are loaded when the first question is asked."""
    path = folder / f"loaded-{terminal}"
    command = [sys.executable, "-c", LISTING, *OBSERVE, str(path)]
    with AtPty(command, folder, bare_environment(folder, terminal)) as kunto:
        kunto.wait_for(FIRST)
        kunto.drain(0.3)
        kunto.press(CTRL_C)
        kunto.end()
    return path.read_text(encoding="utf-8").split()


def seconds(command: Sequence[str], text: str, folder: Path, terminal: str) -> float:
    """Return how long it takes from the start of a program until it has painted a text."""
    environment = bare_environment(folder, terminal)
    # A visit that was left unfinished would be offered before the first question.
    shutil.rmtree(folder / "state", ignore_errors=True)
    begun = time.perf_counter()
    with AtPty(command, folder, environment) as program:
        program.wait_for(text)
        return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
