"""Blazer: a jacket of the outerwear block, closer to the body, with lapels unless other is asked for.

Simplified: no darts, sleeves in one piece, lapels cut apart from the fronts (see `lapel`).
"""

from fashiongan.attributes import Closure, Neckline
from fashiongan.garment.blocks.jacket import outerwear
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Ease, Style

CHEST_EASE_MM = {Ease.SLIM: 90.0, Ease.REGULAR: 130.0, Ease.LOOSE: 190.0}


def blazer(body: Dimensions, style: Style) -> Pattern:
    """Draft the panels.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    return outerwear("Blazer", body, style, CHEST_EASE_MM[style.ease], Neckline.LAPEL, Closure.BUTTONS)
