"""K350: a programme's checklist lies in a file that is named by its id.

In the folder of the programme's checklists, or in one named checklists where there is no programme:
they are found there by the names of their files. A copy that kept its id would be taken for the
original when waves are compared.

Fails::

        id: toinen-lista      # in checklists/lista.yaml
        items:
          - {id: muuta, text: "Mitä muuta huomasit?", type: text}

Passes::

        id: lista             # in checklists/lista.yaml
        items:
          - {id: muuta, text: "Mitä muuta huomasit?", type: text}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.words import clean

CODE = "K350"
SEVERITY = Severity.WARNING


def check(checklist: Checklist, stem: str) -> Iterator[Problem]:
    """Yield the id where its file, given by its name without the ending, has another name."""
    if checklist.id != stem:
        message = _("“{id}” is not found by its id: its file is named “{name}”.")
        yield Problem(
            ("id",),
            message.format(id=checklist.id, name=clean(stem)),
            _("Name the file {id}.yaml, or give a copy an id of its own.").format(id=checklist.id),
        )
