"""K335: an area that is weighed has an item that is scored.

A weight without items moves nothing: the score is made of the areas that have one.

Fails::

        area_weights: {knowledge: 2, skills: 1}
        items:
          - {id: sai, text: "Saitko apua?", type: yes_no, area: skills, measure: objective}

Passes::

        area_weights: {emotion: 0, skills: 1}
        items:
          - {id: sai, text: "Saitko apua?", type: yes_no, area: skills, measure: objective}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K335"
SEVERITY = Severity.WARNING


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every area with a weight and without a scored item."""
    scored = {item.area for _path, item in checklist.scored}
    for area, weight in (checklist.area_weights or {}).items():
        if weight > 0 and scored and area not in scored:
            message = _("No scored item is in the area {area}, so its weight moves nothing.")
            remedy = _("Add an item to it, or remove the weight.")
            yield Problem(("area_weights", area), message.format(area=area), remedy)
