"""Objective items that ask for a judgement: warnings.

What an outsider could verify is a yes or a no, a count, an amount or a time; whoever picks a point
of a scale says how it felt. Source: autohuoltokirjoitus (teksti 002).
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist import walk
from asiakaskunto_cli.checklist.items import NpsItem, ScaleItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.words import Measure


def judged_facts(source: Source, checklist: Checklist) -> Iterator[Finding]:
    """Yield a warning for every objective item that is answered on a scale."""
    for path, item in walk.items(checklist):
        if item.measure is Measure.OBJECTIVE and isinstance(item, ScaleItem | NpsItem):
            position = source.position((*path, "measure"))
            message = _("“{id}” is objective but answered on a scale.").format(id=item.id)
            remedy = _("Ask for yes or no, a count, an amount or a time, or make it subjective.")
            yield Finding(source.file, position, "K332", message, remedy, Severity.WARNING)
