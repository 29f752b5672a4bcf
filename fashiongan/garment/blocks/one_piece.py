"""Dresses without a waist seam or darts: front and back each of one length, alike but for the neck.

Drawn y up from the side neck point, x from the centre line, as the bodice is.
"""

import math

from fashiongan.garment.blocks.bodice import Bodice, half_edges
from fashiongan.garment.blocks.parts import Part
from fashiongan.garment.blocks.sheath import Eases
from fashiongan.garment.curves import Points, bezier, joined, line
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Side
from fashiongan.garment.placing import Limb, Wrap

# An A-line widens by so much for each mm down, on either side.
A_LINE_SLOPE = 0.12
# What each quarter may lose at the side towards the waist, before it stands off the hips like a jug's handle.
MOST_SHAPING_MM = 30.0
# Sideways for each mm along the side seam; and what a hem may rise without being drawn round.
MOST_FLARE, LEVEL_WITHIN_MM = 0.8, 1.0
# The hips are fullest a little below where the seat stands out most.
FULLEST_BELOW_MM = 45.0
# The way down over bust and seat is a little longer than straight down.
OVER_BODY_MM = 15.0


def hem_y_mm(draft: Bodice, height_mm: float) -> float:
    """y of what hangs at a height above the ground."""
    return height_mm - draft.side_neck_height - OVER_BODY_MM


def a_line_hem_mm(body: Dimensions, draft: Bodice, eases: Eases, asked_mm: float | None) -> float:
    """Girth of the hem of an A-line, at least what lets its straight sides pass waist and hips."""
    below = draft.armhole_y - hem_y_mm(draft, body.hip_height_mm)
    waist_below = draft.armhole_y - hem_y_mm(draft, body.waist_height_mm)
    over_hip = ((body.hips_mm + eases.hip) / 4 - draft.chest_half) / below
    over_waist = ((body.waist_mm + eases.hip) / 4 - draft.chest_half) / waist_below
    down = draft.armhole_y - draft.hem_y
    asked = A_LINE_SLOPE if asked_mm is None else (asked_mm / 4 - draft.chest_half) / down
    return 4 * (draft.chest_half + max(asked, over_hip, over_waist) * down)


def a_line_side(draft: Bodice) -> Points:
    """Straight from the hem up to the arm, as long as the centre is below the arm, so that the hem hangs level."""
    down = draft.armhole_y - draft.hem_y
    out = min(draft.hem_half - draft.chest_half, MOST_FLARE * down)
    hem = (draft.chest_half + out, draft.armhole_y - math.sqrt(down**2 - out**2))
    return line(hem, (draft.chest_half, draft.armhole_y))


def hem_to(side_seam: Points, y: float) -> Points:
    """A hem from the centre at y to a side seam's lower end, square to both."""
    (end_x, end_y), along = side_seam[0], side_seam[0] - side_seam[1]
    if end_y - y < LEVEL_WITHIN_MM:
        return line((0.0, y), (end_x, end_y))
    return bezier((0.0, y), (end_x - (end_y - y) * abs(along[1]) / along[0], y), (end_x, end_y))


def shaped_side(body: Dimensions, draft: Bodice, eases: Eases) -> Points:
    """From the hem up, straight to the hips, then round them, in to the waist and out to the arm."""
    hip, hip_y = (body.hips_mm + eases.hip) / 4, hem_y_mm(draft, body.hip_height_mm - FULLEST_BELOW_MM)
    least = max(hip, draft.chest_half) - MOST_SHAPING_MM
    waist, waist_y = max((body.waist_mm + eases.waist) / 4, least), hem_y_mm(draft, body.waist_height_mm)
    lower, upper = waist_y - hip_y, draft.armhole_y - waist_y
    return joined(
        line((draft.hem_half, draft.hem_y), (hip, hip_y)),
        bezier((hip, hip_y), (hip, hip_y + 0.4 * lower), (waist, waist_y - 0.3 * lower), (waist, waist_y)),
        bezier((waist, waist_y), (waist, waist_y + 0.4 * upper), (draft.chest_half, draft.armhole_y)),
    )


def one_piece_part(body: Dimensions, draft: Bodice, side_seam: Points, side: Side) -> Part:
    """Front or back with a given side seam."""
    front = side is Side.FRONT
    _, _, armhole, shoulder, neckline = half_edges(draft, front)
    half = {
        "hem": hem_to(side_seam, draft.hem_y),
        "side": side_seam,
        "armhole": armhole,
        "shoulder": shoulder,
        "neckline": neckline,
    }
    girths = tuple((y, 4 * x) for x, y in side_seam[:: -max(1, len(side_seam) // 12)].tolist())
    wrap = Wrap(Limb.TRUNK, 0.0 if front else 180.0, draft.side_neck_height, girths)
    return Part(str(side), half, side, wrap)
