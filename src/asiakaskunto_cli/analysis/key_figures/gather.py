"""All key figures of a group of visits at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.cited import Cited, cited
from asiakaskunto_cli.analysis.key_figures.contradiction import Contradiction, contradictions
from asiakaskunto_cli.analysis.key_figures.core_process import CoreProcess, core_processes
from asiakaskunto_cli.analysis.key_figures.expertise import ExpertiseIllusion, expertise_illusions
from asiakaskunto_cli.analysis.key_figures.gap import Gap, gaps
from asiakaskunto_cli.analysis.key_figures.ladder import Ladder, ladders
from asiakaskunto_cli.analysis.key_figures.nps import NpsFigure, nps_figures
from asiakaskunto_cli.analysis.key_figures.profile import Profile, profiles
from asiakaskunto_cli.analysis.key_figures.promise import PromiseFigure, promise_figures
from asiakaskunto_cli.analysis.key_figures.timing import Timing, timings
from asiakaskunto_cli.analysis.key_figures.top_box import TopBox, top_boxes
from asiakaskunto_cli.analysis.key_figures.word_of_mouth import WordOfMouth, words_of_mouth
from asiakaskunto_cli.analysis.reduce import why_left_out
from asiakaskunto_cli.checklist.figures import ReferenceFigure
from asiakaskunto_cli.report.detail import VisitDetail


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """What the visits of a group say beside their scores; empty where they say nothing of it."""

    nps: tuple[NpsFigure, ...]
    top_box: tuple[TopBox, ...]
    gaps: tuple[Gap, ...]
    promises: tuple[PromiseFigure, ...]
    timings: tuple[Timing, ...]
    ladders: tuple[Ladder, ...]
    core_processes: tuple[CoreProcess, ...]
    profiles: tuple[Profile, ...]
    word_of_mouth: tuple[WordOfMouth, ...]
    expertise: tuple[ExpertiseIllusion, ...]
    contradiction: tuple[Contradiction, ...]
    cited: tuple[Cited, ...]


def key_figures(
    details: Iterable[VisitDetail],
    reference: Mapping[str, ReferenceFigure],
    *,
    confidence: float = 0.95,
) -> KeyFigures:
    """Return the key figures of the visits that count; the reference figures are by id.

    The confidence of the intervals is between 0 and 1.
    """
    counted = [one for one in details if why_left_out(one.record) is None]
    return figures_of(counted, reference, confidence=confidence)


def figures_of(
    counted: Sequence[VisitDetail],
    reference: Mapping[str, ReferenceFigure],
    *,
    confidence: float = 0.95,
) -> KeyFigures:
    """Return the key figures of just these visits, whatever they count for."""
    return KeyFigures(
        nps=nps_figures(counted, confidence),
        top_box=top_boxes(counted, confidence),
        gaps=gaps(counted, confidence),
        promises=promise_figures(counted, confidence),
        timings=timings(counted, confidence),
        ladders=ladders(counted, confidence),
        core_processes=core_processes(counted, confidence),
        profiles=profiles(counted, confidence),
        word_of_mouth=words_of_mouth(counted, reference, confidence),
        expertise=expertise_illusions(counted, confidence),
        contradiction=contradictions(counted, confidence),
        cited=cited(counted, reference, confidence),
    )
