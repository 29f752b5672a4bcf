"""What a least-squares fit has to know of the placements of views: how points move with them, and how people sway."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scanning.frame import Floats
from scanning.pairing import Pairs
from scanning.stance import Placement

LEAN_SPREAD_DEG, RISE_SPREAD_MM = 1.0, 2.0
# Shifts over the floor and yaw are free; this only keeps a view without points where it is.
HELD = 1e-6
PER_VIEW = 6


def placement_rows(pairs: Pairs, views: int) -> NDArray[np.float32]:
    """(N, 6 views): how far points move along the normals when their view turns about the origin and shifts."""
    rows = np.zeros((len(pairs.view), views, PER_VIEW), np.float32)
    turn = np.cross(pairs.point_mm, pairs.normal)
    rows[np.arange(len(pairs.view)), pairs.view] = np.concatenate([turn, pairs.normal], axis=1)
    return rows.reshape(len(rows), views * PER_VIEW)


def placement_prior(placements: Sequence[Placement]) -> tuple[Floats, Floats]:
    """(6 views, 6 views) and (6 views,): a person leans a little, and stays on the floor."""
    lean = 1 / np.radians(LEAN_SPREAD_DEG) ** 2
    stiff, slope = np.full(PER_VIEW * len(placements), HELD), np.zeros(PER_VIEW * len(placements))
    for view, place in enumerate(placements):
        at = PER_VIEW * view
        # The lean is how far the turned vertical is from the vertical.
        up = place.rotation[:, 1]
        stiff[[at, at + 2]] = lean
        slope[at], slope[at + 2] = lean * up[2], -lean * up[0]
        stiff[at + 4] = 1 / RISE_SPREAD_MM**2
        slope[at + 4] = place.shift_mm[1] / RISE_SPREAD_MM**2
    return np.diag(stiff), slope


def moved(placements: Sequence[Placement], step: Floats) -> tuple[Placement, ...]:
    """Every placement after its part of a step (6 views,)."""
    return tuple(place.moved(part) for place, part in zip(placements, step.reshape(-1, PER_VIEW), strict=True))
