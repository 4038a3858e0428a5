"""A checklist as a form to fill in by hand, where no screen can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.answer import NPS_HIGHEST
from asiakaskunto_cli.checklist.items import (
    ChoiceItem,
    DurationItem,
    ItemBase,
    MultiItem,
    NpsItem,
    NumberItem,
    ScaleItem,
    TallyItem,
    TextItem,
    WhyBelow,
    YesNoItem,
)
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.pages.blocks import (
    Blank,
    Block,
    Box,
    Entry,
    Fill,
    Heading,
    Layout,
    Page,
    Question,
    Quote,
    Sentence,
)
from asiakaskunto_cli.pages.conditions import condition_in_words
from asiakaskunto_cli.pages.names import in_a_row, method_name
from asiakaskunto_cli.pages.weak import weak_answers
from asiakaskunto_cli.words import Method

SCHEMA_VERSION = 1
LINES_FOR_WORDS = 4
LINES_FOR_NOTE = 3
# A longer scale is answered with a figure: so many boxes fit on a line of A4.
MOST_BOXES = 11


def paper_page(checklist: Checklist, language: str) -> Page:
    """Return the form of a checklist, its texts in the language where it has it."""
    title = in_language(checklist.title, language)
    numbers = {name: str(number) for number, name in enumerate(checklist.items, 1)}
    blocks: list[Block] = [Heading(title, level=1), Sentence(_facts(checklist)), *_visit()]
    if checklist.scenario and Method.TEST in checklist.methods:
        blocks.append(Quote(in_language(checklist.scenario, language), _("Your task")))
    for section in checklist.sections:
        blocks.append(Heading(in_language(section.title, language)))
        blocks.extend(_question(checklist, item, numbers, language) for item in section.items)
    blocks.append(Heading(_("The whole visit")))
    blocks.append(Fill((Blank(_("Note"), lines=LINES_FOR_NOTE),)))
    blocks.append(_afterwards(checklist))
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "paper_form",
        "checklist": {"id": checklist.id, "version": checklist.version},
        "language": language,
        "questions": [{"number": number, "item": name} for name, number in numbers.items()],
    }
    return Page(title, tuple(blocks), data)


def _facts(checklist: Checklist) -> str:
    said = [
        f"{checklist.id} {checklist.version}",
        in_a_row(method_name(method) for method in checklist.methods),
    ]
    if checklist.minutes:
        said.append(_("about {count} min").format(count=checklist.minutes))
    return " · ".join(said)


def _visit() -> Iterator[Block]:
    yield Fill((Blank(_("Site")), Blank(_("Evaluator"))))
    yield Fill((Blank(_("Date")), Blank(_("Time of day"))))


def _afterwards(checklist: Checklist) -> Entry:
    """Say how the answers get into a report; a form without them is only paper."""
    commands = [
        f"kunto {method} {checklist.id} --visited-at 2026-11-22T14:30"
        for method in checklist.methods
    ]
    words = _("Enter the answers afterwards, with the day and time of the visit:")
    return Entry(words, tuple(commands))


def _question(
    checklist: Checklist, item: ItemBase, numbers: dict[str, str], language: str
) -> Question:
    condition = ""
    if item.when is not None:
        words = condition_in_words(checklist, item.when, numbers, language)
        condition = _("Only if {condition}").format(condition=words)
    return Question(
        number=numbers[item.id],
        text=in_language(item.text, language),
        fills=(*_answer(checklist, item, language), *_reason(checklist, item, language)),
        reference=item.id,
        condition=condition,
        help=in_language(item.help, language) if item.help else "",
    )


def _answer(checklist: Checklist, item: ItemBase, language: str) -> Iterator[Fill]:
    """Yield what the answer itself is put in."""
    match item:
        case YesNoItem():
            yield Fill((Box(_("yes")), Box(_("no"))))
        case ScaleItem():
            yield _scale(checklist, item, language)
        case NpsItem():
            points = tuple(Box(str(point)) for point in range(NPS_HIGHEST + 1))
            yield Fill(points, Layout.SCALE)
        case ChoiceItem():
            options = tuple(Box(in_language(one.label, language)) for one in item.options)
            yield Fill(options, Layout.LIST)
        case MultiItem():
            options = tuple(Box(in_language(one.label, language)) for one in item.options)
            yield Fill((*options, Box(_("none of these"))), Layout.LIST)
        case DurationItem():
            never = (Box(_("never")),) if item.never else ()
            yield Fill((Blank(_("Time"), unit=_unit(item)), *never))
        case TallyItem():
            some, whole = Blank(_("how many (k)"), frame=True), Blank(_("of all (n)"), frame=True)
            yield Fill((some, whole))
        case NumberItem():
            yield Fill((Blank(_("Number"), unit=item.unit or ""),))
        case _:
            yield Fill((Blank(lines=LINES_FOR_WORDS),))


def _scale(checklist: Checklist, item: ScaleItem, language: str) -> Fill:
    lowest, highest = checklist.bounds_of(item)
    labels = {
        point: in_language(label, language) for point, label in checklist.points_of(item).items()
    }
    if highest - lowest >= MOST_BOXES:
        said = _("{lowest} to {highest}").format(lowest=lowest, highest=highest)
        named = [f"{point} = {label}" for point, label in labels.items()]
        return Fill((Blank("; ".join([said, *named])),))
    points = range(lowest, highest + 1)
    return Fill(tuple(Box(str(one), labels.get(one, "")) for one in points), Layout.SCALE)


def _unit(item: DurationItem) -> str:
    return {"s": _("seconds"), "min": _("minutes"), "h": _("hours"), "d": _("days")}[item.unit]


def _reason(checklist: Checklist, item: ItemBase, language: str) -> Iterator[Fill]:
    """Yield what is said about the answer, or instead of it."""
    why = checklist.why_of(item)
    declined = Box(_("would not say"))
    if isinstance(why, WhyBelow):
        weak = weak_answers(checklist, item, why.below, language)
        yield Fill((Blank(_("Why, if {answer}").format(answer=weak)), declined))
    elif why == "always":
        yield Fill((Blank(_("Why")), declined))
    elif why == "optional":
        yield Fill((Blank(_("Why, if there is a reason")),))
    if isinstance(item, TextItem):
        return
    yield Fill(tuple(_instead(checklist, item)))
    if item.evidence == "required":
        yield Fill((Box(_("Evidence kept (required), which"), room=True),))
    elif item.evidence == "optional":
        yield Fill((Box(_("Evidence kept, which"), room=True),))


def _instead(checklist: Checklist, item: ItemBase) -> Iterator[Box | Blank]:
    rule = checklist.na_of(item)
    if rule == "with_reason":
        yield Box(_("not applicable, because"), room=True)
    elif rule == "allowed":
        yield Box(_("not applicable"))
    yield Box(_("not observed"))
    if item.notes:
        yield Blank(_("Note"))
