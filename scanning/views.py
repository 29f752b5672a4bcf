"""From a stream of frames to views: stretches in which the person stands still, each averaged to one quiet image.

Frames are read one at a time, and only sums are kept, so a recording of any length needs the memory of one view.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import ScanError
from scanning.frame import DepthCamera, RgbdFrame, depth_in_mm

MOST_VIEWS = 16
LEAST_FRAMES = 5
# Noise and sway change one over the depth less than this from frame to frame, edges of somebody who turns do not.
# In these terms a stereo camera's noise is the same everywhere; at 1.3 m it is 60 mm.
MOVED_INVERSE_MM = 3.5e-5
STRIDE = 4
# Somebody turns when more pixels move than this share, beyond so many times what noise moves from frame to frame.
MOVED_SHARE, RESTLESS, NOISE_FRAMES = 0.0025, 1.3, 60
LEAST_OF_LONGEST = 0.4
# A pixel that saw something in fewer frames than this share, or whose depth jumps about, lies on an edge.
SEEN_SHARE, MOST_SPREAD_MM = 0.5, 25.0
NEAR_MM, FAR_MM = 300.0, 4500.0


@dataclass(frozen=True, slots=True)
class View:
    """depth_mm : (H, W) mean depth, 0 where nothing reliable was seen; frames : how many were averaged; first :
    the number of the first of them."""

    depth_mm: NDArray[np.float32]
    frames: int
    first: int


class DepthMean:
    """Running mean and spread of depth images, pixel by pixel."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._frames = 0
        self._count = self._sum = self._squares = np.zeros((), np.float64)

    def add(self, depth_mm: NDArray[np.float32]) -> None:
        """Take in (H, W) millimetres, 0 where nothing was seen."""
        seen = depth_mm > 0
        wide = depth_mm.astype(np.float64)
        self._frames += 1
        self._count = self._count + seen
        self._sum = self._sum + wide
        self._squares = self._squares + wide * wide

    def view(self) -> View:
        """The mean where it can be relied on."""
        count = np.maximum(self._count, 1)
        mean = self._sum / count
        spread = np.sqrt(np.maximum(self._squares / count - mean**2, 0))
        relied = (self._count >= SEEN_SHARE * self._frames) & (spread < MOST_SPREAD_MM)
        return View(np.where(relied, mean, 0).astype(np.float32), self._frames, self._first)


def stood_views(frames: Iterable[RgbdFrame], camera: DepthCamera) -> list[View]:
    """The views of one recording, at most 16, in order of time.

    A view lasts while the image stays near its own first one, so both turning by steps and turning slowly give views;
    what is much shorter than the longest view was a turn between two stands.

    Raises
    ------
    ScanError : there is no depth in it, or nobody stands still in it
    """
    views = list(_stretches(_nonempty(frames, camera)))
    longest = max((view.frames for view in views), default=0)
    if longest < LEAST_FRAMES:
        raise ScanError("nobody stands still in this recording; hold each pose for a second before you turn on.")
    stood = [view for view in views if view.frames >= max(LEAST_FRAMES, LEAST_OF_LONGEST * longest)]
    kept = sorted(stood, key=lambda view: -view.frames)[:MOST_VIEWS]
    return sorted(kept, key=lambda view: view.first)


def _nonempty(frames: Iterable[RgbdFrame], camera: DepthCamera) -> Iterator[NDArray[np.float32]]:
    """Depth images without what is out of a camera's reach."""
    seen = False
    for frame in frames:
        depth_mm = depth_in_mm(frame, camera)
        depth_mm[(depth_mm < NEAR_MM) | (depth_mm > FAR_MM)] = 0
        seen = seen or bool(depth_mm[::STRIDE, ::STRIDE].any())
        yield depth_mm
    if not seen:
        raise ScanError("no frame of this recording holds depth from 0.3 to 4.5 m; is the lens covered?")


def _stretches(images: Iterator[NDArray[np.float32]]) -> Iterator[View]:
    """Cut a stream where the image has moved away from the first of its stretch."""
    mean: DepthMean | None = None
    reference = before = np.zeros((0, 0), np.float32)
    noise: deque[float] = deque([0.0], maxlen=NOISE_FRAMES)
    for index, depth_mm in enumerate(images):
        small = depth_mm[::STRIDE, ::STRIDE]
        if mean is not None:
            noise.append(_moved_share(small, before))
            if _moved_share(small, reference) > MOVED_SHARE + RESTLESS * float(np.median(noise)):
                yield mean.view()
                mean = None
        if mean is None:
            mean, reference = DepthMean(index), small
        mean.add(depth_mm)
        before = small
    if mean is not None:
        yield mean.view()


def _moved_share(now: NDArray[np.float32], before: NDArray[np.float32]) -> float:
    both = (now > 0) & (before > 0)
    moved = np.abs(1 / now[both] - 1 / before[both]) > MOVED_INVERSE_MM
    return float(np.count_nonzero(moved) / max(np.count_nonzero(both), 1))
