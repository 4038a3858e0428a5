"""Files of a git revision: read as they were, with nothing checked out and nothing run."""

import os
import subprocess
from pathlib import Path

import pytest

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.git import read_revision, repository_of

SUFFIXES = (".yaml", ".yml")
LIMIT = 1000


@pytest.fixture
def git(tmp_path, monkeypatch):
    """Return a function that runs git in a repository of its own, with nobody's settings."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "kunto")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "kunto@example.com")

    def run(*words):
        done = subprocess.run(
            ["git", *words],  # noqa: S607 wherever git is
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    run("init", "-q", "-b", "main")
    return run


def commit(git, folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    git("add", "-A")
    git("commit", "-q", "-m", "x")


def read(folder, revision, limit_bytes=LIMIT):
    found = read_revision(repository_of(folder), revision, SUFFIXES, limit_bytes=limit_bytes)
    return {path.as_posix(): content for path, content in found}


def test_files_are_as_they_were(git, tmp_path):
    old = {"a.yaml": b"yksi\r\n", 'osa/ä "b"\n.yml': b"\xff\n\n kaksi"}
    commit(git, tmp_path, old)
    git("tag", "v1")
    commit(git, tmp_path, {"a.yaml": b"uusi", "c.yaml": b""})
    assert read(tmp_path, "v1") == old
    assert read(tmp_path / "osa", "HEAD") == old | {"a.yaml": b"uusi", "c.yaml": b""}
    assert read(tmp_path, git("rev-parse", "HEAD~1")) == old
    (tmp_path / "a.yaml").write_bytes(b"not yet")
    assert read(tmp_path, "main")["a.yaml"] == b"uusi"


def test_other_files_are_passed_over(git, tmp_path):
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    commit(
        git,
        tmp_path,
        {
            "a.yaml": b"x",
            "b.json": b"x",
            ".hidden/c.yaml": b"x",
            ".d.yaml": b"x",
            "large.yaml": b"x" * (LIMIT + 1),
        },
    )
    assert read(tmp_path, "HEAD") == {"a.yaml": b"x"}


@pytest.mark.parametrize(
    "revision", ["ei-ole", "HEAD~9", "--output=x", "-x", "HEAD:a.yaml", "a b", ""]
)
def test_a_revision_that_there_is_not_is_refused(git, tmp_path, revision):
    commit(git, tmp_path, {"a.yaml": b"x"})
    with pytest.raises(BadInputError) as caught:
        read(tmp_path, revision)
    assert caught.value.message == f"There is no file, folder or git revision “{revision}”."
    assert "HEAD" in caught.value.remedy
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "a.yaml"]


def test_a_repository_without_a_commit_has_no_revision(git, tmp_path):
    assert git("status", "--porcelain") == ""
    with pytest.raises(BadInputError):
        read(tmp_path, "HEAD")


def test_a_folder_in_no_repository_is_told_in_the_words_of_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(BadInputError) as caught:
        repository_of(tmp_path)
    assert caught.value.message.startswith(f"The folder {tmp_path} is in no git repository")
    assert "not a git repository" in caught.value.message
    assert "fatal" not in caught.value.message


def test_without_git_the_other_ways_are_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BadInputError) as caught:
        repository_of(tmp_path)
    assert caught.value.message == "git is not installed, so no earlier revision can be read."
    assert "folder" in caught.value.remedy


def test_a_hooks_own_repository_is_not_taken_for_the_files(git, tmp_path, monkeypatch):
    commit(git, tmp_path, {"a.yaml": b"x"})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere" / "index"))
    assert read(tmp_path, "HEAD") == {"a.yaml": b"x"}


def test_an_object_that_is_damaged_is_told(git, tmp_path):
    commit(git, tmp_path, {"a.yaml": b"x"})
    tree = git("rev-parse", "HEAD^{tree}")
    lost = tmp_path / ".git" / "objects" / tree[:2] / tree[2:]
    lost.unlink()
    with pytest.raises(BadInputError) as caught:
        read(tmp_path, "HEAD")
    assert caught.value.message.startswith(f"git could not read {tmp_path}")
    assert not list(Path(tmp_path).glob("*.tmp"))
