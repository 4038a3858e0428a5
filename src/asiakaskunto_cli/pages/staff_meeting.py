"""One page for the next staff meeting: successes first, then what to practise; nobody is blamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from asiakaskunto_cli.analysis.points import Point, Said
from asiakaskunto_cli.analysis.site_results import SiteResults
from asiakaskunto_cli.checklist.practices import Practice
from asiakaskunto_cli.language import active, in_language
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import (
    Blank,
    Block,
    Entry,
    Fill,
    Heading,
    Layout,
    Page,
    Quote,
    Sentence,
)
from asiakaskunto_cli.pages.figures import rounded
from asiakaskunto_cli.pages.point_entries import question_of
from asiakaskunto_cli.words import Method

SCHEMA_VERSION = 1
SUCCESSES = 3
EXERCISES = 3
# A longer quote is not read aloud in a meeting.
LONGEST_QUOTE = 160
# The best answer an item has: what is read aloud is praise.
BEST = 100.0


def staff_meeting_page(
    results: SiteResults, practices: Mapping[str, Practice], language: str, *, wave: str
) -> Page:
    """Return the page; practices are by id, texts in the language where the checklists have it."""
    site = results.summary
    best = _best(results.points)
    exercises = _exercises(results.points)
    quote = _praise(results.points)
    title = _("For our next meeting: {site}, {wave}").format(site=site.name, wave=wave)
    blocks = (
        Heading(title, level=1),
        *_successes(best, language),
        *_to_practise(exercises, practices, language),
        *_quoted(quote),
        Heading(_("What we agree on")),
        Fill(
            (Blank(_("What")), Blank(_("Who")), Blank(_("By when"))),
            Layout.LIST,
        ),
    )
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "staff_meeting",
        "site": site.site,
        "name": site.name,
        "wave": wave,
        "successes": [_data(point) for point in best],
        "exercises": [_data(point) for point in exercises],
        "quote": quote and quote.words,
    }
    return Page(title, blocks, data)


def _successes(best: Sequence[Point], language: str) -> Iterator[Block]:
    yield Heading(_("What we did best"))
    if not best:
        yield Sentence(_("Nothing has been measured yet."))
    for point in best:
        yield Entry(question_of(point, language))


def _to_practise(
    exercises: Sequence[Point], practices: Mapping[str, Practice], language: str
) -> Iterator[Block]:
    yield Heading(_("What we practise next"))
    if not exercises:
        yield Sentence(_("Everything went as well as it can. We keep it up."))
    told: set[str] = set()
    for point in exercises:
        names = [name for name in point.item.develop if name in practices]
        fresh = next((name for name in names if name not in told), None)
        details: tuple[str, ...] = ()
        if fresh is not None:
            told.add(fresh)
            practice = practices[fresh]
            title, text = (in_language(one, active()) for one in (practice.title, practice.text))
            details = (title, text)
        yield Entry(question_of(point, language), details)


def _quoted(praise: Said | None) -> Iterator[Block]:
    if praise is not None:
        yield Heading(_("In a customer's words"))
        yield Quote(praise.words, _("A customer"))


def _best(points: Sequence[Point]) -> Sequence[Point]:
    """Return the points with the highest means; of equal ones the weightiest."""
    return _different(sorted(points, key=lambda one: (-one.mean, -one.share)))[:SUCCESSES]


def _exercises(points: Sequence[Point]) -> Sequence[Point]:
    """Return the points that cost the most and are none of the successes."""
    best = {_identity(one) for one in _best(points)}
    left = [one for one in points if one.lost > 0 and _identity(one) not in best]
    return _different(sorted(left, key=lambda one: (-one.lost, one.mean)))[:EXERCISES]


def _different(points: Sequence[Point]) -> Sequence[Point]:
    """Return the first of every question: two methods may ask the same one."""
    return list({_identity(one): one for one in reversed(points)}.values())[::-1]


def _identity(point: Point) -> tuple[str, str]:
    return point.checklist.id, point.item.id


def _praise(points: Sequence[Point]) -> Said | None:
    """Return the reason of a customer who was content: the fullest that can be read aloud."""
    reasons = [
        said
        for point in points
        if point.method is Method.ASK
        for said in point.reasons
        if said.score == BEST and len(said.words) <= LONGEST_QUOTE
    ]
    return max(reasons, key=lambda said: (len(said.words), said.words), default=None)


def _data(point: Point) -> dict[str, object]:
    return {
        "checklist": point.checklist.id,
        "item": point.item.id,
        "method": point.method,
        "visits": point.visits,
        "mean": rounded(point.mean),
    }
