"""A second look at waves: what their scores are made of, and what common items make of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from asiakaskunto_cli.analysis.comparing.facts import Cell, Observed, Strata
from asiakaskunto_cli.analysis.comparing.makings import Makings
from asiakaskunto_cli.analysis.comparing.schemes import (
    Common,
    Scheme,
    own_scheme,
    parts_of,
    score_by,
)
from asiakaskunto_cli.analysis.key_figures.contradiction import both_measures
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Area


@dataclass(slots=True)
class Look:
    """What the answers of one wave of a group tell, by their own weights or by common items.

    ``cells`` are the wave's visits scored by common items (empty without any); ``makings`` what
    the scores are made of, by site; ``checklists`` those of the visits, by identity;
    ``felt_and_done`` the subjective and objective scores of the visits that have both; ``area``
    the one whose score is compared in place of the whole.
    """

    common: Common | None = None
    area: Area | None = None
    cells: Strata = field(default_factory=dict)
    makings: dict[str, Makings] = field(default_factory=lambda: defaultdict(Makings))
    checklists: dict[int, Checklist] = field(default_factory=dict)
    felt_and_done: list[tuple[float, float]] = field(default_factory=list)
    _own: dict[tuple[int, object], Scheme] = field(default_factory=dict)

    @property
    def schemes(self) -> list[Scheme]:
        """The weights by which its visits were looked at."""
        return [self.common.scheme] if self.common is not None else list(self._own.values())

    def add(self, seen: Observed, detail: VisitDetail) -> None:
        """Count one visit."""
        self.checklists[id(detail.checklist)] = detail.checklist
        measures = both_measures(detail)
        if measures is not None:
            self.felt_and_done.append(measures)
        score, scheme = seen.value, self._scheme(seen, detail)
        if self.common is not None:
            rescored = self._rescored(seen, detail, scheme)
            if rescored is None:
                return
            score = rescored
        if self.area is None:
            self.makings[seen.facts.site].add(score, parts_of(detail, scheme))

    def _scheme(self, seen: Observed, detail: VisitDetail) -> Scheme:
        if self.common is not None:
            return self.common.scheme
        key = id(detail.checklist), seen.facts.yardstick.weights
        if key not in self._own:
            self._own[key] = own_scheme(detail.checklist, seen.record.area_weights)
        return self._own[key]

    def _rescored(self, seen: Observed, detail: VisitDetail, scheme: Scheme) -> float | None:
        """Return the score by common items, counted in its cell; None where none was scored."""
        score, areas = score_by(detail, scheme)
        value = score if self.area is None else areas[self.area]
        if value is None:
            return None
        # All of them were measured by one yardstick now: the common one.
        facts = seen.facts._replace(yardstick=seen.facts.yardstick._replace(rule="", weights=()))
        if facts not in self.cells:
            self.cells[facts] = Cell.begun(seen.record)
        self.cells[facts].add(seen.record, value, areas)
        return value


def areas_of(looks: Iterable[Look]) -> Mapping[str, Area]:
    """Return the area of every item that scores are made of."""
    return {
        name: weighed.area
        for look in looks
        for scheme in look.schemes
        for name, weighed in scheme.items.items()
    }


def reworded(before: Look, after: Look) -> tuple[str, ...]:
    """Return the items of both waves that do not read the same in all of their checklists."""
    wordings: dict[str, set[str]] = defaultdict(set)
    shared = _items(before) & _items(after)
    for checklist in (*before.checklists.values(), *after.checklists.values()):
        for item in checklist.items.values():
            if item.id in shared:
                wordings[item.id].add(_wording(checklist, item))
    return tuple(sorted(name for name, found in wordings.items() if len(found) > 1))


def _items(look: Look) -> set[str]:
    return {name for checklist in look.checklists.values() for name in checklist.items}


def _wording(checklist: Checklist, item: ItemBase) -> str:
    """Return everything of an item that is read out or shown, as one text to compare."""
    shown = item.model_dump(mode="json", include={"text", "help", "options"})
    scale = checklist.scales.get(getattr(item, "scale", None) or "")
    return repr((shown, scale))
