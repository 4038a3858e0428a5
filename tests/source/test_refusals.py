"""What is YAML but is not read: every refusal with its exact place and code."""

import re
import sys
import time
import unicodedata

import pytest

from asiakaskunto_cli import words
from asiakaskunto_cli.source import characters
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.refusals import MAX_BYTES


def places(content):
    content = content.encode() if isinstance(content, str) else content
    found = read_text("lista.yaml", content).findings
    return [(finding.position.line, finding.position.column, finding.code) for finding in found]


def only(content):
    source = read_text("lista.yaml", content if isinstance(content, bytes) else content.encode())
    (finding,) = source.findings
    return finding


def test_a_second_key_is_pointed_at_and_the_line_of_the_first_is_named():
    finding = only('id: a\nitems:\n  - {hymy: 1, "hymy": 2}\n')
    assert (finding.position.line, finding.position.column, finding.code) == (3, 15, "K102")
    assert "“hymy”" in finding.message
    assert "line 3" in finding.message


def test_the_first_of_two_equal_keys_keeps_its_value():
    assert read_text("f", b"a: 1\na: 2\nb: 3\n").data == {"a": 1, "b": 3}


def test_keys_equal_as_texts_are_duplicates_however_they_are_quoted():
    assert places("1: a\n'1': b\n") == [(2, 1, "K102")]


def test_keys_that_yaml_1_1_would_turn_into_booleans_are_different_texts():
    assert read_text("f", b"no: 1\non: 2\nfalse: 3\n1: 4\n").data == {
        "no": 1,
        "on": 2,
        "false": 3,
        "1": 4,
    }


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: &x 1\n", [(1, 4, "K103")]),
        ("a: &x {b: 1}\n", [(1, 4, "K103")]),
        ("&k a: 1\n", [(1, 1, "K103")]),
        ("a: *x\n", [(1, 4, "K103")]),
        ("- *x\n", [(1, 3, "K103")]),
        ("*x : 1\n", [(1, 1, "K103")]),
        ("<<: {a: 1}\n", [(1, 1, "K103")]),
        ("a: *huom*\n", [(1, 4, "K103")]),
        ("a: **bold**\n", [(1, 4, "K103")]),
    ],
)
def test_anchors_aliases_and_merge_keys_are_refused(content, expected):
    assert places(content) == expected


def test_a_quoted_merge_key_and_a_merge_key_as_value_are_texts():
    assert read_text("f", b'"<<": <<\n').data == {"<<": "<<"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: !!python/object/apply:os.system ['id']\n", [(1, 4, "K104")]),
        ("a: !!int ''\n", [(1, 4, "K104")]),
        ("a: !!bool foo\n", [(1, 4, "K104")]),
        ("a: !foo bar\n", [(1, 4, "K104")]),
        ("a: ! bar\n", [(1, 4, "K104")]),
        ("a: !\n", [(1, 4, "K104")]),
        ("- ! [x]\n", [(1, 3, "K104")]),
        ("!k a: 1\n", [(1, 1, "K104")]),
        ("a: !<tag:x,2000:y> 1\n", [(1, 4, "K104")]),
        ("a: &n !t 1\n", [(1, 4, "K103"), (1, 7, "K104")]),
        ("a: !t &n 1\n", [(1, 4, "K104"), (1, 7, "K103")]),
        ("a: !x!y 1\n", [(1, 4, "K104")]),
        ("a: !tärkeä! x\n", [(1, 4, "K104")]),
        ("a: !%ED%A0%80 x\n", [(1, 4, "K104")]),
        ("[!]\n", [(1, 2, "K104")]),
    ],
)
def test_explicit_tags_are_refused(content, expected):
    assert places(content) == expected


def test_the_tag_is_named_as_it_was_written_and_cut():
    assert "“!!python/x”" in only("a: !!python/x 1\n").message
    assert "…" in only("a: !" + "x" * 100 + " 1\n").message


def test_32_levels_are_read_and_the_33rd_is_refused():
    assert places("[" * 32 + "]" * 32) == []
    assert places("[" * 33 + "]" * 33) == [(1, 33, "K105")]
    assert places("{a: " * 33 + "}" * 33) == [(1, 129, "K105")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"[" * 500, [(1, 33, "K105")]),
        (b"[" * 100_000, [(1, 33, "K105")]),
        (b"{" * 20_000, [(1, 2, "K101"), (1, 33, "K105")]),
        (b"- " * 100_000, [(1, 65, "K105")]),
        (b"? " * 100_000, [(1, 3, "K101"), (1, 65, "K105")]),
        (b"{a: " * 100_000, [(1, 129, "K105")]),
        (b"[{a: " * 30_000, [(1, 81, "K105")]),
    ],
    ids=["lists-500", "lists", "mappings", "dashes", "question-marks", "keys", "mixed"],
)
def test_endless_nesting_is_refused_at_once(content, expected):
    start = time.perf_counter()
    assert places(content) == expected
    assert time.perf_counter() - start < 0.5


def test_a_list_as_a_key_is_reported_and_the_rest_of_the_file_is_read():
    source = read_text("f", b"? [a, *b]\n: 1\nc: 2\nc: 3\n")
    assert [(found.position.line, found.code) for found in source.findings] == [
        (1, "K101"),
        (1, "K103"),
        (4, "K102"),
    ]
    assert source.data == {"c": 2}


def test_nine_levels_of_aliases_are_never_expanded():
    rows = ["a0: &a0 [lol]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    source = read_text("f", "\n".join(rows).encode())
    assert len(source.findings) == 10 + 9 * 9
    assert {found.code for found in source.findings} == {"K103"}
    assert len(str(source.data)) < 2000


def test_a_chain_of_merges_is_never_expanded():
    rows = ["a0: &a0 {x: 1}"]
    rows += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 25)]
    start = time.perf_counter()
    assert len(places("\n".join(rows))) == 1 + 24 * 4
    assert time.perf_counter() - start < 0.5


def test_one_mebibyte_is_read_and_one_byte_more_is_refused():
    assert read_text("f", b"a" * MAX_BYTES).data == "a" * MAX_BYTES
    assert places(b"a" * (MAX_BYTES + 1)) == [(1, 1, "K106")]


def test_100_000_entries_are_read_and_the_next_one_is_refused():
    assert places("- a\n" * 100_000) == []
    finding = only("- a\n" * 100_001)
    assert (finding.position.line, finding.code) == (100_001, "K106")
    assert "100,000" in finding.message


def test_too_many_values_on_one_line_are_refused_where_the_limit_is_crossed():
    assert [place[2] for place in places("[" + "a," * 400_000 + "]")] == ["K106"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: 1\n".encode("utf-16"), (1, 1, "K107")),
        ("a: 1\n".encode("utf-16-le"), (1, 2, "K107")),
        ("a: 1\n".encode("utf-16-be"), (1, 1, "K107")),
        ("a: 1\nb: myyjä\n".encode("latin-1"), (2, 8, "K107")),
        ("ääkköset: 1\n".encode() + b"\xff", (2, 1, "K107")),
        (b"\xef\xbb\xbfa: \xff", (1, 4, "K107")),
        (b"\xef\xbb\xbf\xff", (1, 1, "K107")),
        (b"a: \xed\xa0\x80", (1, 4, "K107")),
        (b"a: \xc0\x80", (1, 4, "K107")),
        (b"\0" * 5000, (1, 1, "K107")),
        ("a: ä".encode("utf-16-be"), (1, 1, "K107")),
        (b"a: 1\0b: my\xe4", (1, 11, "K107")),
        (b"\x89PNG\r\n\x1a\n\0", (1, 1, "K107")),
        ("kunto: ä".encode()[:-1], (1, 8, "K107")),
    ],
)
def test_what_is_not_utf8_is_refused_at_its_first_wrong_byte(content, expected):
    assert places(content) == [expected]


def test_a_nul_in_utf8_is_a_character_and_not_the_encoding():
    assert places(b"a: 1\r\nb: ter\0ve\r\nb: 2\r\n") == [(2, 7, "K108"), (3, 1, "K102")]
    assert places(b"\xef\xbb\xbfa: \xc3\xa4\0b c d e f") == [(1, 5, "K108")]
    assert "U+0000" in only(b"a: 1\r\nb: x\0").message


@pytest.mark.parametrize("end", [b"\0\0\0", b"\x1a", b"\x1a\0\0"])
def test_what_a_crash_or_dos_leaves_at_the_end_is_one_mistake_each(end):
    source = read_text("f", b"id: a\ntitle: Kassalla\n" + end)
    assert source.data == {"id": "a", "title": "Kassalla"}
    assert {found.code for found in source.findings} == {"K108"}
    assert len(source.findings) == len(set(end))


def test_a_byte_order_mark_is_read_over_and_moves_no_column():
    assert read_text("f", b"\xef\xbb\xbfa: 1\n").data == {"a": 1}
    assert places(b"\xef\xbb\xbfa: &x 1\na: 2\n") == [(1, 4, "K103"), (2, 1, "K102")]
    assert places(b"\xef\xbb\xbf" * 3 + b"a: &x 1\n") == [(1, 4, "K103")]
    assert places(b"\xef\xbb\xbf") == [(1, 1, "K109")]


@pytest.mark.parametrize(
    ("content", "code_point", "column"),
    [
        ('a: "\\e[31m"', "U+001B", 5),
        ('a: "x\\0"', "U+0000", 6),
        ('a: "\\u202E"', "U+202E", 5),
        ('a: "\\U0000202e"', "U+202E", 5),
        ('a: "\\x9b"', "U+009B", 5),
        ('a: "\\N"', "U+0085", 5),
        ('a: "\\L"', "U+2028", 5),
        ('a: "\\\\\\r"', "U+000D", 7),
        ("a: \u202eabc", "U+202E", 4),
        ("a: x\u2066y", "U+2066", 5),
        ("a: x\x1by", "U+001B", 5),
        ("a: x\x7fy", "U+007F", 5),
        ("a: x\x85y", "U+0085", 5),
        ("a: x\u2028y", "U+2028", 5),
        ("a: x\ufffey", "U+FFFE", 5),
        ("a: 1 # x\u202e", "U+202E", 9),
        ('"k\\e": 1', "U+001B", 3),
    ],
)
def test_control_and_bidi_characters_are_refused_by_their_code_points(content, code_point, column):
    finding = only(content)
    assert (finding.position.line, finding.position.column) == (1, column)
    assert (finding.code, code_point in finding.message) == ("K108", True)


def test_every_unsafe_character_of_a_file_is_found_and_none_moves_the_others():
    content = 'a: "\\e\\e"\nb: x\u2028y\x1b\nc: [*x]\n'
    assert places(content) == [
        (1, 5, "K108"),
        (1, 7, "K108"),
        (2, 5, "K108"),
        (2, 7, "K108"),
        (3, 5, "K103"),
    ]


def test_joiners_direction_marks_tabs_and_emoji_are_allowed():
    text = "क्\u200dष \u200c\u200e\u200f\t👩\u200d👧"
    assert read_text("f", f'- "{text}"\n- "\\t\\n\\u200d"\n'.encode()).data == [text, "\t\n\u200d"]


def test_windows_and_old_mac_line_ends_are_line_ends():
    assert read_text("f", b"a: 1\r\nb: |\r\n  x\r\n  y\r\n").data == {"a": 1, "b": "x\ny\n"}
    assert places(b"a: 1\r\n\r\na: 2\r\n") == [(3, 1, "K102")]
    assert places(b"a: 1\ra: 2\r") == [(2, 1, "K102")]


def test_what_is_unsafe_raw_is_what_the_vocabulary_calls_unsafe():
    unsafe = {chr(code) for code in range(sys.maxunicode + 1) if words.UNSAFE.match(chr(code))}
    in_files = {character for character in unsafe if unicodedata.category(character) != "Cs"}
    raw = {chr(c) for c in range(sys.maxunicode + 1) if characters._RAW_UNSAFE.match(chr(c))}
    assert raw == in_files - {"\r"} | {"\ufffe", "\uffff"}


@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_file_is_refused(content):
    assert places(content) == [(1, 1, "K109")]


def test_a_second_document_is_pointed_at():
    assert places("a: 1\n---\nb: 2\n") == [(2, 1, "K109")]
    assert places("---\na: 1\n--- \n") == [(3, 1, "K109")]


def test_one_document_may_have_its_markers():
    assert read_text("f", b"%YAML 1.2\n---\na: 1\n...\n").data == {"a": 1}


def test_a_quoted_empty_text_is_no_empty_file():
    assert read_text("f", b'""').data == ""
    assert read_text("f", b"''").findings == ()


def test_all_findings_of_a_file_come_out_in_one_run_in_their_order():
    content = 'b: *x\na: !t 1\na: &y 2\n<<: 3\nc: "\\e"\nd: "open\n'
    assert places(content) == [
        (1, 4, "K103"),
        (2, 4, "K104"),
        (3, 1, "K102"),
        (3, 4, "K103"),
        (4, 1, "K103"),
        (5, 5, "K108"),
        (6, 4, "K101"),
    ]


@pytest.mark.parametrize(
    "content",
    [b"\x1b" * 1_000_000, b'"' + b"\\e" * 500_000 + b'"', b"a: 1\n" * 200_000],
    ids=["raw", "escapes", "duplicates"],
)
def test_a_hostile_number_of_findings_is_cut(content):
    start = time.perf_counter()
    assert len(read_text("f", content).findings) == 1000
    assert time.perf_counter() - start < 1


def test_user_text_in_a_message_is_cleaned_and_cut():
    finding = next(
        found
        for found in read_text("f", b'"\\e]0;x": 1\n"\\e]0;x": 2\n').findings
        if found.code == "K102"
    )
    assert "\\u001b" in finding.message
    assert not re.search("[\x00-\x1f]", finding.message)
    long = only("{0}: 1\n{0}: 2\n".format("k" * 300)).message
    assert "k" * 39 + "…" in long
