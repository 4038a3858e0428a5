"""The files under some paths: each once, in a fixed order, as if every one had been resolved."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.report.listing import HANDFUL, Listing

FILES = ["a.json", "b.json", "k/a.json", "k/c.json", "k/l/d.json", "evidence/e.json", "n/.f.json"]
PLACES = ["", "k", "k/l", "n", "evidence"]


def resolved_one_by_one(paths):
    """Yield the paths of the files, each file once: what a listing saves the trouble of."""
    seen = set()
    for path in paths:
        for file in [path] if not path.is_dir() else walked(path):
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield str(file)


def paths_of(listing):
    return [path for handful in listing for path in handful.paths]


def found_in(listing):
    return [found for handful in listing for found in handful.files]


def walked(folder):
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one != "evidence" and one[0] != ".")
        yield from (
            Path(place, name) for name in sorted(names) if name.endswith(".json") and name[0] != "."
        )


links = st.dictionaries(
    st.builds(
        os.path.join, st.sampled_from(PLACES), st.sampled_from(["0.json", "bb.json", "z.json"])
    ),
    st.sampled_from([*FILES, "k", "gone.json", "k/0.json", "z.json", "bb.json"]),
    max_size=4,
)
named = st.lists(st.sampled_from(["", "k", "k/l", "n", "n/../k", *FILES]), min_size=1, max_size=4)


@given(links=links, named=named)
def test_a_listing_is_what_resolving_every_file_gives(links, named):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in FILES:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).touch()
        for link, target in links.items():
            (folder / link).symlink_to(folder / target)
        paths = [folder / one for one in named]
        expected = list(resolved_one_by_one(paths))
        listing = Listing(paths)
        assert paths_of(listing) == expected
        assert paths_of(listing) == expected


def test_an_ordinary_file_in_a_folder_has_a_stamp(tmp_path):
    for name in ("a.json", "k"):
        (tmp_path / name).mkdir() if name == "k" else (tmp_path / name).write_text("12")
    (tmp_path / "k" / "b.json").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(tmp_path / "p.json")
    status = (tmp_path / "a.json").stat()
    assert found_in(Listing([tmp_path])) == [
        ("a.json", 2, status.st_mtime_ns, status.st_ctime_ns, status.st_ino),
        ("p.json", None, 0, 0, 0),
        ("b.json", None, 0, 0, 0),
    ]
    assert found_in(Listing([tmp_path / "a.json"])) == [("a.json", None, 0, 0, 0)]


def test_a_folder_knows_where_it_is_and_how_it_was_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "k" / "l").mkdir(parents=True)
    (tmp_path / "k" / "l" / "a.json").touch()
    (tmp_path / "link").symlink_to("k")
    listing = Listing([Path("link")])
    (handful,) = listing
    real = os.path.realpath(tmp_path)
    folder = handful.folder
    assert (handful.paths, folder.shown) == (["link/l/a.json"], "link/l/")
    assert (folder.real, folder.root, folder.below) == (f"{real}/k/l/", f"{real}/k/", ("l",))
    assert paths_of(Listing([Path(), Path("k")])) == ["k/l/a.json"]


def test_files_are_counted_as_they_are_named(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.json").touch()
    (tmp_path / "k").mkdir()
    (tmp_path / "k" / "x.json").touch()
    listing = Listing([tmp_path, tmp_path / "k" / "x.json"])
    assert len(paths_of(listing)) == 4
    for name in ("0.json", "1.json", "2.json"):
        (tmp_path / name).unlink()
        (tmp_path / name).symlink_to("nowhere")
    assert listing.count() == 5


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_are_no_text_are_listed(tmp_path):
    name = os.fsdecode(b"\xe4.json")
    (tmp_path / name).touch()
    assert paths_of(Listing([tmp_path])) == [str(tmp_path / name)]


def test_files_come_by_handfuls_of_one_folder(tmp_path):
    (tmp_path / "k").mkdir()
    for number in range(HANDFUL + 1):
        (tmp_path / f"{number:03}.json").touch()
        (tmp_path / "k" / f"{number:03}.json").touch()
    listing = Listing([tmp_path])
    assert [len(handful.files) for handful in listing] == [HANDFUL, 1, HANDFUL, 1]
    assert paths_of(listing) == [str(path) for path in sorted(tmp_path.rglob("*.json"), key=place)]


def place(path):
    return path.parent, path.name
