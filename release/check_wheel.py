"""`python -m release.check_wheel FILE.whl`: install a wheel into an empty environment, use it from an empty folder."""

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

TOP_LEVEL = {"fashiongan", "gui", "scanning"}
CONSTRAINTS = Path("constraints.txt").resolve()


def main() -> None:
    """Leave with an error where something fails; the environment goes in any case."""
    wheel = Path(sys.argv[1]).resolve()
    _check_names(wheel)
    with tempfile.TemporaryDirectory(dir="build", prefix="wheel-check-") as folder:
        place = Path(folder).resolve()
        programs, work = place / "venv" / "bin", place / "work"
        _run([sys.executable, "-m", "venv", str(programs.parent)], place)
        _run([str(programs / "pip"), "install", "--quiet", "--constraint", str(CONSTRAINTS), str(wheel)], place)
        work.mkdir()
        _use(programs, work)


def _check_names(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name.split("/")[0] for name in archive.namelist()}
    packages = {name for name in names if not name.endswith(".dist-info")}
    print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.0f} MB, top-level names: {', '.join(sorted(packages))}")
    if packages != TOP_LEVEL:
        sys.exit(f"The wheel installs {sorted(packages)}, not {sorted(TOP_LEVEL)}; see pyproject.toml.")


def _use(programs: Path, work: Path) -> None:
    _run([str(programs / "python"), "-m", "fashiongan.cli.demo", "demo"], work)
    _run([str(programs / "fashiongan-generate"), "--like", "demo/000.png", "--out", "again"], work)
    _run([str(programs / "fashiongan-scan"), "--help"], work)
    _run([str(programs / "fashiongan"), "--picture", "window.png"], work)
    if not (work / "window.png").stat().st_size:
        sys.exit("The window took no picture of itself.")
    for path in sorted(path for path in work.rglob("*") if path.is_file()):
        print(f"  {path.relative_to(work)}")


def _run(command: Sequence[str], folder: Path) -> None:
    """With a home of its own, without a screen, and without this repository in sight."""
    own = {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder / "home")}
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "FASHIONGAN_CHECKPOINTS")}
    began = time.monotonic()
    subprocess.run(command, cwd=folder, env=kept | own, check=True)
    print(f"{time.monotonic() - began:6.1f} s  {Path(command[0]).name} {' '.join(command[1:])}", flush=True)


if __name__ == "__main__":
    main()
