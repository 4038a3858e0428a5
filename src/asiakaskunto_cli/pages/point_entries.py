"""Points as people read them: what went well, what to develop, and why customers said so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from asiakaskunto_cli.analysis.points import Point
from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language, ngettext
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading, Quote, Sentence
from asiakaskunto_cli.pages.figures import ends, points, rounded
from asiakaskunto_cli.pages.names import capitalised, method_name
from asiakaskunto_cli.pages.site_charts import figure_text

# More than this of the same reasons tires; spreadsheets and JSON have them all.
REASONS_SHOWN = 6


def question_of(point: Point, language: str) -> str:
    """Return the question of a point."""
    return in_language(point.item.text, language)


def strength_entry(point: Point, language: str) -> Entry:
    """Return a point that went well."""
    return Entry(question_of(point, language), (point_figure(point),))


def point_figure(point: Point) -> str:
    """Return what a point scored, by which method, from how many visits."""
    count = ngettext("{count} visit", "{count} visits", point.visits).format(count=point.visits)
    figure = figure_text(point.mean, point.interval, count)
    return f"{capitalised(method_name(point.method))}: {figure}"


def lost_words(point: Point) -> str:
    """Return how much a weak point costs."""
    words = ngettext(
        "Costs {points} points of the score of the visit.",
        "Costs {points} points of the score of a visit on average.",
        point.visits,
    )
    return words.format(points=points(point.lost))


def reasons_blocks(points: Sequence[Point], language: str) -> Iterator[Block]:
    """Yield the reasons that were given, by item, verbatim; the most asked-about item first."""
    if not points:
        return
    yield Heading(_("Why?"))
    for point in points:
        yield Entry(question_of(point, language), (_given(point, language),))
        shown = point.reasons[:REASONS_SHOWN]
        for said in shown:
            yield Quote(said.words, _label(point, said.answer, language))
        left = len(point.reasons) - len(shown)
        if left:
            words = ngettext(
                "{count} more reason is in the workbook (--format xlsx).",
                "{count} more reasons are in the workbook (--format xlsx).",
                left,
            )
            yield Sentence(words.format(count=left))


def _given(point: Point, language: str) -> str:
    """Return which answers the reasons belong to, the most frequent first."""
    labels = Counter(_label(point, said.answer, language) for said in point.reasons)
    counted = ", ".join(f"{label}: {count}" for label, count in labels.most_common())
    return f"{capitalised(method_name(point.method))}. {counted}"


def _label(point: Point, answer: Answer | None, language: str) -> str:
    if answer is None:
        return _("no answer")
    return capitalised(answer_label(point.checklist, point.item, answer, language))


def point_data(point: Point) -> dict[str, Any]:
    """Return a point as JSON keeps it."""
    return {
        "checklist": point.checklist.id,
        "item": point.item.id,
        "method": point.method,
        "visits": point.visits,
        "mean": rounded(point.mean),
        "ci95": ends(point.interval),
        "share": rounded(point.share),
        "lost": rounded(point.lost),
        "reasons": [
            {"words": said.words, "answer": said.answer, "file": said.file}
            for said in point.reasons
        ],
    }
