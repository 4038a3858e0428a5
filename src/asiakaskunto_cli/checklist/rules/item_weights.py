"""K334: where items are scored, some of them count.

A checklist whose every weight is 0 gives no points and no level. That is meant where it only sorts
visits into classes.

Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, weight: 0}
          - {id: kiitos, text: "Kiittikö myyjä?", type: yes_no, weight: 0}

Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, weight: 0}
          - {id: kiitos, text: "Kiittikö myyjä?", type: yes_no, area: emotion, measure: objective}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K334"
SEVERITY = Severity.WARNING


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield the first weight of 0 where no item has another."""
    ruled = [(path, item) for path, item in checklist.places if item.has_rule]
    if ruled and not checklist.classify and not any(item.weight for _path, item in ruled):
        message = _("Every weight is 0, so no visit has points or a level.")
        remedy = _("Give the items that should count a weight, with area and measure.")
        yield Problem((*ruled[0][0], "weight"), message, remedy)
