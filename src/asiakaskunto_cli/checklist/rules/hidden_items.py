"""K315: an item is shown in some visit.

Its condition contradicts no other one: the items that it asks are shown when it needs them. (A
hidden item makes false whatever is asked of it.)

Fails::

        items:
          - {id: jono, text: "Oliko jonoa?", type: yes_no, area: skills, measure: objective}
          - {id: aika, text: "Kauanko jonotit?", type: duration, when: {item: jono, is: true}}
          - id: ehti
            text: "Ehdittiinkö sinut palvella?"
            type: yes_no
            area: skills
            measure: objective
            when: {all: [{item: jono, is: false}, {item: aika, at_most: 60}]}
          - {id: muuta, text: "Mitä muuta huomasit?", type: text}

Passes::

        items:
          - {id: jono, text: "Oliko jonoa?", type: yes_no, area: skills, measure: objective}
          - {id: aika, text: "Kauanko jonotit?", type: duration, when: {item: jono, is: true}}
          - id: ehti
            text: "Ehdittiinkö sinut palvella?"
            type: yes_no
            area: skills
            measure: objective
            when: {any: [{item: jono, is: false}, {item: aika, at_most: 60}]}
          - {id: muuta, text: "Mitä muuta huomasit?", type: text}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.reach import Reach
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _

CODE = "K315"


def check(checklist: Checklist, reach: Reach) -> Iterator[Problem]:
    """Yield every item that others keep hidden; where a whole section is, that is its own finding.

    A condition that rules itself out is a finding of its own too.
    """
    for number, section in enumerate(checklist.sections):
        hidden = [reach.is_never_shown(item) for item in section.items]
        if all(hidden):
            continue
        for index, (item, is_hidden) in enumerate(zip(section.items, hidden, strict=True)):
            if is_hidden and item.when is not None and not reach.rules_itself_out(item.when):
                message = _("“{id}” is never shown: what it waits for is hidden then.")
                path = ("sections", number, "items", index, "when")
                remedy = _("Compare its condition with those of the items that it asks.")
                yield Problem(path, message.format(id=item.id), remedy)
