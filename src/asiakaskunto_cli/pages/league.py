"""Sites side by side: a place only as far as the intervals tell sites apart, and the spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from asiakaskunto_cli.analysis.league import League, Standing
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import (
    Bar,
    Block,
    Chart,
    Heading,
    Row,
    Sentence,
    Table,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.figures import NO_FIGURE, interval_text, points, rounded
from asiakaskunto_cli.pages.names import in_a_row, level_name, method_name, reaches
from asiakaskunto_cli.pages.site_charts import estimate_text
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.words import Level, Method


def league_blocks(leagues: Sequence[League], programme: Programme) -> Iterator[Block]:
    """Yield every league with its picture, its table and how far apart its sites are."""
    for league in leagues:
        if len(leagues) > 1:
            yield Heading(_("Sites measured by {methods}").format(methods=_methods(league)))
        else:
            yield Heading(_("Sites"))
        yield _chart(league)
        yield _table(league, programme)
        yield from _spread(league)
    if len(leagues) > 1:
        yield Sentence(
            _("Sites that were measured by different methods are never ranked together.")
        )


def place_text(standing: Standing) -> str:
    """Return the place of a site, 1, or the places it may have, 1–3."""
    if standing.best_place == standing.worst_place:
        return str(standing.best_place)
    return f"{standing.best_place}–{standing.worst_place}"


def target_text(level: Level | None, target: Level | None) -> str:
    """Return a target and whether it is reached."""
    if target is None:
        return NO_FIGURE
    words = _("{level} reached") if reaches(level, target) else _("{level} not reached")
    return words.format(level=level_name(target))


def _methods(league: League) -> str:
    return in_a_row(method_name(method) for method in Method if method in league.methods)


def _chart(league: League) -> Chart:
    bars = []
    for standing in league.standings:
        ends = standing.index.interval
        seen = ends is not None and ends.has_width
        bars.append(
            Bar(
                standing.site.name,
                estimate_text(standing.index),
                standing.index.mean,
                ends.low if ends is not None and seen else None,
                ends.high if ends is not None and seen else None,
            )
        )
    return Chart(_("The asiakaskunto index of every site (0–100)"), tuple(bars))


def _table(league: League, programme: Programme) -> Table:
    columns = (
        text_column(_("Site")),
        figure_column(_("Place")),
        figure_column(_("Index")),
        figure_column(_("95 % interval")),
        text_column(_("Level")),
        text_column(_("Target")),
    )
    return Table(columns, tuple(_row(standing, league, programme) for standing in league.standings))


def _row(standing: Standing, league: League, programme: Programme) -> Row:
    """Return the line of a site; alone in its league it has no place."""
    site = standing.site
    return Row(
        (
            site.name,
            place_text(standing) if len(league.standings) > 1 else NO_FIGURE,
            points(standing.index.mean),
            interval_text(standing.index.interval),
            _level(standing),
            target_text(site.level, programme.target_of(site.site)),
        )
    )


def _level(standing: Standing) -> str:
    site = standing.site
    if site.level is None:
        return NO_FIGURE
    words = _("{level}, confirmed") if site.confirmed else _("{level}, provisional")
    return words.format(level=level_name(site.level))


def _spread(league: League) -> Iterator[Sentence]:
    if league.sd is None:
        return
    words = ngettext(
        "From {lowest} to {highest} over {count} site, mean {mean}, standard deviation {sd}.",
        "From {lowest} to {highest} over {count} sites, mean {mean}, standard deviation {sd}.",
        len(league.standings),
    )
    yield Sentence(
        words.format(
            lowest=points(league.lowest),
            highest=points(league.highest),
            count=len(league.standings),
            mean=points(league.mean),
            sd=points(league.sd),
        )
    )
    if any(one.best_place != one.worst_place for one in league.standings):
        yield Sentence(_("A place is a range where the intervals do not tell the sites apart."))


def league_data(league: League) -> dict[str, Any]:
    """Return a league as JSON keeps it."""
    return {
        "methods": list(league.methods),
        "mean": rounded(league.mean),
        "sd": rounded(league.sd),
        "lowest": rounded(league.lowest),
        "highest": rounded(league.highest),
        "places": [
            {"site": one.site.site, "best": one.best_place, "worst": one.worst_place}
            for one in league.standings
        ],
    }
