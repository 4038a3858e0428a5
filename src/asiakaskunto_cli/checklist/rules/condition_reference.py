"""K303: a condition speaks of an item that was asked before it.

Not of one that comes later, nor of one that there is not; so no two items wait for each other.

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

from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.nearest import did_you_mean

CODE = "K303"

# The path of an item: sections, which, items, which; that of its condition goes on from there.
LENGTH_OF_PLACE = 4


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every leaf of a condition that names an unknown or a later item."""
    if not checklist.condition_parts:
        return
    order = [item.id for _path, item in checklist.places]
    number = {name: number for number, name in enumerate(order)}
    # By place: what is shown may have the id of another item.
    own = {path: number for number, (path, _item) in enumerate(checklist.places)}
    for path, part, shown in checklist.condition_parts:
        if part.item is None or not part.is_leaf or part.item in checklist.doubled:
            continue
        end = own[path[:LENGTH_OF_PLACE]] if shown else len(order)
        if number.get(part.item, end) >= end:
            message, remedy = _words(checklist, part.item, shown, order[:end])
            yield Problem((*path, "item"), message, remedy)


def _words(
    checklist: Checklist, name: str, shown: ItemBase | None, earlier: list[str]
) -> tuple[str, str]:
    if shown is None or name not in checklist.items:
        remedy = did_you_mean(name, earlier) or _("Name an item that is asked before this one.")
        return _("There is no item “{id}”.").format(id=name), remedy
    remedy = _("A condition can look at earlier items: move one of them.")
    if name == shown.id:
        return _("“{id}” waits for itself.").format(id=name), _("Name an earlier item.")
    if shown.id in _waited_for(checklist, name):
        message = _("“{id}” and “{other}” wait for each other, so neither is ever shown.")
        remedy = _("Remove one of the two conditions, or name another item.")
        return message.format(id=shown.id, other=name), remedy
    return _("“{id}” is asked only here or later.").format(id=name), remedy


def _waited_for(checklist: Checklist, name: str) -> set[str]:
    """Return every item that an item waits for, itself or by way of others."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        item = checklist.items.get(waiting.pop())
        named = {leaf.item for leaf in item.when.leaves()} if item and item.when else set()
        new = {one for one in named if one is not None} - found - checklist.doubled
        found |= new
        waiting += new
    return found
