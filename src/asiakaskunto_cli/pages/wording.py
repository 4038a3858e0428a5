"""The texts of checklists in one language, the newest words for everything that was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from asiakaskunto_cli.checklist.items import ChoiceItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import in_language

Place = tuple[str, str]


class Wording:
    """Names what figures know by ids; of several versions of a checklist the last one tells."""

    def __init__(self, checklists: Iterable[Checklist], language: str) -> None:
        self._language = language
        self._titles: dict[str, str] = {}
        self._questions: dict[str, dict[str, str]] = {}
        self._options: dict[Place, dict[str, str]] = {}
        self._sections: dict[Place, str] = {}
        self._classes: dict[Place, str] = {}
        self._steps: dict[Place, dict[str, str]] = {}
        for checklist in checklists:
            self._learn(checklist)

    def _learn(self, checklist: Checklist) -> None:
        name, language = checklist.id, self._language
        self._titles[name] = in_language(checklist.title, language)
        for section in checklist.sections:
            self._sections[name, section.id] = in_language(section.title, language)
        for item in checklist.items.values():
            asked = self._questions.setdefault(name, {})
            # Asked anew, a question takes the place that its newest checklist gives it.
            asked.pop(item.id, None)
            asked[item.id] = in_language(item.text, language)
            if isinstance(item, ChoiceItem):
                self._options.setdefault((name, item.id), {}).update(
                    (option.id, in_language(option.label, language)) for option in item.options
                )
        for one in checklist.classify:
            self._classes[name, one.id] = in_language(one.title, language)
            self._steps.setdefault((name, one.id), {}).update(
                (step.id, in_language(step.label, language)) for step in one.steps
            )

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of every checklist by id."""
        return self._titles

    def questions(self, checklist: str) -> Mapping[str, str]:
        """Return the questions of a checklist by item id, in the order of asking."""
        return self._questions[checklist]

    def title(self, checklist: str) -> str:
        """Return the title of a checklist."""
        return self._titles[checklist]

    def question(self, checklist: str, item: str) -> str:
        """Return the question of an item."""
        return self._questions[checklist][item]

    def options(self, checklist: str, item: str) -> Mapping[str, str]:
        """Return the options of a choice by id."""
        return self._options[checklist, item]

    def section(self, checklist: str, section: str) -> str:
        """Return the title of a section."""
        return self._sections[checklist, section]

    def classification(self, checklist: str, classification: str) -> str:
        """Return the title of a classification."""
        return self._classes[checklist, classification]

    def steps(self, checklist: str, classification: str) -> Mapping[str, str]:
        """Return the labels of its steps by id."""
        return self._steps[checklist, classification]
