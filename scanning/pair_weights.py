"""How much each pair of a point and a place on the body tells a fit.

Neighbouring points err together, and far ones are not of the body. On a head with hair, points outside the scalp soon
count for nothing, so that the skull follows from the face and from whatever lies on the skin.

Source: robust weights as in Geman and McClure, Statistical methods for tomographic image reconstruction, 1987.
"""

import numpy as np

from scanning.frame import Floats
from scanning.pairing import Pairs
from scanning.posed_body import PosableBody

# One view is worth some 700 independent points of 4 mm spread, however many pixels it has.
INFORMATION_A_VIEW = 44.0
# Wide enough for what the noise and the model leave on a bald head.
HAIR_WIDTH_MM = 4.0


def pair_weights(pairs: Pairs, body: PosableBody, views: int, width_mm: float, haired: bool) -> Floats:
    """(N,) the weight of each residual, 1/mm2; from `width_mm` on it counts less and less."""
    weight = INFORMATION_A_VIEW * views / max(len(pairs.view), 1) * _robust(pairs.residual_mm, width_mm)
    if not haired:
        return np.asarray(weight)
    scalp = body.share_of(pairs, body.scalp)
    return np.asarray(weight * (1 - scalp + scalp * _robust(pairs.residual_mm.clip(0), HAIR_WIDTH_MM)))


def _robust(residual_mm: Floats, width_mm: float) -> Floats:
    return np.asarray(1 / (1 + (residual_mm / width_mm) ** 2) ** 2)
