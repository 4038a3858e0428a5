"""Every code explains itself, and its examples are true: one gives the finding, one does not."""

import hashlib
import json
import re
import runpy
from pathlib import Path

import pytest

import asiakaskunto_cli
from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.rulebook import BOOKS, rulebook
from asiakaskunto_cli.report.seal import TAIL_BYTES
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.rule_text import rule_text

ROOT = Path(__file__).parents[2]
SOURCE = Path(asiakaskunto_cli.__file__).parent
# Where a code is named in the source, and not only spoken of.
CODE = re.compile(r'"(K\d{3})"')
MANY = 100_001

OF_REPORTS = [code for code in rulebook() if code.startswith("K41")]
OF_CHANGES = [code for code in rulebook() if code.startswith("K38")]
OF_FILES = [code for code in rulebook() if code not in {*OF_REPORTS, *OF_CHANGES}]


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_LANG", "en")
    monkeypatch.setenv("KUNTO_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def found(capsys, *words):
    """Return the codes of what is found, without those that are for information."""
    capsys.readouterr()
    run(["validate", *words, "--format", "json", "--all"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return {(one["code"], one["severity"]) for one in findings}


def without_information(findings):
    return {one for one in findings if one[1] != Severity.INFORMATION}


@pytest.fixture
def written(as_checklist):
    """Write an example as the file that it is of, as its comments say; return the file's name."""

    def run(code, example):
        whole = code.startswith(("K32", "K40")) or example.startswith(("kunto:", "#"))
        if not whole and "items:" not in example:
            example += 'items:\n  - {id: muuta, text: "Mitä muuta huomasit?", type: text}\n'
        text = example if whole else as_checklist(example)
        if code == "K350":
            Path("kunto.yaml").write_text("checklists: .\n", encoding="utf-8")
        text = re.sub(r"\[fi, fi\] .*", f"[{'fi, ' * MANY}fi]", text)
        name = "kunto.yaml" if code.startswith("K32") else "lista.yaml"
        encoding = "latin-1" if "saved as ISO 8859-1" in text else "utf-8"
        Path(name).write_bytes(text.encode(encoding))
        return name

    return run


@pytest.mark.parametrize("code", OF_FILES)
def test_the_one_example_gives_just_this_code_and_the_other_none(capsys, written, code):
    text = rulebook()[code]
    failing = found(capsys, written(code, text.fails))
    passing = found(capsys, written(code, text.passes))
    assert (code, text.severity) in failing
    assert without_information(failing - {(code, text.severity)}) == set()
    assert without_information(passing) == set()
    assert (code, text.severity) not in passing


def versions(example):
    """Return what an example in the manner of a diff says was there before, and is now."""
    if not re.search(r"(?m)^[-+]", example):
        return example, example
    lines = [(line[:1], line[1:]) for line in example.splitlines()]
    before = "".join(f"{line}\n" for mark, line in lines if mark != "+")
    after = "".join(f"{line}\n" for mark, line in lines if mark != "-")
    return before, after


@pytest.fixture
def changed(as_checklist):
    """Write both versions of an example, each in a folder of its own."""

    def run(example):
        for folder, text in zip(("ennen", "nyt"), versions(example), strict=True):
            whole = text if "kind: " in text else as_checklist(text)
            Path(folder).mkdir(exist_ok=True)
            Path(folder, "lista.yaml").write_text(whole, encoding="utf-8")
            user = 'items:\n  - {id: a, text: "Mitä?", type: text, develop: [oma-tapa]}\n'
            if "kind: " in text:
                user = as_checklist(f"id: kayttaja\n{user}")
                Path(folder, "kayttaja.yaml").write_text(user, encoding="utf-8")

    return run


@pytest.mark.parametrize("code", OF_CHANGES)
def test_the_one_change_gives_just_this_code_and_the_other_none(capsys, changed, code):
    text = rulebook()[code]
    changed(text.fails)
    words = "nyt/lista.yaml", "--against", "ennen"
    assert without_information(found(capsys, *words)) == {(code, text.severity)}
    changed(text.passes)
    assert without_information(found(capsys, *words)) == set()


@pytest.fixture
def report(capsys):
    """Make a report, and return its file."""
    Path("answers.yaml").write_bytes((ROOT / "examples" / "ensikaynti.yaml").read_bytes())
    run(["observe", "--answers", "answers.yaml", "--lang", "fi"])
    capsys.readouterr()
    (path,) = Path("reports").glob("*.json")
    return path


def shape_of(lines):
    """Return what finds some lines of a report: “…” stands for anything, and so do indents."""
    return "\n".join(
        r" *" + re.escape(line.strip()).replace("…", ".*") for line in lines.splitlines()
    )


def edited(content, example):
    before, after = versions(example)
    return re.sub(rf"(?m)^{shape_of(before)}\n?", lambda _found: after, content, count=1)


def sealed_anew(content):
    body = content[:-TAIL_BYTES].encode()
    digest = hashlib.sha256(body).hexdigest()
    return f'{body.decode()} "sha256": "{digest}"\n}}\n'


@pytest.mark.parametrize("code", OF_REPORTS)
def test_the_one_edit_of_a_report_gives_just_this_code_and_the_other_is_of_one(
    capsys, report, code
):
    text = rulebook()[code]
    whole = report.read_text(encoding="utf-8")
    assert found(capsys, str(report)) == set()
    assert re.search(rf"(?m)^{shape_of(versions(text.passes)[0])}$", whole)
    broken = edited(whole, text.fails)
    assert broken != whole
    if "sealed the report anew" in " ".join(text.why):
        broken = sealed_anew(broken)
    report.write_text(broken, encoding="utf-8")
    assert found(capsys, str(report)) == {(code, text.severity)}


def test_every_code_in_the_source_is_explained_and_no_other_one():
    named = {
        code
        for path in SOURCE.rglob("*.py")
        if path.name not in {"explanation.py", "rulebook.py"}
        for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert set(rulebook()) == named


def test_no_code_is_explained_twice():
    codes = [rule_text(text).code for book in BOOKS for text in book.TEXTS]
    assert [code for code in codes if codes.count(code) > 1] == []


def test_a_text_of_another_form_is_no_rule():
    with pytest.raises(ValueError, match="K999"):
        rule_text("K999: no examples.")
    with pytest.raises(ValueError, match="something"):
        rule_text("something else\n\nFails::\n\n    a\n\nPasses::\n\n    b\n")


def test_explain_shows_the_words_and_both_examples(capsys):
    assert run(["validate", "--explain", "K340"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("K340 · warning\nA question asks one thing.\n")
    assert '    text: "Tervehtikö ja hymyilikö myyjä?"\n' in shown
    assert "\nThis does not:\n" in shown


def test_explain_takes_several_codes_and_beginnings_of_codes(capsys):
    assert run(["validate", "--explain", "k10", "K207,K340", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["kind"] == "codes"
    assert [one["code"] for one in document["codes"]] == [
        *(f"K10{number}" for number in range(1, 10)),
        "K207",
        "K340",
    ]


def test_explain_without_a_code_lists_them_all(capsys):
    assert run(["validate", "--explain"]) == 0
    shown = capsys.readouterr().out
    assert re.findall(r"^ *(K\d{3})", shown, re.MULTILINE) == list(rulebook())
    assert "(warning)" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--explain", "K999"], "There is no code “K999”."),
        (["--explain", "K340", "--format", "sarif"], "Codes are not explained as sarif."),
        (["--select", "K9", "x.yaml"], "There is no code “K9”."),
        (["--ignore", "kassa", "x.yaml"], "There is no code “kassa”."),
        ([], "No file and no folder was named."),
    ],
)
def test_what_cannot_be_meant_is_refused(capsys, words, said):
    assert run(["validate", *words]) == 2
    assert said in capsys.readouterr().err


def test_the_page_of_the_docs_is_what_the_rules_say():
    with speaking("en"):
        said = runpy.run_path(str(ROOT / "tools" / "rules.py"))["page"]()
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == said
