"""Every code that a finding can have, explained by what finds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from asiakaskunto_cli.checklist import rules
from asiakaskunto_cli.checklist.changes import rulebook as changes
from asiakaskunto_cli.programme import rulebook as programme
from asiakaskunto_cli.report import rulebook as report
from asiakaskunto_cli.source import rulebook as source
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.rule_text import RuleText, rule_text
from asiakaskunto_cli.visit import rulebook as visit

# What the rules of a checklist are made of, and no rule itself.
HELPER = "problem"


BOOKS = (source, programme, visit, report, changes)


@cache
def rulebook() -> Mapping[str, RuleText]:
    """Return the text of every code, in their order."""
    texts = [*_of_checklists(), *(text for book in BOOKS for text in _in(book))]
    return {text.code: text for text in sorted(texts, key=lambda one: one.code)}


def known_codes() -> Sequence[str]:
    """Return every code, in order."""
    return list(rulebook())


def _of_checklists() -> Iterator[RuleText]:
    for _finder, name, _is_package in iter_modules(rules.__path__):
        if name != HELPER:
            module = import_module(f"{rules.__name__}.{name}")
            yield rule_text(module.__doc__, getattr(module, "SEVERITY", Severity.ERROR))


def _in(book: ModuleType) -> Iterator[RuleText]:
    for docstring in book.TEXTS:
        text = rule_text(docstring)
        yield replace(text, severity=book.SEVERITIES.get(text.code, text.severity))
