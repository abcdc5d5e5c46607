"""The wheel holds all that Crosscheck needs: nothing of the checkout is in reach here."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
TOKEN_TABLE = "index/data/9b5ad71b2ce5302211f9c61530b329a4922fc6a4"
PARTS = ("index", "qa", "ui", "pyproject.toml", "README.md", "LICENSE")


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build from a copy, so that no build folder of an earlier day is packed with it."""
    folder = tmp_path_factory.mktemp("build")
    copy = folder / "crosscheck"
    copy.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, copy / part)
        else:
            shutil.copy(ROOT / part, copy / part)
    options = "--quiet", "--no-deps", "--no-build-isolation", "--no-index"
    run(sys.executable, "-m", "pip", "wheel", *options, "-w", folder, copy, cwd=folder)
    return next(folder.glob("crosscheck-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    options = "--quiet", "--no-deps", "--no-index", "--target", folder
    run(sys.executable, "-m", "pip", "install", *options, wheel, cwd=folder)
    return folder


def test_the_wheel_holds_every_file_of_the_three_packages_and_the_licence(wheel):
    held = set(ZipFile(wheel).namelist())
    for package in ("index", "qa", "ui"):
        for path in (ROOT / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert path.relative_to(ROOT).as_posix() in held
    assert TOKEN_TABLE in held
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in held)


def test_the_wheel_names_its_licence_and_its_python(wheel):
    with ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = archive.read(name).decode().splitlines()
    assert "License-Expression: Apache-2.0" in metadata
    assert "Requires-Python: >=3.11" in metadata


def test_the_command_works_from_any_folder(installed, tmp_path):
    def crosscheck(*arguments: str) -> str:
        command = installed / "bin" / "crosscheck"
        return run(sys.executable, command, *arguments, cwd=tmp_path, PYTHONPATH=str(installed))

    where = "import index, qa, ui; print(index.__file__, qa.__file__, ui.__file__)"
    files = run(sys.executable, "-c", where, cwd=tmp_path, PYTHONPATH=str(installed)).split()
    assert [Path(file).is_relative_to(installed) for file in files] == [True, True, True]
    assert crosscheck("--version") == "crosscheck 0.1.0\n"
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ferry.txt").write_text("The ferry Astrid ran aground on Tuesday.")
    found = json.loads(crosscheck("search", "Which ferry?", "--articles", "news", "--json"))
    assert [passage["text"] for passage in found] == ["The ferry Astrid ran aground on Tuesday."]
