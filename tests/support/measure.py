"""Coverage of a forked child: it tells its parent what it ran, and the parent measures both.

For coverage itself to write down what each child ran takes 15 ms and a file of 100 kB a child,
which are put together in the end; most children run nothing that is new.
"""

from __future__ import annotations

import pickle
import tempfile

import coverage


class Measure:
    """What one child ran, on its way to the parent."""

    def __init__(self) -> None:
        """Make it before the fork."""
        self._told = tempfile.TemporaryFile()  # noqa: SIM115 open until the child has ended
        self._known: dict[str, int] = {}

    def begin(self) -> None:
        """Remember, in the child, what its parent has run."""
        self._known = {name: len(steps) for name, steps in steps_run().items()}

    def tell(self) -> None:
        """Tell, in the child, what is new at its end."""
        known = self._known
        new = {name: steps for name, steps in steps_run().items() if len(steps) != known.get(name)}
        if new:
            pickle.dump(new, self._told)
            self._told.flush()

    def learn(self) -> None:
        """Take in what the child has told, once it has ended; a killed one has told nothing."""
        with self._told as told:
            told.seek(0)
            if content := told.read():
                seen = steps_run()
                for name, steps in pickle.loads(content).items():  # noqa: S301 from our own child
                    seen.setdefault(name, set()).update(steps)


def steps_run() -> dict[str, set[object]]:
    """Return the steps from line to line that this process has run, by file.

    Nobody measures: there are none. Coverage has no public name for them before they are written.
    """
    measuring = coverage.Coverage.current()
    return {} if measuring is None else measuring._collector.data
