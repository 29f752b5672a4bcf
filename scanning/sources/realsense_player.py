"""The child process in which librealsense plays one file: `python -m scanning.sources.realsense_player FILE`.

librealsense crashes on damaged files, so it never runs in a process that matters. Every stream is played on its own,
without the SDK's synchroniser, which doubles and drops frames; a full queue makes the player wait.
"""

import os
import queue
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from fashiongan.errors import CalibrationError, CameraError
from scanning.frame import DepthCamera
from scanning.sources.frame_pipe import COMPLAINT, END, send_camera, send_frame, send_text
from scanning.sources.k4a_camera_process import end_with_reader
from scanning.sources.pairing import TimedImage, paired
from scanning.sources.realsense_sdk import (
    color_image,
    depth_image,
    depth_profile,
    described_camera,
    readable_color,
    realsense_sdk,
)

QUEUED = 8
# The end of a file shows only as a player that has stopped; on a busy machine its last frame comes a little later.
POLL_S, ENOUGH_QUIET = 0.1, 3
Read = Callable[[Any], TimedImage]


def play(path: str, pipe: BinaryIO) -> None:
    """Send the camera, all frames and the end, or a complaint."""
    try:
        _play(path, pipe)
    except (RuntimeError, ValueError, CalibrationError, CameraError) as error:
        send_text(pipe, COMPLAINT, " ".join(str(error).split())[:200])


def _play(path: str, pipe: BinaryIO) -> None:
    # Each has the file open for itself: one that starts later than the other would miss the beginning.
    depth, color = _Playback(path, depth_profile, depth_image), _Playback(path, readable_color, color_image)
    if depth.profile is None:
        raise ValueError("it has no depth stream")
    send_camera(pipe, _camera(depth))
    for frame in paired(depth.images(), color.images()):
        send_frame(pipe, frame)
    send_text(pipe, END)


def _camera(depth: "_Playback") -> DepthCamera:
    # Transforms are known only between streams of one open file.
    _, color = _first_stream(depth.device, readable_color)
    camera = described_camera(depth.device, depth.sensor, depth.profile, color)
    if camera.depth.distortion:
        raise CalibrationError(f"its depth has the lens distortion {camera.depth.distortion}, which is not undone here")
    return camera


def _first_stream(device: Any, wanted: Callable[[Any], bool]) -> tuple[Any, Any]:
    """Sensor and profile; both are None if there is none that is wanted."""
    for sensor in device.query_sensors():
        for profile in sensor.get_stream_profiles():
            if wanted(profile):
                return sensor, profile
    return None, None


class _Playback:
    """One stream of a file, played as fast as it is read and losing nothing."""

    def __init__(self, path: str, wanted: Callable[[Any], bool], read: Read) -> None:
        self.device = realsense_sdk().context().load_device(path)
        self.device.set_real_time(False)
        self.sensor, self.profile = _first_stream(self.device, wanted)
        self._read = read
        self._images: queue.Queue[TimedImage] = queue.Queue(QUEUED)

    def images(self) -> Iterator[TimedImage]:
        """All of them in order; none if there is no such stream."""
        if self.profile is None:
            return
        self.sensor.open(self.profile)
        # Called in a thread of the SDK; while it waits here the player waits too.
        self.sensor.start(lambda frame: self._images.put(self._read(frame)))
        quiet = 0
        while quiet < ENOUGH_QUIET:
            try:
                yield self._images.get(timeout=POLL_S)
                quiet = 0
            except queue.Empty:
                playing = self.device.current_status() == realsense_sdk().playback_status.playing
                quiet = 0 if playing else quiet + 1


def main() -> None:
    """Play the file named on the command line to what was standard output; the SDK's own chatter goes elsewhere."""
    end_with_reader()
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as pipe:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        play(sys.argv[1], pipe)
    # The SDK's threads are not worth waiting for: some hang.
    os._exit(0)


if __name__ == "__main__":
    main()
