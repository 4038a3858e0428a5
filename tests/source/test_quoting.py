"""Texts that want quotes get them where they stand, and nothing else is touched."""

from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict, Field

from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.quoting import CODE, MISFIT, bare_findings, quoted
from asiakaskunto_cli.source.reader import read_text

BOTH = (CODE, MISFIT)


class Model(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    text: str | dict[str, str] = "-"
    texts: list[str] = []
    number: float = 0
    version: Annotated[str, Field(pattern=r"^[0-9]+[.][0-9]+[.][0-9]+$")] = "1.0.0"
    anything: Any = None


def source_of(text):
    return read_text("a.yaml", text.encode())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("text: no\n", 'text: "no"\n'),
        ("text: 12:30   # when\n", 'text: "12:30" # when\n'),
        ("text:   012\t\r\nnumber: 1\r\n", 'text:   "012"\t\r\nnumber: 1\r\n'),
        ("texts: [2026-10-01, b, off]\n", 'texts: ["2026-10-01", b, "off"]\n'),
        (
            "texts:\n  - 1_000\n  - 'no'\n  - \"on\"\n",
            'texts:\n  - "1_000"\n  - \'no\'\n  - "on"\n',
        ),
        ("text: {fi: Null, no: off}", 'text: {fi: "Null", "no": "off"}'),
        ("text:\n  fi: a\n  no: b\n", 'text:\n  fi: a\n  "no": b\n'),
        # A number or a boolean where the model takes only a text.
        ("text: 2026\n", 'text: "2026"\n'),
        ("texts: [true, 1.50, -3]\n", 'texts: ["true", "1.50", "-3"]\n'),
        # One fault that quotes mend shows another that they mend.
        ("text: 5\ntexts: [no]\n", 'text: "5"\ntexts: ["no"]\n'),
    ],
)
def test_quotes_are_put_where_they_are_wanted(before, after):
    once = quoted(source_of(before), Model, BOTH)
    assert quoted(source_of(once), Model, BOTH) == after


@pytest.mark.parametrize(
    "text",
    [
        "text: nollat\nnumber: 1_0\n",
        "number: 12:30\n",
        "number: no\n",
        "text:\n",
        "text: ~\ntexts: [null]\n",
        "text: 'no'\ntexts: [\"12:30\", '012']\n",
        "text: |\n  no\ntexts:\n  - >-\n    on\n",
        "texts: [2026-10-01\n    12:30:00]\n",
        "unknown: no\n",
        "anything: no\n",
        "anything: {a: 12:30}\n",
    ],
)
def test_what_is_no_text_or_stands_in_quotes_is_left_alone(text):
    assert quoted(source_of(text), Model, BOTH) == text


def test_a_number_that_would_be_no_better_as_a_text_is_left_alone():
    text = "version: 1.0\ntext: 7\n"
    assert quoted(source_of(text), Model, BOTH) == 'version: 1.0\ntext: "7"\n'


def test_a_finding_points_at_the_text_and_at_the_key():
    found = list(bare_findings(source_of("text: {fi: a, no: 12:30}\ntexts:\n  - on\n"), Model))
    assert [(one.position.line, one.position.column, one.code) for one in found] == [
        (1, 15, "K390"),
        (1, 19, "K390"),
        (3, 5, "K390"),
    ]
    assert {one.severity for one in found} == {Severity.INFORMATION}
    assert '"12:30"' in found[1].remedy


def test_nothing_is_said_of_what_does_not_fit_its_model():
    assert list(bare_findings(source_of("text: no\nnumber: x\n"), Model)) == []
    assert list(bare_findings(source_of("text: no\ntext: on\n"), Model)) == []
