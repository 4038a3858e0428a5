"""The key figures of whole visits: ladder, core process, weights, and two warnings."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.analysis.key_figures.contradiction import Contradiction
from asiakaskunto_cli.analysis.key_figures.core_process import CoreProcess
from asiakaskunto_cli.analysis.key_figures.expertise import ExpertiseIllusion
from asiakaskunto_cli.analysis.key_figures.ladder import Ladder
from asiakaskunto_cli.analysis.key_figures.profile import Profile
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import (
    Block,
    Entry,
    Row,
    Sentence,
    Table,
    Tone,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.figures import points
from asiakaskunto_cli.pages.names import area_name, capitalised, in_a_row, method_name
from asiakaskunto_cli.pages.sureness import (
    PER_CENT,
    counted,
    difference_text,
    score_text,
    share_text,
    whole_share,
)
from asiakaskunto_cli.pages.wording import Wording


def ladder_entry(figure: Ladder, wording: Wording, confidence: float) -> Entry:
    """Return how many stand on which step, the index of the ladder and the share on top."""
    labels = wording.steps(figure.checklist, figure.classification)
    title = wording.classification(figure.checklist, figure.classification)
    counts = [f"{labels[step.id]} {step.count}" for step in figure.steps]
    if figure.unknown:
        counts.append(_("not known {count}").format(count=figure.unknown))
    details = [in_a_row(counts)]
    if figure.contradictory:
        words = _("Answers that contradict each other: {count}")
        details.append(words.format(count=figure.contradictory))
    count = counted(figure.n, figure.method)
    if figure.index is not None:
        words = _("Mean height on the ladder (0–100): {index}")
        details.append(words.format(index=score_text(figure.index, count, confidence)))
    if figure.top is not None:
        words = _("On the two highest steps: {share}")
        details.append(words.format(share=share_text(figure.top, count, confidence)))
    return Entry(title, tuple(details))


def core_process_blocks(
    figure: CoreProcess, wording: Wording, confidence: float
) -> Iterator[Block]:
    """Yield whether all core and critical items passed, and at which stage they did not."""
    tone = Tone.GOOD if figure.complete else Tone.WARNING
    yield Sentence(_checks(figure), tone)
    if figure.passed + figure.failed + figure.unchecked > figure.flawless.n:
        count = counted(figure.flawless.n, figure.method)
        words = _("Visits on which all of them passed: {share}.")
        yield Sentence(words.format(share=share_text(figure.flawless, count, confidence)), tone)
    if len(figure.stages) > 1:
        yield stages_table(figure, wording)


def stages_table(figure: CoreProcess, wording: Wording) -> Table:
    """Return the stages of a core process with what passed, failed and was not checked."""
    columns = (
        text_column(_("Stage")),
        figure_column(_("Passed")),
        figure_column(_("Failed")),
        figure_column(_("Not checked")),
    )
    rows = (
        (
            wording.section(figure.checklist, stage.section),
            str(stage.passed),
            str(stage.failed),
            str(stage.unchecked),
        )
        for stage in figure.stages
    )
    return Table(columns, tuple(Row(cells) for cells in rows))


def _checks(figure: CoreProcess) -> str:
    """Return the share of core items that passed, which is to be all of them."""
    if figure.share is None:
        return _("Core and critical items: none could be checked.")
    words = _("Core and critical items: {passed} of {checked} passed, {share}; the goal is 100 %.")
    if figure.complete:
        words = _("Core and critical items: {passed} of {checked} passed, {share}.")
    said = words.format(
        passed=figure.passed,
        checked=figure.passed + figure.failed,
        share=whole_share(figure.share),
    )
    if not figure.unchecked:
        return said
    return _("{said} Not checked: {count}.").format(said=said, count=figure.unchecked)


def profile_sentence(figure: Profile, confidence: float) -> Sentence:
    """Return the mean by the weights used, beside the mean by equal ones."""
    weights = in_a_row(
        f"{area_name(area)} {points(100 * weight, 0)}{PER_CENT}"
        for area, weight in figure.weights.items()
    )
    count = counted(figure.weighted.n, figure.method)
    words = _("{method}: score {weighted} by the weights used ({weights}), {equal} by equal ones.")
    return Sentence(
        words.format(
            method=capitalised(method_name(figure.method)),
            weights=weights,
            weighted=score_text(figure.weighted, count, confidence),
            equal=score_text(figure.equal, "", confidence),
        )
    )


def expertise_sentence(figure: ExpertiseIllusion, confidence: float) -> Sentence:
    """Return expertise beside clarity, with a warning where only the first is high."""
    said = _("Expertise {expertise}, clarity {clarity}.").format(
        expertise=score_text(figure.expertise, "", confidence),
        clarity=score_text(figure.clarity, counted(figure.clarity.n), confidence),
    )
    if not figure.flagged:
        return Sentence(said)
    words = _("{said} An illusion of expertise: plain words would help more than more knowledge.")
    return Sentence(words.format(said=said), Tone.WARNING)


def contradiction_sentence(figure: Contradiction, confidence: float) -> Sentence:
    """Return how far feelings and facts are apart, with a warning where they disagree."""
    said = _("Subjective {subjective}, objective {objective}: difference {difference}.").format(
        subjective=points(figure.subjective.mean),
        objective=points(figure.objective.mean),
        difference=difference_text(figure.difference, counted(figure.difference.n), confidence),
    )
    if not figure.flagged:
        return Sentence(said)
    if figure.difference.mean < 0:
        words = _(
            "{said} The work was done right but did not feel so: look at how you communicate."
        )
    else:
        words = _(
            "{said} It felt better than it was: mend the work while customers still trust you."
        )
    return Sentence(words.format(said=said), Tone.WARNING)
