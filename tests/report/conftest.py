"""Reports to seal, read and collect: one visit, with everything that a test does not name."""

from datetime import datetime

import pytest

from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.opening import Opening, Rules
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Entry, Method, Status, uuid7

CHECKLIST = """
languages: [fi, en]
items:
  - id: tervehdys
    text: {fi: "Tervehdittiinkö?", en: "A greeting?"}
    type: yes_no
    area: skills
    measure: objective
    touchpoint: greeting
    gate: core
  - id: hymy
    text: {fi: Hymy, en: Smile}
    type: scale
    area: emotion
    measure: subjective
    weight: 2
  - {id: jono, text: {fi: Jono, en: Queue}, type: number, unit: kpl}
  - id: ryhma
    text: {fi: Ryhmä, en: Group}
    type: choice
    segment: true
    options: [{id: uusi, label: {fi: Uusi, en: New}}, {id: vanha, label: {fi: Vanha, en: Old}}]
  - {id: kuvaus, text: {fi: Kuvaus, en: Words}, type: text, when: {item: tervehdys, is: false}}
classify:
  - id: ruuhka
    title: {fi: Ruuhka, en: Rush}
    steps:
      - {id: paljon, step: 2, label: {fi: Paljon, en: Many}, when: {item: jono, at_least: 5}}
      - {id: vahan, step: 1, label: {fi: Vähän, en: Few}}
"""
STARTED = datetime.fromisoformat("2026-10-05T12:30:00+03:00")
FINISHED = datetime.fromisoformat("2026-10-05T12:41:07+03:00")
ANSWERS = {
    "tervehdys": Response(answer=True, answered_at="2026-10-05T12:31:00+03:00"),
    "hymy": Response(answer=4, why="Katsoi silmiin “heti”.", note="Ääkkönen"),
    "jono": Response(answer=2.5),
    "ryhma": Response(not_applicable=True, na_reason="Ei kysytty."),
    "kuvaus": Response(answer="Piilossa."),
}


def make_opening(number=1, **facts):
    given = {
        "kunto_version": "0.1.0",
        "report_id": uuid7(1_790_000_000_000 + number, number),
        "status": Status.FINAL,
        "programme": "Ihan paras",
        "wave": "2026-Q4",
        "language": "fi",
        "entry": Entry.LIVE,
        "site": Site(id="keskusta", name="Keskustan myymälä"),
        "method": Method.OBSERVE,
        "scenario": None,
        "channel": None,
        "evaluator": "A1",
        "visited_at": STARTED,
        "started_at": STARTED,
        "target": "excellent",
        "rules": Rules.of(Policy()),
    }
    return Opening(**given | facts)


@pytest.fixture(scope="session")
def opening():
    return make_opening


@pytest.fixture(scope="session")
def visited(make_checklist):
    """The checklist of every report here."""
    return make_checklist(CHECKLIST)


@pytest.fixture(scope="session")
def closing():
    return Closing(ANSWERS, "Rauhallinen päivä.", FINISHED)


@pytest.fixture(scope="session")
def make_report(visited, closing):
    """A report; ``number`` tells visits apart, other names replace facts of the opening."""

    def run(number=1, *, supersedes=None, **facts):
        report = build_report(visited, make_opening(number, **facts), closing)
        return report.model_copy(update={"supersedes": supersedes})

    return run


@pytest.fixture(scope="session")
def content(make_report):
    return sealed(make_report())
