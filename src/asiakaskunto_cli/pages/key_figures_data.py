"""Key figures as JSON keeps them: every field of every figure, to 6 decimals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.special import SpecialResults
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.pages.figures import ends, rounded


def special_data(special: SpecialResults, language: str) -> dict[str, Any]:
    """Return the key figures, the claims that they cite, and the internal results."""
    internal = [plain(one) for one in special.internal]
    return {**key_figures_data(special, language), "internal": internal}


def key_figures_data(special: SpecialResults, language: str) -> dict[str, Any]:
    """Return the key figures and, in the language, the claims that they cite."""
    cited = dict.fromkeys(name for one in special.key_figures.cited for name in one.figures)
    return {
        "key_figures": plain(special.key_figures),
        "claims": {name: _claim(special, name, language) for name in cited},
    }


def plain(value: object) -> Any:  # noqa: ANN401 any figure becomes plain data
    """Return a figure as plain data: a dataclass by its fields, an interval as ``ci95``."""
    match value:
        case Interval():
            return ends(value)
        case float():
            return rounded(value)
        case Mapping():
            return {name: plain(one) for name, one in value.items()}
        case tuple():
            return [plain(one) for one in value]
    if is_dataclass(value):
        return {_key(one.name): plain(getattr(value, one.name)) for one in fields(value)}
    return value


def _key(name: str) -> str:
    return "ci95" if name == "interval" else name


def _claim(special: SpecialResults, name: str, language: str) -> dict[str, Any]:
    figure = special.reference[name]
    return {
        "text": in_language(figure.text, language),
        "value": figure.value,
        "unit": figure.unit and in_language(figure.unit, language),
        "per": figure.per,
        "source": figure.source,
        "year": figure.year,
    }
