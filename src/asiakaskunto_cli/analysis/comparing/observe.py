"""From a visit to the figures that are compared: what its record knows, or its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from asiakaskunto_cli.analysis.comparing.answer_measures import AnswerMeasures
from asiakaskunto_cli.analysis.comparing.measures import (
    Family,
    Kind,
    Measure,
    Observation,
    Yardstick,
)
from asiakaskunto_cli.analysis.reduce import Rules
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.words import Area

Observe = Callable[[VisitRecord, VisitDetail | None], Iterator[Observation]]


def observer(measure: Measure, *, by_area: bool = False) -> Observe:
    """Return the function that yields the figures of a visit, at most one of a part.

    By areas, the score becomes the scores of its areas, each a part of its own. The visit's
    answers may be None only where neither the measure nor anything else needs them.
    """
    if measure.family is Family.AREA:
        return _Areas((Area(measure.name),), named=False)
    if not measure.needs_answers:
        return _Areas(tuple(Area), named=True) if by_area else _Scores()
    answers = AnswerMeasures(measure)

    def observe(_record: VisitRecord, detail: VisitDetail | None) -> Iterator[Observation]:
        return iter(()) if detail is None else answers.of(detail)

    return observe


class _Scores:
    """The score of a whole visit; the same few yardsticks serve all visits."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Yardstick] = {}

    def __call__(self, record: VisitRecord, _detail: VisitDetail | None) -> Iterator[Observation]:
        """Yield the score."""
        if record.score is not None:
            yield Observation(self._yardstick(record), record.score)

    def _yardstick(self, record: VisitRecord) -> Yardstick:
        key = (record.checklist, record.scoring_sha256, *record.area_weights.items())
        if key not in self._known:
            rules = Rules.of(record)
            self._known[key] = Yardstick(
                rules.checklist, "", Kind.MEAN, rules.scoring_sha256, rules.area_weights
            )
        return self._known[key]


class _Areas:
    """The scores of areas; how areas are weighted against each other plays no part in them."""

    def __init__(self, areas: tuple[Area, ...], *, named: bool) -> None:
        self._areas = areas
        self._named = named

    def __call__(self, record: VisitRecord, _detail: VisitDetail | None) -> Iterator[Observation]:
        """Yield every area that was scored."""
        for area in self._areas:
            score = record.areas.get(area)
            if score is not None:
                part = area if self._named else ""
                rule = record.scoring_sha256
                yield Observation(Yardstick(record.checklist, part, Kind.MEAN, rule, ()), score)


def classes_of(detail: VisitDetail, names: Mapping[str, bool]) -> tuple[str, ...] | None:
    """Return the answers to segments and the classes of a visit, or None where one is not known.

    The names tell whether each is a segment (else a class).
    """
    found = []
    for name, is_segment in names.items():
        value = _segment(detail, name) if is_segment else _class(detail, name)
        if value is None:
            return None
        found.append(value)
    return tuple(found)


def _segment(detail: VisitDetail, name: str) -> str | None:
    asked = detail.checklist.items.get(name)
    shown = detail.items.get(name)
    if shown is None or not getattr(asked, "segment", False):
        return None
    return shown.answer if isinstance(shown.answer, str) else None


def _class(detail: VisitDetail, name: str) -> str | None:
    found = detail.classes.get(name)
    return None if found is None else found.id
