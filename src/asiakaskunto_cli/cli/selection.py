"""Which findings are wanted: by their codes, and whether those for information are too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from asiakaskunto_cli.errors import UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.nearest import did_you_mean
from asiakaskunto_cli.words import clean


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or beginnings of codes, that are wanted (none: all of them) and that are not."""

    select: Sequence[str]
    ignore: Sequence[str]
    everything: bool

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str], *, everything: bool) -> Selection:
        """Return the selection that options make: each several codes, with commas between.

        Raises UsageError where no code begins so.
        """
        return cls([*codes_in(select)], [*codes_in(ignore)], everything)

    def applied(self, checked: Checked) -> Checked:
        """Return what was found, without what is not wanted.

        What is for information has to be asked for: with everything, or by its code.
        """
        asked = [one for one in checked.findings if self.wants(one.code)]
        findings = [one for one in asked if self._is_shown(one)]
        selected = [self._is_selected(one.code) for one in checked.findings if _tells(one)]
        wanted = sum(map(_tells, asked))
        return replace(
            checked,
            findings=findings,
            left_out=len(asked) - len(findings),
            unselected=selected.count(False),
            ignored=selected.count(True) - wanted,
        )

    def wants(self, code: str) -> bool:
        """Return whether findings of a code are wanted."""
        return self._is_selected(code) and not code.startswith(tuple(self.ignore))

    def _is_selected(self, code: str) -> bool:
        return not self.select or code.startswith(tuple(self.select))

    def _is_shown(self, finding: Finding) -> bool:
        return _tells(finding) or self.everything or bool(self.select)


def _tells(finding: Finding) -> bool:
    """Return whether a finding says that something is wrong."""
    return finding.severity is not Severity.INFORMATION


def codes_in(options: Iterable[str]) -> Iterator[str]:
    """Yield the codes, or their beginnings, in the values of an option.

    Raises UsageError where no code begins so.
    """
    from asiakaskunto_cli.pages.rulebook import known_codes  # noqa: PLC0415 few runs name codes

    known = known_codes()
    for option in options:
        for word in filter(None, option.replace(",", " ").split()):
            code = word.upper()
            if not any(one.startswith(code) for one in known):
                message = _("There is no code “{code}”.").format(code=clean(word)[:40])
                remedy = did_you_mean(code, known)
                raise UsageError(
                    message, remedy=remedy or _("List them with: kunto validate --explain")
                )
            yield code
