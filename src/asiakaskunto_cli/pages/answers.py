"""Every answer of a visit, and beneath it what was said about it, verbatim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import format_plain, in_language
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Quote, Row, Table, figure_column, text_column
from asiakaskunto_cli.pages.evidence import fault_name
from asiakaskunto_cli.pages.figures import NO_FIGURE, points
from asiakaskunto_cli.pages.names import state_name
from asiakaskunto_cli.report.model import Report, ReportItem
from asiakaskunto_cli.report.verify import BrokenEvidence, EvidenceFault
from asiakaskunto_cli.words import State

# With fewer decimals the contributions of a long checklist would not seem to add up.
CONTRIBUTION_DECIMALS = 2


def question(name: str, report: Report, checklist: Checklist, language: str) -> str:
    """Return the text of an item by its id, as the checklist has it, else as it was asked."""
    if name in checklist.items:
        return in_language(checklist.items[name].text, language)
    return next((one.text for one in report.items if one.id == name), name)


def answers_table(
    report: Report,
    checklist: Checklist,
    language: str,
    brought: Mapping[str, float],
    broken: Iterable[BrokenEvidence] = (),
) -> Iterator[Table]:
    """Yield the table of all items that were shown, by section; broken evidence is marked."""
    faults = {(one.item, one.file): one.fault for one in broken}
    titles = {one.id: in_language(one.title, language) for one in checklist.sections}
    columns = (
        text_column(_("Question")),
        text_column(_("Answer")),
        figure_column(_("Points")),
        figure_column(_("Weight")),
        figure_column(_("Contribution")),
    )
    rows = []
    section = None
    for one in report.items:
        group = "" if one.section == section else titles.get(one.section, one.section)
        section = one.section
        cells = (
            question(one.id, report, checklist, language),
            _answer(one, checklist, language),
            *_figures(one, brought),
        )
        rows.append(Row(cells, (*_quotes(one), *_evidence(one, faults)), group))
    if rows:
        yield Table(columns, tuple(rows), _caption(report))


def _caption(report: Report) -> str:
    if report.scores.score is None:
        return ""
    words = _("The contributions add up to the score, {score} points.")
    return words.format(score=points(report.scores.score, CONTRIBUTION_DECIMALS))


def _answer(one: ReportItem, checklist: Checklist, language: str) -> str:
    """Return the answer in words, and how the item ended where that is not plain to see."""
    label = _label(one, checklist, language)
    if label is None or _in_words(one):
        return state_name(one.state)
    if one.state is State.SCORED:
        return label
    return f"{label} ({state_name(one.state)})"


def _label(one: ReportItem, checklist: Checklist, language: str) -> str | None:
    if one.answer is None or one.id not in checklist.items:
        return one.answer_label
    return answer_label(checklist, checklist.items[one.id], one.answer, language)


def _figures(one: ReportItem, brought: Mapping[str, float]) -> tuple[str, str, str]:
    if one.state is not State.SCORED:
        return NO_FIGURE, NO_FIGURE, NO_FIGURE
    score = None if one.score is None else 100 * one.score
    contribution = points(brought.get(one.id), CONTRIBUTION_DECIMALS)
    return points(score), format_plain(one.weight), contribution


def _in_words(one: ReportItem) -> bool:
    """Tell whether the answer is somebody's own words, too long for a cell."""
    return one.type == "text"


def _quotes(one: ReportItem) -> Iterator[Quote]:
    if _in_words(one) and one.answer:
        yield Quote(str(one.answer), _("Answer"))
    if one.why:
        yield Quote(one.why, _("Why"))
    elif one.why_declined:
        yield Quote(_("(did not want to say)"), _("Why"))
    if one.na_reason:
        yield Quote(one.na_reason, _("Reason"))
    if one.note:
        yield Quote(one.note, _("Note"))


def _evidence(one: ReportItem, faults: Mapping[tuple[str, str], EvidenceFault]) -> Iterator[Quote]:
    """Yield every piece of evidence by its name, and what became of it where it is broken."""
    for piece in one.evidence:
        fault = faults.get((one.id, piece.file))
        words = piece.file if fault is None else f"{piece.file} – {fault_name(fault)}"
        yield Quote(words, _("Evidence"))
