"""How long `kunto validate` takes for 1,000 checklists, beside a loop that only parses their YAML.

Run it as ``python benchmarks/validate_many.py``; it ends with 1 when a share is above its aim.
``--check-jsonschema PROGRAM`` and ``--ajv PROGRAM`` also measure those, by kunto's own schema, on
the same files. They check only the shape; beside ajv, whose aim is missed, the part of kunto that
does the same is measured too, for information: its reader and its models, with positions. Whole
processes are measured, in turns.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "checklist.schema.json"
FILES = 1000
ROUNDS = 7
OTHERS_ROUNDS = 5
MOST_OF_BARE = 0.75
LEAST_TIMES_CHECK_JSONSCHEMA = 30
LEAST_TIMES_AJV = 1
MOST_MEMORY_MB = 60

BARE = """
import os, sys, yaml
for name in sorted(os.listdir(sys.argv[1])):
    with open(os.path.join(sys.argv[1], name), "rb") as stream:
        yaml.load(stream, Loader=yaml.CSafeLoader)
"""

# What a validator of shapes does, by kunto's own means: read, hold against the model, tell where.
SHAPE = """
import gc, os, sys
gc.set_threshold(100_000, 50, 50)
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
from pathlib import Path
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.files.sharing import worked
from asiakaskunto_cli.source.reader import read_source
from asiakaskunto_cli.source.shape.fit import fit
def findings(path):
    source = read_source(path)
    return list(source.findings) or fit(source, Checklist, empty_is_absent=False)[1]
first, *others = [Path(sys.argv[1], name) for name in sorted(os.listdir(sys.argv[1]))]
sys.exit(any([findings(first), *worked(others, findings)]))
"""

WHO = (("Myyjä", "The salesperson"), ("Kassa", "The cashier"), ("Neuvoja", "The adviser"))
DID = (
    ("tervehti", "greeted"),
    ("kuunteli", "listened to"),
    ("neuvoi", "advised"),
    ("auttoi", "helped"),
    ("hyvästeli", "said goodbye to"),
    ("huomasi", "noticed"),
    ("kiitti", "thanked"),
)
WHOM = (
    ("tulijaa", "whoever came in"),
    ("jonottajaa", "the next in line"),
    ("seuruetta", "the party of three"),
    ("lasta", "the child"),
)
WHERE = (("ovella", "at the door"), ("hyllyllä", "by the shelf"), ("kassalla", "at the till"))
SENTENCES = tuple(product(WHO, DID, WHOM, WHERE))

# What an item has beside what all of them have, in turns.
KINDS = (
    "type: yes_no\n        gate: core\n        why: {below: 1}",
    "type: scale\n        scale: kuinka-usein\n        why: optional",
    "type: nps\n        evidence: optional",
    """type: choice
        options:
          - {id: heti, label: {fi: Heti, en: At once}, score: 1}
          - {id: pian, label: {fi: Pian, en: Soon}, score: 0.5}
          - {id: odotettiin, label: {fi: Odotettiin, en: After a wait}, score: 0}""",
    "type: duration\n        bands: [{up_to: 8, score: 1}, {up_to: 30, score: 0.5}, {score: 0}]",
)
AREAS = ("knowledge", "skills", "emotion")


def main() -> int:
    """Print every measurement with its aim; return 1 where one is missed."""
    asked = _arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "checklists")
        size = write_checklists(folder)
        print(f"{FILES} checklists of 20 items in two languages, {size / FILES / 1000:.1f} kB each")
        kunto = [sys.executable, "-m", "asiakaskunto_cli", "validate", "--strict", str(folder)]
        bare = [sys.executable, "-c", BARE, str(folder)]
        met = [_beside_bare(kunto, bare)]
        if asked.check_jsonschema:
            files = sorted(map(str, folder.iterdir()))
            words = [asked.check_jsonschema, "--schemafile", str(SCHEMA), *files]
            times = _times("check-jsonschema", words, "kunto validate", kunto)
            met.append(_is_met(times, LEAST_TIMES_CHECK_JSONSCHEMA))
        if asked.ajv:
            words = [asked.ajv, "validate", "--spec=draft2020", "-s", str(SCHEMA)]
            words += ["-d", f"{folder}/*.yaml"]
            shape = [sys.executable, "-c", SHAPE, str(folder)]
            met.append(_is_met(_times("ajv", words, "kunto validate", kunto), LEAST_TIMES_AJV))
            print(f"times its shape  {_times('ajv', words, 'shape alone', shape):6.1f}")
    return 0 if all(met) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check-jsonschema", metavar="PROGRAM")
    parser.add_argument("--ajv", metavar="PROGRAM")
    return parser.parse_args()


def _beside_bare(kunto: Sequence[str], bare: Sequence[str]) -> bool:
    """Print kunto's time as a share of the bare loop's, and its memory; tell if both are met."""
    pairs = [(run(kunto), run(bare)) for _ in range(ROUNDS)]
    shares = sorted(ours[0] / theirs[0] for ours, theirs in pairs)
    share = statistics.median(shares)
    memory = max(ours[1] for ours, _ in pairs)
    _say("kunto validate", [ours[0] for ours, _ in pairs])
    _say("bare loop", [theirs[0] for _, theirs in pairs])
    print(f"share of it      {share:6.2f} ({shares[0]:.2f}–{shares[-1]:.2f}; aim: {MOST_OF_BARE})")
    print(f"memory           {memory:6.0f} MB a process (aim: {MOST_MEMORY_MB})")
    return share <= MOST_OF_BARE and memory <= MOST_MEMORY_MB


def _times(name: str, words: Sequence[str], what: str, ours: Sequence[str]) -> float:
    """Print what two programs take; return how many times longer the other takes than ours."""
    pairs = [(run(ours), run(words)) for _ in range(OTHERS_ROUNDS)]
    _say(what, [one[0] for one, _ in pairs])
    _say(name, [theirs[0] for _, theirs in pairs])
    return statistics.median(theirs[0] / one[0] for one, theirs in pairs)


def _is_met(times: float, least: float) -> bool:
    """Print how many times longer another program takes than kunto; tell if that is enough."""
    print(f"times kunto's    {times:6.1f} (aim: at least {least})")
    return times >= least


def _say(name: str, seconds: Sequence[float]) -> None:
    print(f"{name:16} {statistics.median(seconds):6.2f} s")


def run(words: Sequence[str]) -> tuple[float, float]:
    """Return the seconds that a process takes, and the MB that it or one of its own takes at most.

    Raises ValueError where it finds anything in the files.
    """
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ValueError(words[:5], process.returncode)
    return seconds, usage.ru_maxrss / 1024


def write_checklists(folder: Path) -> int:
    """Write the checklists into a new folder; return how many bytes they have."""
    folder.mkdir()
    return sum(
        (folder / f"lista-{number}.yaml").write_bytes(checklist(number).encode())
        for number in range(FILES)
    )


def checklist(number: int) -> str:
    """Return the text of a checklist of four sections with five items each."""
    head = (
        f"kunto: 1\nid: lista-{number}\nversion: 1.0.0\nmethod: observe\n"
        f"title: {{fi: Lista {number}, en: List {number}}}\nlanguages: [fi, en]\n"
        "area_weights: {knowledge: 1, skills: 1.5, emotion: 1}\nindex: true\n"
        "scales:\n"
        "  kuinka-usein: {1: {fi: ei lainkaan, en: not at all}, 5: {fi: aina, en: always}}\n"
        "sections:\n"
    )
    return head + "".join(section(number, place) for place in range(4))


def section(number: int, place: int) -> str:
    """Return the text of a section."""
    head = (
        f"  - id: osio-{place}\n    title: {{fi: Osio {place + 1}, en: Part {place + 1}}}\n"
        "    items:\n"
    )
    return head + "".join(item(number, 5 * place + one) for one in range(5))


def item(number: int, place: int) -> str:
    """Return the text of an item; no two of a checklist are alike."""
    who, did, whom, where = SENTENCES[(37 * number + 11 * place) % len(SENTENCES)]
    kind = KINDS[place % len(KINDS)]
    shown = "" if place < len(KINDS) else "        when: {item: kohta-1, at_least: 2}\n"
    return (
        f"      - id: kohta-{place}\n"
        "        text:\n"
        f'          fi: "{who[0]} {did[0]} {whom[0]} {where[0]}."\n'
        f'          en: "{who[1]} {did[1]} {whom[1]} {where[1]}."\n'
        f'        help: {{fi: "Katso {where[0]}.", en: "Look {where[1]}."}}\n'
        f"        {kind}\n"
        f"        area: {AREAS[place % len(AREAS)]}\n"
        f"        measure: {'subjective' if place % len(KINDS) in {1, 2} else 'objective'}\n"
        f"        weight: {1 + place % 3}\n"
        "        develop: [onnistumisten-jakaminen, perehdytys]\n"
        f"{shown}"
    )


if __name__ == "__main__":
    sys.exit(main())
