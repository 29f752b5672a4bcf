"""RealSense cameras, and their recordings as librealsense plays them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fashiongan.errors import CalibrationError, CameraError, RecordingError
from scanning.frame import RgbdFrame
from scanning.sources.described import Described
from scanning.sources.frame_pipe import FrameReceiver
from scanning.sources.pairing import TimedImage, paired
from scanning.sources.realsense_sdk import (
    color_image,
    depth_image,
    depth_profile,
    described_camera,
    readable_color,
    realsense_sdk,
)
from scanning.sources.stated_frames import stated_frames

# A player that is this long without a frame hangs; a camera, is unplugged.
SILENCE_S = 10.0
CAMERA_SILENCE_MS = 5000
QUEUED_FRAMES = 32
# At this width the depth of the D400 family is best (Intel, D400 tuning guide); at this rate a scan is quick.
BEST_WIDTH_PX, BEST_FPS = 848, 30


class RealsenseRecording(Described):
    """A `.db3` or `.bag`, played by librealsense in a process of its own, because damaged files crash it; a `Source`.

    Every frame comes once and bit by bit.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process: subprocess.Popen[bytes] | None = None
        self._home: TemporaryDirectory[str] | None = None
        self._receiver: FrameReceiver | None = None
        self._count: int | None = None

    def open(self) -> None:
        """Look the file over, then start the player.

        Raises
        ------
        RecordingError : missing, damaged, without depth images, or librealsense is missing
        """
        self._count = stated_frames(self._path)
        command = [sys.executable, "-m", "scanning.sources.realsense_player", str(self._path.resolve())]
        root = Path(__file__).resolve().parents[2]
        # The SDK leaves notes about its use in the home folder, and may be told to send them: not for a file.
        self._home = TemporaryDirectory(prefix="fashiongan-player-")
        surroundings = os.environ | {"HOME": self._home.name, "RS2_RUM_CLOUD_ENABLED": "0"}
        # A session of its own, as Ctrl-C is for us; it ends when its input is closed.
        self._process = subprocess.Popen(
            command,
            cwd=root,
            env=surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._receiver = FrameReceiver(self._process, str(self._path), SILENCE_S)
        self._camera = self._receiver.camera()

    @property
    def frame_count(self) -> int | None:
        """How many the file says it has; None if that part of it is damaged."""
        return self._count

    def frames(self) -> Iterator[RgbdFrame]:
        """Every frame in order.

        Raises
        ------
        RecordingError : fewer came than the file says; those before that were given
        """
        assert self._receiver is not None, "open it first"
        count, why = 0, "the rest is damaged"
        try:
            for frame in self._receiver.frames():
                self._check_size(frame)
                yield frame
                count += 1
        except RecordingError as error:
            why = str(error)
        if count != self._count:
            total = "an unknown number of" if self._count is None else self._count
            raise RecordingError(f"{self._path} broke off after {count} of {total} frames: {why}")

    def close(self) -> None:
        """End the player."""
        if self._process is not None:
            self._process.kill()
            with self._process:
                self._process = None
        if self._home is not None:
            self._home.cleanup()
            self._home = None

    def _check_size(self, frame: RgbdFrame) -> None:
        if frame.depth.shape != (self.camera.depth.height_px, self.camera.depth.width_px):
            raise RecordingError(f"a depth image of {frame.depth.shape} pixels does not fit its camera; record again.")


class RealsenseCamera(Described):
    """A camera that is plugged in; a `Source`. Colour shows the person, so it is on only if asked for.

    serial : of the camera wanted; None takes the first
    """

    def __init__(self, serial: str | None = None, color: bool = False) -> None:
        self._serial = serial
        self._wants_color = color
        # Sensor and queue of depth, then of colour.
        self._running: list[tuple[Any, Any]] = []

    def open(self) -> None:
        """Find the camera and switch it on.

        Raises
        ------
        CameraError : no such camera, it is in use, or the driver is missing
        """
        sdk = realsense_sdk()
        try:
            self._start(sdk, _device(sdk, self._serial))
        except (RuntimeError, CalibrationError) as error:
            self.close()
            raise CameraError(f"The RealSense does not start ({error}); plug it in again, into USB 3.") from error

    @property
    def frame_count(self) -> int | None:
        """Nobody knows."""
        return None

    def frames(self) -> Iterator[RgbdFrame]:
        """Frames until it is closed, each with the colour image nearest in time.

        Raises
        ------
        CameraError : the camera went away
        """
        return paired(self._images(0, depth_image), self._images(1, color_image))

    def close(self) -> None:
        """Switch it off."""
        running, self._running = self._running, []
        for sensor, _ in running:
            # One that was unplugged cannot be stopped.
            with suppress(RuntimeError):
                sensor.stop()
                sensor.close()

    def _start(self, sdk: Any, device: Any) -> None:
        depth_sensor = device.first_depth_sensor()
        depth = _best(depth_sensor, depth_profile)
        chosen, color = [(depth_sensor, depth)], None
        if self._wants_color:
            color_sensor = device.first_color_sensor()
            color = _best(color_sensor, readable_color)
            chosen.append((color_sensor, color))
        self._camera = described_camera(device, depth_sensor, depth, color)
        for sensor, profile in chosen:
            sensor.open(profile)
            queued = sdk.frame_queue(QUEUED_FRAMES, keep_frames=True)
            self._running.append((sensor, queued))
            sensor.start(queued)

    def _images(self, stream: int, read: Callable[[Any], TimedImage]) -> Iterator[TimedImage]:
        while stream < len(self._running):
            arrived, frame = self._running[stream][1].try_wait_for_frame(CAMERA_SILENCE_MS)
            if arrived:
                yield read(frame)
            elif self._running:
                raise CameraError(f"{self.camera.name} sent nothing for {CAMERA_SILENCE_MS} ms; plug it in again.")


def _device(sdk: Any, serial: str | None) -> Any:
    devices = list(sdk.context().query_devices())
    serials = [str(one.get_info(sdk.camera_info.serial_number)) for one in devices]
    if not devices:
        raise CameraError("No RealSense answered. Plug it into a USB 3 port, or read a recording.")
    if serial is not None and serial not in serials:
        raise CameraError(f"No RealSense has the serial {serial}; there is {', '.join(serials)}.")
    return devices[0 if serial is None else serials.index(serial)]


def _best(sensor: Any, wanted: Callable[[Any], bool]) -> Any:
    """The profile nearest to the best rate, then to the best width, and of those the highest image."""
    profiles = [one.as_video_stream_profile() for one in sensor.get_stream_profiles() if wanted(one)]
    if not profiles:
        raise CameraError("The RealSense has no such images; update its firmware, or plug it into a USB 3 port.")
    return min(profiles, key=lambda one: (abs(one.fps() - BEST_FPS), abs(one.width() - BEST_WIDTH_PX), -one.height()))
