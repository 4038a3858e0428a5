"""What is known of reports from the last time they were read, as long as their files are the same.

Only a cache: without it, or with a spoilt one, everything is as it was and takes longer.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from operator import attrgetter

from asiakaskunto_cli.report.keeping import fill
from asiakaskunto_cli.report.known import Known, is_of_use
from asiakaskunto_cli.report.ledger import Ledger
from asiakaskunto_cli.report.listing import Folder, Found, Handful
from asiakaskunto_cli.report.snapshot import find, index_folder, publish, tidy

# A file may change twice within a tick of its clock (2 s on the coarsest disks) and look the same:
# what changed so shortly before it was read is not kept. Nor is what comes from the future.
TICK_NS = 2_000_000_000
LARGEST_INTEGER = (1 << 63) - 1


class Index:
    """Gives a ledger the visits in files that are as they were, and keeps what is new there.

    Raises sqlite3.Error where the database of the ledger cannot go on; what goes wrong with the
    index itself is passed over.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._folder = index_folder().absolute()
        self._settled_before = time.time_ns() - TICK_NS
        self._places: dict[str, range] = {}
        self._changed: set[str] = set()
        self._known: Known | None = None

    def unknown(self, handfuls: Iterable[Handful]) -> Iterator[tuple[Folder, Found]]:
        """Yield the files of a listing that have to be read."""
        for root, of_root in groupby(handfuls, attrgetter("folder.root")):
            self._hand_over()
            first = self._ledger.next_place
            known = self._known = None if root is None else self._opened(root)
            for handful in of_root:
                found = handful.files if known is None else known.unknown(handful)
                yield from ((handful.folder, one) for one in found)
            self._places[root] = range(first, self._ledger.next_place)
            if known is not None:
                known.finish()
                if not known.is_as_it_was:
                    self._changed.add(root)

    def complete(self) -> None:
        """Give the ledger, which has all that was read, the visits that are known."""
        if self._known is None or not self._known.stands_in():
            self._hand_over()

    def is_kept(self, folder: Folder, found: Found) -> bool:
        """Tell whether a file that was read can be known as the same another time."""
        _name, size, modified_ns, changed_ns, inode = found
        if folder.root is None or size is None or inode > LARGEST_INTEGER:
            return False
        if max(modified_ns, changed_ns) >= self._settled_before:
            return False
        self._changed.add(folder.root)
        return True

    def save(self) -> None:
        """Keep what the ledger has of every folder that is not as it was."""
        for root in sorted(self._changed):
            self._publish(root, self._places[root])
        if self._changed:
            tidy(self._folder, is_of_use)

    def _publish(self, root: str, places: range) -> None:
        with suppress(OSError, sqlite3.Error):
            publish(self._folder, root, lambda path: fill(self._ledger, path, root, places))

    def _hand_over(self) -> None:
        if self._known is not None:
            self._known.hand_over()
            self._known = None

    def _opened(self, root: str) -> Known | None:
        path = find(self._folder, root)
        if path is None:
            return None
        try:
            return Known(self._ledger, path, root)
        except (sqlite3.Error, ValueError, LookupError, TypeError):
            with suppress(sqlite3.Error):
                self._ledger.connection.execute("DETACH known")
            return None
