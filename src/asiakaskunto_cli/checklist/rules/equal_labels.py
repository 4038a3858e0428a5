"""K338: what can be picked differs in its words.

Fails::

        items:
          - id: tulosyy
            text: "Mikä toi sinut meille?"
            type: choice
            options: [{id: mainos, label: "mainos"}, {id: ilmoitus, label: "Mainos"}]

Passes::

        items:
          - id: tulosyy
            text: "Mikä toi sinut meille?"
            type: choice
            options: [{id: mainos, label: "mainos"}, {id: ystava, label: "ystävän neuvo"}]
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts, bare_lines, begun
from asiakaskunto_cli.checklist.vocabulary import WORD
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K338"
SEVERITY = Severity.WARNING


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every label that another option, point of the scale or class has in this language."""
    seen = set()
    labels = [said for said in texts if said.key == "label"]
    for said, line in zip(labels, bare_lines(labels), strict=True):
        # A label in one language or in several; an option's, or a point's of a scale.
        path = said.path if isinstance(said.text, str) else said.path[:-1]
        family = path[:-1] if path[0] == "scales" else path[:-2]
        label = (family, said.language, tuple(WORD.findall(line)) or said.words)
        if label in seen:
            message = _("Two answers read alike: “{words}”.").format(words=begun(said.words))
            yield Problem(said.path, message, _("Say in which way they differ, or remove one."))
        seen.add(label)
