"""What a comparison comes to, before it is put into words; figures are in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from asiakaskunto_cli.analysis.comparing.measures import Kind
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.key_figures.contradiction import Contradiction
from asiakaskunto_cli.analysis.reduce import Exclusion, Limit
from asiakaskunto_cli.analysis.trend import Line, MannKendall
from asiakaskunto_cli.analysis.xmr import Limits
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.read import UnusableReportError
from asiakaskunto_cli.words import Method


class Verdict(StrEnum):
    """What may be said of a change: ``changed`` is a single visit's word for different."""

    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    CHANGED = "changed"
    NOT_COMPARABLE = "not_comparable"


class Obstacle(StrEnum):
    """Why two waves cannot be compared: in what their visits were measured differently."""

    CHECKLIST = "checklist"
    SCORING = "scoring"
    AREA_WEIGHTS = "area_weights"
    METHODS = "methods"
    SITES = "sites"
    TOO_FEW = "too_few"


class Cause(StrEnum):
    """Why scores are worked out anew: what differs between two waves, or within them."""

    SCORING = "scoring"
    AREA_WEIGHTS = "area_weights"
    MIXED = "mixed"


class Left(StrEnum):
    """Why an item is not among the common ones."""

    ONLY_OLDER = "only_older"
    ONLY_NEWER = "only_newer"
    RULE_CHANGED = "rule_changed"


@dataclass(frozen=True, slots=True)
class WaveFigures:
    """One wave of a group; ``mean`` is None where too few visits may not be shown.

    ``sd`` and interval are None at one visit, ``sd`` also for shares and indexes, the interval also
    where all visits were alike. ``values`` are the single figures, ascending; empty where there are
    too many to draw. ``methods`` are those that an index joins. ``limits`` are the visits whose
    gated items failed or went unchecked. ``alike`` tells that it was measured by the same rules as
    the wave before.
    """

    wave: str
    visits: int
    mean: float | None
    sd: float | None
    interval: Interval | None
    values: tuple[float, ...] = ()
    methods: tuple[Method, ...] = ()
    limits: tuple[Limit, ...] = ()
    alike: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """The change of one measure between two waves; ``measure`` is score, area:…, item:….

    Every figure is None where the waves are not comparable, and all but the difference where no
    interval can be given (one visit, or no variation at all: see ``welch``). ``smallest_visible``
    is the smallest change that these visits could have shown. Where several measures were
    tested, ``p_adjusted`` allows for that and decides the verdict.
    """

    measure: str
    difference: float | None
    interval: Interval | None
    p_value: float | None
    p_adjusted: float | None
    distinguishable: bool | None
    smallest_visible: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Share:
    """What one item or area brought to the change of the score, in points.

    ``points`` = ``real`` + ``denominator``: what came of scoring better or worse, and what came
    of applying on more or fewer visits than before.
    """

    id: str
    points: float
    real: float
    denominator: float


@dataclass(frozen=True, slots=True)
class Contributions:
    """What the change is made of: the shares of ``areas`` add up to it, and those of ``items``.

    ``items`` is empty where answers were not looked at.
    """

    areas: tuple[Share, ...]
    items: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Rescoring:
    """Waves of different rules, compared by their common items and the newer weights.

    ``cause`` is MIXED where a rule served in both waves, so that it is no change between them.
    ``coverage`` is the part (0..1) of the newer score that the common items decide;
    ``as_measured`` is the change of the scores as they were given, None where there is none;
    ``without`` counts the visits that answered none of the common items.
    """

    cause: Cause
    common: tuple[str, ...]
    left_out: Mapping[str, Left]
    coverage: float
    as_measured: float | None
    without: int = 0


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of a checklist in two waves; ``reworded`` are items worded differently."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    reworded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SiteMix:
    """The sites that were compared, those that could not be, and the change over all visits.

    ``standardised`` is the change with every site weighing what its visits weighed in the earlier
    wave. It and ``pooled`` are None of an index, which is a site's own.
    """

    sites: tuple[str, ...]
    left_out: tuple[str, ...]
    pooled: Difference | None
    standardised: float | None = None


@dataclass(frozen=True, slots=True)
class IndexMix:
    """The checklists by which no change of an index could be told, and its change nevertheless.

    ``as_measured`` is the change of the index of all visits, whatever they were measured by.
    """

    left_out: tuple[str, ...]
    as_measured: float


@dataclass(frozen=True, slots=True)
class Evaluators:
    """Who evaluated in two waves, where not the same people did, or not as many visits each.

    ``shared`` evaluated one of the sites in both waves. ``lowest`` and ``highest`` are the change
    when the visits of one evaluator at a time are left out; None where nobody is shared, or it
    cannot be worked out. Without the visits of one of the ``needed`` nothing could be compared.
    ``unnamed`` tells that some visits do not say who evaluated. ``visits`` is how many each of the
    same people made before and after, where that is what changed.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    shared: tuple[str, ...]
    lowest: float | None
    highest: float | None
    needed: tuple[str, ...] = ()
    unnamed: bool = False
    visits: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class WaveChange:
    """All that may be said of the change between two waves of a group.

    ``before`` and ``after`` are the visits that it was worked out from. ``areas`` are tested
    together by Holm, ``items`` are screened together by Benjamini and Hochberg.
    """

    from_wave: str
    to_wave: str
    before: int
    after: int
    overall: Difference
    obstacle: Obstacle | None = None
    p_permutation: float | None = None
    areas: tuple[Difference, ...] = ()
    items: tuple[Difference, ...] = ()
    contributions: Contributions | None = None
    rescoring: Rescoring | None = None
    versions: Versions | None = None
    site_mix: SiteMix | None = None
    index_mix: IndexMix | None = None
    evaluators: Evaluators | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """Where a series of comparable waves is going; ``waves`` are those that it was told from.

    ``sites`` are those in all of the waves, ``left_out`` the others. ``limits`` is None for fewer
    than six waves.
    """

    waves: tuple[str, ...]
    series: tuple[float, ...]
    test: MannKendall
    line: Line
    distinguishable: bool
    limits: Limits | None
    sites: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def is_over_sites(self) -> bool:
        """Whether its series is the mean of sites rather than the means that the waves have."""
        return len(self.sites) + len(self.left_out) > 1


Key = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """Visits that belong together: their waves in order, the changes, and the trend.

    ``key`` tells by which values of which dimensions they belong together; ``checklists`` are
    those that were used. ``contradiction`` tells how far what was felt and what was done are
    apart in the newest wave, where its answers were looked at.
    """

    key: Key
    kind: Kind
    checklists: tuple[str, ...]
    waves: tuple[WaveFigures, ...]
    changes: tuple[WaveChange, ...]
    trend: Trend | None
    contradiction: Contradiction | None = None

    def value(self, dimension: str) -> str | None:
        """Return the group's value of a dimension, or None where it has none."""
        return dict(self.key).get(dimension)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All groups in order, and the visits that were left out, by file.

    ``waves`` and ``sites`` (with their names) are all that there are, also outside of what was
    asked for. ``outside`` counts the figures of visits whose segment or class is not known.
    ``checklists`` are those whose answers were read, the newest last. ``too_many`` tells that
    items were not looked at because of the number of visits.
    """

    request: Request
    groups: tuple[GroupComparison, ...]
    exclusions: tuple[Exclusion, ...]
    waves: tuple[str, ...]
    sites: Mapping[str, str]
    outside: int
    unusable: tuple[UnusableReportError, ...]
    checklists: tuple[Checklist, ...]
    too_many: bool
