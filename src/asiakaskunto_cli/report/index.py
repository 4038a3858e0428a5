"""What is known of reports from the last time they were read, as long as their files are the same.

Only a cache: without it, or with a spoilt one, everything is as it was and takes longer.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress

from asiakaskunto_cli.report.known import Known, fill, is_of_use
from asiakaskunto_cli.report.ledger import Ledger
from asiakaskunto_cli.report.listing import ReportFile, Stamp
from asiakaskunto_cli.report.snapshot import find, index_folder, publish, tidy

# A file may change twice within a tick of its clock (2 s on the coarsest disks) and look the same:
# what changed so shortly before it was read is not kept. Nor is what comes from the future.
TICK_NS = 2_000_000_000
LARGEST_INTEGER = (1 << 63) - 1


class Index:
    """Puts into a ledger the visits in files that are as they were, and keeps what is new there.

    Files are asked for in the order of their listing. Raises sqlite3.Error where the database of
    the ledger cannot go on; what goes wrong with the index itself is passed over.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._folder = index_folder().absolute()
        self._settled_before = time.time_ns() - TICK_NS
        self._root: str | None = None
        self._known: Known | None = None
        self._first = 0
        self._places: dict[str, range] = {}
        self._changed: set[str] = set()

    def recall(self, file: ReportFile) -> bool:
        """Tell whether the visit in a file is known; if so, the ledger has it now."""
        if file.folder.root != self._root:
            self._turn_to(file.folder.root)
        return self._known is not None and self._known.recall(file)

    def stamp(self, file: ReportFile) -> Stamp | None:
        """Return by what a file that is read now will be known as the same, if by anything."""
        stamp, root = file.stamp, file.folder.root
        if root is None or stamp is None or stamp.inode > LARGEST_INTEGER:
            return None
        if max(stamp.modified_ns, stamp.changed_ns) >= self._settled_before:
            return None
        self._changed.add(root)
        return stamp

    def finish(self) -> None:
        """Give the ledger the rest, and keep what it has of every folder that is not as it was."""
        self._turn_to(None)
        for root in sorted(self._changed):
            self._publish(root, self._places[root])
        if self._changed:
            tidy(self._folder, is_of_use)

    def _publish(self, root: str, places: range) -> None:
        with suppress(OSError, sqlite3.Error):
            publish(self._folder, root, lambda path: fill(self._ledger, path, root, places))

    def _turn_to(self, root: str | None) -> None:
        if self._root is not None:
            self._places[self._root] = range(self._first, self._ledger.next_place)
            if self._known is not None:
                self._known.close()
                if not self._known.is_as_it_was:
                    self._changed.add(self._root)
        self._root, self._first = root, self._ledger.next_place
        self._known = None if root is None else self._opened(root)

    def _opened(self, root: str) -> Known | None:
        path = find(self._folder, root)
        if path is None:
            return None
        try:
            return Known(self._ledger, path, root)
        except (sqlite3.Error, ValueError, LookupError):
            with suppress(sqlite3.Error):
                self._ledger.connection.execute("DETACH known")
            return None
