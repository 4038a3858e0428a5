"""Which unquoted words are text to kunto and something else to others: PyYAML is the witness."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from asiakaskunto_cli.source.ambiguous import is_ambiguous
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.scalars import resolve

TEXT_TAG = "tag:yaml.org,2002:str"

WORDS = st.one_of(
    st.from_regex(r"[-+]?[0-9:._]{1,12}", fullmatch=True),
    st.from_regex(r"[-+]?(0x[0-9a-f]+|0b[01]+|0o[0-7]+|\.inf|\.nan)", fullmatch=True),
    st.from_regex(
        r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z?)?", fullmatch=True
    ),
    st.sampled_from(["yes", "Yes", "yEs", "no", "on", "ON", "Off", "true", "Null", "~", "y", "<<"]),
    st.text("aehinostuvy0123.:-_", min_size=1, max_size=8),
)


def others_read(word):
    """Return the tag that PyYAML's own resolver gives to an unquoted word."""
    return yaml.resolver.Resolver().resolve(yaml.ScalarNode, word, (True, False))


@given(WORDS)
@example("12:30")
@example("2026-10-01")
def test_whatever_pyyaml_takes_for_no_text_is_ambiguous_where_kunto_takes_it_for_one(word):
    if isinstance(resolve(word), str) and others_read(word) != TEXT_TAG:
        assert is_ambiguous(word)


@given(WORDS)
def test_what_kunto_takes_for_no_text_is_not_ambiguous(word):
    if not isinstance(resolve(word), str):
        assert not is_ambiguous(word)


@pytest.mark.parametrize(
    "word",
    [
        "1.0.0",
        "nollat",
        "yeah",
        "y",
        "n",
        "nO",
        "1:99",
        "2026-Q4",
        "12.30 asti",
        "1-5",
        "+",
        "-",
        ".",
        ":",
    ],
)
def test_everyday_texts_are_not_ambiguous(word):
    assert not is_ambiguous(word)


@pytest.mark.parametrize(
    "word", ["08", "0o17", "+5", "1e400", "00", "12345678901234567890", "1_000"]
)
def test_what_only_some_readers_take_for_a_number_is_ambiguous(word):
    assert is_ambiguous(word)


PLACES = [
    "a: {}\n",
    "a: {}",
    "a:   {}  # why\n",
    "a:\n  {}\nb: 1\n",
    "- {}\n- b\n",
    "- - {}\n",
    "a: [{}]\n",
    "a: [b, {} , c]\n",
    "a: {{b: {}}}\n",
    "a: {{b: {}, c: d}}\n",
    "a: {{\n  b: {}\n}}\n",
    "a: {}\r\nb: c\r\n",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "word", ["no", "Off", "12:30", "012", "1_000", "2026-10-01", "2026-10-01 12:30:00"]
)
def test_the_quick_look_misses_no_place_where_one_may_stand(place, word):
    assert read_text("f", place.format(word).encode()).holds_doubtful


@pytest.mark.parametrize(
    "place",
    ["a:\n  {}: b\n", "a:\n  b: c\n  {}: d\n", "- {}: c\n", "{}: a\n", "a: {{{}: a}}\n"],
)
@pytest.mark.parametrize("word", ["no", "on", "off", "yes"])
def test_the_quick_look_misses_no_key_that_is_a_word(place, word):
    assert read_text("f", place.format(word).encode()).holds_doubtful


def test_the_quick_look_passes_over_the_words_of_texts():
    text = (
        "a: Ei ole, no, on se hyvä\nb: 'no'\nc: \"12:30\"\nd: [1, 2.5, -3, true, null]\ne: 1.0.0\n"
    )
    assert not read_text("f", text.encode()).holds_doubtful
