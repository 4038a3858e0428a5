"""Where a command works: the engagement around it, and the language it speaks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.errors import BadInputError, UsageError
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.language import activate, available, locale_wishes, negotiate, ngettext
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.find import Engagement, find_engagement
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.source.finding import Finding


def engagement_around(start: Path | None = None) -> Engagement:
    """Return the engagement that a path, by default the working folder, belongs to.

    Raises BadInputError, after printing the findings, when its `kunto.yaml` is not sound.
    """
    found = find_engagement(start or Path.cwd())
    if found.engagement is None:
        raise refusal(found.findings)
    return found.engagement


def engagement_if_sound() -> Engagement:
    """Return the engagement around the working folder; where its file is not sound, a bare one.

    For what must go on whatever `kunto.yaml` says: a draft, or the check of that very file.
    """
    return find_engagement(Path.cwd()).engagement or Engagement(Path.cwd(), Programme())


def speak(wish: str | None, engagement: Engagement) -> str:
    """Speak the language of --lang, KUNTO_LANG, the programme or the locale; return its code.

    Raises UsageError when --lang names a language that kunto does not speak.
    """
    if wish is not None and wish not in available():
        known = ", ".join(available())
        raise UsageError(
            _("kunto does not speak “{language}”.").format(language=wish),
            remedy=_("Use one of: {known}.").format(known=known),
        )
    code = negotiate([wish, *language_wishes(engagement)])
    activate(code)
    return code


def language_wishes(engagement: Engagement) -> list[str | None]:
    """Return the wishes behind --lang, strongest first."""
    own, *locale = locale_wishes()
    return [own, engagement.programme.language, *locale]


def as_seen_from_here(path: Path) -> Path:
    """Return a path as one would type it: relative where it lies in the working folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def refusal(findings: Sequence[Finding], *, can_be_checked: bool = True) -> BadInputError:
    """Print findings and return the error that ends the command because of them.

    It names the files to check, unless they can only be checked by the same command.
    """
    for finding in findings:
        place = f"{_file(finding)}:{finding.position.line}:{finding.position.column}"
        streams.talk(f"{place}: {finding.code} {finding.message}")
        streams.talk(f"    {finding.remedy}")
    files = dict.fromkeys(map(_file, findings))
    words = ngettext(
        "{count} finding in {file}.", "{count} findings in {file}.", len(findings)
    ).format(count=len(findings), file=", ".join(files))
    remedy = _("Mend it, and run the command again.")
    if can_be_checked:
        remedy = _("Mend it, and check it with: kunto validate {files}")
    return BadInputError(words, remedy=remedy.format(files=" ".join(files)))


def _file(finding: Finding) -> str:
    return shown(as_seen_from_here(Path(finding.file)))
