"""K336: bands reach as far as answers do, and tell them apart.

An amount beyond the last band scores 0. That is meant where the scores fall towards it; where they
rise, the best would be worth nothing. A band outside min and max is never reached.

Fails::

        items:
          - id: vaihtoehdot
            text: "Montako vaihtoehtoa sinulle esiteltiin?"
            type: number
            area: skills
            measure: objective
            bands: [{up_to: 0, score: 0}, {up_to: 1, score: 0.5}, {up_to: 3, score: 1}]

Passes::

        items:
          - id: vaihtoehdot
            text: "Montako vaihtoehtoa sinulle esiteltiin?"
            type: number
            area: skills
            measure: objective
            bands: [{up_to: 0, score: 0}, {up_to: 1, score: 0.5}, {score: 1}]
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import Band, DurationItem, NumberItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K336"
SEVERITY = Severity.WARNING


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield bands that end too soon, that no answer reaches, and that all score the same."""
    for path, item in checklist.places:
        if isinstance(item, DurationItem | NumberItem) and item.bands is not None:
            place = (*path, "bands")
            yield from _outside(place, item, item.bands)
            yield from _beyond(place, item, item.bands)
            if item.bands[-1].up_to is None and len({band.score for band in item.bands}) == 1:
                message = _("Every answer to “{id}” scores the same.").format(id=item.id)
                yield Problem(place, message, _("Give the bands different scores, or remove them."))


def _ends(item: DurationItem | NumberItem) -> tuple[float, float | None]:
    return (item.min, item.max) if isinstance(item, NumberItem) else (0.0, None)


def _beyond(path: Path, item: DurationItem | NumberItem, bands: list[Band]) -> Iterator[Problem]:
    last = bands[-1]
    highest = _ends(item)[1]
    if last.up_to is None or (highest is not None and highest <= last.up_to):
        return
    if last.score > min(band.score for band in bands):
        message = _("Over {limit} the score falls from {score} to 0.")
        message = message.format(limit=f"{last.up_to:g}", score=f"{last.score:g}")
        remedy = _("Leave up_to out of the last band, or add a band for what is beyond it.")
        yield Problem((*path, len(bands) - 1), message, remedy)


def _outside(path: Path, item: DurationItem | NumberItem, bands: list[Band]) -> Iterator[Problem]:
    lowest, highest = _ends(item)
    reached = lowest
    for number, band in enumerate(bands):
        under = band.up_to is not None and band.up_to < lowest
        if under or (highest is not None and number and reached >= highest):
            message = _("No answer reaches this band.")
            remedy = _("Remove it, or correct up_to, min or max.")
            yield Problem((*path, number), message, remedy)
        reached = band.up_to if band.up_to is not None else reached
