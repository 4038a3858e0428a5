"""What a person sees of progress on a real terminal: a line while it lasts, none afterwards."""

import sys

import pyte
import pytest

ROWS, COLUMNS = 24, 80
# Impatient, so that a few files are long work.
SCRIPT = """
import sys
from asiakaskunto_cli.cli import progress
from asiakaskunto_cli.cli.app import run
progress.PATIENCE_SECONDS = progress.PAUSE_SECONDS = 0
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def reports(work):
    """Return a folder of twelve copies of no report; each is read, and named.

    The last lies in a folder of its own: the line is painted at a folder's first file, and again
    after so many files that here would be all.
    """
    folder = work / "reports"
    last = folder / "viimeinen"
    last.mkdir(parents=True)
    for number in range(11):
        (folder / f"{number}.json").write_text("{}")
    (last / "11.json").write_text("{}")
    return folder


@pytest.mark.parametrize("command", ["report", "compare", "verify"])
def test_the_line_is_painted_over_and_leaves_nothing(spawn, reports, command):
    child = spawn(sys.executable, ["-c", SCRIPT, command, reports.name], ROWS, COLUMNS)
    said = child.read()
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.ByteStream(screen).feed(said)
    assert b"Reading reports: 11 of 12" in said
    shown = "\n".join(screen.display)
    assert "11.json" in shown
    assert "Reading" not in shown
