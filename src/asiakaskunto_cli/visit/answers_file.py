"""An answers file: a visit's answers, written beforehand or by another program.

`kind: answers` with the facts of the visit beside them, or, behind --answers, a bare map of
answers. Each answer is a plain value, or a map of what there is to say about the item.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, ConfigDict, Field

from asiakaskunto_cli.checklist.answer import IllegalAnswerError, legal_answer
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.terms import FormatVersion, Strict
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.commas import made_by_comma
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.nearest import did_you_mean
from asiakaskunto_cli.source.nodes import locate
from asiakaskunto_cli.source.reader import Source, read_source
from asiakaskunto_cli.source.shape.fit import fit
from asiakaskunto_cli.source.syntax.trouble import Explanation
from asiakaskunto_cli.visit.begin import Given
from asiakaskunto_cli.words import clean


class GivenAnswer(Strict):
    """What there is to say about one item."""

    model_config = ConfigDict(defer_build=True, extra="forbid", strict=True, frozen=True)

    value: Any = None
    """The answer."""
    why: str | None = None
    """Why, in the customer's or the evaluator's words."""
    why_declined: bool = False
    """true: the customer did not want to say why."""
    note: str | None = None
    """A note on the item."""
    na: bool | str = False
    """true, or the reason: it does not apply."""
    not_observed: bool = False
    """true: it could not be seen."""
    evidence: str | list[str] = Field(default_factory=list)
    """Files that show it, relative to this file."""

    @property
    def evidence_paths(self) -> list[str]:
        """The files that show it, as they were written: relative to the answers file."""
        return [self.evidence] if isinstance(self.evidence, str) else self.evidence

    @property
    def na_reason(self) -> str:
        """Why it does not apply, where that was said."""
        return self.na if isinstance(self.na, str) else ""


class AnswersFile(Strict):
    """The file as it was written; what it leaves out comes from options or the programme."""

    kunto: FormatVersion = 1
    """The version of the format."""
    kind: Literal["answers"] = "answers"
    """What the file is."""
    checklist: str | None = None
    """The id or the file of the checklist that is answered."""
    site: str | None = None
    """The id of the site."""
    wave: str | None = None
    """The wave; by default that of the day."""
    evaluator: str | None = None
    """The code of the evaluator, not a name."""
    scenario: str | None = None
    """What the mystery shopper was to do."""
    channel: str | None = None
    """How the customer was met: by phone, in the shop."""
    visited_at: Annotated[AwareDatetime, Field(strict=False)] | None = None
    """When, with the offset from UTC."""
    language: str | None = None
    """The language of the visit."""
    note: str | None = None
    """A note on the whole visit."""
    answers: dict[str, Any]
    """By item id: the answer, or a map of what there is to say."""

    def given(self) -> Given:
        """Return what it says of the visit."""
        return Given(
            site=self.site,
            wave=self.wave,
            evaluator=self.evaluator,
            scenario=self.scenario,
            channel=self.channel,
            visited_at=self.visited_at,
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """An answers file that fits the format; whether it fits a checklist is seen by ``check``."""

    source: Source
    file: AnswersFile
    given: Mapping[str, GivenAnswer]
    bare: bool


@dataclass(frozen=True, slots=True)
class Read:
    """Answers without findings, or the findings, of a source."""

    source: Source
    answers: Answers | None
    findings: tuple[Finding, ...]


def read_answers(path: Path) -> Read:
    """Return what an answers file says (YAML, or JSON, which is YAML too).

    Raises BadInputError when it cannot be read.
    """
    return answers_in(read_source(path))


def answers_in(source: Source) -> Read:
    """Return the answers in a source, or what is wrong with its form."""
    if source.findings:
        return Read(source, None, source.findings)
    bare = isinstance(source.data, dict) and not source.data.keys() & {"kunto", "kind", "answers"}
    if bare:
        file: AnswersFile | None = AnswersFile(answers=source.data)  # type: ignore[arg-type] # a dict
        findings: list[Finding] = []
    else:
        file, findings = fit(source, AnswersFile)
    if file is None:
        return Read(source, None, tuple(findings))
    given: dict[str, GivenAnswer] = {}
    for name, value in file.answers.items():
        answer, wrong = _given(source, _path(name, bare=bare), value)
        findings.extend(wrong)
        if answer is not None:
            given[name] = answer
    answers = None if findings else Answers(source, file, given, bare)
    return Read(source, answers, tuple(findings))


def _path(name: str, *, bare: bool) -> tuple[str, ...]:
    return (name,) if bare else ("answers", name)


def _given(
    source: Source,
    path: tuple[str, ...],
    value: Any,  # noqa: ANN401 whatever the file says
) -> tuple[GivenAnswer | None, list[Finding]]:
    if not isinstance(value, dict) or set(value) == {"k", "n"}:
        return GivenAnswer(value=value), []
    return fit(source, GivenAnswer, path)


def check_answers(answers: Answers, checklist: Checklist) -> tuple[Finding, ...]:
    """Return everything in the answers that the checklist cannot take, by place."""
    source, cuts = answers.source, _cuts(answers, checklist)
    parts = {name for pair in cuts for name in pair}
    findings = [
        Finding(source.file, source.position(path, key=at_key), *words)
        for path, at_key, words in _problems(answers, checklist, parts)
    ]
    findings += [
        Finding(source.file, source.lines.position(cut.index), cut.code, cut.message, cut.remedy)
        for cut in {head: cut for (head, _rest), cut in reversed(cuts.items())}.values()
    ]
    return tuple(sorted(findings, key=lambda finding: (finding.position, finding.code)))


def _cuts(answers: Answers, checklist: Checklist) -> dict[tuple[str, str], Explanation]:
    """Return the commas that cut an answer, each by its item and by what looks like another."""
    cuts: dict[tuple[str, str], Explanation] = {}
    nodes, text = answers.source.nodes, answers.source.lines.text
    head = ""
    for name, given in answers.given.items():
        cut = None
        if head in checklist.items and name not in checklist.items and given == GivenAnswer():
            index = locate(nodes, _path(name, bare=answers.bare), key=True).index
            cut = made_by_comma(text, index, name)
        if cut:
            cuts[head, name] = cut
        else:
            head = name
    return cuts


Problem = tuple[tuple[str, ...], bool, tuple[str, str, str]]


def _problems(
    answers: Answers, checklist: Checklist, cut_off: Collection[str]
) -> Iterator[Problem]:
    """Yield what the checklist cannot take, but for answers that are cut off."""
    for name, given in answers.given.items():
        if name in cut_off:
            continue
        path = _path(name, bare=answers.bare)
        item = checklist.items.get(name)
        if item is None:
            message = _("The checklist has no item “{id}”.").format(id=clean(name)[:64])
            remedy = did_you_mean(name, list(checklist.items)) or _("Remove it.")
            yield path, True, ("K401", message, remedy)
            continue
        yield from _misfits(checklist, item, given, path)


def _misfits(
    checklist: Checklist, item: ItemBase, given: GivenAnswer, path: tuple[str, ...]
) -> Iterator[Problem]:
    said = [given.value is not None, bool(given.na), given.not_observed]
    if sum(said) > 1:
        message = _("“{id}” has more than one of value, na and not_observed.")
        yield path, False, ("K403", message.format(id=item.id), _("Keep one of them."))
        return
    if given.na and checklist.na_of(item) == "never":
        message = _("“{id}” always applies.").format(id=item.id)
        yield path, False, ("K403", message, _("Give a value, or not_observed: true."))
    if given.note and not item.notes:
        message = _("No notes are collected on “{id}”.").format(id=item.id)
        yield path, False, ("K403", message, _("Remove the note."))
    if given.evidence and item.evidence == "none":
        message = _("No evidence is collected on “{id}”.").format(id=item.id)
        yield path, False, ("K403", message, _("Remove the evidence."))
    if given.value is not None:
        try:
            legal_answer(checklist, item, given.value)
        except IllegalAnswerError as error:
            message = _("This is no answer to “{id}”.").format(id=item.id)
            yield path, False, ("K402", message, str(error))
