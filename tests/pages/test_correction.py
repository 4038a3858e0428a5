"""What a correction changed is told item by item, old and new, and nothing else."""

from asiakaskunto_cli.pages.correction import changes
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.scoring.response import Evidence, Response

PHOTO = Evidence("0" * 16 + ".jpg", "0" * 64, 9, "2026-11-22T12:00:00+00:00")


def changed(report_of, answers, note="", **facts):
    return list(changes(report_of(), report_of(answers, note=note, **facts)))


def test_the_same_report_has_no_changes(report_of, answers):
    assert changed(report_of, answers) == []


def test_every_part_that_changed_is_told(report_of, answers):
    new = answers | {
        "noticed": Response(answer=12),
        "greeted": Response(answer=True, evidence=(PHOTO,)),
        "smile": Response(answer=4, note="A grin."),
        "solution": Response(answer="partly", why="The wrong size."),
        "stock": Response(not_observed=True),
        "price": Response(answer=True),
    }
    told = changed(
        report_of,
        new,
        note="Rain.",
        wave="2026-Q3",
        evaluator=None,
        site=Site(id="tori", name="Tori"),
    )
    assert told == [
        "Site: Keskustan myymälä → Tori",
        "Wave: 2026-Q4 → 2026-Q3",
        "Evaluator: A1 → –",
        "Note on the whole visit: – → Rain.",
        "How soon were you noticed?: 11 s → 12 s",
        "Did anyone greet you?: no → yes",
        "Did anyone greet you? · Why: Everyone looked at the new till. → –",
        "Did anyone greet you? · Evidence: – → 0000000000000000.jpg",
        "How natural was the smile? · Note: Smiled [sic] :smile: → A grin.",
        "Did you get what you came for? · Why: (did not want to say) → The wrong size.",
        "Was the stock checked for you?: not applicable → not observed",
        "Was the stock checked for you? · Reason: Nothing was asked for. → –",
        "Was the price the marked one?: not observed → yes",
    ]
