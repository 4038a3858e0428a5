"""K348: a gate that closes says why.

One failed gate takes a level from a whole visit. Whoever loses it asks what happened, so the item
asks for a reason (why) or takes evidence. A count, an amount or a time speaks for itself.

Fails::

        items:
          - id: sai
            text: "Saitko, mitä tulit hakemaan?"
            type: yes_no
            gate: core
            area: skills
            measure: objective

Passes::

        items:
          - id: sai
            text: "Saitko, mitä tulit hakemaan?"
            type: yes_no
            gate: core
            why: {below: 1}
            area: skills
            measure: objective
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import DurationItem, NumberItem, TallyItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K348"
SEVERITY = Severity.WARNING

FIGURES = (TallyItem, NumberItem, DurationItem)


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every gate whose failure nobody has to account for."""
    for path, item in checklist.places:
        if item.gate is None or isinstance(item, FIGURES) or checklist.anonymous:
            continue
        if checklist.why_of(item) == "never" and item.evidence == "none":
            message = _("“{id}” can cost a visit its level, and nobody is asked why.")
            remedy = _("Add why: {below: 1}, or evidence: optional.")
            yield Problem((*path, "gate"), message.format(id=item.id), remedy)
