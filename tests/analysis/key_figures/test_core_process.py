"""Core and critical items, stage by stage."""

import pytest

from asiakaskunto_cli.analysis.key_figures.core_process import CoreProcess, Stage, core_processes
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method

BODY = """
method: [test, observe]
sections:
  - id: varaus
    title: Varaus
    items:
      - {id: kerralla, text: T, type: yes_no, gate: core, area: skills, measure: objective}
      - {id: hymy, text: T, type: scale, area: emotion, measure: subjective}
  - id: luovutus
    title: Luovutus
    items:
      - {id: lasku, text: T, type: yes_no, gate: critical, area: skills, measure: objective}
      - id: selitys
        text: T
        type: scale
        gate: core
        pass_at: 0.75
        area: knowledge
        measure: subjective
        when: {item: kerralla, is: true}
  - id: muu
    title: Muu
    items:
      - {id: kahvi, text: T, type: yes_no, area: emotion, measure: objective}
"""
PERFECT = {"kerralla": True, "hymy": 1, "lasku": True, "selitys": 4, "kahvi": False}


@pytest.fixture
def process(make_checklist, details):
    def run(*visits):
        (found,) = core_processes(details(make_checklist(BODY), visits), 0.95)
        return found

    return run


def test_every_stage_counts_what_passed_failed_and_went_unchecked(process):
    found = process(
        PERFECT,
        PERFECT | {"lasku": False, "selitys": 3},
        PERFECT | {"lasku": Response(not_observed=True)},
        # The condition hides the explanation: no check of it is owed.
        PERFECT | {"kerralla": False},
    )
    # Varaus: 3 of 4 passed. Luovutus: lasku passed, failed, unchecked, passed; selitys (4 of 5 is
    # 0.75) passed, failed (0.5), passed, hidden. Passed 3 + 4, failed 1 + 2: 7/10 of the checked.
    assert found == CoreProcess(
        checklist="lista",
        method=Method.TEST,
        stages=(Stage("varaus", 3, 1, 0), Stage("luovutus", 4, 2, 1)),
        passed=7,
        failed=3,
        unchecked=1,
        share=0.7,
        complete=False,
        flawless=Proportion.of(1, 4, 0.95),
    )


def test_all_passed_is_a_whole_process(process):
    found = process(PERFECT, PERFECT)
    assert (found.share, found.complete, found.flawless.share) == (1.0, True, 1.0)


def test_what_was_not_checked_is_not_whole_although_nothing_failed(process):
    found = process({**PERFECT, "lasku": None})
    assert (found.share, found.complete, found.unchecked) == (1.0, False, 1)
    assert found.flawless == Proportion(0, 1, 0.0, None)


def test_where_nothing_was_checked_there_is_no_share(process):
    found = process({"hymy": 5})
    assert (found.passed, found.failed, found.unchecked, found.share) == (0, 0, 2, None)


def test_what_does_not_apply_is_no_check(process, make_checklist, detail):
    free = Response(not_applicable=True, na_reason="Ei lisätöitä.")
    found = process(PERFECT | {"lasku": free, "selitys": free})
    assert found.stages == (Stage("varaus", 1, 0, 0),)
    nothing = detail(make_checklist(BODY), {"kerralla": free, "lasku": free})
    assert core_processes([nothing], 0.95) == ()


def test_a_checklist_without_gates_has_no_core_process(make_checklist, detail):
    plain = make_checklist(
        "items: [{id: hymy, text: T, type: scale, area: emotion, measure: subjective}]"
    )
    assert core_processes([detail(plain, {"hymy": 5})], 0.95) == ()


def test_methods_are_told_apart_and_the_newest_order_of_stages_holds(make_checklist, detail):
    first = make_checklist(BODY)
    turned = make_checklist("""
        method: [test, observe]
        sections:
          - id: luovutus
            title: Luovutus
            items:
              - {id: lasku, text: T, type: yes_no, gate: core, area: skills, measure: objective}
          - id: varaus
            title: Varaus
            items:
              - {id: heti, text: T, type: yes_no, gate: core, area: skills, measure: objective}
    """)
    visits = [
        detail(first, PERFECT),
        detail(turned, {"heti": True, "lasku": True}, day=1),
        detail(turned, {"heti": True, "lasku": False}, day=2, method=Method.OBSERVE),
    ]
    found = core_processes(visits, 0.95)
    assert [(one.method, one.stages) for one in found] == [
        (Method.OBSERVE, (Stage("luovutus", 0, 1, 0), Stage("varaus", 1, 0, 0))),
        (Method.TEST, (Stage("luovutus", 3, 0, 0), Stage("varaus", 2, 0, 0))),
    ]
    assert core_processes(list(reversed(visits)), 0.95) == found
