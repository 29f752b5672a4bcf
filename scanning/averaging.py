"""One quiet depth image out of many noisy ones of a scene at rest."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError
from scanning.frame import NO_DEPTH, DepthCamera, RgbdFrame, depth_in_mm


def median_depth_mm(frames: Sequence[RgbdFrame], camera: DepthCamera, most: int = 40) -> NDArray[np.float32]:
    """(H, W) median millimetres over the first frames; 0 where fewer than half of them saw something.

    Raises
    ------
    CalibrationError : there is no frame
    RecordingError : a frame is of another size than its camera says
    """
    if not frames:
        raise CalibrationError("there is no frame to calibrate from; record at least one second.")
    stack = np.stack([depth_in_mm(frame, camera) for frame in frames[:most]])
    seen = stack != NO_DEPTH
    enough = seen.mean(axis=0) >= 0.5
    values = np.where(seen, stack, np.nan)
    # A pixel that nobody saw has no median, and numpy would warn of it.
    values[:, ~enough] = 0
    return np.asarray(np.nanmedian(values, axis=0), dtype=np.float32)
