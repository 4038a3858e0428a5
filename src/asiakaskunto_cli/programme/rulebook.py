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

    In kunto.yaml. Where all are 0, nothing is left to make a score of.

    Fails::

        method_weights: {observe: 0, test: 0, ask: 0}

    Passes::

        method_weights: {observe: 0, test: 0.5, ask: 0.5}
    """,
)
