"""What the codes of a change mean, in the form of a rule's docstring.

An example shows two versions of a file: lines with a minus are of the earlier one, lines with a
plus of the later one, the others of both.
"""

from __future__ import annotations

from collections.abc import Mapping

from asiakaskunto_cli.source.finding import Severity

SEVERITIES: Mapping[str, Severity] = dict.fromkeys(
    ("K383", "K384", "K385", "K386"), Severity.WARNING
)

TEXTS: tuple[str, ...] = (
    """K380: a version number tells how much has changed.

    With --against. Major: old and new visits cannot be compared in full. Minor: other things are
    asked or weighed. Patch: the wording has changed.

    Fails::

         version: 1.0.0
         items:
        -  - {id: hymy, text: "Hymyilikö myyjä?", type: text}
        +  - {id: hymy, text: "Hymyilikö myyjä kassalla?", type: text}

    Passes::

        -version: 1.0.0
        +version: 1.0.1
         items:
        -  - {id: hymy, text: "Hymyilikö myyjä?", type: text}
        +  - {id: hymy, text: "Hymyilikö myyjä kassalla?", type: text}
    """,
    """K381: a version number never goes down.

    With --against.

    Fails::

        -version: 1.2.0
        +version: 1.1.0
         items:
           - {id: hymy, text: "Hymyilikö myyjä?", type: text}

    Passes::

        -version: 1.2.0
        +version: 1.3.0
         items:
           - {id: hymy, text: "Hymyilikö myyjä?", type: text}
    """,
    """K382: an answer does not take the words of another one.

    With --against. Waves are compared by ids: turned round, old and new answers mean the opposite
    of each other, and nothing would show it.

    Fails::

        -version: 1.0.0
        +version: 2.0.0
         items:
           - id: saitko
             text: "Saitko, mitä hait?"
             type: choice
             options:
        -      - {id: kylla, label: "sain kaiken"}
        -      - {id: en, label: "en saanut mitään"}
        +      - {id: kylla, label: "en saanut mitään"}
        +      - {id: en, label: "sain kaiken"}

    Passes::

        -version: 1.0.0
        +version: 1.0.1
         items:
           - id: saitko
             text: "Saitko, mitä hait?"
             type: choice
             options:
        -      - {id: kylla, label: "sain kaiken"}
        +      - {id: kylla, label: "sain kaiken, mitä hain"}
               - {id: en, label: "en saanut mitään"}
    """,
    """K383: an id stays with its question.

    With --against. A new question under an old id would be compared with the answers to the old
    one. Judged by the words that the two share.

    Fails::

        -version: 1.0.0
        +version: 2.0.0
         items:
        -  - {id: hymy, text: "Hymyilikö myyjä sinulle?", type: text}
        +  - {id: hymy, text: "Löysitkö oikean hyllyn helposti?", type: text}

    Passes::

        -version: 1.0.0
        +version: 2.0.0
         items:
        -  - {id: hymy, text: "Hymyilikö myyjä sinulle?", type: text}
        +  - {id: hylly, text: "Löysitkö oikean hyllyn helposti?", type: text}
    """,
    """K384: a question keeps its yes and its no.

    With --against. A “not” that came or went turns every answer round.

    Fails::

        -version: 1.0.0
        +version: 2.0.0
         items:
        -  - {id: ohje, text: "Oliko ohje selvä?", type: text}
        +  - {id: ohje, text: "Oliko ohje epäselvä?", type: text}

    Passes::

        -version: 1.0.0
        +version: 1.0.1
         items:
        -  - {id: ohje, text: "Oliko ohje selvä?", type: text}
        +  - {id: ohje, text: "Oliko lähtiessä saatu ohje selvä?", type: text}
    """,
    """K385: a practice or a figure stays as long as a checklist names it.

    With --against. Here a checklist beside the file names oma-tapa. A checklist that is checked in
    the same run is told of it at the name itself, as K330 or K331.

    Fails::

         kunto: 1
         kind: practices
         practices:
        -  - {id: oma-tapa, title: "Oma tapa", text: "Näin me teemme."}
           - {id: toinen-tapa, title: "Toinen tapa", text: "Näin teemme myös."}

    Passes::

         kunto: 1
         kind: practices
         practices:
           - {id: oma-tapa, title: "Oma tapa", text: "Näin me teemme."}
        -  - {id: toinen-tapa, title: "Toinen tapa", text: "Näin teemme myös."}
    """,
    """K386: a checklist keeps its id.

    With --against. Reports name their checklist by it: under another id it begins anew.

    Fails::

        -id: lista
        +id: toinen-lista
         version: 1.0.0
         items:
           - {id: hymy, text: "Hymyilikö myyjä?", type: text}

    Passes::

         id: lista
         version: 1.0.0
         items:
           - {id: hymy, text: "Hymyilikö myyjä?", type: text}
    """,
)
