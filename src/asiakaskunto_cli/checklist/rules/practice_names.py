"""K330: a practice that an item names is there.

In a file of the kind practices: kunto's own, the programme's, or one beside the checklist.

Fails::

        items:
          - {id: hymy, text: "Hymyiltiinkö?", type: text, develop: [perehdytyss]}

Passes::

        items:
          - {id: hymy, text: "Hymyiltiinkö?", type: text, develop: [perehdytys]}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.nearest import did_you_mean

CODE = "K330"
SEVERITY = Severity.WARNING


def check(checklist: Checklist, known: Collection[str]) -> Iterator[Problem]:
    """Yield every practice that an item names and nobody wrote."""
    for path, item in checklist.places:
        for number, name in enumerate(item.develop):
            if name not in known:
                message = _("There is no practice “{id}”.").format(id=name)
                missing = _("Write it in a file of the kind practices, or remove the name.")
                remedy = did_you_mean(name, sorted(known)) or missing
                yield Problem((*path, "develop", number), message, remedy)
