"""Texts that a number sign cuts short without anybody being told: what is left is sound YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.source.scalars import resolve

if TYPE_CHECKING:
    from asiakaskunto_cli.source.rescan import Scalar

CODE = "K352"

# Where there is none of them, nobody looks twice; begun with its "#" it takes a third of the time.
_ANYWHERE = re.compile(r"#(?<= #)(?=[^\W_])")
_LETTER = re.compile(r"[^\W\d_]")
# Ids, versions, waves and names of values have no spaces, no letters but a to z, and no small one
# after a capital one; whatever has is words for people.
_WORDS = re.compile(r"\s|[A-ZÅÄÖ][a-zåäö]|[^\x00-\x7f]")
# Whatever is said in a language is words too; the keys of two letters that are none are left out.
_IN_A_LANGUAGE = re.compile(r"[\s,{](?!id|is|na|to)[a-z]{2}:[ ]+$")
# Here ids stand, words of kunto's own and versions: in quotes, with the sign, they would be none.
# It is compiled only for a file that has such a sign.
_FOR_KUNTO = (
    r"(?<![\w-])(?:against|area|channel|checklist|evidence|gate|id|is|is_not|item|kind|language"
    r"|measure|method|na|per|scale|site|theme|touchpoint|type|version|visit|wave|why):[ ]+$"
)
_ENTRY = r"(?:^|\s)-[ ]+$"
_LONGEST_LEAD = 20


def cut_texts(source: Source) -> Iterator[Finding]:
    """Yield a warning for every text for people that ends at " #", with no space after it."""
    text = source.lines.text
    if not _ANYWHERE.search(text):
        return
    from asiakaskunto_cli.source.comments import SIGN, cut_by, ends_here  # noqa: PLC0415 see above

    for one, sign in cut_by(SIGN, text):
        if _is_for_people(text, one, sign):
            yield Finding(
                source.file,
                source.lines.position(sign),
                CODE,
                ends_here(),
                _("Put the whole text in quotes; if a comment is meant, put a space after the #."),
                Severity.WARNING,
            )


def _is_for_people(text: str, one: Scalar, sign: int) -> bool:
    word = text[one.start : one.end]
    if not isinstance(resolve(word), str) or not _LETTER.search(word):
        return False
    lead = text[max(0, one.start - _LONGEST_LEAD) : one.start]
    if re.search(_FOR_KUNTO, lead):
        return False
    # A word before "#2" is hardly anything but a text, unless it is all there is in a list: an id.
    numbered = word[0].isalpha() and text[sign + 1].isdigit() and not re.search(_ENTRY, lead)
    return numbered or bool(_WORDS.search(word) or _IN_A_LANGUAGE.search(lead))
