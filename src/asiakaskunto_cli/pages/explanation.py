"""The page that explains codes: what holds in a sound file, why, and an example of either kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import (
    Block,
    Heading,
    Listing,
    Page,
    Row,
    Sentence,
    Table,
    text_column,
)
from asiakaskunto_cli.pages.findings import severity_name
from asiakaskunto_cli.pages.names import capitalised
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.rule_text import RuleText

SCHEMA_VERSION = 1


def explanation_page(texts: Sequence[RuleText]) -> Page:
    """Return the page of some codes, each with its examples."""
    blocks = [block for text in texts for block in explained(text)]
    return Page(_("Codes of findings"), tuple(blocks), _data(texts))


def codes_page(texts: Sequence[RuleText]) -> Page:
    """Return the list of codes, by what they are about."""
    heading = Heading(_("Codes of findings"), level=1)
    last = Sentence(_("More about each, with examples: kunto validate --explain CODE"))
    return Page(heading.text, (heading, codes_table(texts), last), _data(texts))


def codes_table(texts: Sequence[RuleText]) -> Table:
    """Return codes with what holds in a sound file; errors go without saying."""
    columns = (text_column(_("Code")), text_column(_("In a sound file")))
    rows = []
    for family, group in groupby(texts, lambda text: family_of(text.code)):
        for number, text in enumerate(group):
            title = capitalised(_(text.title))
            if text.severity is not Severity.ERROR:
                title = f"{title} ({severity_name(text.severity)})"
            rows.append(Row((text.code, title), group="" if number else family))
    return Table(columns, tuple(rows))


def explained(text: RuleText, level: int = 2) -> Iterator[Block]:
    """Yield what there is to say of a code, under a heading of a level."""
    yield Heading(f"{text.code} · {severity_name(text.severity)}", level)
    yield Sentence(capitalised(_(text.title)))
    for paragraph in text.why:
        yield Sentence(_(paragraph))
    yield Sentence(_("This gives the finding:"))
    yield Listing(text.fails)
    yield Sentence(_("This does not:"))
    yield Listing(text.passes)


def family_of(code: str) -> str:
    """Return what codes that begin alike are about: the longest beginning tells."""
    families = {
        "K1": _("YAML"),
        "K2": _("Keys and values"),
        "K3": _("Checklists: what cannot work"),
        "K32": _("Programmes (kunto.yaml)"),
        "K33": _("Checklists: what was hardly meant"),
        "K34": _("Checklists: what was hardly meant"),
        "K35": _("Checklists: what was hardly meant"),
        "K36": _("Checklists: good to know"),
        "K38": _("Changes (--against)"),
        "K39": _("Checklists: what others read otherwise"),
        "K40": _("Answers files"),
        "K41": _("Reports"),
    }
    return families[max(filter(code.startswith, families), key=len)]


def _data(texts: Sequence[RuleText]) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "codes",
        "codes": [
            {
                "code": text.code,
                "severity": text.severity,
                "title": capitalised(_(text.title)),
                "why": [_(paragraph) for paragraph in text.why],
                "fails": text.fails,
                "passes": text.passes,
            }
            for text in texts
        ],
    }
