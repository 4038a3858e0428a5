"""The example engagement: made again to the byte, and telling the five stories it is there for.

The stories are worked out here from the reports' plain JSON, apart from what kunto makes of them.
"""

import json
import math
import subprocess
import sys
from collections import defaultdict
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import fmean, stdev, variance

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "vasara-ja-vispila"
MAKE = ROOT / "tools" / "make_example.py"

WAVES = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
NEWEST = WAVES[-1]
ASK = "kysy-suoraan-asiakkaalta"
OBSERVE = "havainnointi-perusmittaus"
METHOD_WEIGHTS = {"observe": 0.2, "test": 0.3, "ask": 0.5}
EXCELLENT_SCORE, EXCELLENT_AREA = 87.5, 75

# Student's t, the 97.5 % quantile by degrees of freedom.
T = (math.inf, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201)


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def reports():
    """Every report of the example, by file name."""
    paths = sorted((EXAMPLE / "reports").glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


@pytest.fixture(scope="module")
def counted(reports):
    """The visits that count: the newest version of each, final, complete, not internal."""
    replaced = {one["supersedes"] for one in reports}
    return [
        one
        for one in reports
        if one["report_id"] not in replaced
        and one["status"] == "final"
        and one["outcome"] == "complete"
        and one["checklist"]["index"]
    ]


def some(visits, **facts):
    """Return the visits of a site, wave, method or checklist."""
    return [one for one in visits if facts.items() <= facts_of(one).items()]


def facts_of(report):
    return {
        "site": report["site"]["id"],
        "wave": report["wave"],
        "method": report["visit"]["method"],
        "checklist": report["checklist"]["id"],
    }


def scores(visits):
    return [one["scores"]["score"] for one in visits]


def welch(before, after):
    """Return the difference of two means, its standard error, and its degrees of freedom."""
    parts = variance(before) / len(before), variance(after) / len(after)
    freedom = sum(parts) ** 2 / (
        parts[0] ** 2 / (len(before) - 1) + parts[1] ** 2 / (len(after) - 1)
    )
    return fmean(after) - fmean(before), math.sqrt(sum(parts)), freedom


def surely_changed(before, after):
    """Tell whether even a somewhat too wide 95 % interval leaves out 0: t for fewer degrees."""
    difference, error, freedom = welch(before, after)
    return abs(difference) > T[math.floor(freedom)] * error


def surely_unclear(before, after):
    """Tell whether even a somewhat too narrow 95 % interval holds 0: t for more degrees."""
    difference, error, freedom = welch(before, after)
    return abs(difference) < T[math.ceil(freedom)] * error


def area_means(items, only=None):
    """Return the weighted mean score of every area over the scored items, 0..100."""
    sums = defaultdict(list)
    for item in items:
        if item["state"] == "scored" and (only is None or item["id"] in only):
            sums[item["area"]].append((item["score"], item["weight"]))
    return {
        area: 100 * sum(score * weight for score, weight in found) / sum(w for _, w in found)
        for area, found in sums.items()
    }


def index_of(visits):
    """Return the index of a site, and of each of its areas, by the methods that it has."""

    def combined(values):
        weights = sum(METHOD_WEIGHTS[method] for method in values)
        return sum(METHOD_WEIGHTS[method] * fmean(v) for method, v in values.items()) / weights

    whole, areas = defaultdict(list), defaultdict(lambda: defaultdict(list))
    for one in visits:
        whole[one["visit"]["method"]].append(one["scores"]["score"])
        for area, score in one["scores"]["areas"].items():
            if score is not None:
                areas[area][one["visit"]["method"]].append(score)
    return combined(whole), {area: combined(values) for area, values in areas.items()}


def contradictions(visits):
    """Return subjective minus objective of every visit with three scored items of each."""
    found = []
    for one in visits:
        measures = defaultdict(list)
        for item in one["items"]:
            if item["state"] == "scored":
                measures[item["measure"]].append((item["score"], item["weight"]))
        if min(len(measures["subjective"]), len(measures["objective"])) >= 3:
            means = {
                name: 100 * sum(s * w for s, w in values) / sum(w for _, w in values)
                for name, values in measures.items()
            }
            found.append(means["subjective"] - means["objective"])
    return found


def is_contradictory(differences):
    """Tell whether the mean is at least 15 points from 0 and the 95 % interval leaves 0 out."""
    if len(differences) < 3:
        return False
    half = T[len(differences) - 1] * stdev(differences) / math.sqrt(len(differences))
    return abs(fmean(differences)) >= 15 and abs(fmean(differences)) > half


def test_example_is_made_again_to_the_byte(tmp_path):
    subprocess.run([sys.executable, MAKE, tmp_path], check=True)
    made, committed = files_in(tmp_path), files_in(EXAMPLE)
    assert sorted(made) == sorted(committed)
    different = [name for name, content in made.items() if content != committed[name]]
    assert different == [], "run: python tools/make_example.py"


def test_story_one_kauppatori_gets_better(counted):
    waves = {
        wave: scores(some(counted, site="kauppatori", wave=wave, checklist=ASK)) for wave in WAVES
    }
    assert surely_changed(waves["2026-Q1"], waves["2026-Q4"])
    assert surely_changed(waves["2026-Q2"], waves["2026-Q3"])
    assert fmean(waves["2026-Q4"]) - fmean(waves["2026-Q1"]) > 20
    for method in ("observe", "test"):
        ends = [
            scores(some(counted, site="kauppatori", wave=wave, method=method))
            for wave in ("2026-Q1", "2026-Q4")
        ]
        assert surely_changed(*ends)
    index, areas = index_of(some(counted, site="kauppatori", wave=NEWEST))
    assert index >= EXCELLENT_SCORE
    assert min(areas.values()) >= EXCELLENT_AREA


def test_story_two_satama_only_seems_to_get_better(counted):
    waves = [scores(some(counted, site="satama", wave=wave, method="ask")) for wave in WAVES]
    means = [fmean(wave) for wave in waves]
    assert means == sorted(means)
    assert means[-1] - means[0] > 5
    for place, before in enumerate(waves):
        for after in waves[place + 1 :]:
            assert surely_unclear(before, after)


def test_story_three_kehatie_falls_by_another_yardstick(counted):
    visits = some(counted, site="kehatie", checklist=OBSERVE)
    by_wave = {wave: some(visits, wave=wave) for wave in WAVES}
    versions = {wave: {one["checklist"]["version"] for one in by_wave[wave]} for wave in WAVES}
    assert versions == dict(zip(WAVES, ({"1.0.0"}, {"1.0.0"}, {"1.1.0"}, {"1.1.0"}), strict=True))
    assert len({one["checklist"]["scoring_sha256"] for one in visits}) == 2

    rules = [
        {
            item["id"]: item["rule_sha256"]
            for one in by_wave[wave]
            for item in one["items"]
            if item["state"] == "scored"
        }
        for wave in ("2026-Q2", "2026-Q3")
    ]
    common = {name for name, rule in rules[0].items() if rules[1].get(name) == rule}
    assert set(rules[0]) - common == {"ensihuomio"}
    assert set(rules[1]) - common == {"ensihuomio", "hyvastely"}

    def rescored(wave):
        found = []
        for one in by_wave[wave]:
            areas, weights = area_means(one["items"], common), one["area_weights"]
            total = sum(weights[area] for area in areas)
            found.append(sum(mean * weights[area] for area, mean in areas.items()) / total)
        return fmean(found)

    assert fmean(scores(by_wave["2026-Q3"])) < fmean(scores(by_wave["2026-Q2"])) - 5
    assert rescored("2026-Q3") > rescored("2026-Q2")


def test_story_four_myllymaki_loses_its_level_to_one_critical_item(counted):
    visits = some(counted, site="myllymaki", wave=NEWEST)
    failed = [one for one in visits if one["gates"]["critical_failed"]]
    assert [one["gates"]["critical_failed"] for one in failed] == [["muutoksesta-kysyttiin"]]
    index, areas = index_of(visits)
    assert index >= EXCELLENT_SCORE
    assert min(areas.values()) >= EXCELLENT_AREA
    others = [one for one in visits if one not in failed]
    assert not any(limits for one in others for limits in one["gates"].values())
    index, areas = index_of(others)
    assert index >= EXCELLENT_SCORE
    assert min(areas.values()) >= EXCELLENT_AREA


def test_story_five_ratapiha_works_and_feels_cold(counted):
    differences = contradictions(some(counted, site="ratapiha", wave=NEWEST))
    assert fmean(differences) < -25
    assert is_contradictory(differences)
    for site in ("kauppatori", "satama", "kehatie", "myllymaki"):
        assert not is_contradictory(contradictions(some(counted, site=site, wave=NEWEST)))
    assert not is_contradictory(contradictions(some(counted, site="ratapiha", wave="2026-Q1")))


def test_everything_that_happens_to_visits_happens_once(reports):
    assert sum(one["status"] == "rehearsal" for one in reports) == 1
    assert sum(one["status"] == "withdrawn" for one in reports) == 1
    assert sum(one["outcome"] == "incomplete" for one in reports) == 1
    replacing = [one for one in reports if one["supersedes"]]
    assert sorted(one["status"] for one in replacing) == ["final", "withdrawn"]
    states = {item["state"] for one in reports for item in one["items"]}
    assert {"not_applicable", "not_observed"} <= states
    assert {one["kunto_version"] for one in reports} == {"1.0.0"}


def test_methods_and_evaluators_are_where_they_should_be(counted):
    methods = {(facts["site"], facts["wave"], facts["method"]) for facts in map(facts_of, counted)}
    sites = ("kauppatori", "satama", "kehatie", "myllymaki", "ratapiha")
    every = {(site, wave, method) for site in sites for wave in WAVES for method in METHOD_WEIGHTS}
    assert every - methods == {
        *(("satama", wave, "test") for wave in WAVES),
        ("myllymaki", "2026-Q2", "observe"),
    }
    alone = {
        (site, wave)
        for site in sites
        for wave in WAVES
        if len({one["visit"]["evaluator"] for one in some(counted, site=site, wave=wave)}) == 1
    }
    assert alone == {("myllymaki", "2026-Q2")}


def test_nobody_is_at_two_places_at_once(reports):
    agreed = defaultdict(set)
    for one in reports:
        if one["visit"]["evaluator"]:
            moment = datetime.fromisoformat(one["visit"]["visited_at"])
            agreed[one["visit"]["evaluator"]].add((moment, one["site"]["id"]))
    for moments in agreed.values():
        ordered = sorted(moments)
        for (before, _), (after, _) in pairwise(ordered):
            assert after - before >= timedelta(minutes=30)


def test_two_evaluators_see_the_same_visit_in_every_wave(counted):
    seen = defaultdict(set)
    for one in counted:
        key = (one["wave"], one["site"]["id"], one["checklist"]["id"], one["visit"]["visited_at"])
        seen[key].add(one["visit"]["evaluator"])
    assert {key[0] for key, evaluators in seen.items() if len(evaluators) > 1} == set(WAVES)


def test_reasons_are_many_and_fit_no_person(reports):
    reasons = [item["why"] for one in reports for item in one["items"] if item["why"]]
    assert len(set(reasons)) > 200
    assert not any(item["personal"] for one in reports for item in one["items"])
    for site, wave in {(one["site"]["id"], one["wave"]) for one in reports}:
        replaced = {one["supersedes"] for one in reports}
        latest = [one for one in reports if one["report_id"] not in replaced]
        said = [
            item["why"]
            for one in some(latest, site=site, wave=wave)
            for item in one["items"]
            if item["why"]
        ]
        assert len(said) == len(set(said))


def test_anonymous_answers_tell_neither_who_nor_when(reports):
    anonymous = [one for one in reports if one["checklist"]["id"] == "henkilostokysely"]
    answered = {site: len(some(anonymous, site=site)) for site in ("kauppatori", "satama")}
    assert answered == {"kauppatori": 5, "satama": 3}
    for one in anonymous:
        assert one["visit"]["evaluator"] is None
        assert datetime.fromisoformat(one["visit"]["visited_at"]).hour == 0
