import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from fashiongan.checkpoint_folder import shipped_folder
from tests.conftest import ROOT

PACKAGES = ("fashiongan", "gui", "scanning")
FILES = ("pyproject.toml", "setup.py", "README.md", "LICENSE")
# What this environment has builds it; nothing is fetched.
BUILD = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[PurePosixPath]:
    """Names of all files in a wheel of this repository, with one small file for the weights."""
    root = tmp_path_factory.mktemp("repository")
    for name in FILES:
        shutil.copy(ROOT / name, root)
    for name in (*PACKAGES, "examples"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "checkpoints").mkdir()
    (root / "checkpoints" / "manifest.toml").write_text("")
    subprocess.run([sys.executable, "-c", BUILD, "built"], cwd=root, check=True, capture_output=True)
    [path] = (root / "built").glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return [PurePosixPath(name) for name in archive.namelist()]


def test_a_wheel_installs_three_packages_and_nothing_else(wheel: list[PurePosixPath]) -> None:
    tops = {path.parts[0] for path in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_a_wheel_holds_every_module(wheel: list[PurePosixPath]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for name in PACKAGES for path in (ROOT / name).rglob("*.py")}
    assert modules - {str(path) for path in wheel} == set()


def test_a_wheel_holds_what_the_programs_read(wheel: list[PurePosixPath]) -> None:
    names = {str(path) for path in wheel}
    read = [path for name in PACKAGES for ending in ("*.csv", "*.qm", "*.svg") for path in (ROOT / name).rglob(ending)]
    assert {path.relative_to(ROOT).as_posix() for path in read} - names == set()
    examples = {path.relative_to(ROOT) for path in (ROOT / "examples").rglob("*") if path.is_file()}
    assert {f"fashiongan/shipped/{path.as_posix()}" for path in examples} - names == set()
    assert "fashiongan/shipped/checkpoints/manifest.toml" in names


def test_a_wheel_holds_its_licence(wheel: list[PurePosixPath]) -> None:
    assert any(path.name == "LICENSE" and path.parts[0].endswith(".dist-info") for path in wheel)


def test_what_was_installed_is_found_inside_of_the_package(tmp_path: Path) -> None:
    inside = tmp_path / "site-packages" / "fashiongan" / "shipped" / "checkpoints"
    inside.mkdir(parents=True)
    assert shipped_folder("checkpoints", tmp_path / "site-packages" / "fashiongan") == inside


def test_in_the_repository_it_is_found_beside_the_package() -> None:
    assert shipped_folder("checkpoints") == ROOT / "checkpoints"
    assert shipped_folder("examples") == ROOT / "examples"
