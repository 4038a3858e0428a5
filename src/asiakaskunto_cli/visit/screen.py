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
    TallyItem,
)
from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.language import format_number, in_language, ngettext
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.report.personal import Personal
from asiakaskunto_cli.visit.grammar import how_to_answer
from asiakaskunto_cli.visit.interview import Asking, Interview
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

    def say(self, text: str, indent: str = "", first: str | None = None) -> None:
        """Print a text, wrapped, each line after ``indent`` (the first one after ``first``).

        What could steer the terminal is spelled out.
        """
        width = min(max(self._width(), NARROWEST), WIDEST) - 1
        start = indent if first is None else first
        for line in clean(text).split("\n"):
            wrapped = textwrap.wrap(
                line, width, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False
            )
            self._stream.write("\n".join(wrapped) + "\n")
            start = indent
        self._stream.flush()

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
        """Print what is asked now."""
        self.say("")
        match interview.asking:
            case Asking.ANSWER:
                self._question(interview)
            case Asking.WHY:
                self._why(interview)
            case Asking.REASON:
                self._reason(interview)
            case _:
                self._review(interview)

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
        share = format_number(100 * progress.completeness, 0)
        place = _("[{number}/{total}] {section} · {share} % done")
        self.say(
            place.format(number=progress.number, total=progress.total, section=section, share=share)
        )
        self.say(self._text(item.text))
        self._choices(interview, item)
        self.say(how_to_answer(interview.checklist, item), indent="  ")
        self._so_far(interview, item)
        self.clocks(interview)
        self.say(self._keys(interview, item))

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
            self.say(f"{number} = {label}", indent="  ")

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
            self.say(words.format(answer=self._status(interview, item.id)), indent="  ")
        if response.note:
            self.say(_("Note: {note}").format(note=response.note), indent="  ")
        for one in response.evidence:
            self.say(_("Evidence: {file}").format(file=one.file), indent="  ")
        if item.id in interview.owed_evidence():
            self.say(_("A piece of evidence is needed: @"), indent="  ")

    def _keys(self, interview: Interview, item: ItemBase) -> str:
        keys = [_("< back"), _("> later")]
        if interview.checklist.na_of(item) != "never":
            keys.append(_("- not applicable"))
        keys.append(_(". not observed"))
        if item.notes:
            keys.append(_("+ note"))
        if isinstance(item, TallyItem):
            keys[:0] = [_("o one who was"), _("x one who was not")]
        if isinstance(item, DurationItem):
            running = item.id in interview.clocks
            keys.insert(0, _("! stop the clock") if running else _("! start the clock"))
        elif interview.clocks:
            keys.append(_("! stopwatch"))
        if item.evidence != "none":
            keys.append(_("@ evidence"))
        return _row([*keys, _("? help"), _("= review"), _(":q save and leave")])

    def offer_note(self, before: str) -> None:
        """Print the keys that work where a note is typed."""
        keys = [_("Enter = leave it as it is"), _("< back")]
        if before:
            keys.append(_("- remove the note"))
        self.say(_row([*keys, _(":q save and leave")]))

    def offer_clocks(self, interview: Interview, timed: Sequence[DurationItem]) -> None:
        """Print the timed questions by number, and which of their clocks run."""
        for number, item in enumerate(timed, 1):
            state = _("running") if item.id in interview.clocks else _("not running")
            self.say(f"{number} = {self._text(item.text)} ({state})", indent="  ")

    def offer_facts(self) -> None:
        """Print which facts of the visit can be corrected."""
        self.say(_("1 = site  2 = wave  3 = evaluator  4 = date and time"), indent="  ")

    def warn_personal(self, kind: Personal) -> None:
        """Point out what may tell who somebody is."""
        found = {
            Personal.EMAIL: _("That looks like an e-mail address."),
            Personal.PHONE: _("That looks like a phone number."),
            Personal.IDENTITY_CODE: _("That looks like a personal identity code."),
        }[kind]
        self.say(found + " " + _("Take it out if nobody needs it: < goes back."))

    def _why(self, interview: Interview) -> None:
        self._remind(interview)
        said = interview.response(interview.item.id).why
        if said:
            self.say(_("Now: {answer} (Enter keeps it)").format(answer=said), indent="  ")
        keys = [_("- would not say"), *self._ways_out()]
        if not said and not interview.calls_for_why(interview.item):
            keys.insert(0, _("Enter = skip"))
        self.say(_row(keys))

    def _reason(self, interview: Interview) -> None:
        self._remind(interview)
        said = interview.response(interview.item.id).na_reason
        if said:
            self.say(_("Now: {answer} (Enter keeps it)").format(answer=said), indent="  ")
        self.say(_row(self._ways_out()))

    def _remind(self, interview: Interview) -> None:
        """Print the question that a reason is asked for, unless it was the last one printed."""
        if self._in_sight != interview.item.id:
            self._in_sight = interview.item.id
            self.say(self._text(interview.item.text))
            self.say(self._status(interview, interview.item.id), indent="  ")

    def _ways_out(self) -> list[str]:
        return [_("< back"), _("> later"), _("? help"), _("= review"), _(":q save and leave")]

    def _review(self, interview: Interview) -> None:
        self._in_sight = None
        self.say(_("REVIEW"))
        for number, name in enumerate(interview.visible, 1):
            text = self._text(interview.checklist.items[name].text)
            self.say(text, first=f"{number:>3} ", indent="    ")
            self.say(self._status(interview, name), indent="      ")
        if interview.closing_note:
            self.say(_("Note: {note}").format(note=interview.closing_note))
        self.say("")
        self.say(self._what_is_missing(interview))
        keys = [_("number = go to it"), _("< back"), _("+ note on the visit")]
        keys.append(_(":v site, wave, date"))
        self.say(_row([*keys, _(":q save and leave")]))

    def _what_is_missing(self, interview: Interview) -> str:
        owed = interview.owed()
        if owed:
            words = ngettext(
                "{count} question owes a reason or evidence: {numbers}. Enter = go there.",
                "{count} questions owe a reason or evidence: {numbers}. Enter = go there.",
                len(owed),
            )
            return words.format(count=len(owed), numbers=_numbers(interview, owed))
        gaps = interview.unanswered()
        if gaps:
            words = ngettext(
                "{count} question has no answer: {numbers}. "
                "Enter = go there, :f = finish without it.",
                "{count} questions have no answer: {numbers}. "
                "Enter = go there, :f = finish without them.",
                len(gaps),
            )
            return words.format(count=len(gaps), numbers=_numbers(interview, gaps))
        return _("Everything is answered. Enter = finish and write the report.")

    def _status(self, interview: Interview, name: str) -> str:
        item, response = interview.checklist.items[name], interview.response(name)
        if response.not_applicable:
            status = _("not applicable")
        elif response.not_observed:
            status = _("not observed")
        elif response.answer is None:
            status = _("– no answer")
        else:
            status = answer_label(interview.checklist, item, response.answer, self._language)
        if name in interview.owed_reasons() or name in interview.owed_whys():
            return _("{status} (its reason is missing)").format(status=status)
        return status

    def _text(self, text: str | dict[str, str]) -> str:
        return in_language(text, self._language)


def _numbers(interview: Interview, names: list[str]) -> str:
    """Return the numbers of items, as the review lists them."""
    places = [number for number, name in enumerate(interview.visible, 1) if name in names]
    return ", ".join(map(str, places))


def _row(keys: list[str]) -> str:
    """Return keys side by side; a line may break between two, not inside one."""
    return "  ".join(key.replace(" ", "\N{NO-BREAK SPACE}") for key in keys)
