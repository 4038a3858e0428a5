"""K306: a scored item says its area and its measure.

Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, area: emotion}

Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, area: emotion, measure: objective}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _

CODE = "K306"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every scored item without an area, or without a measure."""
    for path, item in checklist.scored:
        for key, value, known in (
            ("area", item.area, "knowledge, skills, emotion"),
            ("measure", item.measure, "objective, subjective"),
        ):
            if value is None:
                message = _("The scored item “{id}” has no {key}.").format(id=item.id, key=key)
                remedy = _("Add {key}: one of {known}; or weight: 0.").format(key=key, known=known)
                yield Problem(path, message, remedy)
