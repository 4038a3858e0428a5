"""What the groups of a comparison, their questions and their figures are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from asiakaskunto_cli.analysis.comparing.measures import Family, Kind, Measure
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import Comparison, GroupComparison
from asiakaskunto_cli.checklist.items import ChoiceItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import format_number, format_signed, in_language, pgettext
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.names import BETWEEN, area_name, method_name
from asiakaskunto_cli.words import Area, Method


class Naming:
    """Names what a comparison knows by ids; the newest checklists tell, where they were read."""

    def __init__(self, comparison: Comparison, language: str) -> None:
        self._sites = comparison.sites
        self._language = language
        self._checklists: dict[str, list[Checklist]] = {}
        for checklist in reversed(comparison.checklists):
            self._checklists.setdefault(checklist.id, []).append(checklist)

    def title(self, group: GroupComparison) -> str:
        """Return what a group is called, by everything that tells it apart."""
        return BETWEEN.join(filter(None, self.parts(group)))

    def parts(self, group: GroupComparison) -> tuple[str, str]:
        """Return the first thing that a group is told apart by, and the others, if any."""
        named = [self._value(group, *one) for one in group.key]
        return (named[0], BETWEEN.join(named[1:])) if named else (_("All visits"), "")

    def question(self, group: GroupComparison, item: str) -> str:
        """Return a question as the newest checklist of the group asks it, else its id."""
        for checklist in self._of(group):
            if item in checklist.items:
                return in_language(checklist.items[item].text, self._language)
        return item

    def quoted(self, group: GroupComparison, item: str) -> str:
        """Return a question in quotes, to stand inside a sentence."""
        return _("“{text}”").format(text=self.question(group, item))

    def site(self, site: str) -> str:
        """Return the name of a site."""
        return self._sites.get(site, site)

    def checklist(self, checklist: str) -> str:
        """Return the title of a checklist, or its id where none of it was read."""
        for one in self._checklists.get(checklist, ()):
            return in_language(one.title, self._language)
        return checklist

    def _of(self, group: GroupComparison) -> Iterator[Checklist]:
        for name in group.checklists:
            yield from self._checklists.get(name, ())

    def _value(self, group: GroupComparison, dimension: str, value: str | None) -> str:
        kind, _colon, name = dimension.partition(":")
        if value is None:
            return {
                "group": _("no group"),
                "channel": _("channel not known"),
                "evaluator": _("evaluator not known"),
            }.get(kind, _("not known"))
        names: Mapping[str, Callable[[str], str]] = {
            "site": self.site,
            "method": lambda value: method_name(Method(value)),
            "area": lambda value: area_name(Area(value)),
            "checklist": self.checklist,
            "item": lambda value: self.question(group, value),
            "segment": lambda value: self._option(group, name, value),
            "class": lambda value: self._step(group, name, value),
            "classification": lambda value: self._classification(group, value),
        }
        return names[kind](value) if kind in names else value

    def _option(self, group: GroupComparison, item: str, value: str) -> str:
        for checklist in self._of(group):
            asked = checklist.items.get(item)
            if isinstance(asked, ChoiceItem):
                for option in asked.options:
                    if option.id == value:
                        return in_language(option.label, self._language)
        return value

    def _step(self, group: GroupComparison, name: str, value: str) -> str:
        for checklist in self._of(group):
            for one in checklist.classify:
                for step in one.steps:
                    if (one.id, step.id) == (name, value):
                        return in_language(step.label, self._language)
        return value

    def _classification(self, group: GroupComparison, name: str) -> str:
        for checklist in self._of(group):
            for one in checklist.classify:
                if one.id == name:
                    return in_language(one.title, self._language)
        return name


def measure_title(measure: Measure) -> str:
    """Return what is compared, as a noun."""
    return {
        Family.SCORE: _("score"),
        Family.INDEX: _("asiakaskunto index"),
        Family.AREA: _("score of an area"),
        Family.TOUCHPOINT: _("score of a touchpoint"),
        Family.ITEM: _("score of a question"),
        Family.NPS: _("net promoter score"),
        Family.TOP2: _("share of the two best answers"),
        Family.GAP: _("experience less expectation"),
        Family.LADDER: _("height on the customer ladder"),
    }[measure.family]


def figure_title(request: Request, kind: Kind) -> str:
    """Return what the figure of a wave is called at the head of a column."""
    if request.measure.family is Family.INDEX:
        return _("Index")
    return {Kind.NPS: _("NPS"), Kind.SHARE: _("Share, %")}.get(kind, _("Mean"))


def amount(difference: float, kind: Kind) -> str:
    """Return a change with its sign and unit: +6.0 points."""
    signed = format_signed(difference)
    if kind is Kind.SHARE:
        return _("{difference} percentage points").format(difference=signed)
    return _("{difference} points").format(difference=signed)


def size(change: float, kind: Kind) -> str:
    """Return how large a change is, with its unit: (a change of) 6.5 points."""
    number = format_number(change)
    if kind is Kind.SHARE:
        words = pgettext("a change of about …", "{amount} percentage points")
    else:
        words = pgettext("a change of about …", "{amount} points")
    return words.format(amount=number)
