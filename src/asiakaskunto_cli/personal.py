"""Points out what in a note is likely to tell who somebody is.

It misses names, and may take other figures for a number: a hint to the person who typed, and the
mark that a redacted report goes by. Never a promise that a text is clean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Personal(StrEnum):
    """What a text seems to hold."""

    EMAIL = "email"
    PHONE = "phone"
    IDENTITY_CODE = "identity_code"


# Quantifiers are bounded and an address begins where a word begins: a long text costs no more than
# its length.
EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"

# Finnish personal identity code: birth date, a mark for the century (extended in 2023), a number
# and a check character.
IDENTITY_CODE = (
    r"(?<!\w)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?!\w)"
)

# Figures that begin with 0 and are no phone number: a date, and opening hours.
GAP = r"[ \xa0/()-]{0,2}"
DATE = r"\d{1,2}[ -]\d{1,2}[ -](?:19|20)\d\d(?!\d)"
HOURS = r"[0-2]\d ?[0-5]\d ?- ?[0-2]\d ?[0-5]\d(?!\d)"
ABROAD = rf"\+[1-9](?:{GAP}\d){{7,13}}"
AT_HOME = rf"\(?0[1-9](?:{GAP}\d){{5,9}}"

PATTERNS: Mapping[Personal, re.Pattern[str]] = {
    Personal.EMAIL: re.compile(EMAIL),
    Personal.PHONE: re.compile(rf"(?<![\w.,:-])(?!{DATE}|{HOURS})(?:{ABROAD}|{AT_HOME})(?![\w:])"),
    Personal.IDENTITY_CODE: re.compile(IDENTITY_CODE, re.IGNORECASE),
}


def personal_data_in(text: str) -> list[Personal]:
    """Return the kinds of personal data that a text is likely to hold."""
    return [kind for kind, pattern in PATTERNS.items() if pattern.search(text)]
