"""Checks HTML reports with axe-core in headless Chromium: python tools/accessibility.py FILE...

Needs chromium (or chrome) on the PATH; axe comes with the development extra. Prints every
violation of WCAG 2.1 A and AA and of axe's best practices, in light and in dark; ends with 1 where
there is one. What axe cannot see (whether the words make sense) is for a person to read.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from importlib import resources
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SCHEMES = {"light": (), "dark": ("--force-dark-mode", "--blink-settings=preferredColorScheme=0")}
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
RUN = """
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  document.documentElement.innerHTML =
    "<body><pre id=found></pre><pre id=dark>" +
    matchMedia("(prefers-color-scheme: dark)").matches + "</pre></body>";
  document.getElementById("found").textContent = JSON.stringify(found.violations.map(
    one => ({id: one.id, help: one.help, nodes: one.nodes.map(node => node.html)})));
});
"""


def main() -> int:
    """Print the violations in every file named on the command line; return the exit code."""
    chromium = browser()
    if chromium is None:
        sys.stderr.write(f"none of {', '.join(BROWSERS)} is on the PATH\n")
        return 2
    count = 0
    for name in sys.argv[1:]:
        for scheme in SCHEMES:
            for one in violations(chromium, Path(name), scheme):
                count += 1
                sys.stdout.write(f"{name} ({scheme}): {one['id']}: {one['help']}\n")
                sys.stdout.writelines(f"    {node}\n" for node in one["nodes"])
    sys.stdout.write(f"{count} violations\n")
    return int(count > 0)


def browser() -> str | None:
    """Return the path of a browser that can be driven without a screen, if there is one."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def violations(chromium: str, page: Path, scheme: str) -> list[dict[str, list[str]]]:
    """Return what axe finds wrong with a page in a colour scheme (light or dark).

    The page's own policy allows no script, so it is taken out of the copy that is looked at.
    """
    axe = resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    text = POLICY.sub("", page.read_text(encoding="utf-8"))
    script = f"<script>{axe}</script><script>{RUN}</script></body>"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "page.html")
        copy.write_text(text.replace("</body>", script), encoding="utf-8")
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", *SCHEMES[scheme]]
        command += ["--virtual-time-budget=20000", "--dump-dom", f"--user-data-dir={folder}/user"]
        command.append(copy.as_uri())
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = re.search(r'<pre id="found">(.*?)</pre><pre id="dark">(\w+)', done.stdout, re.DOTALL)
    if found is None:
        raise RuntimeError(f"axe did not run: {done.stderr[-500:]}")
    if (found[2] == "true") != (scheme == "dark"):
        raise RuntimeError(f"the browser did not show the page in {scheme}")
    listed: list[dict[str, list[str]]] = json.loads(html.unescape(found[1]))
    return listed


if __name__ == "__main__":
    sys.exit(main())
