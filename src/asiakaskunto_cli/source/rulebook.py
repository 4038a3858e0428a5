"""What the codes of YAML and of a file's shape mean, in the form of a rule's docstring.

They belong to the reader and to pydantic's models, which find many of them in one place. A comment
in an example tells what cannot be shown in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from asiakaskunto_cli.source.finding import Severity

SEVERITIES: Mapping[str, Severity] = {
    "K352": Severity.WARNING,
    "K390": Severity.INFORMATION,
}

TEXTS: tuple[str, ...] = (
    """K101: the file is YAML, and every key is a text.

    Most often a text without quotes holds a colon, a line does not fit the indentation of those
    above it, or a tab stands where only spaces may.

    Fails::

        title: Kassalla: tervehdys ja kiitos

    Passes::

        title: "Kassalla: tervehdys ja kiitos"
    """,
    """K102: a key stands once.

    Only one of two values could count, and another program might take the other.

    Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", text: "Hymyilikö hän?", type: text}

    Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text}
    """,
    """K103: nothing is an anchor, an alias or a merge key.

    What stands somewhere else is easily changed by accident; repeated parts are written out.

    Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text, help: &ilme "Katso suuta."}
          - {id: katse, text: "Katsoiko myyjä?", type: text, help: *ilme}

    Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text, help: "Katso suuta."}
          - {id: katse, text: "Katsoiko myyjä?", type: text, help: "Katso silmiä."}
    """,
    """K104: nothing has a tag of YAML.

    A text that starts with an exclamation mark belongs in quotes.

    Fails::

        items:
          - {id: hymy, text: !muista "Hymyilikö myyjä?", type: text}

    Passes::

        items:
          - {id: hymy, text: "! Hymyilikö myyjä?", type: text}
    """,
    """K105: lists and mappings are nested at most 32 deep.

    No checklist comes near; a text that starts with a bracket belongs in quotes.

    Fails::

        title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["Kassalla"]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Passes::

        title: "[Kassalla]"
    """,
    """K106: the file has at most 1 MiB, and at most 100,000 keys and values.

    A larger one is hardly a checklist, and would fill the memory of whoever opens it.

    Fails::

        languages: [fi, fi]   # and so on: 100,000 times

    Passes::

        languages: [fi]
    """,
    """K107: the file is text in UTF-8.

    Most editors have a menu for the encoding, where they save.

    Fails::

        title: "Käynti myymälässä"   # saved as ISO 8859-1

    Passes::

        title: "Käynti myymälässä"   # saved as UTF-8
    """,
    r"""K108: no character steers a terminal or turns the text round.

    Control characters and marks for the direction of writing, raw or as escapes, can garble what
    is shown or disguise what is asked.

    Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?\u001b[2J", type: text}

    Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text}
    """,
    """K109: the file has one document in it.

    Not none, and not a second one after a line of three hyphens.

    Fails::

        # A list for the till. TODO

    Passes::

        title: "Kassalla"
    """,
    """K201: every key is known where it stands.

    Fails::

        items:
          - {id: hymy, txet: "Hymyilikö myyjä?", text: "Hymyilikö hän?", type: text}

    Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text}
    """,
    """K202: every key that is needed is there.

    Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?"}

    Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text}
    """,
    """K203: a value is of the right kind, and is there at all.

    A text that looks like a number or like true belongs in quotes. Inside {…} a comma ends a text
    without quotes; it ends a number too: decimals follow a point.

    Fails::

        minutes: "kymmenen"
        items:
          - {id: hymy, text: 8, type: text}

    Passes::

        minutes: 10
        items:
          - {id: hymy, text: "8", type: text}
    """,
    """K204: a value is one of those that are known.

    Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: kylla_ei}

    Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text}
    """,
    """K205: ids, versions and languages are written in their own way.

    An id has small letters from a to z, digits and hyphens.

    Fails::

        items:
          - {id: Hymy_ovella, text: "Hymyilikö myyjä?", type: text}

    Passes::

        items:
          - {id: hymy-ovella, text: "Hymyilikö myyjä?", type: text}
    """,
    """K206: a number, a text or a list keeps within its limits.

    Fails::

        minutes: 0
        items:
          - {id: hymy, text: "", type: text}

    Passes::

        minutes: 10
        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text}
    """,
    """K207: the kind of a file is one that kunto checks.

    Fails::

        kunto: 1
        kind: practises
        practices: [{id: oma-tapa, title: "Oma tapa", text: "Näin me teemme."}]

    Passes::

        kunto: 1
        kind: practices
        practices: [{id: oma-tapa, title: "Oma tapa", text: "Näin me teemme."}]
    """,
    """K352: no text ends at a number sign.

    Without quotes, a space and # make the rest of the line a comment, and the text is cut short
    without an error. Whoever means a comment puts a space after the sign too; then nothing is said.

    Fails::

        items:
          - id: kassa
            text: Oliko kassa #2 auki?
            type: text

    Passes::

        items:
          - id: kassa
            text: "Oliko kassa #2 auki?"   # the one by the door
            type: text
    """,
    """K390: a text that other readers of YAML take for something else stands in quotes.

    kunto reads it as it is typed. To others no is false, 12:30 is 750, 012 is 10 and a date is no
    text; a program of yours, or a merge tool, may write back what it has read.

    Fails::

        source: 2018-01-16
        items:
          - {id: muuta, text: "Mitä muuta huomasit?", type: text, touchpoint: off}

    Passes::

        source: "2018-01-16"
        items:
          - {id: muuta, text: "Mitä muuta huomasit?", type: text, touchpoint: "off"}
    """,
)
