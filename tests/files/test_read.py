"""Reading takes regular files only, never waits, and says in words why it refuses."""

import errno
import os
import socket
from pathlib import Path

import pytest

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.read import read_regular

pytestmark = pytest.mark.usefixtures("alarm")

LIMIT = 100_000


def refusal(path, limit_bytes=LIMIT):
    with pytest.raises(BadInputError) as caught:
        read_regular(path, limit_bytes=limit_bytes)
    assert caught.value.remedy
    assert "Errno" not in caught.value.message
    return caught.value.message


@pytest.mark.parametrize("size", [0, 1, 16_383, 16_384, 16_385, LIMIT])
def test_whole_content_comes_back_up_to_the_limit(tmp_path, size):
    path = tmp_path / "a"
    content = os.urandom(size)
    path.write_bytes(content)
    assert read_regular(path, limit_bytes=LIMIT) == content


def test_link_to_a_regular_file_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"yes")
    (tmp_path / "link").symlink_to("a")
    assert read_regular(tmp_path / "link", limit_bytes=LIMIT) == b"yes"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system has no /proc")
def test_file_that_claims_to_be_empty_is_read_to_its_end():
    path = Path("/proc/self/status")
    assert b"Pid:" in read_regular(path, limit_bytes=LIMIT)
    assert "too large" in refusal(path, limit_bytes=10)


def test_small_file_costs_one_read(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 5000)
    sizes = []
    real = os.read

    def counted(descriptor, size):
        sizes.append(size)
        return real(descriptor, size)

    monkeypatch.setattr(os, "read", counted)
    read_regular(path, limit_bytes=LIMIT)
    assert sizes == [5001]


def test_missing_file_is_named(tmp_path):
    path = tmp_path / "a.json"
    assert refusal(path) == f"There is no file {path}."
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "a") == f"There is no file {tmp_path / 'file' / 'a'}."


def test_folder_is_refused(tmp_path):
    (tmp_path / "x.json").mkdir()
    path = tmp_path / "x.json"
    assert refusal(path) == f"{path} is a folder, not a file."


def test_fifo_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not an ordinary file" in refusal(tmp_path / "pipe")


def test_link_to_an_endless_device_is_refused(tmp_path):
    (tmp_path / "zero").symlink_to("/dev/zero")
    assert "not an ordinary file" in refusal(tmp_path / "zero")


def test_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the system allows about a hundred characters in its name
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        assert "not an ordinary file" in refusal(tmp_path / "s")


def test_dangling_link_is_told_from_a_missing_file(tmp_path):
    (tmp_path / "link").symlink_to("nowhere")
    path = tmp_path / "link"
    assert refusal(path) == f"{path} is a link to a file that does not exist."


def test_looping_link_is_refused(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert "leads back to itself" in refusal(tmp_path / "a")


def test_oversize_file_says_both_sizes_and_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 1001)
    monkeypatch.setattr(os, "read", None)
    message = f"{path} is too large: it has 1,001 bytes, and at most 1,000 bytes are read."
    assert refusal(path, limit_bytes=1000) == message


def test_sparse_file_of_a_terabyte_is_refused(tmp_path):
    with (tmp_path / "a").open("wb") as file:
        file.truncate(1 << 40)
    assert "1,099,511,627,776" in refusal(tmp_path / "a")


def test_file_that_grows_while_it_is_read_stops_at_one_byte_over_the_limit(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 10)
    read_bytes = []

    def endless(_descriptor, size):
        read_bytes.append(size)
        return b"x" * size

    monkeypatch.setattr(os, "read", endless)
    assert "too large" in refusal(path, limit_bytes=40_000)
    assert sum(read_bytes) == 40_001
    assert max(read_bytes) <= 16_384


def test_file_that_shrinks_while_it_is_read_gives_what_is_left(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 10)
    left = [b"abc", b""]
    monkeypatch.setattr(os, "read", lambda _fd, _size: left.pop(0))
    assert read_regular(path, limit_bytes=LIMIT) == b"abc"


def test_short_reads_are_completed(tmp_path, monkeypatch):
    path = tmp_path / "a"
    content = os.urandom(3000)
    path.write_bytes(content)
    real = os.read
    monkeypatch.setattr(os, "read", lambda fd, size: real(fd, min(size, 1000)))
    assert read_regular(path, limit_bytes=LIMIT) == content


@pytest.mark.parametrize(
    ("call", "code", "expected"),
    [
        ("open", errno.EACCES, "You have no permission to read {path}."),
        ("open", errno.EMFILE, "{path} could not be read: {said}."),
        ("open", errno.ENXIO, "{path} is not an ordinary file but a pipe, a device or a socket."),
        ("fstat", errno.ESTALE, "{path} could not be read: {said}."),
        ("read", errno.EIO, "{path} could not be read: {said}."),
    ],
)
def test_refusal_of_the_system_becomes_a_sentence(tmp_path, monkeypatch, call, code, expected):
    path = tmp_path / "a"
    path.write_bytes(b"x")

    def refuse(*_arguments):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:  # pytest itself uses these calls when a test ends
        patch.setattr(os, call, refuse)
        message = refusal(path)
    assert message == expected.format(path=path, said=os.strerror(code))


def test_folder_that_windows_refuses_to_open_is_still_called_a_folder(tmp_path, monkeypatch):
    def refuse(*_arguments):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(tmp_path) == f"{tmp_path} is a folder, not a file."


@pytest.mark.parametrize("name", ["a\0b", "a\ud800", "x" * 300])
def test_impossible_names_are_refused_in_words(tmp_path, name):
    assert "could not be read" in refusal(tmp_path / name)


def test_name_cannot_steer_the_terminal_nor_be_a_format_string(tmp_path):
    message = refusal(tmp_path / "a\x1b[31m\u202e\n{path.__class__}")
    assert message == f"There is no file {tmp_path}/a\\u001b[31m\\u202e\\n{{path.__class__}}."


def test_no_descriptor_is_left_open_whatever_happens(tmp_path):
    (tmp_path / "a").write_bytes(b"xx")
    os.mkfifo(tmp_path / "pipe")
    before = os.open(tmp_path, os.O_RDONLY)
    os.close(before)
    read_regular(tmp_path / "a", limit_bytes=LIMIT)
    refusal(tmp_path / "a", limit_bytes=1)
    refusal(tmp_path / "pipe")
    refusal(tmp_path)
    after = os.open(tmp_path, os.O_RDONLY)
    os.close(after)
    assert after == before
