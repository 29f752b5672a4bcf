"""Depth as colours: bright is near, steps look equally large, and people who do not see red and green tell them too."""

import cv2
import numpy as np
from numpy.typing import NDArray

NEAR_MM, FAR_MM, STEPS = 500.0, 3500.0, 256
# Metres that are written beside the scale.
TICKS_M = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5)


def scale() -> NDArray[np.uint8]:
    """(256, 4) RGBA from far to near. Source: Nunez, Anderton, Renslow, Cividis, PLOS ONE 13 (7), 2018."""
    steps = np.arange(STEPS, dtype=np.uint8)[None]
    rgb = cv2.cvtColor(cv2.applyColorMap(steps, cv2.COLORMAP_CIVIDIS), cv2.COLOR_BGR2RGB)[0]
    return np.concatenate([rgb, np.full((STEPS, 1), 255, np.uint8)], axis=1)


def colored(depth: NDArray[np.uint16], unit_mm: float) -> NDArray[np.uint8]:
    """(H, W, 4) RGBA of a depth image; clear where nothing was seen.

    depth : (H, W) steps of `unit_mm` millimetres, 0 where nothing was seen
    """
    span = (FAR_MM - NEAR_MM) / unit_mm
    step = np.clip((FAR_MM / unit_mm - depth.astype(np.float32)) * ((STEPS - 1) / span), 0, STEPS - 1)
    colors = _SCALE[step.astype(np.uint8)]
    colors[depth == 0] = 0
    return np.ascontiguousarray(colors)


_SCALE = scale()
