"""`--redact` from outside: what is left out is in no format of any page, not even deep inside."""

import io
import json
import re
import zipfile
from datetime import datetime, timedelta

import pypdf
import pytest

from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.folder import report_name
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.opening import Opening, Rules
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.response import Evidence, Response
from asiakaskunto_cli.words import Entry, Method, Status, uuid7

# One word, so that no line and no picture breaks it.
SENTINEL = "Sentinelli"
PERSONAL = f"{SENTINEL} 040 123 4567"
# Its name is the beginning of its digest, as that of any evidence is.
PHOTO = Evidence("5e47117e15ec4e75.jpg", "5e47117e15ec4e75" * 4, 3, "2026-10-05T12:00:00+03:00")
TRACES = (SENTINEL, PHOTO.file, PHOTO.sha256[:16])
FORMATS = ("terminal", "json", "markdown", "html", "pdf", "xlsx", "csv")
START = datetime.fromisoformat("2026-07-01T12:00:00+03:00")
CHECKLIST = """
languages: [fi, en]
items:
  - id: tervehdys
    text: {fi: "Tervehdittiinkö?", en: "A greeting?"}
    type: yes_no
    area: skills
    measure: objective
    gate: core
    evidence: optional
  - id: hymy
    text: {fi: Hymy, en: Smile}
    type: scale
    area: emotion
    measure: subjective
  - id: varasto
    text: {fi: Varasto, en: Stock}
    type: yes_no
    area: skills
    measure: objective
  - {id: kuvaus, text: {fi: Kuvaus, en: Words}, type: text}
"""


@pytest.fixture
def engagement(tmp_path, make_checklist, monkeypatch):
    """Return the reports of an engagement in which everything that people wrote is telling.

    Two sites and two waves, three visits each; beside them a corrected one, a copy under a name of
    its own, a rehearsal, and a file that is no report.
    """
    folder = tmp_path / f"koti-{SENTINEL}" / "reports"
    folder.mkdir(parents=True)
    (folder.parent / "kunto.yaml").write_text("programme: Ihan paras\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "fi")
    checklist = make_checklist(CHECKLIST)

    def put(number, site, wave, name="", **facts):
        report = _report(checklist, number, site, wave, **facts)
        (folder / (name or report_name(report))).write_bytes(sealed(report))
        return report

    for number in range(12):
        put(number, ("asema", "keskusta")[number % 2], f"2026-Q{3 + number // 6}")
    old = put(20, "asema", "2026-Q4", name=f"{SENTINEL}-vanha.json")
    put(21, "asema", "2026-Q4", supersedes=old.report_id, supersede_reason=SENTINEL)
    put(21, "asema", "2026-Q4", name=f"{SENTINEL} (1).json")
    put(22, "asema", "2026-Q4", name=f"{SENTINEL}-harjoitus.json", status=Status.REHEARSAL)
    (folder / f"{SENTINEL}-muistio.json").write_text("{}")
    return folder


def _report(checklist, number, site, wave, **facts):
    moment = START + timedelta(days=10 * number)
    given = {
        "kunto_version": "0.1.0",
        "report_id": uuid7(1_790_000_000_000 + number, number),
        "status": Status.FINAL,
        "programme": "Ihan paras",
        "wave": wave,
        "language": "fi",
        "entry": Entry.LIVE,
        "site": Site(id=site, name=site.title()),
        "method": Method.OBSERVE,
        "scenario": None,
        "channel": None,
        "evaluator": f"{SENTINEL}-{number}",
        "visited_at": moment,
        "started_at": moment,
        "target": "excellent",
        "rules": Rules.of(Policy()),
    }
    answers = {
        "tervehdys": Response(answer=False, why=PERSONAL, note=SENTINEL, evidence=(PHOTO,)),
        "hymy": Response(answer=1 + number % 5, why="Katsoi silmiin."),
        "varasto": Response(not_applicable=True, na_reason=PERSONAL),
        "kuvaus": Response(answer=PERSONAL),
    }
    return build_report(checklist, Opening(**given | facts), Closing(answers, SENTINEL, moment))


PAGES = {
    "visit": ["report", "VISIT"],
    "site": ["report", "FOLDER", "--site", "asema"],
    "programme": ["report", "FOLDER"],
    "staff meeting": ["report", "FOLDER", "--site", "asema", "--staff-meeting"],
    "comparison": ["compare", "FOLDER"],
}


@pytest.fixture
def written(engagement, tmp_path, capsys):
    """Return a function: the bytes of a page in a format, as they are in the file."""

    def write(page, form, *options):
        (visit,) = engagement.glob(f"*_{uuid7(1_790_000_000_021, 21)[-8:]}.json")
        places = {"FOLDER": str(engagement), "VISIT": str(visit)}
        words = [places.get(word, word) for word in PAGES[page]]
        target = tmp_path / f"out.{form}"
        assert run([*words, "--format", form, "-o", str(target), "--force", *options]) == 0
        capsys.readouterr()
        return target.read_bytes()

    return write


def opened(content, form):
    """Return everything that is said anywhere in a file."""
    if form == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
            return "\n".join(archive.namelist()) + b"\n".join(parts).decode()
    if form == "pdf":
        document = pypdf.PdfReader(io.BytesIO(content))
        texts = [page.extract_text() for page in document.pages]
        # Words that were divided at the end of a line.
        texts += [re.sub(r"[-\xad\s]", "", text) for text in texts]
        streams = [
            found.get_data()
            for number in range(1, len(document.xref[0]) + 1)
            if isinstance(found := document.get_object(number), pypdf.generic.StreamObject)
            and found.get("/Subtype") != "/Image"
        ]
        plain = b"".join(streams).decode("latin-1") + content.decode("latin-1")
        return "\n".join([*texts, str(document.metadata), plain])
    return content.decode()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_was_left_out_is_anywhere_in_the_copy(written, page, form):
    found = opened(written(page, form, "--redact"), form)
    assert [trace for trace in TRACES if trace in found] == []


@pytest.mark.parametrize("form", FORMATS)
def test_it_would_have_been_found(written, form):
    for page in ("visit", "programme") if form != "csv" else ("visit",):
        assert SENTINEL in opened(written(page, form), form)


@pytest.mark.parametrize("page", PAGES)
def test_the_copy_says_once_what_it_is(written, page):
    text = written(page, "markdown", "--redact").decode()
    assert text.count("Karsittu kappale") == 1
    document = json.loads(written(page, "json", "--redact"))
    assert set(document["redacted"]) >= {"notes", "evaluators", "evidence"}
    assert json.loads(written(page, "json"))["redacted"] is None


def test_the_counts_are_those_of_the_page(written):
    whole = json.loads(written("programme", "json", "--redact"))["redacted"]
    site = json.loads(written("site", "json", "--redact"))["redacted"]
    visit = json.loads(written("visit", "json", "--redact"))["redacted"]
    # Of the newest wave six visits, and at one site the corrected one and the rehearsal.
    assert (whole["notes"], whole["evaluators"], whole["whys"]) == (8, 8, 8)
    assert (site["notes"], site["evaluators"], site["answers"]) == (5, 5, 5)
    assert visit == {
        "notes": 2,
        "evaluators": 1,
        "evidence": 1,
        "correction_reasons": 1,
        "file_names": 0,
        "whys": 1,
        "reasons": 1,
        "answers": 1,
    }


def test_the_figures_of_the_copy_are_those_of_the_original(written):
    for page, figures in (("programme", "sites"), ("comparison", "groups")):
        before, after = (json.loads(written(page, "json", *o)) for o in ((), ("--redact",)))
        if page == "programme":
            for site in (*before[figures], *after[figures]):
                site.pop("limits")  # named by files, which are renamed
        else:
            for group in (*before[figures], *after[figures]):
                for change in group["changes"]:
                    change.pop("evaluators", None)  # numbered in the copy
        assert before[figures] == after[figures]
