"""Collects the messages of the source into the catalogues and compiles them.

Run it, translate what is empty in a language's kunto.po, run it again. It writes no dates, so
that a catalogue changes only where a message did.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from asiakaskunto_cli.cli.app import commands
from asiakaskunto_cli.cli.help import messages_of
from asiakaskunto_cli.pages.rulebook import rulebook

PACKAGE = Path(__file__).parents[1] / "src" / "asiakaskunto_cli"
LOCALE = PACKAGE / "locale"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def main() -> int:
    """Renew every catalogue and return 1 when a translation is missing."""
    missing = 0
    for folder in sorted(path for path in LOCALE.iterdir() if path.is_dir()):
        po = folder / "LC_MESSAGES" / "kunto.po"
        catalogue = renewed(folder.name, po)
        po.write_bytes(as_po(catalogue))
        po.with_suffix(".mo").write_bytes(as_mo(catalogue))
        if folder.name != "en":
            missing += sum(not translated(message.string) for message in catalogue if message.id)
    sys.stdout.write(f"{missing} messages wait for a translation\n")
    return int(missing > 0)


def renewed(language: str, po: Path) -> Catalog:
    """Return a catalogue with exactly the messages of the source, and its old translations."""
    with po.open("rb") as file:
        old = read_po(file, locale=language)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    new = Catalog(locale=language, project="kunto", creation_date=moment, revision_date=moment)
    for message, context in messages():
        known = old.get(message if isinstance(message, str) else message[0], context)
        new.add(message, known.string if known else None, context=context)
    return new


def messages() -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Yield every message with its context: those of the source, of help, and of rules."""
    for _file, _line, message, _comments, context in extract_from_dir(PACKAGE, keywords=KEYWORDS):
        yield message, context
    for command in commands():
        yield from ((message, None) for message in messages_of(command))
    for text in rulebook().values():
        for words in (text.title, *text.why):
            yield words, None


def translated(string: object) -> bool:
    """Return whether a message has its translation, in all its forms."""
    return all(string) if isinstance(string, tuple | list) else bool(string)


def as_po(catalogue: Catalog) -> bytes:
    """Return the catalogue as text for translators."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, sort_output=True, omit_header=True, no_location=True)
    return HEADER.format(language=catalogue.locale).encode() + out.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Return the catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
