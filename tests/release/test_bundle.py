import configparser
import tomllib
from pathlib import Path

import pytest

from release.bundle import HERE, PROGRAMS, add_programs
from release.pruning import prune, size_mb
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    add_programs(tmp_path)
    return tmp_path


def test_the_programs_are_those_of_an_installation() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = project["scripts"] | project["gui-scripts"]
    started = {name: entries[name].partition(":")[0].removesuffix(".__main__") for name in PROGRAMS}
    assert started == PROGRAMS


def test_each_program_starts_the_python_beside_it(folder: Path) -> None:
    for name, module in PROGRAMS.items():
        text = (folder / name).read_text()
        assert text.startswith("#!/bin/sh\n")
        assert f'"${{here%/*}}/python/bin/python3" -I -m {module} "$@"' in text
        assert (folder / name).stat().st_mode & 0o111


def test_the_entry_of_the_menu_names_what_is_there(folder: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read_string((HERE / "fashiongan.desktop").read_text(encoding="utf-8"))
    desktop = entry["Desktop Entry"]
    assert desktop["Type"] == "Application"
    for value in (desktop["Exec"].strip('"'), desktop["Icon"]):
        assert (folder / value.replace("FOLDER/", "")).is_file()


def test_pruning_leaves_what_programs_load(tmp_path: Path) -> None:
    gone = ("torch/test/x.py", "warp/tests/x.py", "scipy/stats/tests/x.py", "pip/__init__.py", "torch/lib/libx.a")
    kept = ("torch/lib/libx.so", "torch/testing/x.py", "fashiongan/shipped/checkpoints/manifest.toml", "pipes/x.py")
    for name in (*gone, *kept):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(1_000_000))
    assert size_mb(tmp_path) == len(gone) + len(kept)
    prune(tmp_path)
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert left == set(kept)
