"""K303: a condition speaks of an item that was asked before it.

Fails::

        items:
          - {id: jono, text: "Oliko jonoa?", type: yes_no, area: skills, measure: objective}
          - {id: aika, text: "Kauanko?", type: duration, when: {item: jona, is: true}}

Passes::

        items:
          - {id: jono, text: "Oliko jonoa?", type: yes_no, area: skills, measure: objective}
          - {id: aika, text: "Kauanko?", type: duration, when: {item: jono, is: true}}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist import walk
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.shape import did_you_mean

CODE = "K303"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every leaf of a condition that names an unknown or a later item."""
    order = list(checklist.items)
    for path, condition, shown in walk.conditions(checklist):
        earlier = order[: order.index(shown.id)] if shown else order
        for place, leaf in walk.leaves(path, condition):
            if leaf.item is not None and leaf.item not in earlier:
                yield _problem((*place, "item"), leaf.item, order, earlier)


def _problem(path: walk.Path, name: str, order: list[str], earlier: list[str]) -> Problem:
    if name in order:
        message = _("“{id}” is asked only here or later.").format(id=name)
        return Problem(path, message, _("A condition can look at earlier items: move one of them."))
    message = _("There is no item “{id}”.").format(id=name)
    remedy = did_you_mean(name, earlier) or _("Name an item that is asked before this one.")
    return Problem(path, message, remedy)
