"""Gathers the visits that a command is about: the named paths, else the programme's reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from asiakaskunto_cli.cli.progress import progress
from asiakaskunto_cli.cli.setting import as_seen_from_here
from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.find import Engagement
from asiakaskunto_cli.report.folder import Collection, collect


def gather(
    paths: Sequence[Path] | None, engagement: Engagement, *, details: bool = False
) -> Collection:
    """Return the visits under the paths, each once; with ``details`` their answers too.

    Raises BadInputError when a path does not exist, or there is no report at all.
    """
    if not paths and not engagement.reports.is_dir():
        raise no_reports(engagement.reports)
    places = paths or [as_seen_from_here(engagement.reports)]
    with progress() as follow:
        collection = collect(places, details=details, follow=follow)
    if not collection.records and not collection.unusable:
        raise no_reports(paths[0] if paths else engagement.reports)
    return collection


def no_reports(place: Path) -> BadInputError:
    """Return the refusal of a place where there is nothing to report."""
    message = _("There are no reports in {path} yet.").format(path=shown(place))
    return BadInputError(message, remedy=_("Make a visit first: kunto observe"))
