"""`kunto compare` and `kunto report` count the same visits, whatever else lies among them."""

import json
import shutil
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.report import index, light
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.read import read_report
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.words import Status

REPORTS = Path(__file__).parents[2] / "examples" / "vasara-ja-vispila" / "reports"
WAVE = "2026-Q4"
# What ids that are younger than any other begin with.
LATER = "01ffffff-ffff-7fff-8fff-ffffffffff"


def changed(report, **facts):
    return sealed(report.model_copy(update=facts))


def damaged(path):
    return path.read_bytes()[:900]


def altered(path):
    return path.read_bytes().replace(b'"status": "final"', b'"status": "rehearsal"', 1)


def foreign(_path):
    return b'{"kind": "invoice", "schema_version": 1}'


def newer_version(path):
    document = json.loads(path.read_bytes())
    return json.dumps(document | {"schema_version": 2}).encode()


def copy(path):
    return path.read_bytes()


def of_one_id(path):
    """Return another visit under the same id: its site, score and moment differ."""
    report = read_report(path)
    return changed(
        report,
        site=Site(id="muualla", name="Muualla"),
        scores=report.scores.model_copy(update={"score": 1.0}),
        visit=report.visit.model_copy(update={"visited_at": report.visit.finished_at}),
    )


def correction(path):
    report = read_report(path)
    return changed(
        report,
        report_id=f"{LATER}01",
        supersedes=report.report_id,
        scores=report.scores.model_copy(update={"score": 50.0}),
    )


def withdrawal(path):
    report = read_report(path)
    return changed(
        report, report_id=f"{LATER}02", supersedes=report.report_id, status=Status.WITHDRAWN
    )


def laid_out_anew(path):
    return json.dumps(json.loads(path.read_bytes()), indent=4).encode()


BESIDE = {
    "damaged": damaged,
    "altered": altered,
    "not_a_report": foreign,
    "newer_version": newer_version,
    "duplicate": copy,
    "duplicate of other content": of_one_id,
    "superseded": correction,
    "withdrawn": withdrawal,
    "reformatted": laid_out_anew,
}


UNUSABLE = ("damaged", "altered", "not_a_report", "newer_version")


@pytest.fixture(params=["", "0"], ids=["after", "before"])
def folder(request, tmp_path):
    """Return a folder of visits; by its name what is beside them comes after or before its own."""
    folder = tmp_path / "reports"
    folder.mkdir()
    observed = {path: read_report(path) for path in sorted(REPORTS.glob("*_observe_*.json"))}
    visits = [path for path, one in observed.items() if one.wave == WAVE and one.checklist.index]
    for path in visits:
        shutil.copy(path, folder)
    for path, (name, made) in zip(visits, BESIDE.items(), strict=False):
        (folder / f"{request.param}{path.stem} {name}.json").write_bytes(made(path))
    assert len(visits) > len(BESIDE)
    return folder


@pytest.fixture
def kunto(monkeypatch, tmp_path, capsys):
    """Return a function that runs kunto here and reads its JSON; files count as old enough."""
    monkeypatch.setenv("KUNTO_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(index, "TICK_NS", -60_000_000_000)

    def told(*words):
        assert run([*map(str, words), "--format", "json"]) == 0
        streams = capsys.readouterr()
        assert streams.err == ""
        return json.loads(streams.out)

    return told


def excluded(document):
    return [(one["file"], one["reason"]) for one in document["excluded_reports"]]


def figures_of_report(document):
    found = {site["site"]: site["methods"]["observe"] for site in document["sites"]}
    return {site: (one["visits"], one["mean"], one["sd"]) for site, one in found.items()}


def figures_of_comparison(document):
    found = {group["key"]["site"]: group["waves"] for group in document["groups"]}
    return {site: (one["visits"], one["mean"], one["sd"]) for site, (one,) in found.items()}


def test_both_count_and_leave_out_the_same(kunto, folder):
    report = kunto("report", folder, "--wave", WAVE)
    comparison = kunto("compare", folder, "--no-why")
    assert figures_of_comparison(comparison) == figures_of_report(report)
    assert excluded(comparison) == excluded(report)
    assert {reason for _file, reason in excluded(report)} == {
        *UNUSABLE,
        "duplicate",
        "superseded",
        "withdrawn",
    }


def test_a_comparison_is_the_same_by_the_index_and_by_answers(kunto, folder, monkeypatch):
    first = kunto("compare", folder, "--no-why")
    read = []
    real = light.read_light
    monkeypatch.setattr(light, "read_light", lambda file: (read.append(file), real(file))[1])
    assert kunto("compare", folder, "--no-why") == first
    assert len(read) == len(UNUSABLE)
    assert kunto("compare", folder, "--why") == first
