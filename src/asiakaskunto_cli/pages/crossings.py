"""What a job failed on, in one line for each group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from asiakaskunto_cli.analysis.comparing.thresholds import Condition, Crossing
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.changes import waves_of
from asiakaskunto_cli.pages.comparison_names import Naming, amount
from asiakaskunto_cli.pages.figures import points


def crossing_lines(crossings: Iterable[Crossing], naming: Naming) -> Iterator[str]:
    """Yield a line for every condition that a group meets."""
    for one in crossings:
        yield f"{one.fail_on.text}: {naming.title(one.group)}: {_words(one)}"


def _words(crossing: Crossing) -> str:
    newest = crossing.group.waves[-1]
    if crossing.fail_on.condition is Condition.CRITICAL:
        return _("a critical item failed in {wave}").format(wave=newest.wave)
    if crossing.fail_on.condition is Condition.BELOW_TARGET:
        words = _("{mean} in {wave}, target {target}")
        target = points(crossing.target)
        return words.format(mean=points(newest.mean), wave=newest.wave, target=target)
    change = crossing.change
    if change is None or change.overall.difference is None:
        return newest.wave
    return f"{waves_of(change)} {amount(change.overall.difference, crossing.group.kind)}"
