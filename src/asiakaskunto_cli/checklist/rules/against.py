"""K310: a promise or an expectation comes before what became of it, in the same terms.

Fails::

        items:
          - {id: luvattu, text: "Mitä luvattiin?", type: duration, unit: min, weight: 0}
          - id: toteutunut
            text: "Kauanko kesti?"
            type: duration
            unit: s
            against: luvattu
            area: skills
            measure: objective

Passes::

        items:
          - {id: luvattu, text: "Mitä luvattiin?", type: duration, unit: min, weight: 0}
          - id: toteutunut
            text: "Kauanko kesti?"
            type: duration
            unit: min
            against: luvattu
            area: skills
            measure: objective
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import DurationItem, ItemBase, ScaleItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.nearest import did_you_mean

CODE = "K310"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every ``against`` that does not lead to an earlier, unscored twin."""
    order = [item.id for _path, item in checklist.places]
    for number, (path, item) in enumerate(checklist.places):
        if isinstance(item, ScaleItem | DurationItem) and item.against is not None:
            if item.against in checklist.doubled:
                continue
            earlier = order[:number]
            twin = checklist.items[item.against] if item.against in earlier else None
            if twin is None:
                message = _("No item “{id}” is asked before this one.").format(id=item.against)
                remedy = did_you_mean(item.against, earlier) or _("Name an earlier item.")
                yield Problem((*path, "against"), message, remedy)
            elif twin.weight > 0 or not _same_terms(checklist, item, twin):
                message = _("“{id}” is no unscored item of the same terms.").format(id=twin.id)
                remedy = _("Give it weight: 0 and the same type, and the same unit or scale.")
                yield Problem((*path, "against"), message, remedy)


def _same_terms(checklist: Checklist, item: ItemBase, twin: ItemBase) -> bool:
    if isinstance(item, DurationItem) and isinstance(twin, DurationItem):
        return item.unit == twin.unit
    if isinstance(item, ScaleItem) and isinstance(twin, ScaleItem):
        return checklist.bounds_of(item) == checklist.bounds_of(twin)
    return False
