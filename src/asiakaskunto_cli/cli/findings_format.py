"""The formats of findings, and which one is meant where none was named."""

from __future__ import annotations

import os
from enum import StrEnum


class FindingsFormat(StrEnum):
    """The formats of findings: for a person, for programs, for what shows them in CI."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


def usual_format() -> FindingsFormat:
    """Return the format where none was named: what GitHub shows where it runs, else text."""
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    return FindingsFormat.GITHUB if on_github else FindingsFormat.TEXT
