"""K309: a scale has two ends.

Fails::

        scales:
          how_often: {1: "ei koskaan", 5: "aina"}
        items:
          - id: hymy
            text: "Hymyiltiinkö?"
            type: scale
            scale: how_oftn
            area: emotion
            measure: subjective

Passes::

        scales:
          how_often: {1: "ei koskaan", 5: "aina"}
        items:
          - id: hymy
            text: "Hymyiltiinkö?"
            type: scale
            scale: how_often
            area: emotion
            measure: subjective
"""

from __future__ import annotations

import operator
from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import ScaleItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.nearest import did_you_mean

CODE = "K309"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every scale item whose scale is unknown, double, or without length."""
    for path, item in checklist.places:
        if not isinstance(item, ScaleItem):
            continue
        ends = [key for key in ("min", "max") if key in item.model_fields_set]
        if item.scale is not None and item.scale not in checklist.scales:
            message = _("There is no scale “{id}”.").format(id=item.scale)
            known = did_you_mean(item.scale, list(checklist.scales))
            yield Problem((*path, "scale"), message, known or _("Define it under scales."))
        elif item.scale is not None and ends:
            message = _("A named scale has its own ends.")
            yield Problem((*path, ends[0]), message, _("Remove min and max."), at_key=True)
        elif operator.ge(*checklist.bounds_of(item)):
            message = _("The highest value must be above the lowest.")
            yield Problem(path, message, _("Raise max, or lower min."))
