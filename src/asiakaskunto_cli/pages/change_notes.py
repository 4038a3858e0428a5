"""What goes with a change: other versions, other sites, other evaluators, an exact test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asiakaskunto_cli.analysis.comparing.measures import Kind
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import (
    Cause,
    Difference,
    Evaluators,
    GroupComparison,
    IndexMix,
    Left,
    Rescoring,
    SiteMix,
    Versions,
    WaveChange,
)
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.changes import change_interval, p_text
from asiakaskunto_cli.pages.comparison_names import Naming, amount
from asiakaskunto_cli.pages.figures import confidence_text, percent
from asiakaskunto_cli.pages.names import in_a_row


def change_notes(
    change: WaveChange, group: GroupComparison, request: Request, naming: Naming
) -> Iterator[str]:
    """Yield what has to be known to read a change rightly, a sentence or two each."""
    if change.rescoring is not None:
        yield from _rescoring(change.rescoring, change.versions, group, naming)
    elif change.versions is not None:
        yield _wording(change.versions, group, request, naming)
    if change.site_mix is not None:
        yield from _sites(change.site_mix, group.kind, request, naming)
    if change.index_mix is not None:
        yield from _checklists(change.index_mix, change.overall, naming)
    if change.evaluators is not None:
        yield _evaluators(change.evaluators, change.site_mix, group.kind)
    yield from _exact(change, request)


def _rescoring(
    rescoring: Rescoring, versions: Versions | None, group: GroupComparison, naming: Naming
) -> Iterator[str]:
    count = len(rescoring.common)
    words = ngettext(
        "{cause}: compared by the {count} common item, with the newer weights; it decides "
        "{percent} % of the newer score.",
        "{cause}: compared by the {count} common items, with the newer weights; they decide "
        "{percent} % of the newer score.",
        count,
    ).format(
        cause=_causes()[rescoring.cause]
        + (f" ({_versions(versions)})" if versions is not None else ""),
        count=count,
        percent=percent(rescoring.coverage),
    )
    if rescoring.as_measured is not None:
        measured = _("The scores as they were given changed by {amount}.")
        words += " " + measured.format(amount=amount(rescoring.as_measured, group.kind))
    yield words
    if rescoring.without:
        words = ngettext(
            "{count} visit answered none of the common items, and is left out.",
            "{count} visits answered none of the common items, and are left out.",
            rescoring.without,
        )
        yield words.format(count=rescoring.without)
    for reason, said in _reasons().items():
        items = [item for item, why in rescoring.left_out.items() if why is reason]
        if items:
            yield said.format(items=_questions(items, group, naming))


def _causes() -> dict[Cause, str]:
    return {
        Cause.SCORING: _("The scoring of the checklist changed"),
        Cause.AREA_WEIGHTS: _("The weights of the areas changed"),
        Cause.MIXED: _("Not all visits of these waves were scored by the same rules"),
    }


def _reasons() -> dict[Left, str]:
    return {
        Left.RULE_CHANGED: _("Left out, because not scored alike in all versions: {items}"),
        Left.ONLY_OLDER: _("Left out, because only the older version asks it: {items}"),
        Left.ONLY_NEWER: _("Left out, because only the newer version asks it: {items}"),
    }


def _wording(versions: Versions, group: GroupComparison, request: Request, naming: Naming) -> str:
    if request.measure.needs_answers:
        # Of the checklist as a whole nothing is known but its version.
        words = _("The checklist has another version ({versions}); this is scored as before.")
    elif versions.before == versions.after:
        words = _("The checklist was reworded; its scoring is the same.")
    else:
        words = _("The checklist has another version ({versions}); its scoring is the same.")
    words = words.format(versions=_versions(versions))
    if not versions.reworded:
        return words
    items = _questions(versions.reworded, group, naming)
    return words + " " + _("Worded differently: {items}").format(items=items)


def _versions(versions: Versions) -> str:
    return f"{in_a_row(versions.before)} → {in_a_row(versions.after)}"


def _questions(items: Sequence[str], group: GroupComparison, naming: Naming) -> str:
    return in_a_row(naming.quoted(group, item) for item in items)


def _sites(mix: SiteMix, kind: Kind, request: Request, naming: Naming) -> Iterator[str]:
    several, pooled = len(mix.sites) > 1, _pooled(mix, kind, request)
    if several:
        yield _("This is the mean of the sites’ own changes.")
    else:
        words = _("This is the change of the one site that can be compared: {site}.")
        yield words.format(site=naming.site(mix.sites[0]))
    if pooled:
        words = _(
            "All visits pooled changed by {pooled}; that also moves when other sites are visited, "
            "or more often."
        )
        words = words.format(pooled=pooled)
        if several and mix.standardised is not None:
            steady = _(
                "With the visits shared among the sites as in the earlier wave it is {amount}."
            )
            words += " " + steady.format(amount=amount(mix.standardised, kind))
        yield words
    if mix.left_out:
        sites = in_a_row(naming.site(site) for site in mix.left_out)
        yield _("Left out, because not measured alike in both waves: {sites}.").format(sites=sites)


def _checklists(mix: IndexMix, overall: Difference, naming: Naming) -> Iterator[str]:
    if mix.left_out:
        words = _("Left out, because no change can be told by them here: {checklists}.")
        yield words.format(checklists=in_a_row(naming.checklist(one) for one in mix.left_out))
    whole = amount(mix.as_measured, Kind.MEAN)
    if overall.difference is not None and whole != amount(overall.difference, Kind.MEAN):
        words = _(
            "The index of all visits changed by {amount}; that also moves with the checklists and "
            "the sites that are measured, and how often."
        )
        yield words.format(amount=whole)


def _pooled(mix: SiteMix, kind: Kind, request: Request) -> str:
    pooled = mix.pooled
    if pooled is None or pooled.difference is None:
        return ""
    figure = amount(pooled.difference, kind)
    if pooled.interval is None:
        return figure
    interval = _("{percent} % interval {interval}").format(
        percent=confidence_text(request.confidence), interval=change_interval(pooled, request)
    )
    return f"{figure} ({interval})"


def _evaluators(people: Evaluators, mix: SiteMix | None, kind: Kind) -> str:
    if not people.shared:
        return _nobody_shared(people, mix)
    if people.visits:
        words = _("The same people evaluated, but not as many of the visits each: {people}.")
        each = _("{evaluator} {before} → {after}")
        told = (
            each.format(evaluator=code, before=before, after=after)
            for code, before, after in people.visits
        )
        changed = words.format(people=in_a_row(told))
    else:
        words = _("The evaluators changed ({before} → {after}).")
        changed = words.format(before=in_a_row(people.before), after=in_a_row(people.after))
    return " ".join([changed, *_left_out_in_turn(people, kind)])


def _nobody_shared(people: Evaluators, mix: SiteMix | None) -> str:
    """Say that what changed may be the evaluators; of those who are not named, nobody knows."""
    if people.unnamed:
        return _(
            "Nobody who is named evaluated the same site in both waves, and some visits name "
            "nobody, so the change cannot be separated from a change of evaluators."
        )
    if mix is not None and len(mix.sites) > 1:
        return _(
            "Nobody evaluated the same site in both waves, so the change cannot be separated "
            "from the change of evaluators."
        )
    return _(
        "Nobody evaluated in both waves, so the change cannot be separated from the change "
        "of evaluators."
    )


def _left_out_in_turn(people: Evaluators, kind: Kind) -> Iterator[str]:
    if people.unnamed:
        yield _("Some visits do not say who evaluated.")
    if people.lowest is not None and people.highest is not None:
        low, high = amount(people.lowest, kind), amount(people.highest, kind)
        if low == high:
            left = _("With one of them left out at a time the change is {low}.")
        else:
            left = _("With one of them left out at a time the change is from {low} to {high}.")
        yield left.format(low=low, high=high)
    if people.needed:
        words = _("Nothing could be compared without the visits of {evaluators}.")
        yield words.format(evaluators=in_a_row(people.needed))


def _exact(change: WaveChange, request: Request) -> Iterator[str]:
    """Yield what an exact test of the few visits says, where it says otherwise."""
    exact, stands_out = change.p_permutation, change.overall.distinguishable
    if exact is None or stands_out is None:
        return
    limit = 1 - request.confidence
    if stands_out and exact >= limit:
        yield _(
            "With visits as few as these, an exact permutation test does not confirm it ({p}): "
            "take it with care."
        ).format(p=p_text(exact))
    elif not stands_out and exact < limit:
        yield _("An exact permutation test would tell it from chance ({p}).").format(
            p=p_text(exact)
        )
