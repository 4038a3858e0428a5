"""A fact of the visit is corrected at the review: what was typed becomes an event."""

from __future__ import annotations

from datetime import datetime

from asiakaskunto_cli.errors import UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.visit.begin import require_wave, site_named
from asiakaskunto_cli.visit.events import Amended
from asiakaskunto_cli.words import clean


def amendment(fact: str, value: str, programme: Programme) -> Amended:
    """Return the correction of a fact: site, wave, evaluator or visited_at.

    Raises UsageError when the value cannot be one.
    """
    match fact:
        case "site":
            return Amended(site=site_named(value, programme))
        case "wave":
            return Amended(wave=require_wave(value))
        case "evaluator":
            return Amended(evaluator=clean(value))
        case _:
            return Amended(visited_at=_moment(value))


def _moment(value: str) -> datetime:
    try:
        return datetime.fromisoformat(value).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            _("“{value}” is no date and time.").format(value=clean(value)),
            remedy=_("Write it as 2026-10-01 14:30."),
        ) from error
