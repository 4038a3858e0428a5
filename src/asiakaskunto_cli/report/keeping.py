"""Fills the database of a snapshot from a ledger.

It holds numbers, dates, ids and codes, and the places and names of files. Words that a person
typed into a report are not in it: of those that visits share, it only tells a file that has them.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from asiakaskunto_cli import __version__
from asiakaskunto_cli.report.ledger import COLUMNS, Ledger
from asiakaskunto_cli.report.rows import setting_text, stored, verdict_text

TABLES = (
    f"CREATE TABLE fresh.visit {COLUMNS}",
    "CREATE TABLE fresh.about (kunto_version TEXT, root TEXT, are_distinct INTEGER)",
    "CREATE TABLE fresh.folder (number INTEGER PRIMARY KEY, below TEXT, first INTEGER)",
    "CREATE TABLE fresh.people (number INTEGER PRIMARY KEY, place INTEGER)",
    "CREATE TABLE fresh.setting (number INTEGER PRIMARY KEY, facts TEXT)",
    "CREATE TABLE fresh.verdict (number INTEGER PRIMARY KEY, facts TEXT)",
)
# Places are given anew, so that the visits of a folder follow each other without a gap.
KEEP = """
    INSERT INTO fresh.visit
    SELECT NULL, folder, name, size, modified_ns, changed_ns, inode, reformatted,
           report_id, supersedes, visited_at, score, knowledge, skills, emotion, completeness,
           people, setting, verdict
    FROM main.visit WHERE place BETWEEN ? AND ? AND size IS NOT NULL ORDER BY place
"""
# Any visit of theirs can tell who the people are.
WITNESSES = "INSERT INTO fresh.people SELECT people, min(place) FROM fresh.visit GROUP BY people"
FIRSTS = "SELECT folder, min(place) FROM fresh.visit GROUP BY folder"


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
        about = __version__, stored(root), ledger.are_distinct
        connection.execute("INSERT INTO fresh.about VALUES (?, ?, ?)", about)
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
        "INSERT INTO fresh.folder VALUES (?, ?, ?)",
        [
            (number, stored("/".join(ledger.folders[number].below)), first)
            for number, first in connection.execute(FIRSTS)
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
