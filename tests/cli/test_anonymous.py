"""A staff pulse: one person's answers are shown to nobody, five together are."""

import json
from pathlib import Path

ANSWERS = Path(__file__).parents[2] / "examples" / "kirjasto" / "henkilostokysely.yaml"


def answered(kunto):
    return kunto("ask", "--answers", ANSWERS, "--site", "asema", KUNTO_LANG="fi").path


def test_one_visit_is_not_shown(kunto):
    path = answered(kunto)
    ran = kunto("report", path)
    assert (ran.code, ran.out) == (2, "")
    assert "shown only together with others" in ran.err
    assert f"kunto report {path.parent}" in ran.err


def test_whoever_stands_beside_learns_nothing(kunto):
    ran = kunto("ask", "--answers", ANSWERS, "--site", "asema", "--lang", "en")
    assert ran.err == "Thank you. The answers are saved; they are shown only with others.\n"


def test_four_are_counted_and_five_are_shown(kunto):
    for _number in range(4):
        answered(kunto)
    few = kunto("report").out
    assert "Staff pulse" in few
    answered(kunto)
    enough = kunto("report").out
    assert len(enough) > len(few)


def test_neither_the_id_nor_the_name_of_the_file_tells_the_hour(kunto):
    path = answered(kunto)
    begun = int(
        path.read_text(encoding="utf-8").partition('"report_id": "')[2][:13].replace("-", ""), 16
    )
    assert begun // 1000 % 3600 == 0


PULSE = """
kunto: 1
id: pulssi
version: {version}
method: ask
title: Pulssi
languages: [fi]
anonymous: {anonymous}
sections:
  - id: osa
    title: Osa
    items:
      - {{id: a, text: Sujuiko?, type: scale, area: emotion, measure: subjective, notes: false}}
"""


def test_a_version_that_promised_anonymity_binds_the_others(kunto, work):
    given = work / "answers.yaml"
    given.write_text("a: 3\n", encoding="utf-8")
    for version, anonymous, day in (("1.0.0", "true", "05-04"), ("1.1.0", "false", "08-03")):
        checklist = work / f"pulssi-{version}.yaml"
        checklist.write_text(PULSE.format(version=version, anonymous=anonymous), encoding="utf-8")
        for _number in range(2):
            words = ("ask", checklist, "--answers", given, "--site", "asema")
            assert kunto(*words, "--visited-at", f"2026-{day}T12:00").code == 0
    for words in ((), ("--no-why",)):
        ran = kunto("compare", "--format", "json", *words)
        (group,) = json.loads(ran.out)["groups"]
        assert [(one["visits"], one["mean"]) for one in group["waves"]] == [(2, None), (2, None)]
