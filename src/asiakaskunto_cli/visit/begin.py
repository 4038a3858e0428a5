"""Before the first question: what was given and what follows from it become the opening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asiakaskunto_cli import __version__
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.errors import UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.opening import Opening, Rules
from asiakaskunto_cli.source.nearest import did_you_mean
from asiakaskunto_cli.words import WAVE, Entry, Method, Status, clean, slugify


@dataclass(frozen=True, slots=True)
class Given:
    """What was said of a visit before it, by options or an answers file; None: nothing."""

    site: str | None = None
    wave: str | None = None
    evaluator: str | None = None
    scenario: str | None = None
    channel: str | None = None
    visited_at: datetime | None = None

    def or_else(self, other: Given) -> Given:
        """Return what was said here, and where nothing was, what was said there."""
        return Given(
            site=self.site or other.site,
            wave=self.wave or other.wave,
            evaluator=self.evaluator or other.evaluator,
            scenario=self.scenario or other.scenario,
            channel=self.channel or other.channel,
            visited_at=self.visited_at or other.visited_at,
        )


@dataclass(frozen=True, slots=True)
class Start:
    """Who begins and when: handed in, so that a visit can be replayed byte for byte."""

    report_id: str
    now: datetime
    language: str
    entry: Entry
    status: Status = Status.FINAL


def opening_of(
    given: Given, site: Site, method: Method, programme: Programme, start: Start
) -> Opening:
    """Return the opening of a visit.

    Raises UsageError when the wave is not well formed.
    """
    visited_at = given.visited_at or start.now
    return Opening(
        kunto_version=__version__,
        report_id=start.report_id,
        status=start.status,
        programme=programme.programme,
        wave=require_wave(given.wave or programme.wave_of(visited_at.date())),
        language=start.language,
        entry=start.entry,
        site=site,
        method=method,
        scenario=_cleaned(given.scenario),
        channel=_cleaned(given.channel),
        evaluator=_cleaned(given.evaluator),
        visited_at=visited_at,
        started_at=start.now,
        target=programme.target_of(site.id),
        rules=Rules.of(programme.policy()),
    )


def require_wave(name: str) -> str:
    """Return the name of a wave.

    Raises UsageError when it is not well formed.
    """
    if not WAVE.fullmatch(name):
        raise UsageError(
            _("“{wave}” is no name for a wave.").format(wave=clean(name)),
            remedy=_("Use letters, digits and hyphens, such as 2026-Q4."),
        )
    return name


def _cleaned(words: str | None) -> str | None:
    # The command line hands over bytes that are no UTF-8 as surrogates, which no file can hold.
    return None if words is None else clean(words).strip() or None


def site_named(name: str, programme: Programme) -> Site:
    """Return the site that a person named: one of the programme's, else any name.

    Raises UsageError when the programme has sites and this is none, or no id can be made of it.
    """
    if programme.sites:
        return _programme_site(name, programme)
    made = slugify(name)
    if not made:
        raise UsageError(
            _("“{name}” cannot name a site.").format(name=clean(name)),
            remedy=_("Use a name with letters or digits."),
        )
    return Site(id=made, name=clean(name).strip())


def _programme_site(name: str, programme: Programme) -> Site:
    wanted = name.strip().casefold()
    for site in programme.sites:
        if wanted in {site.id, site.shown_name.casefold()}:
            return Site(id=site.id, name=site.shown_name)
    known = [site.id for site in programme.sites]
    every = _("The programme has: {known}.").format(known=", ".join(known))
    raise UsageError(
        _("The programme has no site “{name}”.").format(name=clean(name)),
        remedy=did_you_mean(slugify(name), known) or every,
    )


def require_method(checklist: Checklist, method: Method) -> None:
    """Refuse a checklist that is meant for another method, naming the command that runs it.

    Raises UsageError.
    """
    if method not in checklist.methods:
        commands = " / ".join(f"kunto {one} {checklist.id}" for one in checklist.methods)
        raise UsageError(
            _("“{checklist}” is not made for “kunto {method}”.").format(
                checklist=checklist.id, method=method
            ),
            remedy=_("Run: {commands}").format(commands=commands),
        )


def language_of_visit(checklist: Checklist, wish: str | None, others: Sequence[str | None]) -> str:
    """Return the language a visit is held in: one that the checklist speaks.

    Raises UsageError when the wish (of --lang) is for another one.
    """
    if wish is not None and wish not in checklist.languages:
        raise UsageError(
            _("“{checklist}” does not speak “{language}”.").format(
                checklist=checklist.id, language=clean(wish)
            ),
            remedy=_("Use one of: {known}.").format(known=", ".join(checklist.languages)),
        )
    for candidate in (wish, *others):
        code = (candidate or "").replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if code in checklist.languages:
            return code
    return checklist.languages[0]
