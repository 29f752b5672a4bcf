"""Lines of any width to lines one pixel wide.

Source: Zhang and Suen, A Fast Parallel Algorithm for Thinning Digital Patterns (1984). OpenCV has it only in builds
with its extra modules.
"""

import numpy as np
from numpy.typing import NDArray

Lines = NDArray[np.bool_]
# The neighbours p2 to p9 of the paper, clockwise from the one above.
_ROUND = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))


def thinned(lines: Lines) -> Lines:
    """(H, W) to (H, W): the middles of all lines; what is one pixel wide stays as it is."""
    padded = np.pad(lines, 1).astype(np.uint8)
    while True:
        removed = [_peel(padded, table) for table in _TABLES]
        if not any(removed):
            return padded[1:-1, 1:-1] > 0


def _peel(padded: NDArray[np.uint8], may_go: NDArray[np.bool_]) -> bool:
    """Take away the pixels of a line's rim that a table names; whether there were any."""
    height, width = padded.shape
    code = np.zeros((height - 2, width - 2), np.uint8)
    for bit, (down, right) in enumerate(_ROUND):
        code |= padded[1 + down : height - 1 + down, 1 + right : width - 1 + right] << np.uint8(bit)
    inner = padded[1:-1, 1:-1]
    goes = may_go[code] & (inner > 0)
    inner[goes] = 0
    return bool(goes.any())


def _table(first: bool) -> NDArray[np.bool_]:
    """(256,) whether a pixel with these neighbours may go, in the first or second half of a round."""
    around = (np.arange(256)[:, None] >> np.arange(8)) & 1  # (256, 8)
    north, east, south, west = (around[:, index] > 0 for index in (0, 2, 4, 6))
    neighbours = around.sum(1)
    begins = ((around == 0) & (np.roll(around, -1, axis=1) == 1)).sum(1)
    if first:
        side = ~(north & east & south) & ~(east & south & west)
    else:
        side = ~(north & east & west) & ~(north & south & west)
    return np.asarray((neighbours >= 2) & (neighbours <= 6) & (begins == 1) & side)


_TABLES = (_table(first=True), _table(first=False))
