"""Lapels, simplified: cut apart from the front and sewn to it along the roll line, which the front ends at.

So the lapel can be folded back in the drape; whoever cuts in cloth may lay front and lapel together at the roll line
and cut them in one. The ends of the collar are sewn to the upper edge of the lapels; what these are wider is the notch.
"""

from dataclasses import replace

import numpy as np

from fashiongan.garment.blocks.bodice import SHOULDER_LEFT_MM, Bodice
from fashiongan.garment.blocks.collar import LAPEL_COLLAR, collar
from fashiongan.garment.blocks.fronts import SIDES, Part, Top
from fashiongan.garment.blocks.set_in import with_edge_split
from fashiongan.garment.curves import Points, bezier, length_mm, line, mirrored, split
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Piece, Seam, Side
from fashiongan.garment.placing import Fold
from fashiongan.garment.style import Style, average_width_mm

_COLLAR_IN_FRONT_MM, _BEYOND_COLLAR_MM, _BELLY_MM = 70.0, 32.0, 30.0
_BREAK_SHARE, _HIGHEST_BREAK, _LEFT_BELOW_MM = 0.78, 0.5, 130.0
LAPEL_STEPS = (
    "Sew the lapels to the fronts along the roll line, or cut both in one, and press them back.",
    "Sew the ends of the collar to the lapels as far as they reach, then the collar to the neck's edge.",
    "Sew facings of the same shape to lapels and collar, turn and press.",
)


def lapel_neck(draft: Bodice, body: Dimensions, style: Style) -> Bodice:
    """The same bodice, open down to where the lapels begin: as deep as in a picture, or to a little above the waist."""
    depth = _BREAK_SHARE * body.back_waist_mm
    if style.shape.neck_depth is not None:
        depth = style.shape.neck_depth * average_width_mm(body.height_mm)
    depth = min(max(depth, _HIGHEST_BREAK * body.back_waist_mm), -draft.hem_y - _LEFT_BELOW_MM)
    half = max(body.neck_base_mm, body.neck_mm + 40.0) * 0.19 + 12.0
    return replace(
        draft,
        neck_half=half,
        neck_depth=depth,
        back_neck_depth=24.0,
        pointed_neck=True,
        shoulder_half=max(draft.shoulder_half, half + SHOULDER_LEFT_MM),
    )


def lapels(top: Top, body: Dimensions) -> tuple[Top, Part]:
    """The same top, its front edges split where the collar ends; lapels and collar, and the seams that hold them."""
    top = _with_roll_lines(top)
    (stand, fall), seams = collar(LAPEL_COLLAR, top, body, "")
    gorge_mm = length_mm(fall.edges["end_left"])
    panels = [_lapel(top.edge((f"front_{side}", "roll")), side, gorge_mm) for side in SIDES]
    for side in SIDES:
        seams.append(Seam((f"front_{side}", "roll"), (f"lapel_{side}", "roll"), notches=(0.5,)))
        seams.append(Seam(("fall", f"end_{side}"), (f"lapel_{side}", "gorge")))
    return top, ([stand, fall, *panels], seams)


def _with_roll_lines(top: Top) -> Top:
    panels = []
    for panel in top.panels:
        if panel.name in ("front_left", "front_right"):
            panel = _with_roll_line(panel)
        panels.append(panel)
    return replace(top, panels=tuple(panels))


def _with_roll_line(front: Panel) -> Panel:
    """A left front's neck edge runs down from the shoulder, a right one's up to it."""
    edge = front.edges["neckline"]
    first = _COLLAR_IN_FRONT_MM if front.name == "front_left" else length_mm(edge) - _COLLAR_IN_FRONT_MM
    names = ("neckline", "roll") if front.name == "front_left" else ("roll", "neckline")
    return with_edge_split(front, "neckline", dict(zip(names, split(edge, first), strict=True)))


def _lapel(roll: Points, side: str, gorge_mm: float) -> Panel:
    """Drawn for the left front, in whose coordinates it goes on beyond the roll line."""
    up = roll[::-1] if side == "left" else mirrored(roll)[::-1]
    low, high = up[0], up[-1]
    along = (high - low) / np.linalg.norm(high - low)
    outwards = np.array([-along[1], along[0]])
    meet = high + gorge_mm * outwards
    tip = high + (gorge_mm + _BEYOND_COLLAR_MM) * outwards + 6.0 * along
    middle = (low + tip) / 2 + _BELLY_MM * outwards
    edges = {
        "roll": up,
        "gorge": line(tuple(high), tuple(meet)),
        "notch": line(tuple(meet), tuple(tip)),
        "outer": bezier(tuple(tip), tuple(middle), tuple(low)),
    }
    if side == "right":
        edges = {name: mirrored(edges[name]) for name in ("roll", "outer", "notch", "gorge")}
    piece = Piece("Lapel", copies=2, twin_of=None if side == "left" else "lapel_left")
    return Panel(f"lapel_{side}", edges, Fold(), piece, Side.FRONT)
