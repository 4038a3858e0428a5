"""No person or company that the source texts name is named in any file of the project.

The names themselves are not here either: only salted digests of what their forms begin with. A word
is compared by everything it begins with, so that Finnish case endings do not hide a name.
"""

import hashlib
import re
import subprocess
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SALT = "kunto: names stay with their texts. "
DIGITS = 16
# A shorter beginning is shared by too many words; the second of two words may be shorter.
SHORTEST, SHORTEST_SECOND = 4, 2
WORD = re.compile(r"[^\W_]+")

NAMES = frozenset(
    {
        "011b0b7da467fb41",
        "1497102e80d21898",
        "157c49af40216296",
        "1734bce4a3b3e09a",
        "213e6e28920f5ed8",
        "2561cd22b0a0ac5f",
        "2bfb1c46765a83be",
        "319284282414d0dc",
        "33f41ac77d327edb",
        "3a10e29187fda88a",
        "3afe149b6ee02f31",
        "3ff7b2e8dac635df",
        "56f3f80f65a313f9",
        "5a737bf89c724c18",
        "63affaf1f5a88fc3",
        "68b552439fce2d9f",
        "6c7d08826618ae71",
        "72c1087df21aa88c",
        "73a89e5f562efd5b",
        "7c880fd5ed353177",
        "8a3ff3e7aac8f0e7",
        "8b5ffab8b66f1ec4",
        "8c483e497c2b607f",
        "9e0066fcb20bba03",
        "a32ebf38d8750821",
        "a4dfa1a6b2e82422",
        "b391863da26e91a6",
        "c07473986b84ee40",
        "c2c1ec3c63b60014",
        "c46c3569a6f18bee",
        "c735587e2f4c9d31",
        "cd5c7d8762e9aa3c",
        "d3f411bd688f2808",
        "ed8857929fddd1ab",
        "ef9f04b8deced4db",
        "f0a989b5a7923359",
        "f1182552ce76f91c",
        "fdce230ae57f23dd",
    }
)


def digest(text):
    return hashlib.sha256((SALT + text).encode()).hexdigest()[:DIGITS]


def folded(text):
    """Return a text as names are compared: small letters without their marks."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))


def words_in(text):
    return WORD.findall(folded(text))


def beginnings(word, shortest):
    return (word[:end] for end in range(shortest, len(word) + 1))


def candidates(words):
    """Yield what a name may be stored as, with the words that stand there.

    That is what a word begins with, the whole word (with a full stop), and two words of which the
    second may go on.
    """
    for word in set(words):
        yield from ((form, word) for form in beginnings(word, SHORTEST))
        yield f"{word}.", word
    for first, second in set(pairwise(words)):
        for form in beginnings(second, SHORTEST_SECOND):
            yield f"{first} {form}", f"{first} {second}"


def names_in(words, names):
    return sorted({said for form, said in candidates(words) if digest(form) in names})


@pytest.fixture(scope="module")
def tracked():
    """Return the files of the project, as git knows them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 wherever git is
        cwd=ROOT,
        capture_output=True,
        check=False,
    ).stdout.decode()
    if not listed:
        pytest.skip("not a checkout")
    names = [Path(name) for name in listed.rstrip("\0").split("\0") if (ROOT / name).is_file()]
    # Reports of examples are made of checklists and of words that are tracked themselves.
    return [name for name in names if name.parts[0] != "examples" or "reports" not in name.parts]


def test_no_file_names_anybody_of_the_source_texts(tracked):
    assert len(tracked) > 100
    by_file = {
        name: words_in(f"{name} " + (ROOT / name).read_bytes().decode(errors="ignore"))
        for name in tracked
    }
    # Word by word in one go: most words are in many files.
    everything = [word for words in by_file.values() for word in words]
    named = names_in(everything, NAMES)
    found = {name: names_in(words, NAMES) for name, words in by_file.items()} if named else {}
    assert {str(name): said for name, said in found.items() if said} == {}


FICTITIOUS = frozenset(map(digest, ["mallikai", "olem.", "puoti oy", "aanila"]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mallikainen", ["mallikainen"]),
        ("from_MALLIKAISELTA.", ["mallikaiselta"]),
        ("Mallikas mallikelpoinen", []),
        ("Olem", ["olem"]),
        ("Olemme olemassa", []),
        ("Puoti Oy:n", ["puoti oy"]),
        ("puodissa Oy, puoti auki", []),
        ("Äänilän", ["aanilan"]),
        ("A\u0308a\u0308nila\u0308", ["aanila"]),
        ("", []),
    ],
)
def test_a_name_is_found_in_its_forms_and_nothing_else_is_taken_for_it(text, found):
    assert names_in(words_in(text), FICTITIOUS) == found


def test_the_digests_are_whole():
    assert len(NAMES) == 38
    assert all(re.fullmatch(f"[0-9a-f]{{{DIGITS}}}", one) for one in NAMES)
