"""K360: every area has a scored item.

A level needs two areas with a score. A short checklist may well look at one of them: then it is
read beside others.

Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, area: emotion, measure: objective}
          - {id: tiesi, text: "Tiesikö myyjä?", type: yes_no, area: knowledge, measure: objective}

Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, area: emotion, measure: objective}
          - {id: tiesi, text: "Tiesikö myyjä?", type: yes_no, area: knowledge, measure: objective}
          - {id: auttoi, text: "Auttoiko myyjä?", type: yes_no, area: skills, measure: objective}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.words import Area

CODE = "K360"
SEVERITY = Severity.INFORMATION


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield the areas that nothing is scored in, where anything is scored."""
    scored = {item.area for _path, item in checklist.scored}
    empty = [area for area in Area if area not in scored]
    if scored and empty:
        message = _("No scored item is in: {areas}.").format(areas=", ".join(empty))
        yield Problem(
            ("sections",), message, _("Add some, or read it beside other checklists."), at_key=True
        )
