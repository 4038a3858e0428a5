"""K361: enough items are objective, and enough subjective, to compare the two.

Whether what was done and how it felt contradict each other is told from three items of either
kind. A short checklist may well do without.

Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, area: emotion, measure: objective}
          - {id: apu, text: "Auttoiko myyjä?", type: yes_no, area: skills, measure: objective}
          - {id: tieto, text: "Tiesikö myyjä?", type: yes_no, area: knowledge, measure: objective}

Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, area: emotion, measure: objective}
          - {id: apu, text: "Auttoiko myyjä?", type: yes_no, area: skills, measure: objective}
          - {id: tieto, text: "Tiesikö myyjä?", type: yes_no, area: knowledge, measure: objective}
          - {id: ilo, text: "Ilahduitko?", type: scale, area: emotion, measure: subjective}
          - {id: helppo, text: "Kävikö helposti?", type: scale, area: skills, measure: subjective}
          - {id: hyoty, text: "Opitko jotain?", type: scale, area: knowledge, measure: subjective}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.words import Measure

CODE = "K361"
SEVERITY = Severity.INFORMATION

# As many as a contradiction needs of either kind: analysis/key_figures/contradiction.py.
ENOUGH = 3


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield the measures of which there are too few items, where anything is scored."""
    measures = [item.measure for _path, item in checklist.scored]
    counts = {measure: measures.count(measure) for measure in Measure}
    few = [f"{measure} {count}" for measure, count in counts.items() if count < ENOUGH]
    if measures and few:
        message = _("Too few items to compare what was done with how it felt: {few}.")
        remedy = _("Have {enough} of either kind, or read it beside other checklists.")
        message, remedy = message.format(few=", ".join(few)), remedy.format(enough=ENOUGH)
        yield Problem(("sections",), message, remedy, at_key=True)
