"""What the window asks of scanning, as values, and the slow work behind it; no Qt here."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fashiongan.body.measurements import Figure
from fashiongan.body.model import BodyModel
from fashiongan.locking import Passphrase

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from scanning.body_scan import BodyScan

# What part of the progress bar a live recording takes; measuring takes the rest.
RECORDING_SHARE = 0.6
Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class LiveCamera:
    """A camera that can be recorded; `serial` is None where the driver does not list cameras: its first is taken."""

    name: str
    family: str
    serial: str | None


@dataclass(frozen=True, slots=True)
class LiveRecording:
    """Which camera to record, how long, and into which file. Depth only: colour is never kept."""

    camera: LiveCamera
    path: Path
    seconds: float


@dataclass(frozen=True, slots=True)
class ScanOrder:
    """Recordings to measure, or `live`, a recording to be made first. passphrase : of locked ones"""

    recordings: tuple[Path, ...]
    figure: Figure
    calibration: Path | None = None
    live: LiveRecording | None = None
    passphrase: Passphrase | None = field(default=None, repr=False, compare=False)


def live_cameras() -> list[LiveCamera]:
    """The RealSense cameras that answer, and the first camera of every other family whose driver is there.

    Raises
    ------
    CameraError : the RealSense driver cannot look, and there is no other
    """
    from fashiongan.errors import CameraError
    from scanning.devices import DRIVERS, realsense_cameras

    others = [
        LiveCamera(driver.cameras, driver.family, None)
        for driver in DRIVERS
        if driver.family != "realsense" and driver.installed
    ]
    try:
        found = [LiveCamera(f"{one.name}, {one.serial}", "realsense", one.serial) for one in realsense_cameras()]
    except CameraError:
        if not others:
            raise
        found = []
    return found + others


def carry_out(order: ScanOrder, model: BodyModel, progress: Progress) -> "BodyScan":
    """Record if asked, then measure. Raising from `progress` stops; a recording is kept up to there.

    Raises
    ------
    CameraError, RecordingError, CalibrationError, ScanError, OutputError : as `scanning` raises them
    """
    from scanning.body_scan import BodyScanner
    from scanning.calibration.calibration import read_calibration
    from scanning.sources.recorded import open_recording

    known = read_calibration(order.calibration) if order.calibration else None
    recordings, begun = order.recordings, 0.0
    if order.live is not None:
        _record(order.live, progress)
        recordings, begun = (order.live.path,), RECORDING_SHARE
    progress(begun, "measuring")
    sources = [open_recording(path, order.passphrase) for path in recordings]
    return BodyScanner(model).scan(
        sources, order.figure, known, lambda done, of: progress(begun + (1 - begun) * done / of, "measuring")
    )


def _record(live: LiveRecording, progress: Progress) -> None:
    from scanning.record import record
    from scanning.sources.cameras import open_camera

    start = time.monotonic()

    def report(frames: int) -> None:
        passed = min(time.monotonic() - start, live.seconds)
        progress(
            RECORDING_SHARE * passed / live.seconds, f"recording, {passed:.0f} of {live.seconds:.0f} s, {frames} frames"
        )

    progress(0.0, "opening the camera")
    record(open_camera(live.camera.family, live.camera.serial), live.path, live.seconds, on_frame=report)
