"""Where a text is not YAML: from libyaml's error to the finding that ends the reading."""

from __future__ import annotations

import re
from typing import NoReturn

from yaml import YAMLError

from asiakaskunto_cli.source import codes
from asiakaskunto_cli.source.collector import Collector, StopReadingError
from asiakaskunto_cli.source.syntax import explanations
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble
from asiakaskunto_cli.source.syntax.unclosed_quotes import unclosed_quote

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_WIDE_ESCAPE_IN_TAG = re.compile(r"[!%]\S*%[89A-Fa-f][0-9A-Fa-f]")


def stop_at_syntax_error(
    collector: Collector, error: YAMLError | UnicodeDecodeError, text: str
) -> NoReturn:
    """Report the place where libyaml gave up, and raise StopReadingError.

    What it cannot decode is a tag whose percent escapes are not UTF-8.
    """
    conflict = _CONFLICT.search(text)
    if conflict:
        told = explanations.merge_conflict(conflict.start())
    elif isinstance(error, UnicodeDecodeError):
        found = _WIDE_ESCAPE_IN_TAG.search(text)
        told = explanations.tag(Trouble(text, 0, found.start() if found else 0, 1))
    else:
        trouble = _trouble(error, text, collector)
        if "flow" in _said(error) and collector.has(codes.SYNTAX, trouble.opened):
            raise StopReadingError  # of a missing bracket, entries that became keys have told
        told = _told(error, trouble)
    collector.stop(told.code, told.index, told.message, told.remedy)


def _told(error: YAMLError, trouble: Trouble) -> Explanation:
    opened = unclosed_quote(trouble)
    if opened is not None:
        return explanations.unclosed(trouble.text, opened)
    said = _said(error)
    telling = (tell for part, tell in explanations.TOLD if part in said)
    return next(telling, explanations.anything_else)(trouble)


def _said(error: YAMLError) -> str:
    return f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"


def _trouble(error: YAMLError, text: str, collector: Collector) -> Trouble:
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None) or mark
    if mark is None or opened is None:
        return Trouble(text, 0, 0, 1)
    line = collector.lines.position(opened.index).line
    return Trouble(text, mark.index, opened.index, line)
