"""Makes examples/vasara-ja-vispila: a whole invented engagement, the same bytes every time.

Run it when a checklist, the plan or the words (tools/example/) change. Everything in the folder
is made anew: kunto.yaml, the own checklist, the answers files, and the reports that kunto's own
interview makes of them. Look at it with `kunto report` and `kunto compare` in that folder.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from example.engine import Engine
from example.invent import Inventor
from example.own import own_checklist
from example.plan import HERE, Plan
from example.words import Words
from example.write import correction_file, visit_file

from asiakaskunto_cli.checklist.library import shipped_folder
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.visit.answers_file import GivenAnswer

FOLDER = Path(__file__).parents[1] / "examples" / "vasara-ja-vispila"
ANSWERS = "vastaukset"


def main() -> int:
    """Make the example in its own folder, or in the folder that is named."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else FOLDER
    make(folder)
    return 0


def make(folder: Path) -> None:
    """Make the whole example in a folder; what an earlier run left there is replaced."""
    for name in ("checklists", "reports", ANSWERS):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    shutil.copyfile(HERE / "kunto.yaml", folder / "kunto.yaml")
    name, text = own_checklist(shipped_folder())
    (folder / "checklists" / name).write_text(text, encoding="utf-8")
    plan = Plan()
    engine = Engine(folder, plan.version)
    _make_replacements(plan, engine, folder, _make_visits(plan, engine, folder))


def _make_visits(plan: Plan, engine: Engine, folder: Path) -> dict[str, Report]:
    words = Words()
    said: dict[str, dict[str, GivenAnswer]] = {}
    reports = {}
    for visit in plan.visits:
        checklist = engine.checklist(visit.checklist, own=visit.own)
        twin = said.get(visit.twin or "", {})
        said[visit.name] = Inventor(visit, checklist, words).answers(twin)
        path = folder / ANSWERS / f"{visit.name}.yaml"
        path.write_text(visit_file(visit, said[visit.name]), encoding="utf-8")
        reports[visit.name] = engine.visit(visit, path)
    return reports


def _make_replacements(
    plan: Plan, engine: Engine, folder: Path, reports: dict[str, Report]
) -> None:
    for one in plan.corrections:
        path = folder / ANSWERS / f"{one.of}-korjaus.yaml"
        report = reports[one.of]
        path.write_text(correction_file(report.checklist.id, one.answers), encoding="utf-8")
        engine.correction(report, one.days, one.reason, path)
    for taken_back in plan.withdrawals:
        engine.withdrawal(reports[taken_back.of], taken_back.days, taken_back.reason)


if __name__ == "__main__":
    sys.exit(main())
