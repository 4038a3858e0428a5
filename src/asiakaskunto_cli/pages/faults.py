"""Why a file holds no usable report, in words."""

from __future__ import annotations

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.model import SCHEMA_VERSION
from asiakaskunto_cli.report.read import Fault, UnusableReportError


def fault_words(error: UnusableReportError) -> str:
    """Return what is wrong with the file, without its name."""
    return {
        Fault.UNREADABLE: _("cannot be read: {detail}") if error.detail else _("cannot be read"),
        Fault.DAMAGED: _("damaged: it is not a whole report any more"),
        Fault.ALTERED: _("altered: it is not what kunto wrote"),
        Fault.NOT_A_REPORT: _("not a kunto report"),
        Fault.NEWER_VERSION: _(
            "written by a newer kunto (schema version {detail}; this one reads up to {known})"
        ),
    }[error.fault].format(detail=error.detail, known=SCHEMA_VERSION)
