"""How long a minute of recording takes to measure, and how much memory: `python -m benchmarks.scan_speed`. JSON.

A simulated person turns in eight stands, 1800 frames of 640 x 480; `fashiongan-scan measure` has a process of its own.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.scan_people import People
from fashiongan.body.model import ASSET_NAME, BodyModel
from fashiongan.checkpoint_folder import checkpoint_folder
from scanning.record import record
from scanning.simulation.camera import D435, Setup, SimulatedCamera
from scanning.simulation.person import SWAYING
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened

VIEWS, FRAMES_A_VIEW, TURNING_FRAMES = 8, 218, 8
LONGEST_S = 1800


def main() -> None:
    """Record, measure, and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        recording = Path(folder) / "minute.mkv"
        frames = _recorded(recording)
        begun = time.perf_counter()
        _read(recording)
        reading_s = time.perf_counter() - begun
        begun = time.perf_counter()
        _measured(recording)
        measuring_s = time.perf_counter() - begun
        size_mb = recording.stat().st_size / 1e6
    # Linux counts it in KiB.
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    report = {"frames": frames, "file_mb": size_mb, "read_s": reading_s, "measure_s": measuring_s, "peak_mb": peak_mb}
    print(json.dumps({name: round(value, 1) for name, value in report.items()}, indent=1))


def _recorded(path: Path) -> int:
    person = People(BodyModel.load(checkpoint_folder() / ASSET_NAME)).subject(0, 0, stranger=False).person
    stature_mm = float(np.ptp(person.vertices_mm[:, 1]))
    setup = Setup(
        D435,
        camera_height_mm=stature_mm / 2,
        views=VIEWS,
        frames_a_view=FRAMES_A_VIEW,
        turning_frames=TURNING_FRAMES,
        restlessness=SWAYING,
    )
    return record(SimulatedCamera(person, setup), path)


def _read(path: Path) -> None:
    with opened(open_recording(path)) as source:
        for _ in source.frames():
            pass


def _measured(path: Path) -> None:
    command = [sys.executable, "-m", "scanning.cli", "measure", str(path), "--figure", "woman"]
    subprocess.run(
        [*command, "--out", str(path.with_suffix(".yaml")), "--json"],
        check=True,
        timeout=LONGEST_S,
        stdout=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    main()
