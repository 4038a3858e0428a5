"""What became of a run of `kunto validate`, for the formats that other programs read."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.errors import KuntoError
from asiakaskunto_cli.source.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """The files that could be read, the findings in them, and those that could not, with why.

    ``left_out`` counts what is only for information and was not asked for, ``unselected`` the
    errors and warnings whose codes were not, ``ignored`` those of them that were not to be told.
    ``passed_over`` are YAML files of other programs that lay among the others.
    ``strict``: warnings fail the check too. ``base`` is the folder that other programs name files
    from: the root of the repository, without links.
    """

    files: Sequence[str]
    findings: Sequence[Finding]
    unreadable: Mapping[str, KuntoError]
    strict: bool
    base: Path
    left_out: int = 0
    unselected: int = 0
    ignored: int = 0
    passed_over: Sequence[str] = ()

    def fails(self, finding: Finding) -> bool:
        """Return whether a finding makes the check fail."""
        return finding.severity is Severity.ERROR or (
            self.strict and finding.severity is Severity.WARNING
        )

    def from_base(self, file: str) -> str:
        """Return a file's path as seen from the base, with slashes; one outside, from the root."""
        # A link that is a file keeps its own name; links on the way to it do not count.
        path = Path(os.path.realpath(os.path.dirname(file)), os.path.basename(file))  # noqa: PTH119, PTH120 of a/.. too
        return (path.relative_to(self.base) if path.is_relative_to(self.base) else path).as_posix()

    def fingerprinted(self) -> Iterator[tuple[Finding, str]]:
        """Yield every finding with its fingerprint, which stays the same while its line moves.

        Of findings that say the same of one file, each has its own.
        """
        seen: Counter[tuple[str, str, str]] = Counter()
        for finding in self.findings:
            # A message may name another line, or count something.
            message = re.sub(r"\d+", "0", finding.message)
            said = (self.from_base(finding.file), finding.code, message)
            seen[said] += 1
            yield finding, fingerprint_of(*said, str(seen[said]))


def fingerprint_of(*words: str) -> str:
    """Return 32 hex digits that stand for some words."""
    content = "\n".join(words).encode(errors="surrogatepass")
    return hashlib.sha256(content).hexdigest()[:32]
