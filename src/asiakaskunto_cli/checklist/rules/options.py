"""K307: the options of an item agree on whether they are scored.

Fails::

        items:
          - id: saitko
            text: "Saitko, mitä hait?"
            type: choice
            area: skills
            measure: objective
            options: [{id: kylla, label: "kyllä", score: 1}, {id: osin, label: "osin"}]

Passes::

        items:
          - id: saitko
            text: "Saitko, mitä hait?"
            type: choice
            area: skills
            measure: objective
            options: [{id: kylla, label: "kyllä", score: 1}, {id: osin, label: "osin", score: 0.5}]
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import ChoiceItem, MultiItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.language import gettext as _

CODE = "K307"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield options scored by halves, a multi that can never score, and a scored segment."""
    for path, item in checklist.places:
        if isinstance(item, ChoiceItem):
            yield from _choice(path, item)
        elif isinstance(item, MultiItem) and item.weight > 0 and not _attainable(item):
            message = _("No option of “{id}” has positive points.").format(id=item.id)
            yield Problem((*path, "options"), message, _("Give one points: 1, or weight: 0."))


def _attainable(item: MultiItem) -> bool:
    return any(option.points > 0 for option in item.options)


def _choice(path: Path, item: ChoiceItem) -> Iterator[Problem]:
    scored = [option.score is not None for option in item.options]
    if any(scored) and not all(scored):
        index = scored.index(False)
        message = _("The option “{id}” has no score, others have.").format(
            id=item.options[index].id
        )
        remedy = _("Give every option a score from 0 to 1, or none.")
        yield Problem((*path, "options", index), message, remedy)
    if item.segment and any(scored):
        message = _("“{id}” groups results, so it cannot be scored.").format(id=item.id)
        yield Problem((*path, "segment"), message, _("Remove the scores, or segment: true."))
