"""A format's own library is loaded when the format is used, and not before."""

import subprocess
import sys

SCRIPT = """
import sys
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.render.registry import FORMATS, Surface
assert "rich" not in sys.modules
assert FORMATS["json"](Page("", (), {}), Surface()) == "{}\\n"
assert "rich" not in sys.modules
assert FORMATS["terminal"](Page("", (), {}), Surface()) == ""
assert "rich" in sys.modules
"""


HTML_SCRIPT = """
import sys
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.render.registry import FORMATS, Surface
FORMATS["markdown"](Page("", (), {}), Surface())
assert "jinja2" not in sys.modules
FORMATS["html"](Page("", (), {}), Surface())
assert "jinja2" in sys.modules
assert "rich" not in sys.modules
"""


def test_jinja_is_loaded_for_html_alone():
    subprocess.run([sys.executable, "-c", HTML_SCRIPT], check=True)


def test_rich_is_loaded_for_the_terminal_alone():
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)
