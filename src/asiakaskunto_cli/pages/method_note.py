"""How the figures of a report are made: what a client may contest, said beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.language import format_plain
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading
from asiakaskunto_cli.pages.figures import confidence_text
from asiakaskunto_cli.pages.names import area_name, in_a_row, level_name, method_name
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.scoring.policy import COMPLETE_FROM, SITE_LEVEL_FROM_VISITS
from asiakaskunto_cli.words import Area, Level, Method


def method_note(programme: Programme, confidence: float) -> Iterator[Block]:
    """Yield how scores, the index, levels and intervals come about, by the programme's rules."""
    policy = programme.policy()
    areas = in_a_row(
        f"{area_name(area)} {format_plain(policy.area_weights[area])}" for area in Area
    )
    methods = in_a_row(
        f"{method_name(method)} {format_plain(policy.method_weights[method])}" for method in Method
    )
    levels = in_a_row(
        _("{level} {score} (every area {area})").format(
            level=level_name(level),
            score=format_plain(policy.levels[level].score),
            area=format_plain(policy.levels[level].area),
        )
        for level in Level
    )
    yield Heading(_("How the figures are made"))
    yield Entry(
        _("A visit scores 0 to 100: the mean of its areas by their weights ({areas}).").format(
            areas=areas
        ),
        (
            _("What does not apply or could not be observed changes no score."),
            _("A visit counts when at least {percent} % of what counts was answered.").format(
                percent=format_plain(100 * COMPLETE_FROM)
            ),
        ),
    )
    yield Entry(
        _("The index is the mean of the methods by their weights ({methods}).").format(
            methods=methods
        )
    )
    yield Entry(
        _("Levels ask for at least: {levels}.").format(levels=levels),
        (
            _("A site has a level from {count} visits on.").format(count=SITE_LEVEL_FROM_VISITS),
            _("It is confirmed when the whole interval of the index reaches it, else provisional."),
            _("A failed critical item takes the level away, a failed core item all above GOOD."),
        ),
    )
    yield Entry(
        _(
            "The {percent} % interval shows how much chance plays in a figure: of a hundred "
            "intervals made this way about {percent} hold the true figure."
        ).format(percent=confidence_text(confidence))
    )
