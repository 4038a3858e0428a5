"""What a visit says to the person, in lines that fit the terminal from 34 columns up."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from asiakaskunto_cli.checklist.items import (
    ChoiceItem,
    DurationItem,
    ItemBase,
    MultiItem,
    Option,
    ScaleItem,
)
from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.personal import Personal
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.before_the_end import before_the_end
from asiakaskunto_cli.visit.grammar import how_to_answer
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.key_rows import (
    Rows,
    file_rows,
    laid_out,
    note_rows,
    number_rows,
    rows_of,
)
from asiakaskunto_cli.visit.stopwatch import clock_face, elapsed_seconds
from asiakaskunto_cli.words import Method, clean

NARROWEST = 34
WIDEST = 88


class Screen:
    """Prints plain lines; ``width`` is asked anew for every text, so that a resize counts."""

    def __init__(
        self, stream: TextIO, language: str, width: Callable[[], int], now: Callable[[], str]
    ) -> None:
        """Speak a language of the checklist on a text stream; ``now`` is for the stopwatches."""
        self._now = now
        self._stream = stream
        self._language = language
        self._width = width
        self._in_sight: str | None = None

    def say(
        self, text: str, indent: str = "", first: str | None = None, *, strong: bool = False
    ) -> None:
        """Print a text, wrapped, each line after ``indent`` (the first one after ``first``).

        What could steer the terminal is spelled out.
        """
        start = indent if first is None else first
        for line in clean(text).split("\n"):
            wrapped = textwrap.wrap(
                line,
                self._columns,
                initial_indent=start,
                subsequent_indent=indent,
                break_on_hyphens=False,
            )
            self._put(wrapped or [""], strong=strong)
            start = indent

    @property
    def _columns(self) -> int:
        return min(max(self._width(), NARROWEST), WIDEST) - 1

    def _put(self, lines: list[str], *, strong: bool) -> None:
        """Print lines that fit; plain lines know nothing of strong ones."""
        del strong
        self._stream.write("\n".join(lines) + "\n")
        self._stream.flush()

    def keys(self, rows: Rows) -> None:
        """Print which keys work."""
        self._put(laid_out(rows, self._columns), strong=False)

    def prompt(self, text: str) -> None:
        """Print a prompt and stay on its line."""
        self._stream.write(f"{text} " if text.endswith("?") else f"{text}: ")
        self._stream.flush()

    def end_prompt(self) -> None:
        """End the prompt's line where the terminal has not ended it by echoing Enter."""
        self.say("")

    def greet(self, interview: Interview, opening: Opening) -> None:
        """Say which checklist this is, where, and how long it takes; brief a mystery shopper."""
        checklist = interview.checklist
        self.say(self._text(checklist.title))
        facts = [opening.site.name, opening.wave]
        if checklist.minutes:
            facts.append(_("about {count} min").format(count=checklist.minutes))
        self.say(" · ".join(facts))
        briefing = opening.scenario or (checklist.scenario and self._text(checklist.scenario))
        if opening.method is Method.TEST and briefing:
            self.say("")
            self.say(_("Your task: {scenario}").format(scenario=briefing))
        self.say("")
        self.say(_("Every answer is saved at once. Leave whenever you need to: :q"))

    def show(self, interview: Interview) -> None:
        """Print what is asked now, and the keys that work."""
        self.say("")
        self.body(interview)
        self.keys(rows_of(interview))

    def body(self, interview: Interview) -> None:
        """Print what is asked now."""
        match interview.asking:
            case Asking.ANSWER:
                self._question(interview)
            case Asking.WHY:
                self._words(interview, interview.response(interview.item.id).why)
            case Asking.REASON:
                self._words(interview, interview.response(interview.item.id).na_reason)
            case _:
                self.review(interview)
                self.say("")
                for words in before_the_end(interview):
                    self.say(words)

    def help(self, interview: Interview) -> None:
        """Print what the checklist's author says of the question, and its source."""
        item = interview.item
        if item.help:
            self.say(self._text(item.help), indent="  ")
        source = item.source or interview.checklist.source
        if source:
            self.say(_("Source: {source}").format(source=source), indent="  ")
        self.say(_("A line that begins with \\ is taken as words."), indent="  ")

    def _question(self, interview: Interview) -> None:
        item, progress = interview.item, interview.progress
        self._in_sight = item.id
        section = self._text(interview.checklist.section_of[item.id].title)
        share = f"{100 * progress.completeness:.0f}"
        place = _("[{number}/{total}] {section} · {share} % done")
        self.say(
            place.format(number=progress.number, total=progress.total, section=section, share=share)
        )
        self.say(self._text(item.text), strong=True)
        self._choices(interview, item)
        self.say(how_to_answer(interview.checklist, item), indent="  ")
        self._so_far(interview, item)
        self.clocks(interview)

    def clocks(self, interview: Interview) -> None:
        """Print the stopwatches that run, each with its question."""
        for name, started in interview.clocks.items():
            face = clock_face(elapsed_seconds(started, self._now()))
            question = self._text(interview.checklist.items[name].text)
            self.say(_("{time} running: {question}").format(time=face, question=question))

    def _choices(self, interview: Interview, item: ItemBase) -> None:
        labels: Iterable[tuple[int, str]]
        if isinstance(item, ChoiceItem | MultiItem):
            options: Sequence[Option] = item.options
            labels = ((number, self._text(one.label)) for number, one in enumerate(options, 1))
        elif isinstance(item, ScaleItem):
            points = interview.checklist.points_of(item)
            labels = ((number, self._text(label)) for number, label in points.items())
        else:
            return
        for number, label in labels:
            self.say(label, first=f"  {number} = ", indent="      ")

    def _so_far(self, interview: Interview, item: ItemBase) -> None:
        """Print the answer that is there already, and its note: Enter keeps them."""
        response = interview.response(item.id)
        if response.settled:
            owing = item.id in interview.owed_reasons() or item.id in interview.owed_whys()
            words = (
                _("Now: {answer}; Enter = give it")
                if owing
                else _("Now: {answer} (Enter keeps it)")
            )
            self.say(words.format(answer=self.status(interview, item.id)), indent="  ")
        if response.note:
            self.say(_("Note: {note}").format(note=response.note), indent="  ")
        for one in response.evidence:
            self.say(_("Evidence: {file}").format(file=one.file), indent="  ")
        if item.evidence == "required" and not response.evidence and not response.not_applicable:
            self.say(_("A piece of evidence is needed: @"), indent="  ")

    def offer_note(self, before: str) -> None:
        """Print the keys that work where a note is typed."""
        self.keys(note_rows(before))

    def offer_file(self) -> None:
        """Print the keys that work where a file is named."""
        self.keys(file_rows())

    def offer_clocks(self, interview: Interview, timed: Sequence[DurationItem]) -> None:
        """Print the timed questions by number, and which of their clocks run."""
        for number, item in enumerate(timed, 1):
            state = _("running: stop it") if item.id in interview.clocks else _("start it")
            text = f"{self._text(item.text)} ({state})"
            self.say(text, first=f"  {number} = ", indent="      ")
        self.keys(number_rows())

    def offer_facts(self, facts: Sequence[str]) -> None:
        """Print which facts of the visit can be corrected, and what they are now."""
        names = (_("site"), _("wave"), _("evaluator"), _("date and time"))
        for number, (name, fact) in enumerate(zip(names, facts, strict=True), 1):
            self.say(f"{name}: {fact or '–'}", first=f"  {number} = ", indent="      ")
        self.keys(number_rows())

    def warn_personal(self, kind: Personal) -> None:
        """Point out what may tell who somebody is."""
        found = {
            Personal.EMAIL: _("That looks like an e-mail address."),
            Personal.PHONE: _("That looks like a phone number."),
            Personal.IDENTITY_CODE: _("That looks like a personal identity code."),
        }[kind]
        self.say(found + " " + _("Take it out if nobody needs it: < goes back."))

    def _words(self, interview: Interview, said: str) -> None:
        """Print what words are asked for, and those that are there."""
        self._remind(interview)
        if said:
            self.say(_("Now: {answer} (Enter keeps it)").format(answer=said), indent="  ")

    def _remind(self, interview: Interview) -> None:
        """Print the question that a reason is asked for, unless it was the last one printed."""
        if self._in_sight != interview.item.id:
            self._in_sight = interview.item.id
            self.say(self._text(interview.item.text), strong=True)
            self.say(self.status(interview, interview.item.id), indent="  ")

    def review(self, interview: Interview) -> None:
        """Print every question with what is known of it."""
        self._in_sight = None
        self.say(_("REVIEW"), strong=True)
        for number, name in enumerate(interview.visible, 1):
            self.line_of(interview, number, name)
        if interview.closing_note:
            self.say(_("Note: {note}").format(note=interview.closing_note))

    def line_of(self, interview: Interview, number: int, name: str) -> None:
        """Print one question with its number and what is known of it."""
        text = self._text(interview.checklist.items[name].text)
        said = f"{text} – {self.status(interview, name)}"
        self.say(said, first=f"{number:>3} ", indent="    ")

    def status(self, interview: Interview, name: str) -> str:
        """Return what is known of a question, in words."""
        item, response = interview.checklist.items[name], interview.response(name)
        if response.not_applicable:
            status = _("not applicable")
        elif response.not_observed:
            status = _("not observed")
        elif response.answer is None:
            status = _("no answer")
        else:
            status = answer_label(interview.checklist, item, response.answer, self._language)
        if name in interview.owed_reasons() or name in interview.owed_whys():
            return _("{status} (its reason is missing)").format(status=status)
        return status

    def _text(self, text: str | dict[str, str]) -> str:
        return in_language(text, self._language)
