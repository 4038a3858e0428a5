"""K313: a checklist that weighs its areas leaves one of them a weight.

Fails::

        area_weights: {knowledge: 0, skills: 0, emotion: 0}
        items:
          - {id: sai, text: "Saitko?", type: yes_no, area: skills, measure: objective}

Passes::

        area_weights: {knowledge: 0, skills: 1, emotion: 0}
        items:
          - {id: sai, text: "Saitko?", type: yes_no, area: skills, measure: objective}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _

CODE = "K313"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield area weights by which no scored item can count."""
    weights = checklist.area_weights
    if weights is None:
        return
    scored = [item.area for _path, item in checklist.scored if item.area]
    if scored and not any(weights.get(area, 1.0) for area in scored):
        message = _("No scored item is in an area that has a weight.")
        yield Problem(("area_weights",), message, _("Give one of their areas a positive weight."))
