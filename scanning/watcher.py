"""Guidance for a stream of frames: the floor is found once, and movement is seen over a third of a second."""

from collections import deque

from fashiongan.errors import CalibrationError
from scanning.calibration.floor import Floor, find_floor
from scanning.frame import DepthCamera, RgbdFrame, depth_in_mm, points_from_depth
from scanning.guidance import Guidance, coarse_step, guide

# Movement is told from the frame of so long ago; a floor that was not found, or on which nobody stands, is sought anew.
BEFORE_US, FLOOR_AGAIN_US = 330_000, 2_000_000


class Watcher:
    """Looks at the frames of one camera in order, for some milliseconds each, and longer to seek the floor."""

    def __init__(self, camera: DepthCamera) -> None:
        self._camera = camera
        self._floor: Floor | None = None
        self._sought_us: int | None = None
        self._seen: deque[tuple[int, Guidance]] = deque()

    def look(self, frame: RgbdFrame) -> Guidance:
        """What this frame shows.

        Raises
        ------
        RecordingError : the image is not of the size that the camera says
        """
        depth_mm, now_us = depth_in_mm(frame, self._camera), frame.timestamp_us
        if self._floor is None and self._due(now_us):
            step = coarse_step(self._camera.depth)
            self._sought_us = now_us
            try:
                self._floor = find_floor(points_from_depth(depth_mm, self._camera.depth)[::step, ::step])
            except CalibrationError:
                self._floor = None
        while len(self._seen) > 1 and self._seen[1][0] <= now_us - BEFORE_US:
            self._seen.popleft()
        before = self._seen[0][1] if self._seen else None
        guidance = guide(depth_mm, self._camera.depth, self._floor, before)
        self._seen.append((now_us, guidance))
        if guidance.box is None and self._due(now_us):
            self._floor = None
        return guidance

    def _due(self, now_us: int) -> bool:
        return self._sought_us is None or now_us - self._sought_us >= FLOOR_AGAIN_US
