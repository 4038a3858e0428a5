"""Ids, clean text, slugs and report ids."""

import re
import unicodedata
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.words import ITEM_ID, RESERVED_IDS, SLUG, clean, slugify, uuid7, uuid7_after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hyvä palvelu! 👍🏽\tJoo\n", "Hyvä palvelu! 👍🏽\tJoo\n"),
        ("\x1b[31mpunainen", "\\u001b[31mpunainen"),
        ("a\x00b\x07c\x7f\x9b", "a\\u0000b\\u0007c\\u007f\\u009b"),
        ("rivi\r\n", "rivi\\u000d\n"),
        ("\u202eohjaus\u2066", "\\u202eohjaus\\u2066"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\udce9", "\\udce9"),
        ("\u200d\u200c\u200e\u200f", "\u200d\u200c\u200e\u200f"),
        ("", ""),
    ],
)
def test_what_could_steer_a_terminal_is_spelled_out(text, expected):
    assert clean(text) == expected


@given(st.text(st.characters()))
def test_clean_text_stays_as_it_is(text):
    assert clean(clean(text)) == clean(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", clean(text))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Keskustan Myymälä", "keskustan-myymala"),
        ("Åbo / Öland & Zürich", "abo-oland-zurich"),
        ("  --Kauppa 12!  ", "kauppa-12"),
        ("Straße", "strasse"),
        ("Café Élan", "cafe-elan"),
        ("../../etc/passwd", "etc-passwd"),
        ("日本", ""),
        ("a" * 63 + " b", "a" * 63),
        ("a" * 200, "a" * 64),
    ],
)
def test_name_becomes_a_slug(name, slug):
    assert slugify(name) == slug


@given(st.text())
def test_slug_is_one_or_empty_however_it_was_composed(name):
    slug = slugify(name)
    assert slug == "" or SLUG.fullmatch(slug)
    assert slugify(slug) == slug


@given(st.text(st.sampled_from("aåäöéüAÄÖ -")))
def test_slug_does_not_depend_on_how_marks_are_composed(name):
    composed, apart = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    assert slugify(composed) == slugify(apart)


@pytest.mark.parametrize(
    ("word", "is_id"),
    [("hymy", True), ("h-2", True), ("2h", False), ("Hymy", False), ("a" * 65, False), ("", False)],
)
def test_item_id_starts_with_a_small_letter(word, is_id):
    assert bool(ITEM_ID.fullmatch(word)) == is_id


def test_reserved_ids_would_pass_for_ids():
    assert all(ITEM_ID.fullmatch(word) for word in RESERVED_IDS)


MOMENTS = st.integers(0, (1 << 48) - 1)
BITS = st.integers(0, (1 << 74) - 1)


@given(MOMENTS, BITS)
def test_uuid7_is_laid_out_as_rfc_9562_says(unix_ms, random_bits):
    made = uuid.UUID(uuid7(unix_ms, random_bits))
    assert str(made) == uuid7(unix_ms, random_bits)
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == unix_ms
    assert (made.int >> 64 & 0xFFF) << 62 | made.int & (1 << 62) - 1 == random_bits


def test_uuid7_of_the_rfc():
    # RFC 9562, appendix A.6: rand_a CC3, rand_b 18C4DC0C0C07398F.
    random_bits = 0xCC3 << 62 | 0x18C4DC0C0C07398F
    assert uuid7(0x017F22E279B0, random_bits) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(st.tuples(MOMENTS, BITS), st.tuples(MOMENTS, BITS))
def test_uuid7_orders_by_time_and_tells_random_bits_apart(one, other):
    assert (uuid7(*one) < uuid7(*other)) == (one < other)
    assert (uuid7(*one) == uuid7(*other)) == (one == other)


@given(
    st.integers(0, 2**47),
    st.integers(0, 2**74 - 1),
    st.integers(0, 2**47),
    st.integers(0, 2**74 - 1),
)
def test_uuid7_after_another_is_later_wherever_the_clock_is(ms, bits, now_ms, now_bits):
    earlier = uuid7(ms, bits)
    later = uuid7_after(earlier, now_ms, now_bits)
    assert later > earlier
    assert later == uuid7(max(now_ms, ms + 1), now_bits)
