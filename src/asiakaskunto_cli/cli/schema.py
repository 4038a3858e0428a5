"""`kunto checklist schema`: the formats of kunto's files, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer
from pydantic import BaseModel

from asiakaskunto_cli.checklist.figures import FiguresFile
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.practices import PracticesFile
from asiakaskunto_cli.checklist.schema import Draft, json_schema
from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.errors import ExitCode
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.visit.answers_file import AnswersFile


class Kind(StrEnum):
    """The kinds of files that people write."""

    CHECKLIST = "checklist"
    PRACTICES = "practices"
    FIGURES = "figures"
    ANSWERS = "answers"
    PROGRAMME = "programme"


MODELS: Mapping[Kind, type[BaseModel]] = {
    Kind.CHECKLIST: Checklist,
    Kind.PRACTICES: PracticesFile,
    Kind.FIGURES: FiguresFile,
    Kind.ANSWERS: AnswersFile,
    Kind.PROGRAMME: Programme,
}


def schema(
    kind: Annotated[Kind, typer.Option(help="Which files it is for.")] = Kind.CHECKLIST,
    draft: Annotated[
        Draft, typer.Option(metavar="VERSION", help="Version of JSON Schema; every editor knows 7.")
    ] = Draft.NEWEST,
) -> int:
    """Print the JSON Schema of a kind of file."""
    document = json_schema(MODELS[kind], kind, draft)
    streams.result(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return ExitCode.FINE
