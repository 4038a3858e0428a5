"""Writes the answers files of the example, in the layout of those that people write."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from asiakaskunto_cli.visit.answers_file import GivenAnswer
from example.plan import Visit

HEAD = (
    "# yaml-language-server: $schema=../../../schemas/answers.json",
    "kunto: 1",
    "kind: answers",
)


def visit_file(visit: Visit, answers: Mapping[str, GivenAnswer]) -> str:
    """Return the answers file of a visit."""
    return "\n".join((*HEAD, *_facts(visit), "answers:", *_answers(answers), ""))


def correction_file(checklist: str, answers: Mapping[str, GivenAnswer]) -> str:
    """Return the answers file of a correction: only what changes."""
    return "\n".join((*HEAD, f"checklist: {checklist}", "answers:", *_answers(answers), ""))


def _facts(visit: Visit) -> Iterator[str]:
    yield f"checklist: {visit.checklist}"
    yield f"site: {visit.site}"
    yield f"wave: {visit.wave}"
    if visit.evaluator:
        yield f"evaluator: {visit.evaluator}"
    if visit.scenario:
        yield f"scenario: {_quoted(visit.scenario)}"
    if visit.channel:
        yield f"channel: {visit.channel}"
    yield f"visited_at: {visit.visited_at.isoformat()}"
    yield "language: fi"
    if visit.note:
        yield f"note: {_quoted(visit.note)}"


def _answers(answers: Mapping[str, GivenAnswer]) -> Iterator[str]:
    for name, given in answers.items():
        said = list(_said(given))
        if given.value is not None and len(said) == 1:
            yield f"  {name}: {_plain(given.value)}"
            continue
        yield f"  {name}:"
        yield from (f"    {line}" for line in said)


def _said(given: GivenAnswer) -> Iterator[str]:
    if given.value is not None:
        yield f"value: {_plain(given.value)}"
    if given.na:
        yield f"na: {_quoted(given.na_reason) if given.na_reason else 'true'}"
    if given.not_observed:
        yield "not_observed: true"
    if given.why:
        yield f"why: {_quoted(given.why)}"
    if given.why_declined:
        yield "why_declined: true"
    if given.note:
        yield f"note: {_quoted(given.note)}"


def _plain(value: object) -> str:
    """Return an answer in flow style; ids and numbers stand bare, words in quotes."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "{" + ", ".join(f"{key}: {one}" for key, one in value.items()) + "}"
        case list():
            return f"[{', '.join(value)}]"
        case str():
            return value if _is_id(value) else _quoted(value)
        case _:
            return str(value)


def _is_id(value: str) -> bool:
    return all(one in "abcdefghijklmnopqrstuvwxyz0123456789-" for one in value)


def _quoted(words: str) -> str:
    # A JSON string is a YAML string in double quotes.
    return json.dumps(words, ensure_ascii=False)
