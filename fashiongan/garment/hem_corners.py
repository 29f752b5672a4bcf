"""Where the sides of an outline end and its hem begins: the corners of a hem that hangs level, or rounded."""

import numpy as np

from fashiongan.body.model import Floats

# A side that turns in by more than it goes down, over such a share of the height, has become the hem.
STEP_SHARE, LOWER_SHARE = 0.04, 0.5
# A hem's width is the widest so far above its corner, as corners may be rounded.
ABOVE_SHARE = 0.1


def hem_half(half: Floats, first: float, last: float) -> float:
    """Half a hem's width, of (H,) half widths in rows from the waist or the arms at `first` to the lowest at `last`."""
    corner = _corner(half, first, last)
    start = max(corner - round(ABOVE_SHARE * (last - first)), 0)
    return float(np.percentile(half[start : corner + 1], 80))


def _corner(half: Floats, first: float, last: float) -> int:
    """The row of the corner; a little above the last where the hem is level."""
    tall = last - first
    step = max(3, round(STEP_SHARE * tall))
    for row in range(int(last - LOWER_SHARE * tall), int(last) - step):
        below = half[row + step : int(last) + 1]
        if half[row] - half[row + step] >= step and below.max() < half[row]:
            return row
    return int(last - 0.03 * tall)
