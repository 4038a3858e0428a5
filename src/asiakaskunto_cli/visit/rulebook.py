"""What the codes of an answers file mean, in the form of a rule's docstring."""

from __future__ import annotations

from collections.abc import Mapping

from asiakaskunto_cli.source.finding import Severity

SEVERITIES: Mapping[str, Severity] = {}

TEXTS: tuple[str, ...] = (
    """K401: every answer belongs to an item of the checklist.

    Fails::

        kunto: 1
        kind: answers
        checklist: havainnointi-perusmittaus
        answers: {hymyilli: true}

    Passes::

        kunto: 1
        kind: answers
        checklist: havainnointi-perusmittaus
        answers: {hymyili: true}
    """,
    """K402: every answer is one that its item takes.

    Fails::

        kunto: 1
        kind: answers
        checklist: havainnointi-perusmittaus
        answers: {hymy: 7}

    Passes::

        kunto: 1
        kind: answers
        checklist: havainnointi-perusmittaus
        answers: {hymy: 5}
    """,
    """K403: what is said beside an answer fits it.

    An item has one of a value, na and not_observed; na, a note or evidence only where its checklist
    takes them.

    Fails::

        kunto: 1
        kind: answers
        checklist: havainnointi-perusmittaus
        answers: {hymyili: {value: true, not_observed: true}}

    Passes::

        kunto: 1
        kind: answers
        checklist: havainnointi-perusmittaus
        answers: {hymyili: {value: true, note: "Kahdesti."}}
    """,
    """K404: the checklist that is answered is there, and sound.

    It is looked for among the programme's own and those that come with kunto.

    Fails::

        kunto: 1
        kind: answers
        checklist: havainnointi-perusmitaus
        answers: {hymyili: true}

    Passes::

        kunto: 1
        kind: answers
        checklist: havainnointi-perusmittaus
        answers: {hymyili: true}
    """,
)
