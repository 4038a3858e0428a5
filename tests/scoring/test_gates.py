"""Gates: which items failed or went unchecked, and what that does to the level."""

import pytest

from asiakaskunto_cli.scoring.gates import Gates
from asiakaskunto_cli.words import Level

CHECKLIST = """
items:
  - {id: auki, text: A, type: yes_no, area: skills, measure: objective}
  - {id: tieto, text: T, type: scale, area: knowledge, measure: objective}
  - {id: turva, text: U, type: yes_no, gate: critical, area: skills, measure: objective}
  - {id: kuitti, text: K, type: yes_no, gate: core, area: skills, measure: objective}
  - id: aika
    text: I
    type: duration
    target: 0
    limit: 10
    gate: core
    pass_at: 0.7
    area: skills
    measure: objective
    when: {item: auki, is: true}
  - {id: nimi, text: N, type: yes_no, gate: core, weight: 0}
"""
PERFECT = {"auki": True, "tieto": 5, "turva": True, "kuitti": True, "aika": 0, "nimi": True}


def gates(critical_failed=(), core_failed=(), critical_unchecked=(), core_unchecked=()):
    return Gates(critical_failed, core_failed, critical_unchecked, core_unchecked)


@pytest.mark.parametrize(
    ("changed", "expected", "level"),
    [
        ({}, gates(), Level.BEST),
        ({"turva": False}, gates(critical_failed=("turva",)), None),
        ({"turva": "NOT OBSERVED"}, gates(critical_unchecked=("turva",)), None),
        ({"turva": None}, gates(critical_unchecked=("turva",)), None),
        ({"turva": "NA"}, gates(), Level.BEST),
        ({"kuitti": "NOT OBSERVED"}, gates(core_unchecked=("kuitti",)), Level.GOOD),
        ({"kuitti": None}, gates(core_unchecked=("kuitti",)), Level.GOOD),
        ({"kuitti": "NA"}, gates(), Level.BEST),
        ({"aika": 3}, gates(), Level.BEST),
        ({"aika": 3.01}, gates(core_failed=("aika",)), Level.GOOD),
        ({"nimi": False}, gates(core_failed=("nimi",)), Level.GOOD),
        ({"nimi": "NOT OBSERVED"}, gates(core_unchecked=("nimi",)), Level.GOOD),
    ],
)
def test_gate_fails_goes_unchecked_or_has_no_effect(
    make_checklist, score, changed, expected, level
):
    result = score(make_checklist(CHECKLIST), PERFECT | changed)
    assert (result.gates, result.level) == (expected, level)


def test_hidden_gate_has_no_effect(make_checklist, score):
    result = score(make_checklist(CHECKLIST), PERFECT | {"auki": False, "aika": 10})
    assert result.gates == gates()


def test_failed_gates_keep_the_order_of_the_checklist(make_checklist, score):
    changed = {"nimi": False, "aika": 10, "kuitti": False, "turva": False}
    expected = gates(critical_failed=("turva",), core_failed=("kuitti", "aika", "nimi"))
    assert score(make_checklist(CHECKLIST), PERFECT | changed).gates == expected


def test_gate_never_changes_a_score(make_checklist, score):
    answers = PERFECT | {"turva": False, "kuitti": False}
    gated = score(make_checklist(CHECKLIST), answers)
    free = CHECKLIST.replace(" gate: critical,", "").replace(" gate: core,", "")
    ungated = score(make_checklist(free.replace("    gate: core\n", "")), answers)
    assert (gated.score, gated.areas) == (ungated.score, ungated.areas)


def test_pass_at_is_compared_at_six_decimals(make_checklist, score):
    checklist = make_checklist("""
    items:
      - {id: a, text: A, type: nps, invert: true, pass_at: 0.1, gate: core, area: skills,
         measure: objective}
    """)
    assert 1 - 0.9 < 0.1
    assert score(checklist, {"a": 9}).gates == gates()


def test_level_is_limited_also_by_what_was_not_checked():
    limits = [
        (one.critical_limits, one.core_limits)
        for one in (
            gates(),
            gates(critical_failed=("a",)),
            gates(critical_unchecked=("a",)),
            gates(core_failed=("a",)),
            gates(core_unchecked=("a",)),
        )
    ]
    assert limits == [(False, False), (True, False), (True, False), (False, True), (False, True)]
