"""The page of unfinished visits: which, where, since when, how far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.language import (
    format_date_and_time,
    format_span,
    in_language,
)
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import (
    Block,
    Entry,
    Page,
    Row,
    Sentence,
    Table,
    Tone,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.figures import percent
from asiakaskunto_cli.visit.draft import Draft
from asiakaskunto_cli.words import Status

SCHEMA_VERSION = 1


def drafts_page(drafts: Sequence[Draft], damaged: Sequence[BadInputError], now: datetime) -> Page:
    """Return the page of drafts; those that cannot be read are named with why."""
    blocks: list[Block] = [
        Entry(one.message, (one.remedy,) if one.remedy else (), Tone.BAD) for one in damaged
    ]
    if drafts:
        blocks.append(Table(_columns(), tuple(_row(one, now) for one in drafts)))
        blocks.append(Sentence(_("Go on with one: kunto resume DRAFT")))
    elif not damaged:
        blocks.append(Sentence(_("There is no unfinished visit.")))
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "drafts",
        "drafts": [_data(one) for one in drafts],
        "damaged": [{"message": one.message, "remedy": one.remedy} for one in damaged],
    }
    return Page(_("Unfinished visits"), tuple(blocks), data)


def _columns() -> tuple[Any, ...]:
    return (
        text_column(_("Draft")),
        text_column(_("Checklist")),
        text_column(_("Site")),
        text_column(_("Begun")),
        text_column(_("Last touched")),
        figure_column(_("Age")),
        figure_column(_("Done, %")),
    )


def _row(draft: Draft, now: datetime) -> Row:
    opening = draft.opening
    return Row(
        (
            draft.short_id,
            _title(draft),
            opening.site.name,
            format_date_and_time(opening.started_at),
            format_date_and_time(draft.last_moment),
            format_span(now - opening.started_at),
            percent(draft.replay().progress.completeness),
        )
    )


def _title(draft: Draft) -> str:
    """Return the name of its checklist, and what makes the draft another thing than a visit."""
    title = in_language(draft.checklist.title, draft.opening.language)
    if draft.opening.supersedes is not None:
        return _("{checklist} (a correction)").format(checklist=title)
    if draft.opening.status is Status.REHEARSAL:
        return _("{checklist} (a rehearsal)").format(checklist=title)
    return title


def _data(draft: Draft) -> dict[str, Any]:
    opening = draft.opening
    progress = draft.replay().progress
    return {
        "draft": draft.short_id,
        "report_id": opening.report_id,
        "supersedes": opening.supersedes,
        "status": opening.status,
        "checklist": draft.checklist.id,
        "method": opening.method,
        "site": opening.site.model_dump(mode="json"),
        "started_at": opening.started_at.isoformat(),
        "last_touched_at": draft.last_moment.isoformat(),
        "completeness": round(progress.completeness, 6),
    }
