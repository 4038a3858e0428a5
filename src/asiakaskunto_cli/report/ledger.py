"""The visits of a collection in a small database, so that memory does not grow with their number.

A report may be met before or after the one that replaces it: nobody can tell which visits count
until all are known, and a hundred thousand of them need not wait for that in memory.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from asiakaskunto_cli.errors import DiskError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.listing import Folder, Found
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.rows import Facts, Rows, name_in, stored
from asiakaskunto_cli.report.seal import Seal
from asiakaskunto_cli.report.versions import Left, LeftOut, latest
from asiakaskunto_cli.words import clean

# A database that SQLite keeps in memory, later in a file of its own, and removes.
ON_DISK = ""
IN_MEMORY = ":memory:"
CACHE_KIB = 8192

# ``place`` is the place in the listing; what has no stamp has to be read again another time.
COLUMNS = """(
    place INTEGER PRIMARY KEY, folder INTEGER, name TEXT,
    size INTEGER, modified_ns INTEGER, changed_ns INTEGER, inode INTEGER, reformatted INTEGER,
    report_id TEXT, supersedes TEXT, visited_at TEXT,
    score REAL, knowledge REAL, skills REAL, emotion REAL, completeness REAL,
    people INTEGER, setting INTEGER, verdict INTEGER
)"""
INSERT = "INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
COUNTED = """
    SELECT folder, name, report_id, supersedes, visited_at,
           score, knowledge, skills, emotion, completeness, people, setting, verdict
    FROM visit WHERE place NOT IN (SELECT place FROM left_out) ORDER BY place
"""
# What ``latest`` has to know of: any other visit is the only one of its kind.
INVOLVED = """
    SELECT place, folder, name, report_id, supersedes FROM visit
    WHERE supersedes IS NOT NULL
       OR report_id IN (SELECT supersedes FROM visit WHERE supersedes IS NOT NULL)
       OR (:search AND report_id IN
            (SELECT report_id FROM visit GROUP BY report_id HAVING count(*) > 1))
    ORDER BY place
"""
REFORMATTED = """
    SELECT folder, name FROM visit
    WHERE reformatted AND place NOT IN (SELECT place FROM left_out) ORDER BY place
"""


NO_STAMP = (None, None, None, None)


class NewVisit(NamedTuple):
    """A visit that was read: where it stands, and its record taken apart.

    One that is not kept has to be read again next time.
    """

    place: int
    folder: int
    found: Found
    is_kept: bool
    seal: Seal
    apart: Facts


@dataclass(frozen=True, slots=True)
class _Version:
    """A visit of which there may be others."""

    place: int
    file: str
    report_id: str
    supersedes: str | None


class Ledger:
    """Takes visits in the order of their files; once settled, it yields those that count.

    Every method raises sqlite3.Error where the database cannot go on: on a full disk, say.
    """

    def __init__(self, database: str = ON_DISK) -> None:
        self.rows = Rows()
        self.connection = sqlite3.connect(database, isolation_level=None, uri=True)
        weakref.finalize(self, self.connection.close)
        for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{CACHE_KIB}"):
            self.connection.execute(f"PRAGMA {setting}")
        self.connection.execute(f"CREATE TABLE visit {COLUMNS}")
        self.connection.execute("CREATE TABLE left_out (place INTEGER PRIMARY KEY)")
        self.folders: dict[int, Folder] = {}
        self.next_place = 0
        self._visits = 0
        self.are_distinct = False

    def add(self, visits: Iterable[NewVisit]) -> None:
        """Take visits that were read, each at the place that was reserved for it."""
        rows = [
            (
                one.place,
                one.folder,
                stored(one.found[0]),
                *(one.found[1:] if one.is_kept else NO_STAMP),
                one.seal is Seal.REFORMATTED,
                *self.rows.row(one.apart),
            )
            for one in visits
        ]
        self._visits += len(rows)
        self.connection.execute("BEGIN")
        self.connection.executemany(INSERT, rows)
        self.connection.execute("COMMIT")

    def adopt(self, folders: Mapping[int, Folder], visits: int, *, are_distinct: bool) -> None:
        """Have the visits of the attached database ``known`` instead of its own, which are none."""
        self.connection.execute("DROP TABLE main.visit")
        self.folders, self._visits, self.are_distinct = dict(folders), visits, are_distinct

    def copy(self, statement: str, values: tuple[int, ...]) -> None:
        """Take rows from another database, at places that were reserved for them."""
        self._visits += self.connection.execute(statement, values).rowcount

    def reserve(self, count: int = 1) -> int:
        """Return the first of so many places, the next ones; they may stay empty."""
        first = self.next_place
        self.next_place += count
        return first

    def number_of(self, folder: Folder) -> int:
        """Return the number of a folder; the files of one come one after another."""
        last = len(self.folders) - 1
        if last >= 0 and self.folders[last] is folder:
            return last
        self.folders[last + 1] = folder
        return last + 1

    def settle(self) -> tuple[LeftOut, ...]:
        """Take out copies and replaced versions of visits, and return them."""
        search = {"search": not self.are_distinct}
        involved = [
            _Version(place, self.folders[folder].shown + name_in(name), report_id, supersedes)
            for place, folder, name, report_id, supersedes in self.connection.execute(
                INVOLVED, search
            )
        ]
        _kept, left_out = latest(involved)
        self.are_distinct = not any(one.reason is Left.DUPLICATE for one in left_out)
        places = {one.file: one.place for one in involved}
        out = [(places[one.file],) for one in left_out]
        self.connection.executemany("INSERT INTO left_out VALUES (?)", out)
        self._visits -= len(out)
        return tuple(left_out)

    def reformatted(self) -> tuple[str, ...]:
        """Return the files of visits that another program saved in another layout."""
        found = self.connection.execute(REFORMATTED)
        return tuple(self.folders[folder].shown + name_in(name) for folder, name in found)

    @property
    def is_empty(self) -> bool:
        """Whether no visit was taken yet."""
        return not self._visits

    def __len__(self) -> int:
        return self._visits

    def __iter__(self) -> Iterator[VisitRecord]:
        """Yield the visits that count, in the order of the listing; as often as one likes.

        Raises DiskError where the temporary database cannot be read any more.
        """
        beginnings = {number: folder.shown for number, folder in self.folders.items()}
        try:
            # Not returned but yielded from: whoever is on the way keeps the database open.
            yield from self.rows.records(self.connection.execute(COUNTED), beginnings)
        except sqlite3.Error as error:
            message = _("What was read of the reports cannot be found again: {reason}.")
            remedy = _("Check that the disk is connected and sound, then run the command again.")
            raise DiskError(message.format(reason=clean(str(error))), remedy=remedy) from error
