"""A source becomes a checklist, or findings that say why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.reach import Reach
from asiakaskunto_cli.checklist.rules import (
    against,
    anonymous,
    area_and_measure,
    bands,
    classes,
    condition_reference,
    condition_value,
    gates,
    hidden_classes,
    hidden_items,
    hidden_sections,
    impossible_conditions,
    options,
    reserved_ids,
    scales,
    translations,
    unique_ids,
    weights,
)
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.source.shape.fit import fit

Rule = Callable[[Checklist], Iterator[Problem]]

RULES: Mapping[str, Rule] = {
    module.CODE: module.check
    for module in (
        unique_ids,
        reserved_ids,
        condition_reference,
        condition_value,
        translations,
        area_and_measure,
        options,
        bands,
        scales,
        against,
        gates,
        classes,
        weights,
        anonymous,
    )
}


ReachRule = Callable[[Checklist, Reach], Iterator[Problem]]

# Rules about what can come true; they need conditions, scales and scores that hold together.
REACH_RULES: Mapping[str, ReachRule] = {
    module.CODE: module.check
    for module in (impossible_conditions, hidden_items, hidden_sections, hidden_classes)
}
NEEDED_BY_REACH = frozenset(
    module.CODE
    for module in (
        unique_ids,
        condition_reference,
        condition_value,
        options,
        bands,
        scales,
        against,
        classes,
    )
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A checklist without findings, or the findings (sorted by place) and no checklist.

    ``shaped`` is it too where it has the form of one, whatever rules it breaks: its texts and the
    names in it are what they are, but nothing need go together.
    """

    checklist: Checklist | None
    findings: tuple[Finding, ...]
    shaped: Checklist | None = None


def load_checklist(source: Source) -> Loaded:
    """Return the checklist in a source, or everything that is wrong with it."""
    if source.findings:
        return Loaded(None, source.findings)
    checklist, findings = fit(source, Checklist, empty_is_absent=False)
    if checklist is not None:
        findings = [*_broken_rules(source, checklist)]
    findings.sort(key=lambda finding: (finding.position, finding.code))
    return Loaded(None if findings else checklist, tuple(findings), checklist)


def holds_together(checklist: Checklist) -> bool:
    """Return whether its ids, conditions, scales and scores fit each other, whatever else is wrong.

    Where they do not, what it asks and how it scores cannot be told.
    """
    return not any(problem for code in NEEDED_BY_REACH for problem in RULES[code](checklist))


def _broken_rules(source: Source, checklist: Checklist) -> Iterator[Finding]:
    broken = set()
    for code, check in RULES.items():
        for problem in check(checklist):
            broken.add(code)
            yield _finding(source, code, problem)
    if broken.isdisjoint(NEEDED_BY_REACH):
        reach = Reach(checklist)
        for code, check_reach in REACH_RULES.items():
            for problem in check_reach(checklist, reach):
                yield _finding(source, code, problem)


def _finding(source: Source, code: str, problem: Problem) -> Finding:
    position = source.position(problem.path, key=problem.at_key)
    return Finding(source.file, position, code, problem.message, problem.remedy)
