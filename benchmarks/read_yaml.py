"""How long kunto's YAML reader takes, as a share of what yaml.CSafeLoader takes for the same files.

Run it as ``python benchmarks/read_yaml.py``; it ends with 1 when the share is above the aim.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from asiakaskunto_cli.source.reader import read_text

FILES = 300
ROUNDS = 9
AIM = 0.6
QUOTE = '"'
WORDS = "asiakas myyjä tervehtii hymy palvelu odottaa tuote kysyy kuuntelee lupaus kiitos"


def main() -> int:
    """Print the median share over pairs of measurements that take turns; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write_checklists(Path(folder), random.Random(20180116))  # noqa: S311 no secret
        contents = [path.read_bytes() for path in paths]
    pairs = [(seconds(read, contents), seconds(load, contents)) for _ in range(ROUNDS)]
    share = statistics.median(ours / theirs for ours, theirs in pairs)
    per_file = [1000 * statistics.median(side) / FILES for side in zip(*pairs, strict=True)]
    print(f"{FILES} checklists of {len(contents[0]) / 1000:.1f} kB, {ROUNDS} pairs")
    print(f"read_text   {per_file[0]:6.3f} ms a file")
    print(f"CSafeLoader {per_file[1]:6.3f} ms a file")
    print(f"share       {share:6.3f} (aim: at most {AIM})")
    return 0 if share <= AIM else 1


def read(content: bytes) -> object:
    """Return the data by kunto's reader, which also finds positions and what is wrong."""
    source = read_text("benchmark.yaml", content)
    if source.findings:
        raise ValueError(source.findings)
    return source.data


def load(content: bytes) -> object:
    """Return the data by PyYAML's fastest safe loader."""
    return yaml.load(content, Loader=yaml.CSafeLoader)


def seconds(function: Callable[[bytes], object], contents: list[bytes]) -> float:
    """Return the seconds that a function takes for all contents."""
    gc.collect()
    start = time.perf_counter()
    for content in contents:
        function(content)
    return time.perf_counter() - start


def write_checklists(folder: Path, dice: random.Random) -> list[Path]:
    """Return the paths of new checklists of 20 items in two languages."""
    paths = [folder / f"lista-{number}.yaml" for number in range(FILES)]
    for path in paths:
        path.write_text(checklist(path.stem, dice), encoding="utf-8")
    return paths


def checklist(name: str, dice: random.Random) -> str:
    """Return the text of a checklist of four sections with five items each."""
    head = (
        f"kunto: 1\nid: {name}\nversion: 1.0.0\nmethod: observe\ntitle: {bilingual(dice)}\n"
        "languages: [fi, en]\narea_weights: {knowledge: 1, skills: 1.5, emotion: 1}\n"
        "why: never\nindex: true\nsections:\n"
    )
    return head + "".join(section(number, dice) for number in range(4))


def section(number: int, dice: random.Random) -> str:
    """Return the text of a section."""
    head = f"  - id: osio-{number}\n    title: {bilingual(dice)}\n    items:\n"
    return head + "".join(item(f"kohta-{number}-{place}", dice) for place in range(5))


def item(name: str, dice: random.Random) -> str:
    """Return the text of an item."""
    return (
        f"      - id: {name}\n"
        f"        text: {bilingual(dice, quote=QUOTE)}\n"
        f"        help: {bilingual(dice)}\n"
        f"        type: {dice.choice(['yes_no', 'scale', 'nps'])}\n"
        f"        area: {dice.choice(['knowledge', 'skills', 'emotion'])}\n"
        f"        measure: {dice.choice(['objective', 'subjective'])}\n"
        f"        weight: {dice.randint(1, 3)}\n"
        f"        develop: [onnistumisten-jakaminen, {dice.choice(WORDS.split())}]\n"
        f"        when: {{item: kohta-0-0, at_least: {dice.randint(1, 5)}}}\n"
    )


def bilingual(dice: random.Random, quote: str = "") -> str:
    """Return a text in two languages as a flow mapping."""
    texts = (" ".join(dice.choices(WORDS.split(), k=dice.randint(4, 9))) for _ in range(2))
    return "{{fi: {0}{1}{0}, en: {0}{2}{0}}}".format(quote, *texts)


if __name__ == "__main__":
    sys.exit(main())
