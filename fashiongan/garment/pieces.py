"""Which of a draped garment's triangles were cut with which printed piece."""

import numpy as np
from numpy.typing import NDArray

from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.pattern import Pattern


def printed_as(pattern: Pattern, panel: str) -> str:
    """The piece that a panel is cut with: itself, or the one of which it is the mirror image."""
    twin_of = pattern.panels[panel].piece.twin_of
    return twin_of if twin_of and twin_of in pattern.panels else panel


def faces_of_piece(look: FittedGarment, piece: str) -> NDArray[np.bool_]:
    """(F,) which triangles are of a piece or its mirror image; none of a piece that is not draped, such as a facing."""
    flat = look.mesh.flat
    of_piece = np.array([printed_as(look.pattern, panel) == piece for panel in flat.panel_names])
    return np.asarray(of_piece[flat.panel_of_face])


def piece_of_face(look: FittedGarment, face: int) -> str:
    """The name of the piece that a triangle is of."""
    flat = look.mesh.flat
    return printed_as(look.pattern, flat.panel_names[flat.panel_of_face[face]])
