"""A published file is whole or absent, private, never over another; a replaced one old or new."""

import errno
import os
import stat
from pathlib import Path

import pytest

from asiakaskunto_cli.errors import AlreadyExistsError, DiskError, ExitCode
from asiakaskunto_cli.files.write import private_folder, publish, replace

DATA = b"whole" * 10_000


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def content_of(path):
    return path.read_bytes() if path.exists() else None


@pytest.fixture(params=["link", "link refused", "no link"])
def folder(request, tmp_path, monkeypatch):
    """Return a folder, with and without hard links."""
    if request.param == "link refused":

        def refuse(*_arguments):
            raise PermissionError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)
    elif request.param == "no link":
        monkeypatch.delattr(os, "link")
    return tmp_path


@pytest.fixture
def umask():
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


def test_published_file_is_whole_private_and_alone(folder):
    publish(folder / "a.json", DATA)
    assert (folder / "a.json").read_bytes() == DATA
    assert mode_of(folder / "a.json") == 0o600
    assert [path.name for path in folder.iterdir()] == ["a.json"]


def test_publish_never_overwrites(folder):
    path = folder / "a.json"
    path.write_bytes(b"first")
    with pytest.raises(AlreadyExistsError) as caught:
        publish(path, DATA)
    assert caught.value.message == f"{path} exists already and was not overwritten."
    assert caught.value.exit_code == ExitCode.BAD_INPUT
    assert path.read_bytes() == b"first"
    assert list(folder.iterdir()) == [path]


def test_publish_does_not_write_through_a_dangling_link(folder):
    (folder / "link").symlink_to("elsewhere")
    with pytest.raises(AlreadyExistsError):
        publish(folder / "link", DATA)
    assert not (folder / "elsewhere").exists()


@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_mode_asked_for_is_limited_by_the_umask(folder, umask, mode):
    umask(0o077)
    publish(folder / "a", DATA, mode=mode)
    assert mode_of(folder / "a") == 0o600
    umask(0o022)
    publish(folder / "b", DATA, mode=mode)
    assert mode_of(folder / "b") == mode


def test_relative_path_is_published(folder, monkeypatch):
    monkeypatch.chdir(folder)
    publish(Path("a"), DATA)
    assert (folder / "a").read_bytes() == DATA


def test_short_writes_are_completed(tmp_path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data[:1000])))
    publish(tmp_path / "a", DATA)
    assert (tmp_path / "a").read_bytes() == DATA


def test_disk_that_takes_nothing_is_an_error_not_an_endless_loop(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "write", lambda _fd, _data: 0)
    with pytest.raises(DiskError):
        publish(tmp_path / "a", DATA)
    assert list(tmp_path.iterdir()) == []


def test_bytes_are_durable_before_the_name_and_the_name_before_the_return(tmp_path, disk):
    publish(tmp_path / "a", DATA)
    steps = [name for name in disk.calls if name != "close"]
    assert steps == ["open", "write", "fsync", "link", "unlink", "open", "fsync"]


def is_told_in_words(error, path):
    assert type(error) is DiskError
    return str(path) in error.message and "Errno" not in error.message and error.remedy


def unconfirmed(error):
    return "was written, but" in error.message


def test_every_fault_of_publish_leaves_the_file_whole_or_absent(
    tmp_path, disk, each_fault, told_by
):
    bystander = tmp_path / "bystander"
    bystander.write_bytes(b"untouched")
    for number in each_fault():
        path = tmp_path / f"{number}.json"
        error = told_by(lambda path=path: publish(path, DATA))
        disk.disarm()
        # A link that is refused for want of permission may be a folder without links.
        assert error or not set(disk.struck) - {"link"}
        assert content_of(path) == (DATA if error is None or unconfirmed(error) else None)
        assert error is None or is_told_in_words(error, path)
        assert bystander.read_bytes() == b"untouched"


def test_every_fault_without_links_leaves_the_file_whole_or_absent(
    tmp_path, disk, each_fault, told_by, monkeypatch
):
    monkeypatch.delattr(os, "link")
    for number in each_fault():
        path = tmp_path / f"{number}.json"
        error = told_by(lambda path=path: publish(path, DATA))
        disk.disarm()
        assert (error is None) == (not disk.struck)
        found = content_of(path)
        if "unlink" in disk.struck[1:] and found is not None:
            assert found == b""  # the reserved name, which the disk did not let us take back
        else:
            assert found == (DATA if error is None or unconfirmed(error) else None)


def test_no_temporary_file_is_left_after_a_fault(tmp_path, disk, leftovers, told_by):
    for number in range(1, 20):
        disk.fail(lambda now, _name, number=number: now == number, errno.ENOSPC)
        error = told_by(lambda number=number: publish(tmp_path / str(number), DATA))
        disk.disarm()
        assert (error is None) == (not disk.struck)
        if disk.struck != ["unlink"]:
            assert leftovers() == []
        for path in leftovers():
            path.unlink()


@pytest.mark.parametrize("struck", ["write", "fsync", "replace"])
def test_no_temporary_file_is_left_after_a_fault_of_replace(tmp_path, disk, struck):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    disk.fail(lambda _now, name: name == struck, errno.EIO)
    with pytest.raises(DiskError):
        replace(path, DATA)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "Free some space"),
        (errno.EDQUOT, "Free some space"),
        (errno.EACCES, "you may write in"),
        (errno.EROFS, "can only be read"),
        (errno.ENOENT, "exists"),
        (errno.ENAMETOOLONG, "shorter name"),
        (errno.EFBIG, "grow larger"),
        (errno.EMFILE, "Too many files"),
        (errno.EIO, "connected and sound"),
    ],
)
def test_each_refusal_has_its_remedy(tmp_path, disk, code, words):
    disk.fail(lambda now, _name: now == 1, code)
    with pytest.raises(DiskError) as caught:
        publish(tmp_path / "a", DATA)
    assert caught.value.message == f"{tmp_path / 'a'} could not be saved: {os.strerror(code)}."
    assert words in caught.value.remedy
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize("act", [publish, replace])
@pytest.mark.parametrize("name", ["a\0b", "a\ud800", "x" * 300, "no/such/folder"])
def test_impossible_names_are_refused_in_words(tmp_path, act, name):
    with pytest.raises(DiskError, match="could not be saved"):
        act(tmp_path / name, DATA)
    assert list(tmp_path.iterdir()) == []


def test_interrupted_publish_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path / "a", DATA)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", [errno.EINVAL, errno.EBADF, errno.ENOTSUP])
def test_folder_that_cannot_be_synced_is_no_error(tmp_path, monkeypatch, code):
    real = os.fsync

    def refuse_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    publish(tmp_path / "a", DATA)
    assert (tmp_path / "a").read_bytes() == DATA


def test_replace_makes_a_file_or_replaces_one(tmp_path):
    path = tmp_path / "a"
    replace(path, b"first")
    assert (path.read_bytes(), mode_of(path)) == (b"first", 0o600)
    replace(path, DATA)
    assert path.read_bytes() == DATA
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("umask")
def test_replace_keeps_the_mode_of_the_file(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"first")
    path.chmod(0o664)
    replace(path, DATA)
    assert mode_of(path) == 0o664


def test_replace_goes_through_a_link_which_stays(tmp_path):
    (tmp_path / "real").write_bytes(b"first")
    (tmp_path / "link").symlink_to("real")
    replace(tmp_path / "link", DATA)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == DATA


def test_replace_refuses_what_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "null").symlink_to(os.devnull)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.iterdir())
    for path in before:
        with pytest.raises(DiskError):
            replace(path, DATA)
    assert sorted(tmp_path.iterdir()) == before
    assert stat.S_ISCHR((tmp_path / "null").stat().st_mode)


def test_every_fault_of_replace_leaves_the_old_file_or_the_new(tmp_path, disk, each_fault, told_by):
    for number in each_fault():
        path = tmp_path / f"{number}.json"
        path.write_bytes(b"old")
        error = told_by(lambda path=path: replace(path, DATA))
        disk.disarm()
        assert (error is None) == (not disk.struck)
        assert path.read_bytes() == (DATA if error is None or unconfirmed(error) else b"old")
        assert error is None or is_told_in_words(error, path)


def test_private_folder_makes_what_is_missing_for_its_owner_only(tmp_path, umask):
    umask(0)
    (tmp_path / "there").mkdir(0o755)
    private_folder(tmp_path / "there" / "new" / "newer")
    private_folder(tmp_path / "there" / "new" / "newer")
    modes = [mode_of(tmp_path / name) for name in ("there", "there/new", "there/new/newer")]
    assert modes == [0o755, 0o700, 0o700]


def test_private_folder_is_durable_in_each_folder_above(tmp_path, disk):
    private_folder(tmp_path / "a" / "b")
    assert disk.calls == ["mkdir", "open", "fsync", "close"] * 2


@pytest.mark.parametrize("name", ["file", "file/below", "file/far/below", "dangling"])
def test_private_folder_names_what_is_in_the_way(tmp_path, name):
    (tmp_path / "file").touch()
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(DiskError) as caught:
        private_folder(tmp_path / name)
    assert caught.value.message == f"{tmp_path / name.partition('/')[0]} is not a folder."


def test_private_folder_made_by_another_process_meanwhile_is_fine(tmp_path, monkeypatch):
    real = os.mkdir

    def too_late(folder, mode):
        real(folder, mode)
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))

    monkeypatch.setattr(os, "mkdir", too_late)
    private_folder(tmp_path / "a")
    assert (tmp_path / "a").is_dir()


def test_every_fault_of_private_folder_is_told(tmp_path, disk, each_fault, told_by):
    for number in each_fault():
        folder = tmp_path / str(number) / "b"
        error = told_by(lambda folder=folder: private_folder(folder))
        disk.disarm()
        assert (error is None) == (not disk.struck)
        assert folder.is_dir() if error is None else is_told_in_words(error, folder)
