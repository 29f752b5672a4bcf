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

MOST_VIEWS, MOST_KEPT = 16, 48
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
    """One stand, as images of (H, W) mm, 0 where nothing reliable was seen: the mean of all its frames, and those of
    every other frame, from which the noise can be told. `first` is the number of its first frame."""

    depth_mm: NDArray[np.float32]
    even_mm: NDArray[np.float32]
    odd_mm: NDArray[np.float32]
    frames: int
    first: int


class DepthSums:
    """Running sums of depth images, pixel by pixel."""

    def __init__(self) -> None:
        self.frames = 0
        self.count = self.total = self.squares = np.zeros((), np.float64)

    def add(self, depth_mm: NDArray[np.float32]) -> None:
        """Take in (H, W) millimetres, 0 where nothing was seen."""
        wide = depth_mm.astype(np.float64)
        self.frames += 1
        self.count = self.count + (depth_mm > 0)
        self.total = self.total + wide
        self.squares = self.squares + wide * wide

    def joined(self, other: "DepthSums") -> "DepthSums":
        """The sums of both."""
        both = DepthSums()
        both.frames, both.count = self.frames + other.frames, self.count + other.count
        both.total, both.squares = self.total + other.total, self.squares + other.squares
        return both

    def mean_mm(self) -> NDArray[np.float32]:
        """The mean where it can be relied on, else 0."""
        count = np.maximum(self.count, 1)
        mean = self.total / count
        spread = np.sqrt(np.maximum(self.squares / count - mean**2, 0))
        relied = (self.count >= max(SEEN_SHARE * self.frames, 1)) & (spread < MOST_SPREAD_MM)
        return np.where(relied, mean, 0).astype(np.float32)


class _Stretch:
    """A view in the making."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._even, self._odd = DepthSums(), DepthSums()

    def add(self, depth_mm: NDArray[np.float32]) -> None:
        (self._even if self._even.frames == self._odd.frames else self._odd).add(depth_mm)

    def view(self) -> View:
        both = self._even.joined(self._odd)
        return View(both.mean_mm(), self._even.mean_mm(), self._odd.mean_mm(), both.frames, self._first)


def stood_views(frames: Iterable[RgbdFrame], camera: DepthCamera) -> list[View]:
    """The views of one recording, at most 16, in order of time.

    A view lasts while the image stays near its own first one, so both turning by steps and turning slowly give views;
    what is much shorter than the longest view was a turn between two stands.

    Raises
    ------
    ScanError : there is no depth in it, or nobody stands still in it
    """
    views: list[View] = []
    for view in _stretches(_nonempty(frames, camera)):
        if view.frames >= LEAST_FRAMES:
            views.append(view)
        # Somebody who never stands still must not fill the memory.
        if len(views) > MOST_KEPT:
            views.remove(min(views, key=lambda one: one.frames))
    if not views:
        raise ScanError("nobody stands still in this recording; hold each pose for a second before you turn on.")
    longest = max(view.frames for view in views)
    stood = [view for view in views if view.frames >= LEAST_OF_LONGEST * longest]
    picked = np.unique(np.linspace(0, len(stood) - 1, min(MOST_VIEWS, len(stood))).round().astype(int))
    return [stood[index] for index in picked]


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
    stretch: _Stretch | None = None
    reference = before = np.zeros((0, 0), np.float32)
    noise: deque[float] = deque(maxlen=NOISE_FRAMES)
    for index, depth_mm in enumerate(images):
        small = depth_mm[::STRIDE, ::STRIDE]
        if stretch is not None:
            noise.append(_moved_share(small, before))
            if _moved_share(small, reference) > MOVED_SHARE + RESTLESS * float(np.median(noise)):
                yield stretch.view()
                stretch = None
        if stretch is None:
            stretch, reference = _Stretch(index), small
        stretch.add(depth_mm)
        before = small
    if stretch is not None:
        yield stretch.view()


def _moved_share(now: NDArray[np.float32], before: NDArray[np.float32]) -> float:
    both = (now > 0) & (before > 0)
    moved = np.abs(1 / now[both] - 1 / before[both]) > MOVED_INVERSE_MM
    return float(moved.sum()) / max(len(moved), 1)
