"""How far the reading of files is: said late, rarely, on terminals alone, and gone at the end."""

import io

import pytest

from asiakaskunto_cli.cli import progress as module
from asiakaskunto_cli.cli.progress import PAUSE_SECONDS, progress
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.report.listing import Folder, Handful

FOLDER = Folder("", "/")


class Files:
    """A listing of files that are not there, in handfuls of one."""

    def __init__(self, count):
        self.count = lambda: count

    def __iter__(self):
        return (Handful(FOLDER, [(f"{one}.json", 1, 1, 1, 1)]) for one in range(self.count()))


FILES = Files(2000)
# Exact in binary, so that a second is up at a known file.
TICK = 1 / 1024
ERASED = "\r\x1b[K"


class Clock:
    """A clock that goes on only when it is told to."""

    now = 100.0

    def monotonic(self):
        return self.now


class Screen(io.StringIO):
    """A stderr that says whether it is a terminal."""

    def __init__(self, *, terminal):
        super().__init__()
        self._terminal = terminal

    def isatty(self):
        return self._terminal

    @property
    def lines(self):
        """What was painted, one after another."""
        return self.getvalue().replace("\x1b[K", "").split("\r")[1:]


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


@pytest.fixture
def screen(monkeypatch):
    """Return a function: stderr is, or is not, a terminal from now on."""

    def put(*, terminal=True, **environment):
        screen = Screen(terminal=terminal)
        monkeypatch.setattr("sys.stderr", screen)
        for name, value in {"TERM": "xterm", "COLUMNS": "80", "ACCESSIBLE": "0"}.items():
            monkeypatch.setenv(name, environment.get(name, value))
        return screen

    return put


def read(clock, seconds_a_file, files=FILES):
    """Read files that take so long each, and return those that were read."""
    taken = []
    with progress() as follow:
        for handful in follow(files):
            clock.now += seconds_a_file
            taken.append(handful)
    return taken


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Reading reports: 1,024 of 2,000"),
        ("fi", "Luetaan raportteja: 1\N{NO-BREAK SPACE}024 / 2\N{NO-BREAK SPACE}000"),
    ],
)
def test_after_a_second_it_says_how_far_it_is_and_goes(clock, screen, language, words):
    shown = screen()
    with speaking(language):
        assert read(clock, TICK) == list(FILES)
    assert shown.lines[0] == words
    assert shown.lines[-1] == ""
    assert shown.getvalue().endswith(ERASED)
    # From the end of the first second to that of the second.
    assert len(shown.lines) - 1 == pytest.approx(0.95 / PAUSE_SECONDS, abs=1)


def test_short_work_paints_nothing(clock, screen):
    shown = screen()
    few = Files(1024)
    assert read(clock, TICK, few) == list(few)
    assert shown.getvalue() == ""


def test_the_line_goes_when_the_work_breaks_off(clock, screen):
    shown = screen()

    def break_off():
        with progress() as follow:
            for _handful in follow(FILES):
                clock.now += 2
                if len(shown.lines) > 3:
                    raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert shown.getvalue().endswith(ERASED)
    assert shown.lines[-2].startswith("Reading reports: ")


@pytest.mark.parametrize(
    "environment", [{"terminal": False}, {"TERM": "dumb"}, {"ACCESSIBLE": "1"}]
)
def test_where_nothing_can_be_painted_the_files_are_handed_on_as_they_are(screen, environment):
    shown = screen(**environment)
    with progress() as follow:
        assert follow is iter
    assert shown.getvalue() == ""


def test_a_narrow_terminal_is_never_overrun(clock, screen):
    shown = screen(COLUMNS="20")
    read(clock, TICK)
    assert max(map(len, shown.lines)) == 19
