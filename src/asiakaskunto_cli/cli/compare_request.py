"""What was typed after `kunto compare` becomes a request, or a refusal that names the choices."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from asiakaskunto_cli.analysis.comparing.measures import Family, Measure
from asiakaskunto_cli.analysis.comparing.request import (
    FIRST,
    PREVIOUS,
    SCORE,
    SITE_AND_METHOD,
    By,
    Dimension,
    Period,
    Request,
)
from asiakaskunto_cli.analysis.comparing.results import Comparison
from asiakaskunto_cli.analysis.comparing.thresholds import Condition, FailOn
from asiakaskunto_cli.errors import UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.words import Area, Method, clean

Parsed = TypeVar("Parsed")

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MEASURES = "score, index, area:…, touchpoint:…, item:…, nps, top2, gap, ladder"
DIMENSIONS = "site, method, area, group, channel, evaluator, segment:…, class:…"
CONDITIONS = "worse, below-target, critical, drop:5"


def request_of(
    programme: Programme,
    *,
    by: str | None,
    measure: str | None,
    baseline: str | None,
    period: Period | None,
    since: str | None,
    sites: Sequence[str],
    methods: Sequence[Method],
    why: bool | None,
) -> Request:
    """Return the request in the programme's terms.

    Raises UsageError where a word is no measure or dimension, or two of them do not fit.
    """
    measured = _parsed(Measure.parse, measure, "--measure", MEASURES) if measure else SCORE
    dimensions = _dimensions(by, measured)
    _require_fitting(measured, dimensions)
    return Request(
        by=dimensions,
        measure=measured,
        baseline=baseline or PREVIOUS,
        period=period,
        since=None if since is None else _since(since),
        sites=frozenset(sites),
        methods=frozenset(methods),
        min_group=programme.privacy.min_group,
        method_weights=programme.policy().method_weights,
        groups={site.id: site.group for site in programme.sites if site.group},
        wave_starts={wave.id: wave.first_day for wave in programme.waves},
        why=why,
    )


def conditions_of(words: Iterable[str]) -> list[FailOn]:
    """Return what to fail on; raises UsageError where a word is no condition."""
    return [_parsed(FailOn.parse, word, "--fail-on", CONDITIONS) for word in words]


def require_targets(conditions: Iterable[FailOn], programme: Programme, request: Request) -> None:
    """Raise UsageError where a target is asked about that nobody has set, or of another measure."""
    if not any(one.condition is Condition.BELOW_TARGET for one in conditions):
        return
    if not (programme.target or any(site.target for site in programme.sites)):
        message = _("There is no target to be below.")
        raise UsageError(message, remedy=_("Set one in kunto.yaml: target: excellent"))
    of_sites = Dimension(By.SITE) in request.by and not request.splits_areas
    if not request.measure.is_whole or not of_sites:
        message = _("Targets are set for the score or the index of sites.")
        raise UsageError(message, remedy=_("Leave out --fail-on below-target, or change --by."))


def require_redactable(request: Request, *, redact: bool) -> None:
    """Raise UsageError where evaluators are to be told apart in a copy that does not name them."""
    if redact and Dimension(By.EVALUATOR) in request.by:
        message = _("A redacted copy cannot tell evaluators apart.")
        raise UsageError(message, remedy=_("Leave evaluator out of --by, or leave out --redact."))


def targets_of(programme: Programme, comparison: Comparison) -> Mapping[str, float]:
    """Return the score that every site aims at, where it has a target, by site."""
    levels = programme.policy().levels
    targets = {site: programme.target_of(site) for site in comparison.sites}
    return {site: levels[target].score for site, target in targets.items() if target is not None}


def require_known(request: Request, comparison: Comparison) -> None:
    """Raise UsageError where a wave or a site was named that no visit has."""
    if request.baseline not in {PREVIOUS, FIRST}:
        _require(request.baseline, comparison.waves, _("No visit belongs to the wave “{name}”."))
    if isinstance(request.since, str):
        message = _("“{name}” is neither a day, such as 2026-10-01, nor a wave of any visit.")
        _require(request.since, comparison.waves, message)
    for site in sorted(request.sites):
        _require(site, tuple(comparison.sites), _("No visit is at the site “{name}”."))
    if not comparison.groups and request.needs_answers:
        asked = [request.measure.text] if request.measure.needs_answers else []
        asked += [one.text for one in request.named]
        message = _("No visit has an answer to: {asked}.").format(asked=clean(", ".join(asked)))
        remedy = _("Ids are those of the checklist: kunto checklist show ID")
        raise UsageError(message, remedy=remedy)


def _dimensions(by: str | None, measure: Measure) -> tuple[Dimension, ...]:
    if by is not None:
        names = [one.strip() for one in by.split(",")]
        found = (_parsed(Dimension.parse, one, "--by", DIMENSIONS) for one in names)
        return tuple(dict.fromkeys(found))
    return (Dimension(By.SITE),) if measure.family is Family.INDEX else SITE_AND_METHOD


def _require_fitting(measure: Measure, dimensions: Sequence[Dimension]) -> None:
    if measure.family is Family.INDEX and Dimension(By.METHOD) in dimensions:
        message = _("The index joins the methods, so it cannot be told apart by method.")
        raise UsageError(message, remedy=_("Leave method out of --by, or measure the score."))
    if measure.family is not Family.SCORE and Dimension(By.AREA) in dimensions:
        message = _("Only the score can be told apart by area.")
        remedy = _("One area is compared with: {option}")
        raise UsageError(message, remedy=remedy.format(option=f"--measure area:{Area.EMOTION}"))


def _since(text: str) -> date | str:
    # Python also takes 2026-W05 and 20260105 for days, which may be the names of waves.
    if DAY.fullmatch(text) is None:
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _parsed(parse: Callable[[str], Parsed], text: str, option: str, choices: str) -> Parsed:
    try:
        return parse(text)
    except ValueError as error:
        message = _("“{value}” is no value of {name}.").format(value=clean(text), name=option)
        family, colon, _name = text.partition(":")
        if colon and family == Family.AREA:
            choices = ", ".join(f"{family}:{area}" for area in Area)
        raise UsageError(message, remedy=_("Use one of: {known}.").format(known=choices)) from error


def _require(name: str, known: Sequence[str], message: str) -> None:
    if name in known:
        return
    near = difflib.get_close_matches(name, known, n=1)
    remedy = _("There are: {known}.").format(known=", ".join(known))
    if near:
        remedy = _("Did you mean “{word}”?").format(word=near[0])
    raise UsageError(message.format(name=clean(name)), remedy=remedy)
