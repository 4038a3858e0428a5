"""K308: bands ascend, and an item has one way to be scored.

Fails::

        items:
          - id: jono
            text: "Kauanko jonotit?"
            type: duration
            area: skills
            measure: objective
            bands: [{up_to: 60, score: 1}, {up_to: 30, score: 0.5}]

Passes::

        items:
          - id: jono
            text: "Kauanko jonotit?"
            type: duration
            area: skills
            measure: objective
            bands: [{up_to: 30, score: 1}, {up_to: 60, score: 0.5}]
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import Band, DurationItem, NumberItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.language import gettext as _

CODE = "K308"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield bands out of order, half a target, and two rules on one item."""
    for path, item in checklist.places:
        if isinstance(item, DurationItem | NumberItem) and item.bands is not None:
            yield from _order(path, item.bands)
        if isinstance(item, DurationItem):
            yield from _one_rule(path, item)
        if isinstance(item, NumberItem) and item.max is not None and item.max <= item.min:
            message = _("The highest value must be above the lowest.")
            yield Problem((*path, "max"), message, _("Raise max, or lower min."))


def _order(path: Path, bands: list[Band]) -> Iterator[Problem]:
    last = -1.0
    for index, band in enumerate(bands):
        place = (*path, "bands", index)
        if band.up_to is None:
            if index < len(bands) - 1:
                message = _("Only the last band may be open.")
                yield Problem(place, message, _("Add up_to: a number."))
            return
        if band.up_to <= last:
            yield Problem((*place, "up_to"), *_not_after(band.up_to, last))
        last = band.up_to


def _not_after(limit: float, last: float) -> tuple[str, str]:
    """Return what to say of a band that does not end later than the one before it, and do."""
    if limit == last:
        message = _("Two bands end at {this}, so the second is never reached.")
        return message.format(this=f"{limit:g}"), _("Correct one up_to, or remove one of the two.")
    message = _("Bands must ascend: {this} does not come after {last}.")
    message = message.format(this=f"{limit:g}", last=f"{last:g}")
    return message, _("Sort the bands by up_to.")


def _one_rule(path: Path, item: DurationItem) -> Iterator[Problem]:
    if (item.target is None) != (item.limit is None):
        message = _("target and limit belong together.")
        yield Problem(path, message, _("Add the other one, or use bands."))
    elif item.target is not None and item.limit is not None and item.limit <= item.target:
        message = _("The limit must be longer than the target.")
        yield Problem((*path, "limit"), message, _("The limit is where the score reaches 0."))
    rules = [item.bands is not None, item.limit is not None, item.against is not None]
    if sum(rules) > 1:
        message = _("“{id}” is scored in more than one way.").format(id=item.id)
        yield Problem(path, message, _("Keep one of: bands; target and limit; against."))
