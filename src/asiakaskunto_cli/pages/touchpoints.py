"""The same touchpoint by three methods, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asiakaskunto_cli.analysis.site import Estimate
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import (
    Block,
    Heading,
    Row,
    Sentence,
    Table,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.figures import NO_FIGURE, ends, points, rounded
from asiakaskunto_cli.words import Method


def touchpoint_name(name: str) -> str:
    """Return a touchpoint in words; a checklist's own slug as it is."""
    known = {
        "greeting": _("Greeting"),
        "encounter": _("Encounter"),
        "needs": _("Needs"),
        "solution": _("Solution"),
        "waiting": _("Waiting"),
        "payment": _("Payment"),
        "farewell": _("Farewell"),
        "complaint": _("Complaint"),
        "feedback": _("Feedback"),
        "relationship": _("Relationship"),
        "channel": _("Channel"),
        "clarity": _("Clarity"),
        "expertise": _("Expertise"),
        "delivery": _("Delivery"),
        "workplace": _("Workplace"),
        "management": _("Management"),
    }
    return known.get(name, name)


def touchpoint_blocks(found: Mapping[str, Mapping[Method, Estimate]]) -> Iterator[Block]:
    """Yield what was observed, tested and said by customers at every touchpoint."""
    if not found:
        return
    titles = {
        Method.OBSERVE: _("Observed"),
        Method.TEST: _("Tested"),
        Method.ASK: _("Said by customers"),
    }
    methods = [m for m in Method if any(m in by for by in found.values())]
    columns = (text_column(_("Touchpoint")), *(figure_column(titles[m]) for m in methods))
    rows = tuple(
        Row((touchpoint_name(name), *(_cell(by.get(method)) for method in methods)))
        for name, by in found.items()
    )
    yield Heading(_("Touchpoints"))
    yield Table(columns, rows)
    yield Sentence(_("In brackets the number of visits behind each figure."))


def _cell(estimate: Estimate | None) -> str:
    return NO_FIGURE if estimate is None else f"{points(estimate.mean)} ({estimate.visits})"


def touchpoint_data(found: Mapping[str, Mapping[Method, Estimate]]) -> dict[str, Any]:
    """Return the touchpoints as JSON keeps them."""
    return {
        name: {
            method: {
                "visits": one.visits,
                "mean": rounded(one.mean),
                "ci95": ends(one.interval),
            }
            for method, one in by.items()
        }
        for name, by in found.items()
    }
