"""K346: texts fit a small screen.

A terminal on a phone has 40 columns, and a person reads a question out in one breath: at most 110
characters for a question, 200 for its help, 40 for a label. A title stands above every screen: 60.

Fails::

        items:
          - id: odotus
            text: "Kun ajattelet koko käyntiäsi siitä hetkestä, jolloin astuit ovesta sisään, siihen
              hetkeen, jolloin lähdit, kuinka kauan jouduit odottamaan?"
            type: duration

Passes::

        items:
          - id: odotus
            text: "Kuinka kauan jouduit käynnilläsi odottamaan?"
            help: "Laske kaikki odotukset yhteen ovelta lähtöön."
            type: duration
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K346"
SEVERITY = Severity.WARNING

LONGEST: Mapping[str, int] = {"text": 110, "help": 200, "label": 40, "title": 60}


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every question, help, label and title that is too long."""
    for said in texts:
        longest = LONGEST.get(said.key)
        if longest is not None and len(said.words) > longest:
            message = _("The text has {count} characters; on a small screen {longest} can be read.")
            message = message.format(count=len(said.words), longest=longest)
            remedy = _("Say it shorter.")
            if said.key == "text":
                remedy = _("Say it shorter, or move a part to help.")
            yield Problem(said.path, message, remedy)
