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


# Finnish personal identity code: birth date, a mark for the century (extended in 2023), a number
# and a check character.
PATTERNS: Mapping[Personal, re.Pattern[str]] = {
    Personal.EMAIL: re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    Personal.PHONE: re.compile(r"(?<![\w.,-])(?:\+\d{1,3}|0)[ -]?\d(?:[ -]?\d){5,11}(?!\w)"),
    Personal.IDENTITY_CODE: re.compile(
        r"(?<!\w)[0-3]\d[01]\d{3}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?!\w)", re.IGNORECASE
    ),
}


def personal_data_in(text: str) -> list[Personal]:
    """Return the kinds of personal data that a text is likely to hold."""
    return [kind for kind, pattern in PATTERNS.items() if pattern.search(text)]
