"""Which visits are compared, and as what: filters, waves, and who is counted together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from operator import attrgetter

from asiakaskunto_cli.analysis.comparing.facts import Cell, Facts, Observed, Strata, reduce
from asiakaskunto_cli.analysis.comparing.measures import Observation
from asiakaskunto_cli.analysis.comparing.observe import classes_of, observer
from asiakaskunto_cli.analysis.comparing.reading import Reading
from asiakaskunto_cli.analysis.comparing.request import By, Request
from asiakaskunto_cli.analysis.reduce import Exclusion, why_left_out
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.report.record import VisitRecord

WaveOf = Callable[[VisitRecord], str]


class Selection:
    """The visits that a request is about; they can be gone through more than once.

    ``sites`` (with their newest names), ``waves``, ``exclusions`` and ``outside`` are known once
    they have been gone through: all sites and waves there are, asked for or not.
    """

    def __init__(self, records: Iterable[VisitRecord], request: Request, reading: Reading) -> None:
        self._records = records
        self._request = request
        self._reading = reading
        self.wave_of = wave_of(request)
        self._kept_waves = self._since_wave()
        self._segments = {one.name: one.by is By.SEGMENT for one in request.named}
        self._observe = observer(request.measure, by_area=request.splits_areas)
        self._names: dict[str, tuple[datetime, str]] = {}
        self.waves: set[str] = set()
        self.exclusions: list[Exclusion] = []
        self.outside = 0

    @property
    def sites(self) -> dict[str, str]:
        """The newest name of every site, by id."""
        return {site: name for site, (_moment, name) in sorted(self._names.items())}

    def cells(self) -> Strata:
        """Return what the figures of the visits come to."""
        if self._request.is_of_whole_visits:
            return self._of_scores()
        return reduce(self.observed())

    def observed(self) -> Iterator[Observed]:
        """Yield the figures of the visits that count, in the order of the records."""
        self._forget()
        for record in self._records:
            wave = self.wave_of(record)
            self._learn(wave, record.site, record.site_name, record.visited_at)
            if self._counts(record, wave):
                yield from self._figures(record, wave)

    def _of_scores(self) -> Strata:
        """Return ``reduce(self.observed())`` of scores, about three times as fast.

        A folder may hold a hundred thousand visits. Their facts are worked out once for all that
        share them, and what the cells know by then need not be learnt visit by visit.
        """
        self._forget()
        cells: Strata = {}
        known: dict[tuple[object, ...], Cell] = {}
        for record in self._records:
            wave, score = self.wave_of(record), record.score
            if not self._counts(record, wave) or score is None:
                self._learn(wave, record.site, record.site_name, record.visited_at)
                continue
            key = (
                wave,
                record.site,
                record.site_name,
                record.method,
                record.channel,
                record.evaluator,
                record.checklist,
                record.checklist_version,
                record.scoring_sha256,
                *record.area_weights.items(),
            )
            cell = known.get(key)
            if cell is None:
                (figure,) = self._observe(record, None)
                facts = Facts.of(record, wave, figure.yardstick, ())
                cell = known[key] = cells.setdefault(facts, Cell.begun(record))
            cell.add(record, score, record.areas)
        for facts, cell in cells.items():
            self._learn(facts.wave, facts.site, facts.site_name, cell.newest[0])
        return cells

    def _figures(self, record: VisitRecord, wave: str) -> Iterator[Observed]:
        detail: VisitDetail | None = None
        classes: tuple[str, ...] = ()
        if self._request.needs_answers:
            detail = self._reading.of(record.file)
            if detail is None:
                return
            known = classes_of(detail, self._segments)
            if known is None:
                self.outside += 1
                return
            classes = known
        figure: Observation
        for figure in self._observe(record, detail):
            facts = Facts.of(record, wave, figure.yardstick, classes)
            yield Observed(record, facts, figure.value, record.areas)

    def _forget(self) -> None:
        self._names, self.waves, self.exclusions, self.outside = {}, set(), [], 0

    def _learn(self, wave: str, site: str, name: str, moment: datetime) -> None:
        self.waves.add(wave)
        self._names[site] = max(self._names.get(site, (moment, name)), (moment, name))

    def _counts(self, record: VisitRecord, wave: str) -> bool:
        """Tell whether a visit counts; where it was asked for and does not, remember why."""
        if self._request.is_filtered and not self.is_wanted(record, wave):
            return False
        if self._reading.unusable and record.file in self._reading.unusable:
            return False
        reason = why_left_out(record)
        if reason is not None:
            self.exclusions.append(Exclusion(record.file, record.site, reason))
        return reason is None

    def is_wanted(self, record: VisitRecord, wave: str) -> bool:
        """Tell whether a visit is among those that were asked for."""
        asked = self._request
        if asked.sites and record.site not in asked.sites:
            return False
        if asked.methods and record.method not in asked.methods:
            return False
        if isinstance(asked.since, date):
            return record.visited_at.date() >= asked.since
        return self._kept_waves is None or wave in self._kept_waves

    def _since_wave(self) -> frozenset[str] | None:
        """Return the waves that begin no earlier than the one named, or None for all of them.

        Where there is no such wave, there is nothing to keep.
        """
        since = self._request.since
        if not isinstance(since, str):
            return None
        begins: dict[str, date] = {}
        for record in self._records:
            wave, day = self.wave_of(record), record.visited_at.date()
            begins[wave] = min(begins.get(wave, day), day)
        begins |= {wave: day for wave, day in self._request.starts.items() if wave in begins}
        first = begins.get(since)
        return frozenset(wave for wave, day in begins.items() if first is not None and day >= first)


def compared_visits(
    records: Iterable[VisitRecord], request: Request
) -> Iterator[tuple[str, VisitRecord]]:
    """Yield the visits that a request is about and that count, each with its wave."""
    selection = Selection(records, request, Reading(None, {}))
    for record in records:
        wave = selection.wave_of(record)
        if selection.is_wanted(record, wave) and why_left_out(record) is None:
            yield wave, record


def wave_of(request: Request) -> WaveOf:
    """Return the function that tells the wave of a visit: the calendar's, or its own."""
    period = request.period
    if period is None:
        return attrgetter("wave")
    return lambda record: period.of(record.visited_at)
