"""What a screen reader and a person with weak sight need of the HTML, checked by axe-core."""

import importlib.util
from pathlib import Path

import pytest

from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.render.html import render_html

TOOL = Path(__file__).parents[2] / "tools" / "accessibility.py"
spec = importlib.util.spec_from_file_location("accessibility", TOOL)
accessibility = importlib.util.module_from_spec(spec)
spec.loader.exec_module(accessibility)

CHROMIUM = accessibility.browser()
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="axe-core runs in Chromium only")


def found(page, text, scheme):
    page.write_text(text, encoding="utf-8")
    return accessibility.violations(CHROMIUM, page, scheme)


@needs_chromium
@pytest.mark.parametrize("scheme", accessibility.SCHEMES)
def test_a_page_of_every_block_has_no_violation(page_of, tmp_path, scheme):
    with speaking("fi"):
        text = render_html(page_of("sanoja"))
    assert found(tmp_path / "page.html", text, scheme) == []


@needs_chromium
def test_a_violation_would_be_found(page_of, tmp_path):
    text = render_html(page_of("words")).replace(' lang="en"', "")
    rules = {one["id"] for one in found(tmp_path / "page.html", text, "light")}
    assert "html-has-lang" in rules
