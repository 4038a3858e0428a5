"""K311: a gate hangs on an item whose answers have a score.

Its weight may be 0: then it adds no points, and limits the level all the same.

Fails::

        items:
          - {id: kuvaus, text: "Mitä tapahtui?", type: text, gate: core}

Passes::

        items:
          - id: sai
            text: "Saitko, mitä hait?"
            type: yes_no
            gate: core
            why: {below: 1}
            area: skills
            measure: objective
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _

CODE = "K311"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every gate on an item that can never pass or fail."""
    for path, item in checklist.places:
        if item.gate is not None and not item.has_rule:
            message = _("“{id}” has no score, so its gate can never open.").format(id=item.id)
            yield Problem((*path, "gate"), message, _("Remove the gate, or score the item."))
