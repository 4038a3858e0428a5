"""An acknowledged line is there for good; a torn one never is, nor stands in front of others."""

import errno
import fcntl
import os
import resource
import stat
from contextlib import contextmanager

import pytest

from asiakaskunto_cli.errors import AlreadyExistsError, BadInputError, DiskError
from asiakaskunto_cli.files import append_log
from asiakaskunto_cli.files.append_log import AppendLog, read_lines

LIMIT = 1_000_000


def lines_of(path):
    return read_lines(path, limit_bytes=LIMIT)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "visit.jsonl"


def test_lines_come_back_in_their_order(path):
    with AppendLog.create(path, b"first") as log:
        log.append(b"second")
        log.append(b"")
    with AppendLog.reopen(path) as log:
        log.append("kolmas, ä".encode())
    assert lines_of(path) == [b"first", b"second", b"", "kolmas, ä".encode()]


def test_new_log_is_private_and_alone(path):
    AppendLog.create(path, b"first").close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_create_writes_several_lines_at_once(path):
    with AppendLog.create(path, b"first", b"second") as log:
        log.append(b"third")
    assert path.read_bytes() == b"first\nsecond\nthird\n"


def test_create_never_overwrites(path):
    path.write_bytes(b"another visit\n")
    with pytest.raises(AlreadyExistsError):
        AppendLog.create(path, b"first")
    assert path.read_bytes() == b"another visit\n"


def test_reopening_what_is_missing_or_no_file_is_an_error(path):
    with pytest.raises(DiskError, match="There is no file"):
        AppendLog.reopen(path)
    assert not path.exists()
    os.mkfifo(path)
    with pytest.raises(DiskError, match="not an ordinary file"):
        AppendLog.reopen(path)
    with pytest.raises(DiskError, match="could not be opened"):
        AppendLog.reopen(path.parent)


def test_newline_in_a_line_is_our_bug(path):
    with pytest.raises(ValueError, match="newline"):
        AppendLog.create(path, b"a\nb")
    assert not path.exists()
    with AppendLog.create(path, b"a") as log, pytest.raises(ValueError, match="newline"):
        log.append(b"b\n")
    assert lines_of(path) == [b"a"]


def test_closed_log_takes_no_line_and_closes_twice(path):
    log = AppendLog.create(path, b"a")
    log.close()
    log.close()
    with pytest.raises(ValueError, match="closed"):
        log.append(b"b")


def test_line_is_durable_before_append_returns(path, disk):
    with AppendLog.create(path, b"a") as log:
        disk.calls.clear()
        log.append(b"b")
        assert disk.calls == ["write", "fsync"]


def test_second_window_is_refused_until_the_first_lets_go(path):
    with AppendLog.create(path, b"a") as log:
        with pytest.raises(DiskError) as caught:
            AppendLog.reopen(path)
        assert caught.value.message == f"{path} is open in another window."
        assert caught.value.remedy
        log.append(b"b")
    with AppendLog.reopen(path), pytest.raises(DiskError, match="another window"):
        AppendLog.reopen(path)
    AppendLog.reopen(path).close()
    assert lines_of(path) == [b"a", b"b"]


def test_refused_second_window_does_not_cut_the_line_that_is_being_written(path):
    with AppendLog.create(path, b"a"):
        with path.open("ab") as file:
            file.write(b"half")
        with pytest.raises(DiskError, match="another window"):
            AppendLog.reopen(path)
        assert path.read_bytes() == b"a\nhalf"


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS])
def test_folder_without_locks_is_no_error(path, monkeypatch, code):
    def refuse(_descriptor, _operation):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", refuse)
    AppendLog.create(path, b"a").close()
    with AppendLog.reopen(path) as log:
        log.append(b"b")
    assert lines_of(path) == [b"a", b"b"]


def test_lock_that_fails_otherwise_is_told(path, monkeypatch):
    AppendLog.create(path, b"a").close()

    def refuse(_descriptor, _operation):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(DiskError, match="could not be opened: Input/output error"):
        AppendLog.reopen(path)


@pytest.mark.parametrize("retire", ["unlink", "rename", "swap"])
def test_log_retired_by_its_holder_while_we_waited_is_not_appended_to(path, monkeypatch, retire):
    AppendLog.create(path, b"a").close()
    real = append_log._lock

    def retired_meanwhile(descriptor, log_path):
        real(descriptor, log_path)
        path.unlink() if retire == "unlink" else path.rename(path.with_suffix(".done"))
        if retire == "swap":
            path.write_bytes(b"another\n")

    monkeypatch.setattr(append_log, "_lock", retired_meanwhile)
    with pytest.raises(DiskError, match="There is no file"):
        AppendLog.reopen(path)


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        (b"a\nb\nhalf a li", [b"a", b"b"]),
        (b"a\n" + b"x" * 16_384, [b"a"]),
        (b"a\n" + b"x" * 50_000, [b"a"]),
        (b"y" * 16_383 + b"\n" + b"x" * 16_384, [b"y" * 16_383]),
        (b"y" * 20_000 + b"\nb\n" + b"x" * 20_000, [b"y" * 20_000, b"b"]),
        (b"a\n\0\0\0\0", [b"a"]),
        (b"no newline at all", []),
        (b"x" * 40_000, []),
        (b"", []),
        (b"a\n", [b"a"]),
    ],
    ids=len,
)
def test_torn_last_line_is_left_out_and_cut_before_the_next(path, found, whole):
    path.write_bytes(found)
    assert lines_of(path) == whole
    with AppendLog.reopen(path) as log:
        log.append(b"next")
    assert lines_of(path) == [*whole, b"next"]
    assert path.read_bytes().endswith(b"next\n")


def test_log_that_cannot_be_read_to_its_end_is_refused_not_cut(path, monkeypatch):
    content = b"a\nb\nc\n"
    path.write_bytes(content)
    real = os.read
    monkeypatch.setattr(os, "read", lambda fd, size: real(fd, size - 1))
    with pytest.raises(DiskError, match="Input/output"):
        AppendLog.reopen(path)
    assert path.read_bytes() == content


def test_reading_a_log_keeps_the_rules_of_reading(path):
    path.write_bytes(b"x" * 11)
    with pytest.raises(BadInputError, match="too large"):
        read_lines(path, limit_bytes=10)
    with pytest.raises(BadInputError, match="folder"):
        read_lines(path.parent, limit_bytes=10)


def test_short_writes_are_completed(path, monkeypatch):
    with AppendLog.create(path, b"a") as log:
        real = os.write
        monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data[:2])))
        log.append(b"a longer line")
    assert lines_of(path) == [b"a", b"a longer line"]


def break_off(monkeypatch, error):
    """Let the next write put three bytes on the disk, and the one after it fail."""
    real = os.write
    sizes = [3]

    def write(descriptor, data):
        if not sizes:
            raise error
        return real(descriptor, bytes(data[: sizes.pop()]))

    monkeypatch.setattr(os, "write", write)
    return lambda: monkeypatch.setattr(os, "write", real)


@pytest.mark.parametrize(
    ("error", "told"),
    [(OSError(errno.ENOSPC, "No space left"), DiskError), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_half_written_line_is_cut_at_once(path, monkeypatch, error, told):
    with AppendLog.create(path, b"a") as log:
        mend = break_off(monkeypatch, error)
        with pytest.raises(told):
            log.append(b"lost line")
        assert path.read_bytes() == b"a\n"
        mend()
        log.append(b"b")
    assert lines_of(path) == [b"a", b"b"]


def test_half_written_line_that_could_not_be_cut_is_cut_before_the_next(path, monkeypatch, disk):
    with AppendLog.create(path, b"a") as log:
        mend = break_off(monkeypatch, OSError(errno.ENOSPC, "No space left"))
        disk.fail(lambda _now, name: name == "ftruncate", errno.EIO)
        with pytest.raises(DiskError, match="No space left"):
            log.append(b"lost line")
        mend()
        with pytest.raises(DiskError, match="Input/output"):
            log.append(b"b")
        assert path.read_bytes() == b"a\nlos"
        disk.disarm()
        log.append(b"b")
    assert lines_of(path) == [b"a", b"b"]


@contextmanager
def small_files():
    """Let no file grow over 1,000 bytes: a limit that the system itself enforces.

    Only for a moment: it holds for what the tests' own process writes too, its log for one.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_line_that_meets_a_real_limit_halfway_is_cut_and_a_shorter_one_fits(path):
    with AppendLog.create(path, b"x" * 500) as log, small_files():
        with pytest.raises(DiskError) as caught:
            log.append(b"y" * 600)
        log.append(b"z" * 400)
    assert "ulimit" in caught.value.remedy
    assert lines_of(path) == [b"x" * 500, b"z" * 400]


def test_every_fault_of_create_leaves_a_whole_log_or_none(tmp_path, disk, each_fault, told_by):
    for number in each_fault():
        path = tmp_path / str(number)
        error = told_by(lambda path=path: AppendLog.create(path, b"first").close())
        disk.disarm()
        assert str(path) in error.message if error else not set(disk.struck) - {"link"}
        assert not path.exists() or lines_of(path) == [b"first"]


def test_every_fault_of_append_keeps_what_was_acknowledged_and_nothing_else(
    path, disk, each_fault, told_by
):
    log = AppendLog.create(path, b"first")
    acknowledged = [b"first"]
    for number in each_fault():
        for name in (b"a", b"b", b"c"):
            line = name + b"%d" % number
            error = told_by(lambda line=line: log.append(line))
            if error is None:
                acknowledged.append(line)
        disk.disarm()
        log.append(b"between")
        acknowledged.append(b"between")
        assert lines_of(path) == acknowledged
    log.close()


def test_every_fault_of_reopen_keeps_the_lines(path, disk, each_fault, told_by):
    for _number in each_fault():
        path.write_bytes(b"a\nb\nhalf")
        error = told_by(lambda: AppendLog.reopen(path).close())
        disk.disarm()
        assert (error is None) == (not disk.struck)
        assert lines_of(path) == [b"a", b"b"]
