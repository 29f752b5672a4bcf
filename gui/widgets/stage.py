"""Two hidden windows for one view: a quick one while it moves, a fine one once it rests. No Qt here."""

import math
import statistics
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fashiongan.garment.picture import Surface
from gui.widgets.camera import Camera
from gui.widgets.ground import Ground
from gui.widgets.renderer import Renderer, close_renderers

# Drawn in this time, 30 frames a second also leave some for the window around it.
BUDGET_S = 0.027
# Shares of the view's width that are drawn while it moves: where frames take too long, the next one.
SCALES = (1.0, 0.75, 0.5)
JUDGED_FRAMES = 5
# In less than this share of the budget, a finer picture fits into it: it has 2.25 times the pixels at most.
EASY = 0.4
# At rest each pixel is the mean of four, unless that were too many.
FINE, MOST_FINE_PX = 2, 6_000_000
# No picture has more than a view of 4096 x 2304.
MOST_PX = 9_437_184


class Pace:
    """Finds how finely this machine can draw what moves, coarser or finer as it has other things to do."""

    def __init__(self) -> None:
        self._step = 0
        self._seconds: list[float] = []

    @property
    def scale(self) -> float:
        """The share of the width that is drawn."""
        return SCALES[self._step]

    def note(self, seconds: float) -> None:
        """A frame took so long."""
        self._seconds.append(seconds)
        if len(self._seconds) < JUDGED_FRAMES:
            return
        usual = statistics.median(self._seconds)
        step = self._step + (usual > BUDGET_S) - (usual < EASY * BUDGET_S)
        self._step = min(max(step, 0), len(SCALES) - 1)
        self._seconds.clear()


class Stage:
    """Draws surfaces from any side. All on one thread."""

    def __init__(self) -> None:
        self.pace = Pace()
        self._surfaces: list[Surface] = []
        self._ground = Ground.LIGHT
        self._renderers: dict[bool, Renderer] = {}

    def show(self, surfaces: Sequence[Surface], ground: Ground) -> None:
        """Replace what is drawn: at least one surface."""
        self._surfaces, self._ground = list(surfaces), ground
        for renderer in self._renderers.values():
            if not renderer.closed:
                renderer.show(self._surfaces, ground)

    def picture(self, camera: Camera, width_px: int, height_px: int, moving: bool) -> NDArray[np.uint8]:
        """(H, W, 3) sRGB; coarser than asked where it moves, finer where it rests.

        Raises
        ------
        DisplayError : the machine offers no OpenGL 3.3
        """
        start = time.perf_counter()
        size_px = _drawn_size(width_px, height_px, self._scale(width_px, height_px, moving))
        drawn = self._renderer(size_px, moving).draw(camera)
        if moving:
            self.pace.note(time.perf_counter() - start)
        return drawn

    def close(self) -> None:
        """Give the graphics contexts back, also those of other stages, which open theirs again when they need them."""
        self._renderers.clear()
        close_renderers()

    def _scale(self, width_px: int, height_px: int, moving: bool) -> float:
        most = min(1.0, math.sqrt(MOST_PX / (width_px * height_px)))
        if moving:
            return min(self.pace.scale, most)
        return FINE if width_px * height_px * FINE**2 <= MOST_FINE_PX else most

    def _renderer(self, size_px: tuple[int, int], moving: bool) -> Renderer:
        renderer = self._renderers.get(moving)
        if renderer is not None and not renderer.closed and renderer.size_px != size_px:
            self.close()
        if renderer is None or renderer.closed:
            renderer = self._renderers[moving] = Renderer(*size_px).show(self._surfaces, self._ground)
        return renderer


def _drawn_size(width_px: int, height_px: int, scale: float) -> tuple[int, int]:
    return max(2, int(width_px * scale)), max(2, int(height_px * scale))
