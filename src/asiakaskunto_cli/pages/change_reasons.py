"""Why the score moved: areas and items, with figures that add up to the change as it is shown."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import (
    Difference,
    GroupComparison,
    Share,
    Verdict,
    WaveChange,
)
from asiakaskunto_cli.analysis.comparing.screening import SCREENING_Q
from asiakaskunto_cli.language import as_shown, format_signed
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import (
    Bar,
    Block,
    Chart,
    Row,
    Sentence,
    Table,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.changes import (
    change_interval,
    interval_title,
    p_figure,
    verdict_word,
    waves_of,
)
from asiakaskunto_cli.pages.comparison_names import Naming, amount
from asiakaskunto_cli.pages.figures import points
from asiakaskunto_cli.pages.names import area_name, capitalised, in_a_row
from asiakaskunto_cli.words import Area

# What rounds to nothing is not worth a bar.
LEAST_POINTS = 0.05
NAMED_ITEMS = 3
CLEAR = frozenset({Verdict.BETTER, Verdict.WORSE})


def reasons(
    change: WaveChange, group: GroupComparison, naming: Naming, request: Request
) -> Iterator[Block]:
    """Yield what a change is made of: at length where it stands out, else in a sentence."""
    clear = change.overall.verdict in CLEAR
    if change.areas and (clear or any(area.verdict in CLEAR for area in change.areas)):
        yield _areas_table(change.areas, request)
    elif change.areas and change.overall.verdict is not Verdict.CHANGED:
        yield Sentence(_areas_words(change.areas))
    if change.contributions is not None and change.overall.difference is not None:
        if clear:
            yield _chart(change, group, naming)
        elif abs(change.overall.difference) >= LEAST_POINTS:
            yield from _largest(change, change.contributions.items, group, naming)
        yield from _denominator(change.contributions.items, group, naming)
    yield from _screened(change.items, group, naming)


def adding_up(parts: Sequence[float], total: float) -> list[float]:
    """Return parts in tenths that add up to the total as it is shown, each off by one at most.

    What is missing goes to those whose rounding took the most away from them.
    """
    tenths = [math.floor(10 * part) for part in parts]
    missing = round(10 * as_shown(total)) - sum(tenths)
    order = sorted(range(len(parts)), key=lambda place: tenths[place] - 10 * parts[place])
    for place in order[: max(missing, 0)]:
        tenths[place] += 1
    return [one / 10 for one in tenths]


def _areas_table(areas: Sequence[Difference], request: Request) -> Table:
    columns = (
        text_column(_("Area")),
        figure_column(_("Change")),
        figure_column(interval_title(request)),
        figure_column(_("p (Holm)")),
        text_column(_("Direction")),
    )
    rows = tuple(
        Row(
            (
                capitalised(_area(one)),
                format_signed(one.difference or 0.0),
                change_interval(one, request),
                p_figure(one.p_adjusted),
                verdict_word(one.verdict),
            )
        )
        for one in areas
    )
    caption = _("p allows for several areas being tested together; the intervals do not.")
    return Table(columns, rows, caption)


def _areas_words(areas: Sequence[Difference]) -> str:
    told = in_a_row(f"{_area(one)} {format_signed(one.difference or 0.0)}" for one in areas)
    return _("No area stands out either: {areas}.").format(areas=told)


def _area(difference: Difference) -> str:
    return area_name(Area(difference.measure.partition(":")[2]))


def _chart(change: WaveChange, group: GroupComparison, naming: Naming) -> Chart:
    """Return the picture of what every item brought, the largest first, under its area."""
    shown, rest = _told_apart(change)
    figures = adding_up(
        [*(share.points for share in shown), rest], change.overall.difference or 0.0
    )
    bars = [
        Bar(naming.question(group, share.id), format_signed(figure), figure)
        for share, figure in zip(shown, figures, strict=False)
    ]
    if abs(figures[-1]) > 0:
        bars.append(Bar(_("Everything else"), format_signed(figures[-1]), figures[-1]))
    title = _("What the change of {amount} is made of, {waves} (points)").format(
        amount=amount(change.overall.difference or 0.0, group.kind), waves=waves_of(change)
    )
    return Chart(title, tuple(bars), low=min(0.0, *figures), high=max(1.0, *figures))


def _told_apart(change: WaveChange) -> tuple[list[Share], float]:
    """Return the items that brought or took something, the largest first, and the rest in sum."""
    items = change.contributions.items if change.contributions is not None else ()
    shown = [share for share in items if abs(share.points) >= LEAST_POINTS]
    rest = math.fsum(share.points for share in items if abs(share.points) < LEAST_POINTS)
    return sorted(shown, key=lambda share: (-abs(share.points), share.id)), rest


def _largest(
    change: WaveChange, items: Sequence[Share], group: GroupComparison, naming: Naming
) -> Iterator[Sentence]:
    """Yield the items that moved the score the most, where any of them can be seen alone."""
    largest = sorted(items, key=lambda share: (-abs(share.points), share.id))[:NAMED_ITEMS]
    told = in_a_row(
        f"{naming.quoted(group, share.id)} {format_signed(share.points)}"
        for share in largest
        if abs(share.points) >= LEAST_POINTS
    )
    if told:
        words = _(
            "The largest parts of the change {waves}: {items}. They are no surer than the change."
        )
        yield Sentence(words.format(waves=waves_of(change), items=told))


def _denominator(
    items: Sequence[Share], group: GroupComparison, naming: Naming
) -> Iterator[Sentence]:
    """Yield how much of the change comes of items that applied more or less often than before."""
    moved = [share for share in items if abs(share.denominator) >= LEAST_POINTS]
    if moved:
        total = math.fsum(share.denominator for share in items)
        questions = in_a_row(naming.quoted(group, share.id) for share in moved)
        words = _(
            "{points} points of the change come of items that applied on more visits, or on "
            "fewer, than before: {items}. That part does not tell how these items themselves went."
        )
        if abs(total) < LEAST_POINTS:
            words = _(
                "These items applied on more visits, or on fewer, than before, which moves the "
                "score both ways and hardly changes it in all: {items}."
            )
        yield Sentence(words.format(points=format_signed(total), items=questions))


def _screened(
    items: Sequence[Difference], group: GroupComparison, naming: Naming
) -> Iterator[Sentence]:
    found = [one for one in items if one.distinguishable]
    if found:
        told = in_a_row(
            f"{naming.quoted(group, one.measure.partition(':')[2])} "
            f"{format_signed(one.difference or 0.0)}"
            for one in found
        )
        words = _(
            "Screening of {count} items (Benjamini–Hochberg, q = {q}): worth a closer look are "
            "{items}. A screening proves no single one of them."
        )
        tested = sum(one.p_adjusted is not None for one in items)
        yield Sentence(words.format(count=tested, q=points(SCREENING_Q, 2), items=told))
