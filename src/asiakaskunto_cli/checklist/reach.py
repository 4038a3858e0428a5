"""What some visit could reach: which conditions can come true, which items can be shown.

Decided exactly, by going through every kind of answer that the conditions tell apart. Where that
would take too long, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import DurationItem, ItemBase
from asiakaskunto_cli.checklist.meaning import Truth, holds_of
from asiakaskunto_cli.checklist.model import Checklist, Classification
from asiakaskunto_cli.checklist.samples import TooManyError, telling_answers
from asiakaskunto_cli.checklist.worth import is_below, worth

# How many steps one question may take, and all questions about a checklist together.
STEPS = 5_000
STEPS_IN_ALL = 100_000
# How many items one question may hang on.
LONGEST_CHAIN = 40
# How many leaves may turn out independently of each other, where answers are too many.
FREE_LEAVES = 8

# What the leaves on one subject (an item, or a fact of the visit) turn out to be together.
Profile = tuple[Truth, ...]
Goal = tuple[Condition, bool]


class Reach:
    """What the answers to a checklist could bring about; its conditions must be in order."""

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self._leaves: dict[str, list[Condition]] = {}
        self._place: dict[int, tuple[str, int]] = {}
        places: dict[tuple[object, ...], tuple[str, int]] = {}
        parts = [part for _path, part, _shown in checklist.condition_parts]
        for leaf in (part for part in parts if part.is_leaf):
            # Many items hang on one answer: leaves that ask the same share a place.
            asked = _question(leaf)
            if asked not in places:
                leaves = self._leaves.setdefault(_subject(leaf), [])
                places[asked] = (_subject(leaf), len(leaves))
                leaves.append(leaf)
            self._place[id(leaf)] = places[asked]
        self._profiles: dict[str, Sequence[Profile]] = {}
        self._never_true: dict[tuple[str, int], bool] = {}
        self._never_shown: dict[str, bool] = {}
        self._steps_left = STEPS_IN_ALL

    def rules_itself_out(self, condition: Condition) -> bool:
        """Return whether no answers whatever make the condition true."""
        return self._never([(condition, True)], hiding=False)

    def is_never_shown(self, item: ItemBase) -> bool:
        """Return whether no visit could show the item, with the other items hidden as they are."""
        if item.when is None:
            return False
        if item.id not in self._never_shown:
            self._never_shown[item.id] = self._never([(item.when, True)], hiding=True)
        return self._never_shown[item.id]

    def is_never_reached(self, classification: Classification, number: int) -> bool:
        """Return whether no visit could fall into a step: it cannot, or an earlier one takes all.

        Steps before it without a condition have findings of their own, and count for nothing.
        """
        step = classification.steps[number]
        earlier = (one.when for one in classification.steps[:number])
        goals = [(when, False) for when in earlier if when is not None]
        if step.when is not None:
            goals.append((step.when, True))
        return self._never(goals, hiding=True)

    def _never(self, goals: Sequence[Goal], *, hiding: bool) -> bool:
        """Return whether it is certain that the goals cannot all be met."""
        if len(goals) == 1 and self._is_plain(*goals[0], hiding=hiding):
            return self._is_never_true(self._place[id(goals[0][0])])
        wanted = {_subject(leaf) for condition, _want in goals for leaf in condition.leaves()}
        subjects = self._in_order(wanted, hiding=hiding)
        if len(subjects) > LONGEST_CHAIN or self._steps_left <= 0:
            return False
        try:
            profiles = {subject: self._profiles_of(subject) for subject in subjects}
        except TooManyError:
            return False
        search = _Search(self._checklist, self._place, profiles, goals, hiding=hiding)
        try:
            return not search.succeeds(min(STEPS, self._steps_left))
        except TooManyError:
            return False
        finally:
            self._steps_left -= search.steps

    def _is_never_true(self, place: tuple[str, int]) -> bool:
        """Return whether no answer to a subject makes the leaf of its in some place true."""
        if place not in self._never_true:
            subject, number = place
            try:
                profiles = self._profiles_of(subject)
                self._never_true[place] = not any(one[number] is True for one in profiles)
            except TooManyError:
                self._never_true[place] = False
        return self._never_true[place]

    def _is_plain(self, condition: Condition, want: bool, *, hiding: bool) -> bool:  # noqa: FBT001 a truth value
        """Return whether a goal is that a leaf is true of something that nothing hides.

        Most are, and need no search.
        """
        if not want or not condition.is_leaf:
            return False
        item = self._checklist.items.get(condition.item or "")
        return not hiding or item is None or item.when is None

    def _in_order(self, wanted: Iterable[str], *, hiding: bool) -> Sequence[str]:
        """Return subjects in the order in which they are known, with all that hides them."""
        found: set[str] = set()
        waiting = list(wanted)
        while waiting:
            subject = waiting.pop()
            if subject not in found:
                found.add(subject)
                item = self._checklist.items.get(subject)
                if hiding and item is not None and item.when is not None:
                    waiting += map(_subject, item.when.leaves())
        facts = sorted(found - self._checklist.items.keys())
        return [*facts, *(name for name in self._checklist.items if name in found)]

    def _profiles_of(self, subject: str) -> Sequence[Profile]:
        """Return every profile of a subject that could be there to be asked."""
        if subject not in self._profiles:
            leaves = self._leaves.get(subject, [])
            item = self._checklist.items.get(subject)
            found = self._of_visit(leaves) if item is None else self._of_item(item, leaves)
            self._profiles[subject] = list(dict.fromkeys(found))
        return self._profiles[subject]

    def _of_visit(self, leaves: Sequence[Condition]) -> Iterator[Profile]:
        facts: list[str | None] = [*self._checklist.methods]
        if leaves[0].visit != "method":
            asked = [value for leaf in leaves for value in _asked(leaf)]
            facts = [*asked, None, "…" + "".join(asked)]
        yield from (tuple(holds_of(leaf, fact) for leaf in leaves) for fact in facts)

    def _of_item(self, item: ItemBase, leaves: Sequence[Condition]) -> Iterator[Profile]:
        unanswered = (None if leaf.answered is None else not leaf.answered for leaf in leaves)
        yield tuple(unanswered)
        if self._checklist.na_of(item) != "never":
            yield (False,) * len(leaves)
        try:
            for answer in telling_answers(self._checklist, item, leaves):
                yield from product(*(self._outcomes(item, leaf, answer) for leaf in leaves))
        except TooManyError:
            if len(leaves) > FREE_LEAVES:
                raise
            # More than can be: whoever finds nothing here, finds nothing among them.
            yield from product((True, False), repeat=len(leaves))

    def _outcomes(self, item: ItemBase, leaf: Condition, answer: Answer) -> Sequence[Truth]:
        """Return what a leaf may turn out to be for an answer; of a promise that is not known."""
        if leaf.answered is not None:
            return [leaf.answered]
        if leaf.below is None:
            return [holds_of(leaf, answer)]
        if isinstance(item, DurationItem) and item.against is not None:
            return [True, False] if leaf.below > 0 else [False]
        score = worth(self._checklist, item, answer)
        return [score is not None and is_below(score, leaf.below)]


class _Search:
    """Looks for answers that meet the goals, item by item."""

    def __init__(
        self,
        checklist: Checklist,
        place: Mapping[int, tuple[str, int]],
        profiles: Mapping[str, Sequence[Profile]],
        goals: Sequence[Goal],
        *,
        hiding: bool,
    ) -> None:
        self.steps = 0
        self._items = checklist.items
        self._place = place
        self._profiles = profiles
        self._goals = goals
        self._hiding = hiding
        self._known: dict[str, Profile] = {}

    def succeeds(self, most: int) -> bool:
        """Return whether there are such answers; raise TooManyError after so many steps."""
        if not all(map(self._leaves_it_open, self._profiles)):
            return False
        return self._is_open() and self._succeeds([*self._profiles], most)

    def _leaves_it_open(self, subject: str) -> bool:
        """Return whether the goals can be met as far as one subject goes: often none can."""
        profiles = [*self._profiles[subject], *([self._hidden(subject)] if self._hiding else [])]
        fits = False
        for profile in profiles:
            self._known = {subject: profile}
            fits = fits or self._is_open()
        self._known = {}
        return fits

    def _is_open(self) -> bool:
        return all(self._can_be(*goal) for goal in self._goals)

    def _succeeds(self, subjects: Sequence[str], most: int) -> bool:
        """Return whether answers to these make the goals come true, with those known so far."""
        if not subjects:
            return True
        subject, *others = subjects
        for profile in self._shown(subject):
            self.steps += 1
            if self.steps > most:
                raise TooManyError
            self._known[subject] = profile
            if self._is_open() and self._succeeds(others, most):
                return True
        self._known.pop(subject, None)
        return False

    def _shown(self, subject: str) -> Sequence[Profile]:
        """Return the profiles of a subject; those of a hidden item are one, that nothing is so."""
        item = self._items.get(subject)
        if not self._hiding or item is None or item.when is None or self._can_be(item.when, True):
            return self._profiles[subject]
        return [self._hidden(subject)]

    def _hidden(self, subject: str) -> Profile:
        return (False,) * len(self._profiles[subject][0])

    def _can_be(self, condition: Condition, want: bool) -> bool:  # noqa: FBT001 a truth value
        """Return whether a condition can still turn out so, by what is known of its items.

        Once all of them are known, whether it does.
        """
        if condition.all is not None:
            combine = all if want else any
            return combine(self._can_be(branch, want) for branch in condition.all)
        if condition.any is not None:
            combine = any if want else all
            return combine(self._can_be(branch, want) for branch in condition.any)
        subject, place = self._place[id(condition)]
        known = self._known.get(subject)
        if known is not None:
            return known[place] is want
        hidden = self._hiding and not want
        return hidden or any(one[place] is want for one in self._profiles[subject])


def _subject(leaf: Condition) -> str:
    """Return what a leaf asks: an item by its id, or a fact of the visit, which no id can be."""
    return leaf.item or f"visit {leaf.visit}"


def _question(leaf: Condition) -> tuple[object, ...]:
    """Return what tells a leaf from others: true and 1 are not the same answer."""
    values = repr((leaf.is_, leaf.is_not, leaf.any_of))
    return _subject(leaf), values, leaf.at_least, leaf.at_most, leaf.below, leaf.answered


def _asked(leaf: Condition) -> Iterator[str]:
    """Yield the texts that a leaf compares with."""
    values = leaf.any_of if leaf.any_of is not None else [leaf.is_, leaf.is_not]
    yield from (value for value in values if isinstance(value, str))
