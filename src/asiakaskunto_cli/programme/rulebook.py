"""What the codes of a programme mean, in the form of a rule's docstring; examples: `kunto.yaml`."""

from __future__ import annotations

from collections.abc import Mapping

from asiakaskunto_cli.source.finding import Severity

SEVERITIES: Mapping[str, Severity] = {}

TEXTS: tuple[str, ...] = (
    """K320: a wave begins before it ends.

    In kunto.yaml. A wave of one day begins and ends on it.

    Fails::

        waves: [{id: 2026-Q4, from: 2026-12-31, to: 2026-10-01}]

    Passes::

        waves: [{id: 2026-Q4, from: 2026-10-01, to: 2026-12-31}]
    """,
    """K321: of weights that belong together, one is more than 0.

    In kunto.yaml. Where all are 0, nothing is left to make a score of. Those left out keep kunto's
    weights.

    Fails::

        method_weights: {observe: 0, test: 0, ask: 0}

    Passes::

        method_weights: {observe: 0, test: 0.5, ask: 0.5}
    """,
    """K322: every level asks for more than the one before.

    In kunto.yaml. Of the levels good, excellent and best, a higher one asks for a higher score, and
    for no less of each area. Those left out keep kunto's thresholds.

    Fails::

        levels: {good: {score: 90, area: 60}}

    Passes::

        levels: {good: {score: 80, area: 60}}
    """,
    """K323: no day is in two waves.

    In kunto.yaml. A visit belongs to the wave that holds its day.

    Fails::

        waves:
          - {id: 2026-Q3, from: 2026-08-03, to: 2026-10-02}
          - {id: 2026-Q4, from: 2026-10-01, to: 2026-12-31}

    Passes::

        waves:
          - {id: 2026-Q3, from: 2026-08-03, to: 2026-09-30}
          - {id: 2026-Q4, from: 2026-10-01, to: 2026-12-31}
    """,
)
