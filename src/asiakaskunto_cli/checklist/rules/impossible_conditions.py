"""K314: a condition can come true.

Some answers to the items that it asks make it true: its parts do not rule each other out, and it
asks for no score under 0.

Fails::

        items:
          - {id: arvio, text: "Millainen palvelu?", type: scale, area: emotion, measure: subjective}
          - id: miten
            text: "Mitä tapahtui?"
            type: text
            when: {all: [{item: arvio, at_most: 2}, {item: arvio, at_least: 4}]}

Passes::

        items:
          - {id: arvio, text: "Millainen palvelu?", type: scale, area: emotion, measure: subjective}
          - id: miten
            text: "Mitä tapahtui?"
            type: text
            when: {any: [{item: arvio, at_most: 2}, {item: arvio, at_least: 4}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.reach import Reach
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _

CODE = "K314"


def check(checklist: Checklist, reach: Reach) -> Iterator[Problem]:
    """Yield every condition that no answers make true."""
    for path, condition, _shown in checklist.conditions:
        if reach.rules_itself_out(condition):
            message = _("No answers make this condition true.")
            remedy = _("Correct the value: it can never turn out so.")
            if not condition.is_leaf:
                remedy = _("Correct a value, or ask for any of its parts instead of all.")
            yield Problem(path, message, remedy)
