"""How a code explains itself: in the words and by the examples of a docstring.

Every code has such a text: a sentence that says what holds in a sound file, perhaps why, an example
that gives the finding and one that does not. They are shown by ``--explain``, and they are tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent

from asiakaskunto_cli.source.finding import Severity

FAILS, PASSES = "Fails::", "Passes::"
TITLE = re.compile(r"(K\d{3}): (.+)")


@dataclass(frozen=True, slots=True)
class RuleText:
    """A code with its severity: ``title`` is one sentence, ``why`` paragraphs; two examples."""

    code: str
    severity: Severity
    title: str
    why: tuple[str, ...]
    fails: str
    passes: str


def rule_text(docstring: str | None, severity: Severity = Severity.ERROR) -> RuleText:
    """Return what a docstring says of a code.

    Raises ValueError where it has another form.
    """
    words, _, examples = (docstring or "").partition(FAILS)
    fails, _, passes = examples.partition(PASSES)
    head, *why = [" ".join(part.split()) for part in words.strip().split("\n\n")]
    named = TITLE.fullmatch(head)
    if named is None or not fails.strip() or not passes.strip():
        raise ValueError(docstring)
    return RuleText(named[1], severity, named[2], tuple(why), _example(fails), _example(passes))


def _example(lines: str) -> str:
    return dedent(lines).strip("\n").rstrip() + "\n"
