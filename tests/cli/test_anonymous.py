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


def test_anonymous_answers_are_in_no_comparison(kunto):
    answered(kunto)
    ran = kunto("compare", "--format", "json")
    found = json.loads(ran.out)
    assert found["groups"] == []
    assert [one["reason"] for one in found["excluded_reports"]] == ["internal"]
