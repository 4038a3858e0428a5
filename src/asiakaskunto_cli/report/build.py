"""A finished visit becomes its report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TypeVar

from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.checklist.digest import (
    content_sha256,
    definition,
    rule_sha256,
    scoring_sha256,
)
from asiakaskunto_cli.checklist.items import ChoiceItem
from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import in_language, negotiate, speaking
from asiakaskunto_cli.personal import personal_data_in
from asiakaskunto_cli.report.anonymity import (
    anonymous_opening,
    anonymous_responses,
    day_of,
)
from asiakaskunto_cli.report.model import (
    SCHEMA_VERSION,
    ChecklistRun,
    ClassOfVisit,
    EvidenceFile,
    GateResults,
    Report,
    ReportItem,
    Scores,
    Visit,
)
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.scoring.classes import ClassResult
from asiakaskunto_cli.scoring.levels import DECIMALS
from asiakaskunto_cli.scoring.response import NO_RESPONSE, Responses, own_words
from asiakaskunto_cli.scoring.visit import ItemResult, VisitScores, score_visit

Name = TypeVar("Name", bound=str)


@dataclass(frozen=True, slots=True)
class Closing:
    """What a visit ends with: its answers, the note on the whole of it, the moment."""

    responses: Responses
    note: str
    finished_at: datetime


def build_report(checklist: Checklist, opening: Opening, closing: Closing) -> Report:
    """Return the report of a visit; the same input always gives the same bytes."""
    if checklist.anonymous:
        opening = anonymous_opening(opening)
        responses = anonymous_responses(closing.responses)
        closing = Closing(responses, "", day_of(closing.finished_at))
    result = score_visit(checklist, closing.responses, opening.facts(), opening.rules.policy())
    with speaking(negotiate([opening.language])):
        return _report(checklist, opening, closing, result)


def _report(
    checklist: Checklist, opening: Opening, closing: Closing, result: VisitScores
) -> Report:
    language = opening.language
    return Report(
        kind="report",
        schema_version=SCHEMA_VERSION,
        kunto_version=opening.kunto_version,
        report_id=opening.report_id,
        supersedes=opening.supersedes,
        supersede_reason=opening.supersede_reason,
        status=opening.status,
        programme=opening.programme,
        wave=opening.wave,
        language=language,
        entry=opening.entry,
        site=opening.site,
        visit=_visit(opening, closing),
        items=[_item(checklist, one, closing.responses, language) for one in result.items],
        scores=_scores(result),
        area_weights=dict(result.area_weights),
        levels=dict(opening.rules.levels),
        classes={name: _class(one, language) for name, one in result.classes.items()},
        gates=GateResults(
            critical_failed=list(result.gates.critical_failed),
            core_failed=list(result.gates.core_failed),
            critical_unchecked=list(result.gates.critical_unchecked),
            core_unchecked=list(result.gates.core_unchecked),
        ),
        level=result.level,
        target=opening.target,
        outcome=result.outcome,
        checklist=_checklist(checklist),
    )


def _visit(opening: Opening, closing: Closing) -> Visit:
    return Visit(
        method=opening.method,
        scenario=opening.scenario,
        channel=opening.channel,
        evaluator=opening.evaluator,
        visited_at=opening.visited_at,
        started_at=opening.started_at,
        finished_at=closing.finished_at,
        note=closing.note,
    )


def _item(
    checklist: Checklist, result: ItemResult, responses: Responses, language: str
) -> ReportItem:
    item = result.item
    response = responses.get(item.id, NO_RESPONSE)
    return ReportItem(
        id=item.id,
        section=checklist.section_of[item.id].id,
        text=in_language(item.text, language),
        type=item.type,
        area=item.area,
        measure=item.measure,
        touchpoint=item.touchpoint,
        gate=item.gate,
        weight=item.weight,
        segment=isinstance(item, ChoiceItem) and item.segment,
        state=result.state,
        answer=response.answer,
        answer_label=_label(checklist, result, response.answer, language),
        score=_rounded(result.score),
        rule_sha256=rule_sha256(checklist, item),
        na_reason=response.na_reason,
        why=response.why,
        why_declined=response.why_declined,
        note=response.note,
        personal=bool(personal_data_in(own_words(item, response))),
        evidence=[EvidenceFile.model_validate(asdict(one)) for one in response.evidence],
        answered_at=response.answered_at,
    )


def _label(
    checklist: Checklist, result: ItemResult, answer: Answer | None, language: str
) -> str | None:
    return None if answer is None else answer_label(checklist, result.item, answer, language)


def _scores(result: VisitScores) -> Scores:
    return Scores(
        score=_rounded(result.score),
        areas=_all_rounded(result.areas),
        sections=_all_rounded(result.sections),
        measures=_all_rounded(result.measures),
        touchpoints=_all_rounded(result.touchpoints),
        completeness=round(result.completeness, DECIMALS),
        counts=dict(result.counts),
    )


def _class(result: ClassResult, language: str) -> ClassOfVisit:
    step = result.step
    return ClassOfVisit(
        id=step and step.id,
        step=step and step.step,
        label=step and in_language(step.label, language),
        contradictory=result.contradictory,
    )


def _checklist(checklist: Checklist) -> ChecklistRun:
    return ChecklistRun(
        id=checklist.id,
        version=checklist.version,
        content_sha256=content_sha256(checklist),
        scoring_sha256=scoring_sha256(checklist),
        index=checklist.index,
        definition=definition(checklist),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def _all_rounded(values: Mapping[Name, float | None]) -> dict[Name, float | None]:
    return {name: _rounded(value) for name, value in values.items()}
