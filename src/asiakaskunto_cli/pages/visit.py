"""The page of one visit: what it scored, how that came about, and every answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from asiakaskunto_cli.analysis.key_figures.gather import figures_of
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.practices import Practice
from asiakaskunto_cli.language import format_date, format_plain, in_language
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.answers import answers_table, question
from asiakaskunto_cli.pages.blocks import Block, Heading, Page, Quote, Sentence, Tone
from asiakaskunto_cli.pages.contributions import (
    contributions,
    counted_areas,
    decimals_that_add_up,
)
from asiakaskunto_cli.pages.fallback import fallback_note, language_of_texts
from asiakaskunto_cli.pages.figures import percent, points
from asiakaskunto_cli.pages.key_figures_data import plain
from asiakaskunto_cli.pages.names import (
    area_name,
    capitalised,
    in_a_row,
    level_name,
    method_name,
    reaches,
    state_name,
)
from asiakaskunto_cli.pages.parts import parts_chart
from asiakaskunto_cli.pages.practices import step_blocks, step_data, steps_of_visit
from asiakaskunto_cli.pages.site_sheets import visit_sheets
from asiakaskunto_cli.pages.standing import broken_evidence, standing
from asiakaskunto_cli.pages.visit_figures import visit_figure_blocks
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.partial import detail_of
from asiakaskunto_cli.report.verify import BrokenEvidence
from asiakaskunto_cli.scoring.policy import COMPLETE_FROM, LEVEL_NEEDS_AREAS
from asiakaskunto_cli.words import Level, Outcome, State

SCHEMA_VERSION = 1
TIMES = "\N{MULTIPLICATION SIGN}"


def visit_page(
    report: Report,
    *,
    checklist: Checklist,
    language: str,
    broken: Sequence[BrokenEvidence] = (),
    replaced_by: str | None = None,
    practices: Mapping[str, Practice] | None = None,
) -> Page:
    """Return the page of a visit; the checklist is the one it was run by.

    ``broken`` is its evidence that is not there as it was, ``replaced_by`` the file of the report
    that corrects this one, ``practices`` by their ids what a team can do about weak points.
    Texts of the checklist are in the language where it has it, else in that of the visit, which is
    said; what people wrote is verbatim.
    """
    wish, language = language, language_of_texts(report, checklist, language)
    brought = contributions(report)
    steps = steps_of_visit(report, checklist, practices or {})
    detail = detail_of(report, checklist)
    figures = figures_of([detail], {})
    name = in_language(checklist.title, language)
    title = f"{name} · {report.site.name} · {format_date(report.visit.visited_at)}"
    blocks = (
        Heading(title, level=1),
        Sentence(_facts(report)),
        *fallback_note(report, checklist, wish),
        *standing(report, replaced_by),
        *broken_evidence(broken),
        _headline(report),
        *_how_it_came_about(report),
        Sentence(_counts(report)),
        *_gates(report, checklist, language),
        *_classes(report, checklist, language),
        *_note(report),
        *parts_chart(report, checklist, language),
        *visit_figure_blocks(detail, figures, language),
        *step_blocks(steps, language),
        Heading(_("Answers")),
        *answers_table(report, checklist, language, brought, broken),
    )
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "visit",
        "report": report.model_dump(mode="json"),
        "contributions": dict(brought),
        "key_figures": plain(figures),
        "practices": step_data(steps),
        "broken_evidence": [
            {"item": one.item, "file": one.file, "fault": one.fault} for one in broken
        ],
        "replaced_by": replaced_by,
    }
    return Page(title, blocks, data, partial(visit_sheets, detail, brought, language))


def _facts(report: Report) -> str:
    visit = report.visit
    said = [capitalised(method_name(visit.method)), report.wave]
    for label, value in (
        (_("evaluator {value}"), visit.evaluator),
        (_("channel {value}"), visit.channel),
        (_("scenario {value}"), visit.scenario),
    ):
        if value:
            said.append(label.format(value=value))
    return " · ".join(said)


def _headline(report: Report) -> Sentence:
    """Say score and level against the target in one sentence."""
    if report.outcome is Outcome.INCOMPLETE:
        return Sentence(_incomplete(report), Tone.WARNING)
    if report.scores.score is None:
        return Sentence(_("No score and no level: nothing in this checklist is scored."))
    facts = {
        "score": points(report.scores.score),
        "level": report.level and level_name(report.level),
        "target": report.target and level_name(report.target),
    }
    return Sentence(_verdict(report).format(**facts), _tone(report))


def _verdict(report: Report) -> str:
    if report.level is None:
        if report.target is None:
            return _("Score {score}: no level.")
        return _("Score {score}: no level; the target is {target}.")
    if report.target is None:
        return _("Score {score}: level {level}.")
    if reaches(report.level, report.target):
        return _("Score {score}: level {level}; the target {target} is reached.")
    return _("Score {score}: level {level}; the target {target} is not reached.")


def _tone(report: Report) -> Tone:
    if report.target is None:
        return Tone.PLAIN
    if reaches(report.level, report.target):
        return Tone.GOOD
    return Tone.BAD if report.level is None else Tone.WARNING


def _incomplete(report: Report) -> str:
    completeness = percent(report.scores.completeness)
    if report.scores.completeness >= COMPLETE_FROM:
        return _("Incomplete: nothing could be scored. The visit has no level and is not counted.")
    if report.scores.score is None:
        return _(
            "Incomplete: {completeness} % of what counts was answered, {needed} % is needed. "
            "The visit has no level and is not counted."
        ).format(completeness=completeness, needed=percent(COMPLETE_FROM))
    return _(
        "Incomplete: {completeness} % of what counts was answered, {needed} % is needed. "
        "The visit has no level and is not counted; its answers give a score of {score}."
    ).format(
        completeness=completeness,
        needed=percent(COMPLETE_FROM),
        score=points(report.scores.score),
    )


def _how_it_came_about(report: Report) -> Iterator[Block]:
    areas = counted_areas(report)
    if report.scores.score is None or not areas:
        return
    decimals = decimals_that_add_up(report, report.scores.score)
    terms = " + ".join(
        f"{area_name(area)} {points(score, decimals)} {TIMES} {format_plain(weight)}"
        for area, (score, weight) in areas.items()
    )
    total = format_plain(sum(weight for _score, weight in areas.values()))
    words = _("Areas by their weights: ({terms}) / {total} = {score}")
    score = points(report.scores.score)
    yield Sentence(words.format(terms=terms, total=total, score=score))
    yield from _next_level(report)
    if len([one for one in report.scores.areas.values() if one is not None]) < LEVEL_NEEDS_AREAS:
        yield Sentence(
            _("A level needs at least {count} scored areas.").format(count=LEVEL_NEEDS_AREAS)
        )


def _next_level(report: Report) -> Iterator[Block]:
    """Say what the level above would have needed, where the figures fall short of it."""
    above = [level for level in Level if report.level is None or not reaches(report.level, level)]
    scored = [score for score in report.scores.areas.values() if score is not None]
    if report.outcome is Outcome.INCOMPLETE or report.scores.score is None or not above:
        return
    rule = report.levels[above[0]]
    if report.scores.score >= rule.score and min(scored) >= rule.area:
        return
    words = _("Level {level} needs a score of {score} and at least {area} in every area.")
    yield Sentence(
        words.format(
            level=level_name(above[0]), score=format_plain(rule.score), area=format_plain(rule.area)
        )
    )


def _counts(report: Report) -> str:
    """Say how many were answered and what became of the rest."""
    counts = report.scores.counts
    answered = counts.get(State.SCORED, 0) + counts.get(State.INFORMATIONAL, 0)
    said = [_("{count} of {total} answered").format(count=answered, total=len(report.items))]
    others = (State.NOT_APPLICABLE, State.NOT_OBSERVED, State.UNANSWERED)
    words = _("{count} {state}")
    said.extend(
        words.format(count=counts[state], state=state_name(state))
        for state in others
        if counts.get(state)
    )
    return in_a_row(said) + "."


def _gates(report: Report, checklist: Checklist, language: str) -> Iterator[Block]:
    """Say which gated items limit the level, and to what."""
    gates = report.gates
    none, good = _("no level"), _("level at most GOOD")
    for words, effect, tone, items in (
        (_("Critical item failed – {effect}: {item}"), none, Tone.BAD, gates.critical_failed),
        (
            _("Critical item not checked – {effect}: {item}"),
            none,
            Tone.BAD,
            gates.critical_unchecked,
        ),
        (_("Core item failed – {effect}: {item}"), good, Tone.WARNING, gates.core_failed),
        (_("Core item not checked – {effect}: {item}"), good, Tone.WARNING, gates.core_unchecked),
    ):
        for item in items:
            shown = question(item, report, checklist, language)
            yield Sentence(words.format(effect=effect, item=shown), tone)


def _classes(report: Report, checklist: Checklist, language: str) -> Iterator[Block]:
    for one in checklist.classify:
        found = report.classes.get(one.id)
        if found is None or found.id is None:
            continue
        labels = {step.id: in_language(step.label, language) for step in one.steps}
        words = f"{in_language(one.title, language)}: {labels.get(found.id, found.label)}"
        if found.contradictory:
            yield Sentence(
                _("{words} (the answers contradict each other)").format(words=words), Tone.WARNING
            )
        else:
            yield Sentence(words)


def _note(report: Report) -> Iterator[Block]:
    if report.visit.note:
        yield Quote(report.visit.note, _("Note on the whole visit"))
