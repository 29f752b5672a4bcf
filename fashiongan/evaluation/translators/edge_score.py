"""Whether a garment has its edges where its sketch has lines: precision, recall and F1 within a few pixels.

Source: Martin, Fowlkes and Malik, Learning to Detect Natural Image Boundaries (2004), with a fixed tolerance in place
of their one-to-one matching.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from fashiongan.dataset.line_drawings import INNER_KINDS, OUTLINES, line_layers
from fashiongan.dataset.thinning import Lines

TOLERANCE_PX = 3.0
# The edges that are looked for: the outline as it is, and the kind of inner lines that is nearest to what is drawn.
SEEN = (OUTLINES.index("exact"), len(OUTLINES) + INNER_KINDS.index("coarse"))


@dataclass(frozen=True, slots=True)
class EdgeScore:
    """Shares of 0 to 1. precision : edges of the garment that were drawn; recall : lines that the garment shows"""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def edges_of(rgba: NDArray[np.uint8]) -> Lines:
    """(S, S, 4) garment to (S, S) edges: its outline and its stronger inner lines."""
    layers = line_layers(np.ascontiguousarray(rgba))
    return np.asarray(layers[list(SEEN)].any(0))


def edge_score(edges: Lines, lines: Lines, tolerance_px: float = TOLERANCE_PX) -> EdgeScore:
    """Compare (S, S) edges with (S, S) lines; a line is met if an edge is within the tolerance, and vice versa."""
    return EdgeScore(_near_share(edges, lines, tolerance_px), _near_share(lines, edges, tolerance_px))


def _near_share(these: Lines, those: Lines, tolerance_px: float) -> float:
    if not these.any() or not those.any():
        return 0.0
    return float((distance_transform_edt(~those)[these] <= tolerance_px).mean())
