"""The answers of visits, read only where they are needed; what cannot be read is remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.report.read import UnusableReportError

Details = Callable[[str], VisitDetail]
"""Returns the visit in a file with its answers; raises UnusableReportError where it cannot."""


class Reading:
    """Reads the answers of visits, where there is a way to; ``unusable`` is by file.

    A file whose answers turn out to be unusable counts in nothing: whoever compares has to begin
    again without it, which ``spoilt`` tells.
    """

    def __init__(self, details: Details | None, unusable: dict[str, UnusableReportError]) -> None:
        self._details = details
        self._known = frozenset(unusable)
        self.unusable = unusable
        self._newest: dict[int, tuple[datetime, Checklist]] = {}
        self._last: tuple[str, VisitDetail] | None = None

    @property
    def checklists(self) -> tuple[Checklist, ...]:
        """The checklists of the visits that were read, the last used one last."""
        ordered = sorted(self._newest.values(), key=lambda one: (one[0], one[1].id, one[1].version))
        return tuple(checklist for _seen, checklist in ordered)

    @property
    def is_possible(self) -> bool:
        """Whether answers can be read at all."""
        return self._details is not None

    @property
    def spoilt(self) -> bool:
        """Whether a file turned out to be unusable since the beginning."""
        return len(self.unusable) > len(self._known)

    def of(self, file: str) -> VisitDetail | None:
        """Return the visit in a file with its answers, or None where they cannot be read."""
        if self._last is not None and self._last[0] == file:
            return self._last[1]
        if self._details is None or file in self.unusable:
            return None
        try:
            detail = self._details(file)
        except UnusableReportError as error:
            self.unusable[file] = error
            return None
        self._last = file, detail
        self._learn(detail)
        return detail

    def _learn(self, detail: VisitDetail) -> None:
        known = self._newest.get(id(detail.checklist))
        seen = detail.record.visited_at
        if known is None or seen > known[0]:
            self._newest[id(detail.checklist)] = seen, detail.checklist
