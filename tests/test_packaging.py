"""The wheel carries everything, and works away from its source."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.library import checklist_files

ROOT = Path(__file__).parents[1]
SHIPPED = sorted(path.name for path in (ROOT / "checklists").glob("*.yaml"))
CHECKLISTS = checklist_files(Path("nothing-of-ones-own"))
TEMPLATES = sorted(
    path.name for path in (ROOT / "src/asiakaskunto_cli/checklist/templates").glob("*.yaml")
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed_kunto(wheel, tmp_path_factory):
    """Return a runner of kunto from the unpacked wheel, with this checkout out of sight."""
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    environment = {
        "PYTHONPATH": str(folder),
        "PATH": os.environ["PATH"],
        "KUNTO_LANG": "fi",
        "KUNTO_STATE_DIR": str(elsewhere / "state"),
        "HOME": str(elsewhere),
    }

    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "asiakaskunto_cli", *words],
            cwd=elsewhere,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    run.folder = folder
    return run


def test_the_wheel_holds_every_checklist_and_catalogue(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"asiakaskunto_cli/shipped/checklists/{name}" for name in SHIPPED} <= names
    catalogues = {f"asiakaskunto_cli/locale/{code}/LC_MESSAGES/kunto.mo" for code in ("fi", "en")}
    assert catalogues <= names
    assert {f"asiakaskunto_cli/checklist/templates/{name}" for name in TEMPLATES} <= names
    assert "asiakaskunto_cli/py.typed" in names
    assert not [name for name in names if name.startswith(("tests", "examples"))]


def test_the_wheel_runs_from_another_folder_with_its_own_checklists(installed_kunto):
    done = installed_kunto("validate", str(installed_kunto.folder / "asiakaskunto_cli" / "shipped"))
    assert (done.returncode, done.stderr) == (0, "")
    shown = installed_kunto("checklist", "show", "havainnointi-perusmittaus", "--format", "json")
    assert shown.returncode == 0
    listed = installed_kunto("checklist", "list", "--format", "json")
    assert listed.returncode == 0
    assert all(f'"{name}"' in listed.stdout for name in CHECKLISTS)
    assert "Tervehtikää jokainen tulija" in installed_kunto("checklist", "practices").stdout


def test_the_wheel_makes_a_new_checklist_and_copies_a_shipped_one(installed_kunto, tmp_path):
    for number, words in enumerate([(), ("--from", "havainnointi-perusmittaus")], 1):
        path = tmp_path / f"oma-{number}.yaml"
        made = installed_kunto("checklist", "new", path.stem, "-o", str(path), *words)
        assert (made.returncode, made.stdout) == (0, f"{path}\n")
        assert installed_kunto("validate", str(path)).returncode == 0


def test_the_wheel_is_imported_from_where_it_was_unpacked(installed_kunto):
    where = subprocess.run(
        [sys.executable, "-c", "import asiakaskunto_cli; print(asiakaskunto_cli.__file__)"],
        env={"PYTHONPATH": str(installed_kunto.folder)},
        cwd=installed_kunto.folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert Path(where.strip()).is_relative_to(installed_kunto.folder)


def test_the_shipped_checklists_are_found_from_a_checkout(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "asiakaskunto_cli", "checklist", "list", "--format", "json"],
        env={"PYTHONPATH": str(ROOT / "src"), "HOME": str(tmp_path), "PATH": os.environ["PATH"]},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(f'"{name}"' in done.stdout for name in CHECKLISTS)
