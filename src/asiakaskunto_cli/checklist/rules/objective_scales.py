"""K332: an objective item asks for what can be counted, not for a judgement.

What an outsider could verify is a yes or a no, a count, an amount or a time; whoever picks a point
of a scale says how it felt. Source: autohuoltokirjoitus (teksti 002).

Fails::

        items:
          - {id: jono, text: "Miten pitkä jono oli?", type: scale, area: skills, measure: objective}

Passes::

        items:
          - {id: jono, text: "Miten pitkältä jono tuntui?", type: scale, area: skills,
             measure: subjective}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import NpsItem, ScaleItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.words import Measure

CODE = "K332"
SEVERITY = Severity.WARNING


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every objective item that is answered on a scale."""
    for path, item in checklist.places:
        if item.measure is Measure.OBJECTIVE and isinstance(item, ScaleItem | NpsItem):
            message = _("“{id}” is objective but answered on a scale.").format(id=item.id)
            remedy = _("Ask for yes or no, a count, an amount or a time, or make it subjective.")
            yield Problem((*path, "measure"), message, remedy)
