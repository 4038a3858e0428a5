"""Key figures of a group of visits: what a score alone cannot tell, checklist by checklist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from asiakaskunto_cli.analysis.internal import InternalFigures
from asiakaskunto_cli.analysis.site import SiteSummary
from asiakaskunto_cli.analysis.special import SpecialOfSites, SpecialResults
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading, Sentence, Tone
from asiakaskunto_cli.pages.group_figures import (
    contradiction_sentence,
    core_process_blocks,
    expertise_sentence,
    ladder_entry,
    profile_sentence,
)
from asiakaskunto_cli.pages.names import area_name, capitalised, method_name
from asiakaskunto_cli.pages.question_figures import (
    cited_words,
    claim_words,
    gap_words,
    nps_words,
    promise_words,
    timing_words,
    top_box_words,
    word_of_mouth_words,
)
from asiakaskunto_cli.pages.sureness import answers_counted, score_text
from asiakaskunto_cli.pages.wording import Wording
from asiakaskunto_cli.words import Method

Run = tuple[str, Method]


class OfQuestion(Protocol):
    """What every figure of one question says of itself."""

    @property
    def checklist(self) -> str:
        """The id of its checklist."""

    @property
    def item(self) -> str:
        """The id of its item."""

    @property
    def method(self) -> Method:
        """The method by which it was asked."""


def special_blocks(special: SpecialResults, language: str) -> Iterator[Block]:
    """Yield the key figures of visits and the results of internal checklists, where there are any.

    Texts of checklists are in the language.
    """
    yield from _key_figures(special, language)
    yield from _internal([("", special)], language)


def special_of_sites_blocks(
    special: SpecialOfSites, sites: Iterable[SiteSummary], language: str
) -> Iterator[Block]:
    """Yield the key figures of all sites together, then what one site alone must know.

    A contradiction or an illusion at one site may vanish among the others.
    """
    yield from _key_figures(special.together, language)
    named = [(one.name, special.by_site[one.site]) for one in sites if one.site in special.by_site]
    for name, of_site in named:
        warnings = [one.text for one in _whole(of_site) if one.tone is Tone.WARNING]
        if warnings:
            yield Entry(name, tuple(warnings), Tone.WARNING)
    yield from _internal(named, language)


def _key_figures(special: SpecialResults, language: str) -> Iterator[Block]:
    wording = Wording(special.checklists, language)
    blocks = [*_whole(special), *_by_checklist(special, wording, language)]
    if blocks:
        yield Heading(_("Key figures"))
        yield from blocks


def _internal(named: Sequence[tuple[str, SpecialResults]], language: str) -> Iterator[Block]:
    """Yield the results of internal checklists, after the name of their site where it has one."""
    entries = [
        _internal_entry(name, one, special, Wording(special.checklists, language))
        for name, special in named
        for one in special.internal
    ]
    if entries:
        yield Heading(_("Internal checklists, not in the index"))
        yield from entries


def _whole(special: SpecialResults) -> Iterator[Sentence]:
    """Yield what is told of all visits, whatever their checklists."""
    figures, confidence = special.key_figures, special.confidence
    for contradiction in figures.contradiction:
        yield contradiction_sentence(contradiction, confidence)
    for expertise in figures.expertise:
        yield expertise_sentence(expertise, confidence)
    for profile in figures.profiles:
        yield profile_sentence(profile, confidence)


def _by_checklist(special: SpecialResults, wording: Wording, language: str) -> Iterator[Block]:
    """Yield every checklist that has a figure, under its title; every method of it apart."""
    said = _said(special, wording)
    for checklist, title in wording.titles.items():
        methods = special.methods[checklist]
        for method in methods:
            run = checklist, method
            blocks = [*_process_and_ladder(run, special, wording)]
            blocks.extend(_questions(run, said, special, wording, language))
            if blocks:
                name = f"{title} · {method_name(method)}" if len(methods) > 1 else title
                yield Heading(name, level=3)
                yield from blocks


def _process_and_ladder(run: Run, special: SpecialResults, wording: Wording) -> Iterator[Block]:
    figures, confidence = special.key_figures, special.confidence
    for process in figures.core_processes:
        if (process.checklist, process.method) == run:
            yield from core_process_blocks(process, wording, confidence)
    for ladder in figures.ladders:
        if (ladder.checklist, ladder.method) == run:
            yield ladder_entry(ladder, wording, confidence)


def _questions(
    run: Run,
    said: Mapping[tuple[Run, str], list[str]],
    special: SpecialResults,
    wording: Wording,
    language: str,
) -> Iterator[Block]:
    """Yield every question that has a figure, in the order of asking, with its claims last."""
    cited = special.key_figures.cited
    claims = {((one.checklist, one.method), one.item): one.figures for one in cited}
    checklist, _method = run
    for item, question in wording.questions(checklist).items():
        if (run, item) in said:
            named = (special.reference[name] for name in claims.get((run, item), ()))
            details = (*said[run, item], *(claim_words(one, language) for one in named))
            yield Entry(question, details)


def _said(special: SpecialResults, wording: Wording) -> Mapping[tuple[Run, str], list[str]]:
    """Return the sentences of every question that has some."""
    said: dict[tuple[Run, str], list[str]] = defaultdict(list)
    for figure, words in _sentences(special, wording):
        said[(figure.checklist, figure.method), figure.item].extend(words)
    for one in special.key_figures.cited:
        # Beside a claim stands what was answered, told in one way only.
        if ((one.checklist, one.method), one.item) not in said:
            words = cited_words(one, wording, special.confidence)
            said[(one.checklist, one.method), one.item].extend(words)
    return said


def _sentences(
    special: SpecialResults, wording: Wording
) -> Iterator[tuple[OfQuestion, Iterator[str]]]:
    """Yield every figure of a question with its sentences."""
    figures, confidence = special.key_figures, special.confidence
    yield from ((one, nps_words(one, confidence)) for one in figures.nps)
    for box in figures.top_box:
        # Only customers speak for customers: an evaluator's best points are one opinion.
        if box.method is Method.ASK:
            yield box, top_box_words(box, confidence)
    yield from ((one, gap_words(one, wording, confidence)) for one in figures.gaps)
    yield from ((one, promise_words(one, confidence)) for one in figures.promises)
    yield from ((one, timing_words(one, confidence)) for one in figures.timings)
    yield from ((one, word_of_mouth_words(one, confidence)) for one in figures.word_of_mouth)


def _internal_entry(
    site: str, figures: InternalFigures, special: SpecialResults, wording: Wording
) -> Entry:
    """Return what the staff say of themselves, or that it is withheld."""
    title = " · ".join(filter(None, (site, wording.title(figures.checklist))))
    if figures.score is None:
        words = _("{answers}: an anonymous result is shown from {needed} answers on")
        answers = answers_counted(figures.n)
        return Entry(title, (words.format(answers=answers, needed=special.min_group),))
    score = score_text(figures.score, answers_counted(figures.n), special.confidence)
    details = [_("Score {score}").format(score=score)]
    for area, found in figures.areas.items():
        text = score_text(found, answers_counted(found.n), special.confidence)
        details.append(f"{capitalised(area_name(area))} {text}")
    return Entry(title, tuple(details))
