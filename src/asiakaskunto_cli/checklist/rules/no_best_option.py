"""K339: an option is the best one.

The best option of a scored item scores 1, and another one less. Otherwise nobody can get full
points, or everybody does.

Fails::

        items:
          - id: saitko
            text: "Saitko, mitä hait?"
            type: choice
            area: skills
            measure: objective
            options: [{id: kylla, label: "kyllä", score: 0.8}, {id: en, label: "en", score: 0}]

Passes::

        items:
          - id: saitko
            text: "Saitko, mitä hait?"
            type: choice
            area: skills
            measure: objective
            options: [{id: kylla, label: "kyllä", score: 1}, {id: en, label: "en", score: 0}]
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import ChoiceItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K339"
SEVERITY = Severity.WARNING


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every scored choice without a best option, or with nothing else."""
    for path, item in checklist.places:
        if not isinstance(item, ChoiceItem) or not item.scorable:
            continue
        scores = {option.score or 0.0 for option in item.options}
        if max(scores) < 1:
            message = _("No option of “{id}” scores 1, so nobody can get full points.")
            remedy = _("Give the best option score: 1.")
            yield Problem((*path, "options"), message.format(id=item.id), remedy)
        elif len(scores) == 1:
            message = _("Every option of “{id}” scores 1, so everybody gets full points.")
            remedy = _("Give the others less, or remove the scores.")
            yield Problem((*path, "options"), message.format(id=item.id), remedy)
