"""K347: who asks a customer asks why.

A number tells that something is wrong, the reason tells what. A checklist for asking has a WHY for
itself or for some of its scored items; an anonymous one collects none.

Fails::

        method: ask
        items:
          - {id: apu, text: "Saitko apua?", type: yes_no, area: skills, measure: objective}

Passes::

        method: ask
        why: {below: 1}
        items:
          - {id: apu, text: "Saitko apua?", type: yes_no, area: skills, measure: objective}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.words import Method

CODE = "K347"
SEVERITY = Severity.WARNING


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield a checklist for asking that never asks why."""
    if Method.ASK not in checklist.methods or checklist.anonymous:
        return
    scored = [item for _path, item in checklist.scored]
    if scored and all(checklist.why_of(item) == "never" for item in scored):
        path = ("why",) if "why" in checklist.model_fields_set else ("method",)
        message = _("Customers are asked, but never why.")
        remedy = _("Add: why: always, or why: {below: 0.75} for answers short of that.")
        yield Problem(path, message, remedy)
