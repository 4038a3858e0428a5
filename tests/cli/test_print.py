"""A paper form from the command line."""

import pytest


def test_a_form_is_html_on_stdout_unless_asked_otherwise(kunto):
    ran = kunto("checklist", "print", "havainnointi-perusmittaus")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert ran.out.count('<div class="question">') == 7


@pytest.mark.parametrize(
    ("form", "start"), [("markdown", "# "), ("terminal", "Obs"), ("json", "{")]
)
def test_a_form_has_every_format(kunto, form, start):
    ran = kunto("checklist", "print", "havainnointi-perusmittaus", "--format", form)
    assert ran.code == 0
    assert ran.out.startswith(start)


def test_a_form_is_not_written_over_a_file(kunto, work):
    file = work / "form.html"
    words = ("checklist", "print", "havainnointi-perusmittaus", "-o", file)
    assert kunto(*words).code == 0
    written = file.read_bytes()
    file.write_bytes(b"mine")
    assert kunto(*words).code == 3
    assert file.read_bytes() == b"mine"
    assert kunto(*words, "--force").code == 0
    assert file.read_bytes() == written


def test_a_form_is_in_one_language_that_the_checklist_has(kunto, work):
    (work / "oma.yaml").write_text(
        "kunto: 1\nid: oma\nversion: 1.0.0\nmethod: observe\ntitle: Oma\nlanguages: [fi]\n"
        "sections: [{id: s, title: S, items: [{id: nahtiin, text: Nähtiinkö?, type: yes_no,\n"
        "  area: emotion, measure: objective}]}]\n",
        encoding="utf-8",
    )
    ran = kunto("checklist", "print", "./oma.yaml", "--lang", "en")
    assert ran.code == 0
    assert '<html lang="fi">' in ran.out
    assert ">kyllä<" in ran.out


def test_a_checklist_with_findings_has_no_form(kunto, work):
    (work / "bad.yaml").write_text("kunto: 1\n", encoding="utf-8")
    ran = kunto("checklist", "print", "./bad.yaml")
    assert (ran.code, ran.out) == (3, "")
