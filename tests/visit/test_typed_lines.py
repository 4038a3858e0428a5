"""Lines as they arrive: any bytes in, clean words out, nothing cut in silence."""

import io
import os
import pty
import termios

import pytest

from asiakaskunto_cli.visit.typed_lines import (
    TERMINAL_LINE_BYTES,
    EndOfInputError,
    TypedLine,
    read_line,
)

LINES = {
    "plain": (b"kyll\xc3\xa4\n", "kyllä"),
    "crlf": (b"k\r\n", "k"),
    "no-end": (b"k", "k"),
    "empty": (b"\n", ""),
    "spaces-are-kept": (b"  a \n", "  a "),
    "latin-1": (b"caf\xe9\n", "caf�"),
    "utf-16": ("kyllä\n".encode("utf-16-le"), "kyll�"),
    "arrow-keys": (b"\x1b[A\x1b[1;5Dsana\x1bOB\n", "sana"),
    "bracketed-paste": (b"\x1b[200~liitetty\x1b[201~\n", "liitetty"),
    "colour": (b"\x1b[31mpunainen\x1b[0m\n", "punainen"),
    "window-title": (b"\x1b]0;otsikko\x07\n", "]0;otsikko"),
    "nul-bell-delete": (b"a\x00b\x07c\x7f\n", "abc"),
    "c1": ("a\x9b31mb\n".encode(), "a31mb"),
    "bidi-override": ("a\u202eb\n".encode(), "ab"),
    "tab-stays": (b"a\tb\n", "a\tb"),
    "joiners-stay": ("a\u200db\n".encode(), "a\u200db"),
}


@pytest.mark.parametrize(("typed", "words"), LINES.values(), ids=LINES)
def test_a_line_arrives_as_clean_words(typed, words):
    stream = io.BytesIO(typed)
    assert read_line(stream, terminal=True) == TypedLine(words, cut=False)


def test_lines_come_one_by_one_and_end():
    stream = io.BytesIO(b"a\nb")
    assert [read_line(stream, terminal=False).text for _ in "ab"] == ["a", "b"]
    for _ in range(2):
        with pytest.raises(EndOfInputError):
            read_line(stream, terminal=False)


def test_a_terminal_that_has_gone_away_is_the_end():
    class Gone(io.BytesIO):
        def readline(self, *_arguments):
            raise OSError(5, "Input/output error")

    with pytest.raises(EndOfInputError):
        read_line(Gone(), terminal=True)


def test_a_long_line_of_a_pipe_is_whole():
    typed = b"a" * 50_000 + b"\n"
    assert read_line(io.BytesIO(typed), terminal=False) == TypedLine("a" * 50_000, cut=False)


@pytest.mark.parametrize(("length", "cut"), [(-1, False), (0, True), (1, True), (500, True)])
def test_a_line_that_the_terminal_cut_is_marked(length, cut):
    keyboard, terminal = pty.openpty()
    try:
        settings = termios.tcgetattr(terminal)
        assert settings[3] & termios.ICANON, "a new terminal edits lines"
        settings[3] &= ~termios.ECHO
        termios.tcsetattr(terminal, termios.TCSANOW, settings)
        os.write(keyboard, b"a" * (TERMINAL_LINE_BYTES + length))
        os.write(keyboard, b"\n")
        with open(terminal, "rb", closefd=False) as stream:
            line = read_line(stream, terminal=True)
    finally:
        os.close(keyboard)
        os.close(terminal)
    assert line == TypedLine("a" * min(TERMINAL_LINE_BYTES, TERMINAL_LINE_BYTES + length), cut=cut)
