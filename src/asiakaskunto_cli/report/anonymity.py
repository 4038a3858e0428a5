"""Anonymous visits: nothing in their reports tells who answered, or when in the day.

A staff pulse is answered by a handful of people who know each other's hours.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.scoring.response import Response, Responses


def day_of(moment: datetime) -> datetime:
    """Return the beginning of a moment's own day."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def anonymous_opening(opening: Opening) -> Opening:
    """Return the opening without who asked and at what hour."""
    return opening.model_copy(
        update={
            "evaluator": None,
            "visited_at": day_of(opening.visited_at),
            "started_at": day_of(opening.started_at),
        }
    )


def anonymous_responses(responses: Responses) -> Responses:
    """Return the answers without words of the answerer's own, or the times at which they came."""
    return {name: _plain(response) for name, response in responses.items()}


def _plain(response: Response) -> Response:
    return replace(
        response,
        why="",
        why_declined=False,
        na_reason="",
        note="",
        evidence=(),
        answered_at=None,
    )
