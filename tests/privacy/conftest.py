"""Everything done once, by a program of its own, under the name of somebody who must not be found again."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from fashiongan.own_folders import OwnFolders
from tests.conftest import ROOT

# The pseudonym, the user of the computer, and a folder of theirs: each is a word of its own.
PERSON, USER, HOME = "P-MARK7F3A", "annmarker", "home-of-marker"
PATIENCE_S = 1200


@dataclass(frozen=True, slots=True)
class Lived:
    """What a program left behind. place : below which all of our folders lie; out : what was exported"""

    place: Path
    out: Path
    code: int
    said: str

    @property
    def folders(self) -> OwnFolders:
        """Where the program kept everything."""
        data, settings = self.place / "data" / "FashionGAN", self.place / "config" / "FashionGAN" / "FashionGAN.conf"
        return OwnFolders(data, settings, (self.place / "tmp",))


@pytest.fixture(scope="package")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """Pictures, notes, a scan, a fitted garment, every export and a project, with the network refused."""
    place = tmp_path_factory.mktemp("life")
    for name in ("tmp", HOME):
        (place / name).mkdir()
    own = {f"XDG_{kind}_HOME": str(place / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    own |= {"XDG_RUNTIME_DIR": str(place / "tmp"), "TMPDIR": str(place / "tmp"), "HOME": str(place / HOME)}
    # Compiling its kernels anew would take warp minutes.
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    own |= {"WARP_CACHE_PATH": os.environ.get("WARP_CACHE_PATH", str(cache / "warp"))}
    own |= {"USER": USER, "LOGNAME": USER, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    out = place / HOME / "exports"
    command = [sys.executable, "-m", "benchmarks.whole_flow", str(out), PERSON]
    done = subprocess.run(
        command, env=os.environ | own, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    return Lived(place, out, done.returncode, done.stdout + done.stderr)
