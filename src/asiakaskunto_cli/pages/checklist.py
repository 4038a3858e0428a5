"""The page of one checklist: every question, and how its answer is scored."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.digest import (
    content_sha256,
    definition,
    rule_sha256,
    scoring_sha256,
)
from asiakaskunto_cli.checklist.items import ItemBase, WhyBelow
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import format_plain, in_language, ngettext
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading, Page, Sentence
from asiakaskunto_cli.pages.names import (
    area_name,
    capitalised,
    gate_name,
    in_a_row,
    measure_name,
    method_name,
)
from asiakaskunto_cli.pages.rules import condition_words, percent_points, rule_words

SCHEMA_VERSION = 1


def checklist_page(checklist: Checklist, language: str) -> Page:
    """Return the page of a checklist, its texts in the language where it has it."""
    title = in_language(checklist.title, language)
    blocks: list[Block] = [Heading(title, level=1), Sentence(_facts(checklist))]
    if checklist.purpose:
        blocks.append(Sentence(in_language(checklist.purpose, language)))
    if checklist.scenario:
        scenario = in_language(checklist.scenario, language)
        blocks.append(Sentence(_("Scenario: {scenario}").format(scenario=scenario)))
    if checklist.source:
        blocks.append(Sentence(_("Source: {source}").format(source=checklist.source)))
    for section in checklist.sections:
        blocks.append(Heading(in_language(section.title, language)))
        blocks.extend(_item(checklist, item, language) for item in section.items)
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "checklist",
        "content_sha256": content_sha256(checklist),
        "scoring_sha256": scoring_sha256(checklist),
        "rule_sha256": {item.id: rule_sha256(checklist, item) for item in checklist.items.values()},
        "definition": definition(checklist),
    }
    return Page(title, tuple(blocks), data)


def _facts(checklist: Checklist) -> str:
    count = len(checklist.items)
    said = [
        f"{checklist.id} {checklist.version}",
        in_a_row(method_name(method) for method in checklist.methods),
        ngettext("{count} item", "{count} items", count).format(count=count),
    ]
    if checklist.minutes:
        words = ngettext("{count} minute", "{count} minutes", checklist.minutes)
        said.append(words.format(count=checklist.minutes))
    return " · ".join(said)


def _item(checklist: Checklist, item: ItemBase, language: str) -> Entry:
    details = [
        _("Answer: {rule}").format(rule=rule_words(checklist, item, language)),
        *_worth(item),
        *_asked(checklist, item, language),
    ]
    return Entry(in_language(item.text, language), tuple(details))


def _worth(item: ItemBase) -> Iterator[str]:
    """Yield what the item counts for."""
    if not item.scorable:
        yield _("Recorded, not scored.")
        return
    said = []
    if item.area is not None:
        said.append(area_name(item.area))
    if item.measure is not None:
        said.append(measure_name(item.measure))
    said.append(_("weight {weight}").format(weight=format_plain(item.weight)))
    if item.gate is not None:
        words = _("{gate}, passes at {points} points")
        said.append(words.format(gate=gate_name(item.gate), points=percent_points(item.pass_at)))
    yield capitalised(in_a_row(said)) + "."


def _asked(checklist: Checklist, item: ItemBase, language: str) -> Iterator[str]:
    """Yield whether WHY is asked after it, and when the item itself is."""
    why = checklist.why_of(item)
    if isinstance(why, WhyBelow):
        words = _("Why? is asked under {points} points.")
        yield words.format(points=percent_points(why.below))
    elif why == "always":
        yield _("Why? is always asked.")
    elif why == "optional":
        yield _("Why? may be answered.")
    if item.when is not None:
        yield condition_words(checklist, item.when, language)
