"""K312: the last class, and only it, is for everybody else.

Fails::

        items:
          - {id: kertonut, text: "Oletko kertonut meistä?", type: yes_no, weight: 0}
        classify:
          - id: portaat
            title: "Portaat"
            steps:
              - {id: kuluttaja, label: "Kuluttaja"}
              - {id: sanansaattaja, label: "Sanansaattaja", when: {item: kertonut, is: true}}

Passes::

        items:
          - {id: kertonut, text: "Oletko kertonut meistä?", type: yes_no, weight: 0}
        classify:
          - id: portaat
            title: "Portaat"
            steps:
              - {id: sanansaattaja, label: "Sanansaattaja", when: {item: kertonut, is: true}}
              - {id: kuluttaja, label: "Kuluttaja"}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _

CODE = "K312"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every step that hides the ones after it, and a last step that may catch nobody."""
    for number, classification in enumerate(checklist.classify):
        last = len(classification.steps) - 1
        for index, step in enumerate(classification.steps):
            path = ("classify", number, "steps", index)
            if index < last and step.when is None:
                message = _("The steps after “{id}” can never be reached.").format(id=step.id)
                yield Problem(path, message, _("Give it a condition, or move it to the end."))
            elif index == last and step.when is not None:
                message = _("The last step must have no condition.")
                yield Problem((*path, "when"), message, _("Remove it, or add a step after it."))
