"""Evidence that is not there as it was, in words."""

from __future__ import annotations

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.verify import BrokenEvidence, EvidenceFault


def fault_name(fault: EvidenceFault) -> str:
    """Return what became of a piece of evidence."""
    return {
        EvidenceFault.MISSING: _("missing"),
        EvidenceFault.ALTERED: _("altered"),
        EvidenceFault.UNREADABLE: _("cannot be read"),
    }[fault]


def broken_words(broken: BrokenEvidence) -> str:
    """Return one line that names the item, the file and what became of it."""
    words = _("Evidence of “{item}”: {file} – {fault}.")
    return words.format(item=broken.item, file=broken.file, fault=fault_name(broken.fault))
