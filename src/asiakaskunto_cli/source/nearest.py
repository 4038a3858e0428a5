"""The known word that a misspelt one was to be."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.words import code_point

# Spaces that are none to YAML, what has no width, and Greek, Cyrillic and wide letters: they come
# along with copied text, and a word with them looks like the one that is meant.
LOOKALIKE = re.compile(
    "[\u00a0\u00ad\u0370-\u052f\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]"
)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return "Did you mean …?" for the nearest known word, or nothing.

    Where the word holds what looks like something else, such as a no-break space, that is told.
    """
    near = nearest(word, known)
    return meant(word, near) if near else ""


def meant(word: str, near: str) -> str:
    """Return "Did you mean …?" for a known word that is meant, however unlike it is."""
    other = LOOKALIKE.search(word)
    if other is None:
        return _("Did you mean “{word}”?").format(word=near)
    return _(
        "Retype it as “{word}”: it holds the character {code_point}, which is not what it looks "
        "like."
    ).format(word=near, code_point=code_point(other.group()))


def nearest(word: str, known: Sequence[str], likeness: float = 0.6) -> str | None:
    """Return the known word that is most like a word, or None where none is like it.

    A likeness of 1 is that of the word itself.
    """
    for spelt in (word, word.casefold()):
        for near in difflib.get_close_matches(spelt, known, n=1, cutoff=likeness):
            return near
    return None
