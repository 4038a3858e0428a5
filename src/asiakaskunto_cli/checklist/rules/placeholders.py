"""K345: every text is filled in.

TODO, xxx, lorem ipsum, a lone “…”, something in {braces} or <angle brackets>, and what a template
of kunto says where your own words belong.

Fails::

        purpose: "TODO: mitä lista kertoo"
        items:
          - {id: hymy, text: "Hymyilikö <kuka> asiakkaalle?", type: text}

Passes::

        purpose: "Lista kertoo, miten asiakkaat otetaan vastaan."
        items:
          - {id: hymy, text: "Hymyilikö myyjä asiakkaalle?", type: text}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts, begun
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K345"
SEVERITY = Severity.WARNING

UNFILLED = re.compile(
    r"\bTODO\b"
    r"|\b(?i:todo(?=:)|tbd|tba|fixme|tktk|x{3,}|lorem ipsum|asdf\w*|qwerty)\b"
    r"|\b(?i:(?:teksti|kysymys|otsikko) tähän|your (?:text|question|title) here)\b"
    r"|<[^\W\d][\w .:-]{0,40}>|\{\{?[^\W\d][\w .:-]{0,40}\}\}?"
    r"|\?{3,}|_{3,}"
)
# Without one of these there is no such text.
PARTS = (
    *("todo", "tbd", "tba", "fixme", "tktk", "xxx", "lorem", "asdf", "qwerty"),
    *(" tähän", " here", "<", "{", "???", "___"),
)
# Characters without width, such as a web page leaves behind.
UNSEEN = r"\u00ad\u034f\u180e\u200b-\u200d\u2060\ufeff"
# A text that is nothing but a sign.
A_FEW_SIGNS = 10
NOTHING = re.compile(rf"[\s{UNSEEN}.,:;!?*#_…–—-]+")
BLANK = re.compile(rf"[\s{UNSEEN}]+")
# What every template says of the whole list. (As a help, the first may be meant for the asker.)
TEMPLATE = re.compile(r"(?:Kirjoita tähän|Write here)\b.*|Uusi tarkistuslista|A new checklist")
OF_THE_WHOLE = frozenset({"title", "purpose", "scenario"})


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every text that still waits for its words."""
    parts = [part for part in PARTS if part in texts.small]
    for said in texts:
        found = UNFILLED.search(said.words) if parts and _has(said.words, parts) else None
        if found is None and len(said.words) < A_FEW_SIGNS:
            found = NOTHING.fullmatch(said.words)
        if found is None and said.key in OF_THE_WHOLE:
            found = TEMPLATE.fullmatch(said.words)
        if found:
            message = _("The text is not filled in: “{part}”.").format(part=begun(found.group()))
            if BLANK.fullmatch(said.words):
                message = _("The text is empty.")
            yield Problem(said.path, message, _("Write your own words here, or remove the text."))


def _has(words: str, parts: Iterable[str]) -> bool:
    """Return whether a text has any of these parts: to look is quicker than the pattern."""
    small = words.casefold()
    return any(part in small for part in parts)
