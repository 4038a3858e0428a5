"""K317: some visit falls into every class.

The steps of a classification are tried in their order, and the first that is true wins: one whose
answers earlier steps have all taken stays empty.

Fails::

        items:
          - {id: suosittelu, text: "Suosittelisitko?", type: nps, weight: 0}
        classify:
          - id: suhde
            title: "Suhde"
            steps:
              - {id: puolestapuhuja, label: "Puolestapuhuja", when: {item: suosittelu, at_least: 7}}
              - {id: ihailija, label: "Ihailija", when: {item: suosittelu, at_least: 9}}
              - {id: muu, label: "Muu"}

Passes::

        items:
          - {id: suosittelu, text: "Suosittelisitko?", type: nps, weight: 0}
        classify:
          - id: suhde
            title: "Suhde"
            steps:
              - {id: ihailija, label: "Ihailija", when: {item: suosittelu, at_least: 9}}
              - {id: puolestapuhuja, label: "Puolestapuhuja", when: {item: suosittelu, at_least: 7}}
              - {id: muu, label: "Muu"}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.reach import Reach
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _

CODE = "K317"


def check(checklist: Checklist, reach: Reach) -> Iterator[Problem]:
    """Yield every step that is never reached, other than by its own contradiction."""
    for number, classification in enumerate(checklist.classify):
        for index, step in enumerate(classification.steps):
            contradictory = step.when is not None and reach.rules_itself_out(step.when)
            if not contradictory and reach.is_never_reached(classification, index):
                message = _(
                    "No visit falls into “{id}”: earlier steps and hidden items leave it none."
                )
                path = ("classify", number, "steps", index)
                remedy = _("Move the narrower step before the wider one, or correct a value.")
                yield Problem(path, message.format(id=step.id), remedy)
