"""The language of everything a person reads: texts by gettext, numbers and dates by Babel.

English is the source language of the messages; a language is one folder under ``locale/``.
The active language is chosen once, at the start of a command (see ``activate``).
"""

from __future__ import annotations

import gettext as _gettext
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

LOCALE_FOLDER = Path(__file__).parent / "locale"
DOMAIN = "kunto"
SOURCE_LANGUAGE = "en"

_translations: _gettext.NullTranslations = _gettext.NullTranslations()
_active = SOURCE_LANGUAGE


@cache
def available() -> tuple[str, ...]:
    """Return the codes of the languages kunto speaks, sorted."""
    return tuple(sorted(folder.name for folder in LOCALE_FOLDER.iterdir() if folder.is_dir()))


def activate(code: str) -> None:
    """Speak this language from now on.

    Raises LookupError when kunto has no catalogue for it.
    """
    global _translations, _active  # noqa: PLW0603 the one language of the process, as in gettext
    if code not in available():
        raise LookupError(code)
    _translations = _gettext.translation(DOMAIN, LOCALE_FOLDER, [code])
    _active = code


def active() -> str:
    """Return the code of the language spoken now."""
    return _active


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for a while, where kunto has it; else go on as before."""
    before = _active
    activate(code if code in available() else before)
    try:
        yield
    finally:
        activate(before)


def negotiate(wishes: Iterable[str | None]) -> str:
    """Return the first wish that kunto speaks (``fi_FI.UTF-8`` counts as ``fi``), else English."""
    for wish in wishes:
        code = (wish or "").partition(".")[0].partition("_")[0].partition("-")[0].lower()
        if code in available():
            return code
    return SOURCE_LANGUAGE


def locale_wishes(environment: Mapping[str, str] | None = None) -> list[str | None]:
    """Return what the environment asks for, strongest first: KUNTO_LANG, then the locale."""
    names = os.environ if environment is None else environment
    return [names.get(name) for name in ("KUNTO_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]


def gettext(message: str) -> str:
    """Return the message in the active language."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of the message that fits the number, in the active language."""
    return _translations.ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """Return the message in the active language; the context tells apart equal English words."""
    return _translations.pgettext(context, message)


def in_language(text: str | Mapping[str, str], language: str) -> str:
    """Return a checklist's text in a language, else in its first one (the fallback)."""
    if isinstance(text, str):
        return text
    return text.get(language) or next(iter(text.values()))


def language_name(code: str) -> str:
    """Return the name of a language in the active one: Finnish or suomi; else its code."""
    from babel import Locale  # noqa: PLC0415 Babel is slow to load

    return str(Locale.parse(_active).languages.get(code, code))


def format_number(number: float, decimals: int = 1) -> str:
    """Return a number as people write it here: 72,5 in Finnish, 72.5 in English; halves go up."""
    return _rounded(repr(number), decimals, _active)


def as_shown(number: float) -> float:
    """Return a number as ``format_number`` rounds it to one decimal: halves away from 0."""
    return float(_quantized(repr(number), 1))


def _quantized(number: str, decimals: int) -> Decimal:
    return Decimal(number).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@lru_cache(maxsize=4096)
def _rounded(number: str, decimals: int, code: str) -> str:
    # A page says most of its numbers many times over, and Babel takes its time with each.
    from babel.numbers import format_decimal  # noqa: PLC0415 Babel is slow to load

    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    exact = _quantized(number, decimals)
    return _minus(format_decimal(exact, format=_pattern(pattern), locale=_locale(code)))


def format_plain(number: float) -> str:
    """Return a number with as many decimals as it has (at most six): 8 or 7,5."""
    from babel.numbers import format_decimal  # noqa: PLC0415 Babel is slow to load

    pattern = _pattern("0.######")
    return _minus(format_decimal(number, format=pattern, locale=_locale(_active)))


@cache
def _pattern(pattern: str) -> NumberPattern:
    """Return how Babel writes numbers by a pattern: to read it takes longer than to write one."""
    from babel.numbers import parse_pattern  # noqa: PLC0415 Babel is slow to load

    return parse_pattern(pattern)


@cache
def _locale(code: str) -> Locale:
    from babel import Locale  # noqa: PLC0415 Babel is slow to load

    return Locale.parse(code)


def _minus(figure: str) -> str:
    """Return a figure with a true minus in every language, as wide as a plus in a table."""
    return figure.replace("-", "\N{MINUS SIGN}")


def format_signed(number: float, decimals: int = 1) -> str:
    """Return a difference with its sign, +6,0 or −2,5 (a true minus); none on 0."""
    digits = format_number(abs(number), decimals)
    if digits == format_number(0.0, decimals):
        return digits
    return ("+" if number > 0 else "\N{MINUS SIGN}") + digits


def format_date(moment: date) -> str:
    """Return a date as people write it here: 22.11.2026 in Finnish, 22 Nov 2026 in English."""
    from babel.dates import format_date as babel_date  # noqa: PLC0415 Babel is slow to load

    return babel_date(moment, format="medium", locale=_REGIONS.get(_active, _active))


def format_date_and_time(moment: datetime) -> str:
    """Return a date and a time of day to the minute, in the moment's own time zone."""
    from babel.dates import format_time  # noqa: PLC0415 Babel is slow to load

    clock = format_time(moment, format="short", locale=_REGIONS.get(_active, _active))
    return f"{format_date(moment)} {clock}"


def format_span(span: timedelta) -> str:
    """Return how long something took or has lain, in one unit and whole numbers: 3 hours."""
    from babel.dates import format_timedelta  # noqa: PLC0415 Babel is slow to load

    whole = max(span, timedelta(minutes=1))
    return format_timedelta(whole, granularity="minute", threshold=1.5, locale=_active)


# Plain "en" writes dates the American way, which a Finnish client would misread.
_REGIONS = {"en": "en_GB"}
