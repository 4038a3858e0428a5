"""K319: an anonymous checklist collects nobody's own words, and stays out of the index.

Its results are told of groups only; of an index, anybody could take away what the others said.

Fails::

        anonymous: true
        index: false
        items:
          - {id: jaksaa, text: "Jaksatko?", type: scale, area: emotion, measure: subjective}

Passes::

        anonymous: true
        index: false
        items:
          - {id: jaksaa, text: "Jaksatko?", type: scale, area: emotion, measure: subjective,
             notes: false}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import TextItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _

CODE = "K319"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every place where an anonymous checklist would give somebody away."""
    if not checklist.anonymous:
        return
    if checklist.index:
        message = _("An anonymous checklist counts in the index, and so do answers of very few.")
        yield Problem(("anonymous",), message, _("Add: index: false"))
    for path, item in checklist.places:
        if isinstance(item, TextItem):
            message = _("“{id}” collects words, but the checklist is anonymous.").format(id=item.id)
            yield Problem((*path, "type"), message, _("Ask by options or on a scale instead."))
        elif item.notes:
            message = _("“{id}” takes notes, but the checklist is anonymous.").format(id=item.id)
            yield Problem((*path, "id"), message, _("Add: notes: false"))
        if checklist.why_of(item) != "never":
            message = _("“{id}” asks for a WHY, but the checklist is anonymous.").format(id=item.id)
            yield Problem((*path, "id"), message, _("Add: why: never"))
        if item.evidence != "none":
            message = _("“{id}” takes evidence, but the checklist is anonymous.").format(id=item.id)
            yield Problem((*path, "evidence"), message, _("Leave evidence out."))
