"""What a snapshot knows of a folder, gone through beside a later listing of it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from asiakaskunto_cli import __version__
from asiakaskunto_cli.report.ledger import Ledger
from asiakaskunto_cli.report.listing import Folder, Found, Handful, stamp_of
from asiakaskunto_cli.report.read import UnusableReportError, read_light
from asiakaskunto_cli.report.rows import PEOPLE, Facts, Row, name_in, setting_in, stored, verdict_in

TAKE_OVER = """
    INSERT INTO main.visit
    SELECT place + ?, ?, name, size, modified_ns, changed_ns, inode, reformatted,
           report_id, supersedes, visited_at, score, knowledge, skills, emotion, completeness,
           people + ?, setting + ?, verdict + ?
    FROM known.visit WHERE place BETWEEN ? AND ?
"""
# Where nobody can tell any more who the people are, a visit is as good as unknown.
STAMPED = """
    SELECT name, CASE WHEN people IN (SELECT number FROM lost) THEN NULL ELSE size END,
           modified_ns, changed_ns, inode
    FROM known.visit WHERE folder = ? AND place >= ? ORDER BY place
"""
TELLING = """
    SELECT people.number, folder.below, name, size, modified_ns, changed_ns, inode
    FROM known.people JOIN known.visit USING (place) JOIN known.folder ON folder = folder.number
"""


def is_of_use(path: Path) -> bool:
    """Tell whether a snapshot is of this kunto, and about a folder that is still there."""
    try:
        with closing(sqlite3.connect(_address(path), uri=True)) as connection:
            found = connection.execute("SELECT kunto_version, root FROM about")
            version, root = found.fetchone()
            return version == __version__ and os.path.lexists(name_in(root))
    except (sqlite3.Error, TypeError, ValueError):
        return False


class Known:
    """What a snapshot knows of a folder, and of those below it.

    ``are_distinct`` tells that no two of its visits have one id; ``is_as_it_was`` that it knows
    all there is to know, once all files have been gone through. Opening it, and every method,
    raises sqlite3.Error where a database cannot go on.
    """

    def __init__(self, ledger: Ledger, path: Path, root: str) -> None:
        self._ledger = ledger
        self._connection = ledger.connection
        self._connection.execute("ATTACH ? AS known", (_address(path),))
        about = self._connection.execute("SELECT are_distinct FROM known.about")
        self.are_distinct = bool(*about.fetchone())
        self.is_as_it_was = True
        folders = self._connection.execute("SELECT number, below, first FROM known.folder")
        self._folders = {
            tuple(name_in(below).split("/")) if below else (): (number, first)
            for number, below, first in folders
        }
        self._shifts = self._take_over_facts(root)
        self._folder: Folder | None = None
        self._rows: _Rows | None = None
        self._numbers: dict[int, Folder] = {}
        self._runs: list[_Run] = []

    def unknown(self, handful: Handful) -> Iterator[Found]:
        """Yield the files that have to be read; the visits in the others go to the ledger.

        Handfuls come in the order of their listing.
        """
        if handful.folder is not self._folder:
            self._turn_to(handful.folder)
        rows, files = self._rows, handful.files
        if rows is None:
            yield from files
            return
        # Mostly all are known, and one comparison tells it.
        if rows.upcoming(len(files)) == files:
            self._take(rows, len(files))
            return
        for found in files:
            name = stored(found[0])
            while (row := rows.next()) is not None and name_in(row[0]) < found[0]:
                self._pass_over(rows)
            if row is None or row[0] != name:
                yield found
            elif row[1:] == found[1:]:
                self._take(rows, 1)
            else:
                self._pass_over(rows)
                yield found

    def finish(self) -> None:
        """Take note that all files have been gone through."""
        self._turn_to(None)
        self.is_as_it_was = self.is_as_it_was and not self._folders

    def hand_over(self) -> None:
        """Copy the visits that were found to the ledger, and let go of the snapshot."""
        for folder, place, first, length in self._runs:
            values = (place - first, self._ledger.number_of(folder), *self._shifts)
            self._ledger.copy(TAKE_OVER, (*values, first, first + length - 1))
        self._connection.execute("DETACH known")

    def stands_in(self) -> bool:
        """Let an empty ledger have the snapshot as it is, where all of it is as it was."""
        if not (self.is_as_it_was and self._ledger.is_empty) or any(self._shifts):
            return False
        visits = sum(run.length for run in self._runs)
        self._ledger.adopt(self._numbers, visits, are_distinct=self.are_distinct)
        return True

    def _turn_to(self, folder: Folder | None) -> None:
        """Go on to another folder; what is left of the last one is gone."""
        if self._rows is not None:
            if self._rows.next() is not None:
                self.is_as_it_was = False
            self._rows.close()
        self._folder, self._rows = folder, None
        found = None if folder is None else self._folders.pop(folder.below, None)
        if folder is not None and found is not None:
            self._rows = _Rows(self._connection.execute(STAMPED, found), found[1])
            self._numbers[found[0]] = folder

    def _pass_over(self, rows: _Rows) -> None:
        rows.take(1)
        self.is_as_it_was = False

    def _take(self, rows: _Rows, count: int) -> None:
        """Take the next rows of the folder for the next places of the ledger."""
        if self._folder is None:
            return
        run = _Run(self._folder, self._ledger.reserve(count), rows.take(count), count)
        last = self._runs[-1] if self._runs else None
        if last is not None and last.goes_on_with(run):
            self._runs[-1] = last._replace(length=last.length + count)
        else:
            self._runs.append(run)

    def _take_over_facts(self, root: str) -> tuple[int, int, int]:
        """Give the ledger what the numbers in the rows stand for, and return their shifts."""
        people = dict(self._told_by_witnesses(root))
        settings = dict(self._connection.execute("SELECT * FROM known.setting"))
        verdicts = dict(self._connection.execute("SELECT * FROM known.verdict"))
        self._connection.execute(
            "CREATE TEMP TABLE IF NOT EXISTS lost (number INTEGER PRIMARY KEY)"
        )
        self._connection.execute("DELETE FROM lost")
        everybody = self._connection.execute("SELECT number FROM known.people").fetchall()
        lost = [(number,) for (number,) in everybody if number not in people]
        self._connection.executemany("INSERT INTO lost VALUES (?)", lost)
        rows = self._ledger.rows
        return (
            rows.people.take_over(people),
            rows.settings.take_over({one: setting_in(settings[one]) for one in settings}),
            rows.verdicts.take_over({one: verdict_in(verdicts[one]) for one in verdicts}),
        )

    def _told_by_witnesses(self, root: str) -> Iterator[tuple[int, Facts]]:
        """Yield who the people are by their numbers, as far as a file that can tell is the same."""
        for number, below, name, *stamp in self._connection.execute(TELLING):
            path = str(Path(root, name_in(below), name_in(name)))
            with suppress(UnusableReportError, OSError):
                record: Facts = read_light(path)[0]
                if stamp_of(os.lstat(path)) == tuple(stamp):
                    yield number, record[PEOPLE]


class _Run(NamedTuple):
    """Visits of a folder that follow each other, here and in the ledger."""

    folder: Folder
    place: int
    first: int
    length: int

    def goes_on_with(self, run: _Run) -> bool:
        """Tell whether a run begins where this one ends."""
        ends = self.place + self.length, self.first + self.length
        return self.folder is run.folder and ends == (run.place, run.first)


class _Rows:
    """The rows of a folder, to be looked at before they are taken."""

    def __init__(self, cursor: sqlite3.Cursor, first: int) -> None:
        self._cursor = cursor
        self._place = first
        self._ahead: list[Row] = []

    def upcoming(self, count: int) -> list[Row]:
        """Return the next rows, as many as there are of the count."""
        if len(self._ahead) < count:
            self._ahead += self._cursor.fetchmany(count - len(self._ahead))
        return self._ahead[:count]

    def next(self) -> Row | None:
        """Return the next row, or None after the last one."""
        return self._ahead[0] if self._ahead or self.upcoming(1) else None

    def take(self, count: int) -> int:
        """Go on by some of the rows that were looked at; return the place of the first."""
        del self._ahead[:count]
        self._place += count
        return self._place - count

    def close(self) -> None:
        """Let go of the rows that are left."""
        self._cursor.close()


def _address(path: Path) -> str:
    """Return the address of a snapshot: nobody changes it, so no lock has to be asked for."""
    return f"{path.as_uri()}?mode=ro&immutable=1"
