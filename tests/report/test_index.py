"""The index is only a cache: whatever becomes of it, what is found stays the same."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from asiakaskunto_cli.report import index, keeping, known, ledger, light, snapshot
from asiakaskunto_cli.report.folder import collect
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.read import Fault
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.report.verify import verify
from asiakaskunto_cli.words import Status

NOWHERE = os.devnull
LATER_NS = 10_000_000_000
TICK_SECONDS = 0.02


class Later:
    """A clock by which every file has been as it is for a while."""

    @staticmethod
    def time_ns():
        return time.time_ns() + LATER_NS


@pytest.fixture(autouse=True)
def later(monkeypatch):
    monkeypatch.setattr(index, "time", Later)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("KUNTO_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "index"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "raportit"
    folder.mkdir()
    return folder


@pytest.fixture
def put(folder, make_report):
    """Write a visit into a file of the folder, and wait until its clock has gone on."""

    def run(name, number, **facts):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(sealed(make_report(number, **facts)))
        time.sleep(TICK_SECONDS)
        return path

    return run


@pytest.fixture
def read(monkeypatch):
    """Return the names of the files that were read, except to learn words from them."""
    names = []

    def counting(file):
        names.append(Path(file).name)
        return read_light(file)

    read_light = light.read_light
    monkeypatch.setattr(light, "read_light", counting)
    return names


def found_in(*paths):
    """Return everything that a collection says of the paths."""
    found = collect(paths)
    return (
        list(found.records),
        [(one.file, one.fault, one.detail) for one in found.unusable],
        found.left_out,
        found.reformatted,
    )


@contextmanager
def nowhere():
    """Let there be no index."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KUNTO_CACHE_DIR", NOWHERE)
        yield


def without_index(*paths):
    with nowhere():
        return found_in(*paths)


def the_one_in(cache):
    (path,) = cache.iterdir()
    return path


def files_in(path):
    """Return the names of the files that an index knows."""
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM visit ORDER BY place")]


def test_what_is_as_it_was_is_not_read_again(folder, put, read):
    first = put("1.json", 1)
    put("k/2.json", 2, supersedes=json.loads(first.read_bytes())["report_id"])
    put("k/copy.json", 2)
    put("k/l/ä.json", 3, site=Site(id="asema", name="Asema"), evaluator=None)
    tidy = put("tidy.json", 4)
    tidy.write_text(json.dumps(json.loads(tidy.read_bytes()), indent=4))
    time.sleep(TICK_SECONDS)
    expected = without_index(folder)
    read.clear()
    assert found_in(folder) == expected
    assert read == ["1.json", "tidy.json", "2.json", "copy.json", "ä.json"]
    read.clear()
    assert found_in(folder) == expected
    assert read == []
    assert [one.file[-6:] for one in expected[0]] == ["y.json", "2.json", "ä.json"]
    assert expected[3] == (str(tidy),)


def test_only_what_changed_is_read_again(folder, put, read):
    for number in range(1, 6):
        put(f"{number}.json", number)
    found_in(folder)
    put("2.json", 2, wave="2027-Q1")
    (folder / "3.json").rename(folder / "33.json")
    (folder / "4.json").unlink()
    (folder / "4.json").symlink_to(folder / "k" / "link.json")
    put("k/link.json", 7)
    put("0.json", 8)
    (folder / "5.json").write_bytes(b"{")
    read.clear()
    expected = without_index(folder)
    assert len(read) == 6
    read.clear()
    assert found_in(folder) == expected
    assert sorted(read) == ["0.json", "2.json", "33.json", "4.json", "5.json"]
    read.clear()
    assert found_in(folder) == expected
    # Links, and files that hold no report, are never known.
    assert read == ["4.json", "5.json"]


def test_several_folders_are_each_remembered(cache, folder, put, read):
    put("a/1.json", 1)
    put("a/k/2.json", 2)
    put("b/1.json", 1, wave="2027-Q1")
    alone = put("c/3.json", 3)
    paths = [folder / "b", alone, folder / "a" / "k", folder / "a"]
    expected = without_index(*paths)
    found_in(*paths)
    read.clear()
    assert found_in(*paths) == expected
    assert read == ["3.json"]
    assert len(list(cache.iterdir())) == 3
    assert found_in(folder / "a") == without_index(folder / "a")


def test_what_changed_a_moment_ago_is_not_trusted(cache, folder, put, monkeypatch):
    put("1.json", 1)
    path = put("2.json", 2)
    monkeypatch.setattr(index, "time", time)
    found_in(folder)
    assert not cache.exists()
    status = path.stat()
    content = path.read_bytes()
    path.write_bytes(sealed_with_another_wave(content))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert [one.wave for one in found_in(folder)[0]] == ["2026-Q4", "2026-Q3"]


def sealed_with_another_wave(content):
    from asiakaskunto_cli.report.seal import _sealed  # noqa: PLC0415

    document = json.loads(content)
    del document["sha256"]
    return _sealed(document | {"wave": "2026-Q3"})


def test_within_one_tick_size_and_time_say_nothing_but_only_for_a_tick(
    cache, folder, put, read, monkeypatch
):
    put("1.json", 1)
    monkeypatch.setattr(index, "time", time)
    monkeypatch.setattr(index, "TICK_NS", 50_000_000)
    found_in(folder)
    assert not cache.exists()
    time.sleep(0.1)
    found_in(folder)
    read.clear()
    found_in(folder)
    assert read == []


def test_what_comes_from_the_future_is_read_every_time(cache, folder, put, read):
    path = put("1.json", 1)
    put("2.json", 2)
    hour_ns = 3_600_000_000_000
    os.utime(path, ns=(0, time.time_ns() + hour_ns))
    found_in(folder)
    read.clear()
    assert found_in(folder) == without_index(folder)
    assert read[:1] == ["1.json"]
    assert files_in(the_one_in(cache)) == ["2.json"]


@pytest.mark.parametrize(
    "changed",
    [
        {"st_size": 1},
        {"st_mtime_ns": 1},
        {"st_ctime_ns": 1},
        {"st_ino": 1},
        {"st_ino": 1 << 63},
        {"st_mtime_ns": -1},
    ],
)
def test_any_part_of_a_stamp_tells_a_change(folder, put, read, monkeypatch, changed):
    put("1.json", 1)
    put("2.json", 2)
    found_in(folder)
    real = os.lstat
    monkeypatch.setattr(os, "lstat", lambda path: Changed(real(path), **changed))
    read.clear()
    assert found_in(folder) == without_index(folder)
    assert read[:2] == ["1.json", "2.json"]


class Changed:
    """The status of a file, a part of which says something else."""

    def __init__(self, status, **changed):
        self._status = status
        vars(self).update(changed)

    def __getattr__(self, name):
        return getattr(self._status, name)


def flip(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def replace_by(path, make):
    path.unlink()
    make(path)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: shutil.rmtree(path.parent),
        lambda path: shutil.rmtree(path.parent.parent),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"SQLite format 3\0"),
        lambda path: path.write_bytes(path.read_bytes()[:-4096]),
        lambda path: path.write_bytes(path.read_bytes() + b"\0"),
        lambda path: flip(path, 30),
        lambda path: flip(path, 5000),
        lambda path: flip(path, -1),
        lambda path: path.write_bytes(bytes(path.stat().st_size)),
        lambda path: replace_by(path, Path.mkdir),
        lambda path: replace_by(path, os.mkfifo),
        lambda path: replace_by(path, lambda one: one.symlink_to("/dev/zero")),
        lambda path: replace_by(path, lambda one: one.symlink_to(one.name)),
        lambda path: path.chmod(0o622),
        lambda path: path.rename(path.with_name("x" * 20)),
        lambda path: path.with_name(f"{path.name[:33]}{'0' * 64}.sqlite3").write_bytes(b"x"),
        lambda path: (shutil.rmtree(path.parent), path.parent.touch()),
    ],
)
def test_a_spoilt_index_changes_nothing_but_time(cache, folder, put, spoil):
    put("1.json", 1)
    put("2.json", 2)
    expected = without_index(folder)
    found_in(folder)
    spoil(the_one_in(cache))
    assert found_in(folder) == expected
    assert found_in(folder) == expected


def test_a_spoilt_index_is_replaced_by_a_sound_one(cache, folder, put, read):
    put("1.json", 1)
    put("2.json", 2)
    found_in(folder)
    spoilt = the_one_in(cache)
    flip(spoilt, -1)
    found_in(folder)
    read.clear()
    found_in(folder)
    assert read == []
    assert files_in(the_one_in(cache)) == ["1.json", "2.json"]


def test_an_index_of_others_is_not_trusted(folder, put, read, monkeypatch):
    put("1.json", 1)
    found_in(folder)
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    read.clear()
    found_in(folder)
    assert read == ["1.json"]


def test_an_index_of_another_kunto_is_neither_used_nor_kept(cache, folder, put, read, monkeypatch):
    put("1.json", 1)
    found_in(folder)
    old = the_one_in(cache)
    for module in (snapshot, keeping, known):
        monkeypatch.setattr(module, "__version__", "99.0.0")
    read.clear()
    found_in(folder)
    assert read == ["1.json"]
    assert the_one_in(cache) != old


def test_where_nothing_can_be_written_everything_is_read(folder, put, read, monkeypatch):
    put("1.json", 1)
    expected = without_index(folder)
    read.clear()
    for _ in range(2):
        assert without_index(folder) == expected
    monkeypatch.delenv("KUNTO_CACHE_DIR")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_a, **_k: Path("/proc/none"))
    assert found_in(folder) == expected
    assert read == ["1.json"] * 3


def test_an_index_that_can_only_be_read_is_read(folder, put, read, monkeypatch):
    put("1.json", 1)
    found_in(folder)
    put("2.json", 2)

    def refused(*_args, **_kwargs):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    read.clear()
    for _ in range(2):
        assert found_in(folder) == without_index(folder)
    assert read == ["2.json", "1.json", "2.json"] * 2


def test_an_index_that_another_process_has_locked_is_used(cache, folder, put, read):
    put("1.json", 1)
    found_in(folder)
    with closing(sqlite3.connect(the_one_in(cache))) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        read.clear()
        found_in(folder)
        assert read == []
        put("2.json", 2)
        assert found_in(folder) == without_index(folder)


@contextmanager
def files_of_at_most(size):
    """Let no file grow beyond a size, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_on_a_full_disk_there_is_no_index(cache, folder, put, size):
    put("1.json", 1)
    expected = without_index(folder)
    with files_of_at_most(size):
        assert found_in(folder) == expected
    assert list(cache.iterdir()) == []
    assert found_in(folder) == expected
    assert files_in(the_one_in(cache)) == ["1.json"]


def test_without_room_for_temporary_files_memory_has_to_do(folder, make_report, monkeypatch):
    for number in range(300):
        (folder / f"{number:03}.json").write_bytes(sealed(make_report(number)))
    expected = without_index(folder)
    monkeypatch.setattr(ledger, "CACHE_KIB", 1)
    opened = []
    monkeypatch.setattr(light, "Ledger", lambda kind: opened.append(kind) or ledger.Ledger(kind))
    with files_of_at_most(4096):
        assert found_in(folder) == expected
    assert opened == [ledger.ON_DISK, ledger.IN_MEMORY]


def test_processes_that_share_an_index_do_not_disturb_each_other(cache, folder, put):
    for number in range(4):
        put(f"{number}.json", number)
    expected = without_index(folder)
    children = []
    for number in range(4):
        child = os.fork()
        if not child:
            right = False
            try:
                right = all(found_while_it_changes(folder, cache, number, expected))
            finally:
                os._exit(not right)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 4
    assert found_in(folder) == expected


def found_while_it_changes(folder, cache, number, expected):
    """Yield whether all was right, again and again; now and then the index is thrown away."""
    for turn in range(12):
        if (turn + number) % 3 == 0:
            shutil.rmtree(cache, ignore_errors=True)
        yield found_in(folder) == expected


def test_whoever_is_killed_leaves_nothing_that_is_used(cache, folder, put, monkeypatch):
    put("1.json", 1)
    child = os.fork()
    if not child:
        monkeypatch.setattr(Path, "replace", lambda *_args: os.kill(os.getpid(), signal.SIGKILL))
        found_in(folder)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    (left,) = cache.iterdir()
    assert left.name.startswith(snapshot.UNFINISHED)
    assert found_in(folder) == without_index(folder)
    assert left.exists()
    os.utime(left, (0, 0))
    put("2.json", 2)
    found_in(folder)
    assert not left.exists()


def test_entries_of_files_that_are_gone_are_dropped(cache, folder, put, tmp_path):
    for number in (1, 2):
        put(f"{number}.json", number)
    other = tmp_path / "muu"
    shutil.copytree(folder, other)
    found_in(folder)
    found_in(other)
    assert len(list(cache.iterdir())) == 2
    (folder / "2.json").unlink()
    shutil.rmtree(other)
    found_in(folder)
    assert files_in(the_one_in(cache)) == ["1.json"]
    assert b"2.json" not in the_one_in(cache).read_bytes()


WORDS = {
    "programme": "sana-ohjelma",
    "evaluator": "sana-havainnoija",
    "channel": "sana-kanava",
    "scenario": "sana-skenaario",
    "site": Site(id="keskusta", name="sana-toimipiste"),
}


def test_no_word_of_a_report_is_in_it_and_nobody_else_can_read_it(cache, folder, put):
    first = put("1.json", 1, **WORDS)
    put(
        "2.json", 2, status=Status.WITHDRAWN, supersedes=json.loads(first.read_bytes())["report_id"]
    )
    before, *_ = found_in(folder)
    assert b"sana-toimipiste" in first.read_bytes()
    path = the_one_in(cache)
    kept = path.read_bytes()
    for word in ("sana-", "Katso silmiin", "silmiin", "kkönen", "Rauhallinen", "Tervehd"):
        assert word.encode() not in kept
    assert b"2026-Q4" in kept
    assert (path.stat().st_mode & 0o777, cache.stat().st_mode & 0o777) == (0o600, 0o700)
    put("3.json", 3, **WORDS)
    after, *_ = found_in(folder)
    assert [one.site_name for one in after] == ["Keskustan myymälä", "sana-toimipiste"]
    assert (after[1].evaluator, after[1].channel) == ("sana-havainnoija", "sana-kanava")
    assert before[0] == after[0]


def test_words_are_told_by_a_file_that_is_as_it_was(folder, put, read):
    for number in (1, 2, 3):
        put(f"{number}.json", number)
    put("4.json", 4, evaluator="B2")
    found_in(folder)
    put("1.json", 1, site=Site(id="keskusta", name="Toinen nimi"))
    put("4.json", 4, evaluator="C3")
    read.clear()
    assert found_in(folder) == without_index(folder)
    # Who evaluated 2 and 3 was known from 1 alone.
    assert read[:4] == ["1.json", "2.json", "3.json", "4.json"]
    (folder / "1.json").unlink()
    assert found_in(folder) == without_index(folder)


def test_verify_goes_past_it(folder, put, monkeypatch):
    real = os.lstat
    same = {"st_size": 1, "st_mtime_ns": 1, "st_ctime_ns": 1, "st_ino": 1}
    monkeypatch.setattr(os, "lstat", lambda path: Changed(real(path), **same))
    put("1.json", 1)
    path = put("2.json", 2)
    found_in(folder)
    path.write_bytes(path.read_bytes().replace(b"keskusta", b"asemalla"))
    # What no system does: the file changed, and its stamp did not.
    assert len(found_in(folder)[0]) == 2
    assert [(one.file, one.fault) for one in verify([folder]).unusable] == [
        (str(path), Fault.ALTERED)
    ]


NAMES = ["a.json", "b.json", "k/a.json", "k/ä.json", "k/l/b.json", "z.json"]
names = st.sampled_from(NAMES)
numbers = st.integers(1, 4)


class Changes(RuleBasedStateMachine):
    """Reports come, change, move and go: with an index everything is as without one."""

    make_report = None
    home = None

    @initialize()
    def begin(self):
        shutil.rmtree(self.home, ignore_errors=True)
        self.folder = Path(self.home, "raportit")
        for place in ("k/l", "evidence"):
            (self.folder / place).mkdir(parents=True)

    @rule(name=names, number=numbers, other=st.none() | numbers, word=st.sampled_from("ABC"))
    def write(self, name, number, other, word):
        supersedes = None if other is None else self.make_report(other).report_id
        report = self.make_report(number, supersedes=supersedes, evaluator=word)
        (self.folder / name).unlink(missing_ok=True)
        (self.folder / name).write_bytes(sealed(report))

    @rule(name=names)
    def remove(self, name):
        (self.folder / name).unlink(missing_ok=True)

    @rule(name=names, to=names)
    def move(self, name, to):
        if (self.folder / name).exists():
            (self.folder / name).rename(self.folder / to)

    @rule(name=names, to=names)
    def link(self, name, to):
        (self.folder / name).unlink(missing_ok=True)
        (self.folder / name).symlink_to(self.folder / to)

    @rule(name=names, content=st.sampled_from([b"", b"{}", b"\xff"]))
    def damage(self, name, content):
        (self.folder / name).unlink(missing_ok=True)
        (self.folder / name).write_bytes(content)

    @rule(name=names, word=st.sampled_from([b"keskusta", b"asemalla"]))
    def alter(self, name, word):
        if (self.folder / name).exists():
            content = (self.folder / name).read_bytes()
            (self.folder / name).write_bytes(content.replace(b"keskusta", word))

    @rule(place=st.sampled_from(["k", "k/l"]))
    def collect_a_part(self, place):
        found_in(self.folder / place, self.folder)

    @invariant()
    def all_is_as_without_an_index(self):
        if self.home and hasattr(self, "folder"):
            time.sleep(TICK_SECONDS)
            assert found_in(self.folder) == without_index(self.folder)


@pytest.mark.timeout(1200)  # many examples take their time
@pytest.mark.parametrize("handful", [1, 2, 100])
def test_whatever_happens_to_the_files_all_is_as_without_an_index(
    make_report, tmp_path, monkeypatch, handful
):
    monkeypatch.setattr("asiakaskunto_cli.report.listing.HANDFUL", handful)
    case = type(
        "Case", (Changes,), {"make_report": staticmethod(make_report), "home": tmp_path / "h"}
    )
    run_state_machine_as_test(case, settings=settings(stateful_step_count=20))
