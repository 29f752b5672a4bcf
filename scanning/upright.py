"""Images of a camera that stands, lies on a side or hangs, turned so that up is up."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scanning.calibration.floor import Floor
from scanning.calibration.inputs import Edge

# Quarter turns against the clock that bring an edge to the top.
_QUARTERS = {Edge.TOP: 0, Edge.RIGHT: 1, Edge.BOTTOM: 2, Edge.LEFT: 3}


def up_in_image(floor: Floor) -> Edge:
    """The edge of the image that is nearest to up."""
    return max(Edge, key=lambda edge: float(np.dot(edge.direction, floor.normal)))


def upright(image: NDArray[Any], up: Edge | None) -> NDArray[Any]:
    """(H, W, ...) image, turned by quarters so that `up` is at the top; as it is where nobody knows."""
    return image if up is None else np.rot90(image, _QUARTERS[up])


def box_of(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is in an (H, W) mask; the last two do not belong to it."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
