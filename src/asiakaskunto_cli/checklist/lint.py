"""What an author may not have meant, in a file that can be used: warnings and information.

Rules look at the whole checklist, at its texts, at the names in it that stand for entries of other
files, or at its own file's name; each is one module in ``rules/``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.names import KnownNames
from asiakaskunto_cli.checklist.rules import (
    absolute_wording,
    band_holes,
    double_barrelled,
    double_negation,
    empty_areas,
    equal_labels,
    few_to_compare,
    figure_names,
    file_name,
    gate_reasons,
    item_weights,
    leading_questions,
    long_texts,
    missing_why,
    no_best_option,
    numbered_questions,
    objective_scales,
    personal_data,
    placeholders,
    practice_names,
    repeated_questions,
    reversed_labels,
    same_in_two_languages,
    stray_quotes,
    weighted_areas,
    word_quotes,
)
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts, said_in, said_of
from asiakaskunto_cli.checklist.shelf import Entry
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.reader import Source

WholeRule = Callable[[Checklist], Iterator[Problem]]
TextRule = Callable[[Texts], Iterator[Problem]]
WrittenRule = Callable[[Texts, Source], Iterator[Problem]]
NameRule = Callable[[Checklist, Collection[str]], Iterator[Problem]]
PlaceRule = Callable[[Checklist, str], Iterator[Problem]]

WHOLE_RULES: Mapping[str, WholeRule] = {
    module.CODE: module.check
    for module in (
        objective_scales,
        item_weights,
        weighted_areas,
        band_holes,
        reversed_labels,
        no_best_option,
        missing_why,
        gate_reasons,
        empty_areas,
        few_to_compare,
    )
}
# Those that hold for practices and figures too.
ANY_TEXT_RULES: Mapping[str, TextRule] = {
    module.CODE: module.check for module in (same_in_two_languages, placeholders, personal_data)
}
TEXT_RULES: Mapping[str, TextRule] = {
    **ANY_TEXT_RULES,
    **{
        module.CODE: module.check
        for module in (
            repeated_questions,
            equal_labels,
            double_barrelled,
            leading_questions,
            absolute_wording,
            double_negation,
            long_texts,
            numbered_questions,
        )
    },
}
# Those that look at how a text is written in the file, of any kind.
WRITTEN_RULES: Mapping[str, WrittenRule] = {
    module.CODE: module.check for module in (word_quotes, stray_quotes)
}
NAME_RULES: Mapping[str, NameRule] = {
    module.CODE: module.check for module in (practice_names, figure_names)
}
PLACE_RULES: Mapping[str, PlaceRule] = {file_name.CODE: file_name.check}
INFORMATION = frozenset(module.CODE for module in (empty_areas, few_to_compare, numbered_questions))

Subject = TypeVar("Subject")
Found = Iterable[tuple[str, Problem]]


def remarks(source: Source, checklist: Checklist, known: KnownNames) -> Sequence[Finding]:
    """Return what there is to say about a checklist that can be used, by place."""
    whole = _of_rules(WHOLE_RULES, checklist)
    return _findings(source, [*whole, *_of_texts_and_names(source, checklist, known)])


def remarks_on_texts(source: Source, checklist: Checklist, known: KnownNames) -> Sequence[Finding]:
    """Return what there is to say about one that cannot be used yet: of its texts and its names."""
    return _findings(source, _of_texts_and_names(source, checklist, known))


def remarks_on_place(source: Source, checklist: Checklist, stem: str) -> Sequence[Finding]:
    """Return what there is to say about where a checklist lies: its file's name, without ending."""
    found = [(code, one) for code, check in PLACE_RULES.items() for one in check(checklist, stem)]
    return _findings(source, found)


def remarks_on_entries(source: Source, kind: str, entries: Sequence[Entry]) -> Sequence[Finding]:
    """Return what there is to say about a file of entries that can be used, by place."""
    texts = [
        ((kind, number, key), text)
        for number, entry in enumerate(entries)
        for key, text in entry.texts()
    ]
    said = said_of(texts)
    return _findings(source, [*_of_rules(ANY_TEXT_RULES, said), *_as_written(said, source)])


def _of_rules(
    rules: Mapping[str, Callable[[Subject], Iterator[Problem]]], subject: Subject
) -> Found:
    return [(code, problem) for code, check in rules.items() for problem in check(subject)]


def _as_written(said: Texts, source: Source) -> Found:
    return [(code, one) for code, check in WRITTEN_RULES.items() for one in check(said, source)]


def _of_texts_and_names(source: Source, checklist: Checklist, known: KnownNames) -> Found:
    said = said_in(checklist)
    return [
        *_of_rules(TEXT_RULES, said),
        *_as_written(said, source),
        *_of_names(practice_names.CODE, checklist, known.practices),
        *_of_names(figure_names.CODE, checklist, known.figures),
    ]


def _of_names(code: str, checklist: Checklist, known: Collection[str] | None) -> Found:
    """Return names that stand for nothing; nothing is said while the file of them is broken."""
    if known is None:
        return []
    return [(code, problem) for problem in NAME_RULES[code](checklist, known)]


def _findings(source: Source, found: Found) -> Sequence[Finding]:
    findings = [
        Finding(
            source.file,
            source.position(problem.path, key=problem.at_key),
            code,
            problem.message,
            problem.remedy,
            Severity.INFORMATION if code in INFORMATION else Severity.WARNING,
        )
        for code, problem in found
    ]
    return sorted(findings, key=lambda finding: (finding.position, finding.code))
