"""The database of a snapshot: filled from a ledger, and gone through beside a later listing.

It holds numbers, dates, ids and codes, and the places and names of files. Words that a person
typed into a report are not in it: those that visits share are read anew from one of their files.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from asiakaskunto_cli import __version__
from asiakaskunto_cli.report.ledger import COLUMNS, Ledger
from asiakaskunto_cli.report.listing import Folder, ReportFile, stamp_of
from asiakaskunto_cli.report.read import UnusableReportError, read_light
from asiakaskunto_cli.report.rows import (
    PEOPLE,
    Facts,
    Row,
    name_in,
    setting_in,
    setting_text,
    stored,
    verdict_in,
    verdict_text,
)

TABLES = (
    f"CREATE TABLE fresh.visit {COLUMNS}",
    "CREATE TABLE fresh.about (kunto_version TEXT, root TEXT)",
    "CREATE TABLE fresh.folder (number INTEGER PRIMARY KEY, below TEXT)",
    "CREATE TABLE fresh.people (number INTEGER PRIMARY KEY, place INTEGER)",
    "CREATE TABLE fresh.setting (number INTEGER PRIMARY KEY, facts TEXT)",
    "CREATE TABLE fresh.verdict (number INTEGER PRIMARY KEY, facts TEXT)",
)
KEEP = """
    INSERT INTO fresh.visit SELECT * FROM main.visit
    WHERE place BETWEEN ? AND ? AND inode IS NOT NULL
"""
# Any visit of theirs can tell who the people are.
WITNESSES = "INSERT INTO fresh.people SELECT people, min(place) FROM fresh.visit GROUP BY people"
TAKE_OVER = """
    INSERT INTO main.visit
    SELECT place + ?, ?, name, size, modified_ns, changed_ns, inode, reformatted,
           report_id, supersedes, visited_at, score, knowledge, skills, emotion, completeness,
           people + ?, setting + ?, verdict + ?
    FROM known.visit WHERE place BETWEEN ? AND ?
"""
STAMPED = """
    SELECT place, folder, name, size, modified_ns, changed_ns, inode, people
    FROM known.visit ORDER BY place
"""
TELLING = """
    SELECT people.number, folder, name, size, modified_ns, changed_ns, inode
    FROM known.people JOIN known.visit USING (place)
"""


def fill(ledger: Ledger, path: Path, root: str, places: range) -> None:
    """Write into an empty file what a ledger has of a folder, at these places.

    Raises sqlite3.Error where that cannot be written.
    """
    connection = ledger.connection
    connection.execute("ATTACH ? AS fresh", (str(path),))
    try:
        connection.execute("PRAGMA fresh.journal_mode = OFF")
        connection.execute("PRAGMA fresh.synchronous = OFF")
        connection.execute("BEGIN")
        for table in TABLES:
            connection.execute(table)
        connection.execute("INSERT INTO fresh.about VALUES (?, ?)", (__version__, stored(root)))
        connection.execute(KEEP, (places.start, places.stop - 1))
        connection.execute(WITNESSES)
        _tell(ledger)
        connection.execute("COMMIT")
    finally:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            connection.execute("DETACH fresh")


def _tell(ledger: Ledger) -> None:
    """Write what the numbers in the rows stand for."""
    connection, rows = ledger.connection, ledger.rows
    connection.executemany(
        "INSERT INTO fresh.folder VALUES (?, ?)",
        [
            (number, stored("/".join(ledger.folders[number].below)))
            for (number,) in connection.execute("SELECT DISTINCT folder FROM fresh.visit")
        ],
    )
    connection.executemany(
        "INSERT INTO fresh.setting VALUES (?, ?)",
        [
            (number, setting_text(rows.settings.facts[number]))
            for (number,) in connection.execute("SELECT DISTINCT setting FROM fresh.visit")
        ],
    )
    connection.executemany(
        "INSERT INTO fresh.verdict VALUES (?, ?)",
        [
            (number, verdict_text(rows.verdicts.facts[number]))
            for (number,) in connection.execute("SELECT DISTINCT verdict FROM fresh.visit")
        ],
    )


def is_of_use(path: Path) -> bool:
    """Tell whether a snapshot is of this kunto, and about a folder that is still there."""
    try:
        with closing(sqlite3.connect(_address(path), uri=True)) as connection:
            version, root = connection.execute("SELECT * FROM about").fetchone()
            return version == __version__ and os.path.lexists(name_in(root))
    except (sqlite3.Error, TypeError, ValueError):
        return False


class Known:
    """What a snapshot knows of a folder; its rows are in the order of any listing.

    Opening it, and every method, raises sqlite3.Error where a database cannot go on.
    """

    def __init__(self, ledger: Ledger, path: Path, root: str) -> None:
        self._ledger = ledger
        self._connection = ledger.connection
        self._connection.execute("ATTACH ? AS known", (_address(path),))
        self._below: dict[int, tuple[str, ...]] = {
            number: tuple(name_in(below).split("/")) if below else ()
            for number, below in self._connection.execute("SELECT * FROM known.folder")
        }
        self._numbers = {below: number for number, below in self._below.items()}
        self._people = dict(self._told_by_witnesses(root))
        settings = dict(self._connection.execute("SELECT * FROM known.setting"))
        verdicts = dict(self._connection.execute("SELECT * FROM known.verdict"))
        self._shifts = (
            ledger.rows.people.take_over(self._people),
            ledger.rows.settings.take_over({one: setting_in(settings[one]) for one in settings}),
            ledger.rows.verdicts.take_over({one: verdict_in(verdicts[one]) for one in verdicts}),
        )
        self._rows: Iterator[Row] = self._connection.execute(STAMPED)
        self._row = next(self._rows, None)
        self._folder: Folder | None = None
        self._number: int | None = None
        # The rows to take over next, from the first to the last, and where they go.
        self._first = self._last = self._shift = -1
        self.is_as_it_was = True

    def recall(self, file: ReportFile) -> bool:
        """Tell whether the visit in a file is known and the file the same: the ledger has it now.

        Files are asked for in the order of their listing.
        """
        if file.folder is not self._folder:
            self._turn_to(file.folder)
        name = stored(file.name)
        while (row := self._row) is not None:
            if row[2] == name and row[1] == self._number:
                break
            if self._is_ahead(row, file):
                return False
            self._row, self.is_as_it_was = next(self._rows, None), False
        else:
            return False
        self._row = next(self._rows, None)
        if row[3:7] != file.stamp or row[7] not in self._people:
            self.is_as_it_was = False
            return False
        self._take(row[0])
        return True

    def close(self) -> None:
        """Let go of the snapshot."""
        self.is_as_it_was = self.is_as_it_was and self._row is None
        self._take_over()
        self._rows = iter(())
        self._connection.execute("DETACH known")

    def _turn_to(self, folder: Folder) -> None:
        self._take_over()
        self._folder, self._number = folder, self._numbers.get(folder.below)

    def _is_ahead(self, row: Row, file: ReportFile) -> bool:
        return (self._below[row[1]], name_in(row[2])) > (file.folder.below, file.name)

    def _take(self, place: int) -> None:
        shift = self._ledger.reserve() - place
        if place != self._last + 1 or shift != self._shift:
            self._take_over()
            self._first, self._shift = place, shift
        self._last = place

    def _take_over(self) -> None:
        """Copy the rows that belong together into the ledger."""
        if self._folder is not None and self._first >= 0:
            number = self._ledger.number_of(self._folder)
            values = (self._shift, number, *self._shifts, self._first, self._last)
            self._ledger.copy(TAKE_OVER, values)
        self._first = self._last = self._shift = -1

    def _told_by_witnesses(self, root: str) -> Iterator[tuple[int, Facts]]:
        """Yield who the people are by their numbers, as far as a file that can tell is the same."""
        for number, folder, name, *stamp in self._connection.execute(TELLING):
            path = str(Path(root, *self._below[folder], name_in(name)))
            with suppress(UnusableReportError, OSError):
                record: Facts = read_light(path)[0]
                if stamp_of(os.lstat(path)) == tuple(stamp):
                    yield number, record[PEOPLE]


def _address(path: Path) -> str:
    """Return the address of a snapshot: nobody changes it, so no lock has to be asked for."""
    return f"{path.as_uri()}?mode=ro&immutable=1"
