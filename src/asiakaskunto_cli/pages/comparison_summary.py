"""The front of a comparison: what stands out and what does not, in one short table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from asiakaskunto_cli.analysis.comparing.measures import Family, Kind
from asiakaskunto_cli.analysis.comparing.request import By, Request
from asiakaskunto_cli.analysis.comparing.results import (
    Comparison,
    GroupComparison,
    Key,
    Verdict,
    WaveChange,
)
from asiakaskunto_cli.language import format_date, format_number, format_signed, ngettext
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import (
    Block,
    Entry,
    Heading,
    Row,
    Sentence,
    Table,
    Tone,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.changes import change_interval, interval_title, waves_of
from asiakaskunto_cli.pages.comparison_names import Naming, figure_title
from asiakaskunto_cli.pages.figures import (
    NO_FIGURE,
    interval_text,
    points,
)
from asiakaskunto_cli.pages.names import BETWEEN, in_a_row, method_name
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.words import Method

# With fewer changes than this hardly any would stand out by chance alone.
MANY_CHANGES = 10

# What tells figures of the same visits apart.
PARTS = frozenset({By.AREA, "item", "classification"})

Told = tuple[GroupComparison, WaveChange]


def chosen(comparison: Comparison, naming: Naming) -> Iterator[Sentence]:
    """Yield which visits were asked for, where it is not all of them."""
    request = comparison.request
    if not request.is_filtered:
        return
    parts = [
        in_a_row(naming.site(site) for site in sorted(request.sites)),
        in_a_row(method_name(one) for one in Method if one in request.methods),
    ]
    if isinstance(request.since, date):
        parts.append(_("from {date} on").format(date=format_date(request.since)))
    elif request.since is not None:
        parts.append(_("from the wave {wave} on").format(wave=request.since))
    words = _("Only some of the visits are compared: {parts}.")
    said = words.format(parts=BETWEEN.join(filter(None, parts)))
    if isinstance(request.since, date):
        said += " " + _("Of a wave that had begun before, only the visits since then count.")
    yield Sentence(said)


def strangers(comparison: Comparison, programme: Programme) -> Iterator[Sentence]:
    """Yield the waves that the programme does not know, where it has waves of its own."""
    known = {wave.id for wave in programme.waves}
    found = {wave.wave for group in comparison.groups for wave in group.waves} - known
    if known and found and comparison.request.period is None:
        words = _(
            "Compared as waves of their own, though kunto.yaml has no such waves: {waves}. Their "
            "visits were made on other days, or under another name."
        )
        yield Sentence(words.format(waves=in_a_row(sorted(found))), Tone.WARNING)


def headline(comparison: Comparison) -> Iterator[Sentence]:
    """Yield how many changes stand out from chance, and how many would by chance alone."""
    if not comparison.groups:
        yield Sentence(_("There are no visits to compare."), Tone.WARNING)
        return
    changes = [change.overall for _group, change in _all(comparison)]
    tested = [change for change in changes if change.distinguishable is not None]
    if not changes:
        yield Sentence(_nothing_compared(comparison))
        return
    if not tested:
        yield Sentence(_("No change could be tested: the reasons are told below."))
        return
    verdicts = [change.verdict for change in tested]
    better, worse = verdicts.count(Verdict.BETTER), verdicts.count(Verdict.WORSE)
    words = ngettext(
        "{count} change was tested. Standing out from chance: {better} for the better, {worse} "
        "for the worse.",
        "{count} changes were tested, each alone. Standing out from chance: {better} for the "
        "better, {worse} for the worse.",
        len(tested),
    )
    yield Sentence(words.format(count=len(tested), better=better, worse=worse))
    if len(tested) >= MANY_CHANGES:
        expected = (1 - comparison.request.confidence) * len(tested)
        words = _(
            "Of so many, about {expected} would stand out even if nothing had changed anywhere."
        )
        yield Sentence(words.format(expected=format_number(expected)))


def _nothing_compared(comparison: Comparison) -> str:
    """Say why no wave has another to be compared with."""
    if any(len(group.waves) > 1 for group in comparison.groups):
        words = _("No group has visits both in the wave {wave} and after it.")
        return words.format(wave=comparison.request.baseline)
    if len({wave.wave for group in comparison.groups for wave in group.waves}) > 1:
        return _("No group has visits in two waves: there is nothing to compare yet.")
    return _("Only one wave has visits: there is nothing to compare it with yet.")


def summary_blocks(comparison: Comparison, naming: Naming) -> Iterator[Block]:
    """Yield the table: every change that stands out, then the newest ones that do not."""
    rows: list[Row] = []
    for title, found in _kinds(comparison):
        for number, (group, change) in enumerate(found):
            cells = _cells(naming.title(group), change, comparison.request)
            rows.append(Row(cells, group="" if number else title))
    if not rows:
        return
    columns = (
        text_column(_("Group")),
        figure_column(_("Waves")),
        figure_column(_("Change")),
        figure_column(interval_title(comparison.request)),
    )
    yield Heading(_("What stands out, and what does not"))
    yield Table(columns, tuple(rows))


def critical_blocks(comparison: Comparison, naming: Naming) -> Iterator[Block]:
    """Yield the critical items that failed in the newest wave of the same visits, once."""
    told: set[Key] = set()
    for part in comparison.groups:
        # Areas and questions are parts of the same visits.
        key = tuple(one for one in part.key if one[0] not in PARTS)
        group, newest = replace(part, key=key), part.waves[-1]
        failed = sorted({item for one in newest.limits for item in one.critical_failed})
        if failed and key not in told:
            told.add(key)
            items = in_a_row(naming.quoted(group, item) for item in failed)
            words = _("{group}, {wave}: a critical item failed, whatever the score: {items}")
            yield Entry(
                words.format(group=naming.title(group), wave=newest.wave, items=items),
                tuple(one.file for one in newest.limits if one.critical_failed and one.file),
                Tone.BAD,
            )


def single_waves(comparison: Comparison, naming: Naming) -> Iterator[Block]:
    """Yield the groups with one wave, which have nothing to be compared with yet."""
    groups = [group for group in comparison.groups if len(group.waves) == 1]
    if not groups:
        return
    kinds = {group.kind for group in groups}
    columns = (
        text_column(_("Group")),
        text_column(_("Wave")),
        figure_column(_("Visits")),
        figure_column(
            figure_title(comparison.request, kinds.pop() if len(kinds) == 1 else Kind.MEAN)
        ),
        figure_column(interval_title(comparison.request)),
    )
    rows = []
    for group in groups:
        (wave,) = group.waves
        cells = naming.title(group), wave.wave, str(wave.visits), points(wave.mean)
        rows.append(Row((*cells, interval_text(wave.interval))))
    yield Heading(_("One wave so far: nothing to compare with yet"))
    yield Table(columns, tuple(rows))


def _all(comparison: Comparison) -> list[Told]:
    return [(group, change) for group in comparison.groups for change in group.changes]


def _kinds(comparison: Comparison) -> Iterator[tuple[str, Sequence[Told]]]:
    """Yield the changes of each kind under what they are called; empty kinds too."""
    everything = _all(comparison)
    newest = [(group, group.changes[-1]) for group in comparison.groups if group.changes]

    def of(found: Sequence[Told], verdict: Verdict) -> Sequence[Told]:
        return [one for one in found if one[1].overall.verdict is verdict]

    unclear = of(newest, Verdict.UNCLEAR)
    tested = [one for one in unclear if one[1].overall.distinguishable is not None]

    yield _("Stands out from chance, for the better"), of(everything, Verdict.BETTER)
    yield _("Stands out from chance, for the worse"), of(everything, Verdict.WORSE)
    yield _("Newest change cannot be told from chance"), tested
    yield (
        _("Cannot be tested: there was no variation"),
        [one for one in unclear if one not in tested],
    )
    alone = _("Only one visit in a wave")
    if comparison.request.measure.family is Family.INDEX:
        alone = _("Only one visit by a method in a wave")
    yield alone, of(newest, Verdict.CHANGED)
    yield _("Not compared"), of(newest, Verdict.NOT_COMPARABLE)


def _cells(title: str, change: WaveChange, request: Request) -> tuple[str, ...]:
    difference = change.overall.difference
    return (
        title,
        waves_of(change),
        NO_FIGURE if difference is None else format_signed(difference),
        change_interval(change.overall, request),
    )
