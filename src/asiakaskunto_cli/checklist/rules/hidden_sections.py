"""K316: a section has an item that some visit shows.

Fails::

        sections:
          - id: jono
            title: "Jono"
            items:
              - {id: jono, text: "Oliko jonoa?", type: yes_no, area: skills, measure: objective}
              - {id: aika, text: "Kauanko jonotit?", type: duration, when: {item: jono, is: true}}
          - id: ilman-jonoa
            title: "Ilman jonoa"
            items:
              - id: alku
                text: "Miten palvelu alkoi?"
                type: text
                when: {all: [{item: jono, is: false}, {item: aika, at_most: 60}]}

Passes::

        sections:
          - id: jono
            title: "Jono"
            items:
              - {id: jono, text: "Oliko jonoa?", type: yes_no, area: skills, measure: objective}
              - {id: aika, text: "Kauanko jonotit?", type: duration, when: {item: jono, is: true}}
          - id: ilman-jonoa
            title: "Ilman jonoa"
            items:
              - id: alku
                text: "Miten palvelu alkoi?"
                type: text
                when: {item: jono, is: false}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.reach import Reach
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _

CODE = "K316"


def check(checklist: Checklist, reach: Reach) -> Iterator[Problem]:
    """Yield every section of which no visit shows anything."""
    for number, section in enumerate(checklist.sections):
        if all(reach.is_never_shown(item) for item in section.items):
            message = _("No item of the section “{id}” is ever shown.").format(id=section.id)
            remedy = _("Correct the conditions of its items, or remove the section.")
            yield Problem(("sections", number), message, remedy)
