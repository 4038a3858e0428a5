"""What the codes of a report mean, in the form of a rule's docstring.

An example shows lines of a report: those with a minus were there before, those with a plus are now.
"""

from __future__ import annotations

from collections.abc import Mapping

from asiakaskunto_cli.source.finding import Severity

SEVERITIES: Mapping[str, Severity] = {"K416": Severity.WARNING}

TEXTS: tuple[str, ...] = (
    """K411: a report is whole.

    It ends with the digest of all that is before it. A copy that broke off has none.

    Fails::

        - "sha256": "…"
        -}

    Passes::

          "sha256": "…"
         }
    """,
    """K412: a report is as kunto wrote it.

    Its digest tells. A visit is corrected by another report that says why, never in the file.

    Fails::

        - "wave": "2026-Q4",
        + "wave": "2026-Q3",

    Passes::

          "wave": "2026-Q4",
    """,
    """K413: a report is of a version that this kunto reads.

    Fails::

        - "schema_version": 1,
        + "schema_version": 99,

    Passes::

          "schema_version": 1,
    """,
    """K414: the checklist in a report is sound.

    A report carries the checklist by which it was made, and is scored and read by it for ever.
    Another program wrote one that has findings of its own, and sealed the report anew.

    Fails::

        -   "kunto": 1,
        +   "kunto": 99,

    Passes::

            "kunto": 1,
    """,
    """K415: the answers in a report are some that its checklist takes.

    Another program wrote what no visit could have answered, and sealed the report anew.

    Fails::

        -   "answer": true,
        +   "answer": "perhaps",

    Passes::

            "answer": true,
    """,
    """K416: a report keeps its layout.

    Another program saved it with the same content in other lines. It still counts.

    Fails::

        -{
        - "kind": "report",
        +{"kind": "report",

    Passes::

         {
          "kind": "report",
    """,
)
