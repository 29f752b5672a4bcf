"""A hood of two halves, sewn along the crown, its face open; draped over the head."""

import math

from fashiongan.garment.blocks.fronts import SIDES, Part, Top
from fashiongan.garment.curves import bezier, joined, length_mm, line, mirrored, split
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Piece, Seam
from fashiongan.garment.placing import Limb, Wrap

_ABOVE_HEAD_MM, _RISE_MM, _BEHIND_MM = 75.0, 30.0, 42.0
_START_OFF_MM = 12.0
HOOD_STEPS = (
    "Sew the two halves of the hood along the crown; turn in the edge round the face and stitch it, with a cord.",
    "Sew the hood to the neck's edge, centre to centre and shoulder to shoulder.",
)


def hood(top: Top, body: Dimensions) -> Part:
    """As long at its foot as the neck of the top, high and deep enough for the head."""
    front, behind = (length_mm(top.edge(end)) for end in top.neck[:2])
    panels = [_half(front, behind, side, body) for side in SIDES]
    ends = (top.neck[:2], top.neck[:1:-1])
    seams = [
        Seam(end, (panel.name, edge))
        for panel, pair in zip(panels, ends, strict=True)
        for end, edge in zip(pair, ("neck_front", "neck_back"), strict=True)
    ]
    return panels, [*seams, Seam(("hood_left", "crown"), ("hood_right", "crown"), notches=(0.3, 0.6))]


def _half(front_mm: float, behind_mm: float, side: str, body: Dimensions) -> Panel:
    """Drawn for the left, seen from the wearer's left: the face at x = 0."""
    foot = front_mm + behind_mm
    wide, tall = math.sqrt(foot**2 - _RISE_MM**2), body.height_mm - body.side_neck_height_mm + _ABOVE_HEAD_MM
    deep = max(wide, 0.45 * body.head_mm) + _BEHIND_MM
    neck = split(line((0.0, 0.0), (wide, _RISE_MM)), front_mm)
    nape = bezier((wide, _RISE_MM), (wide + 0.2 * _BEHIND_MM, 0.3 * tall), (deep, 0.4 * tall), (deep, 0.6 * tall))
    crown = joined(nape, bezier((deep, 0.6 * tall), (deep, 0.97 * tall), (0.75 * deep, tall), (-10.0, 0.97 * tall)))
    edges = {
        "neck_front": neck[0],
        "neck_back": neck[1],
        "crown": crown,
        "face": line((-10.0, 0.97 * tall), (0.0, 0.0)),
    }
    left = side == "left"
    if not left:
        edges = {name: mirrored(edges[name]) for name in ("neck_back", "neck_front", "face", "crown")}
    sign = 1.0 if left else -1.0
    girth = ((tall, 2.0 * deep), (0.0, 2.0 * max(foot, 0.8 * deep)))
    wrap = Wrap(Limb.HEAD, sign * 90.0, body.side_neck_height_mm - 15.0, girth, sign * deep / 2, off_mm=_START_OFF_MM)
    piece = Piece("Hood", twin_of=None if left else "hood_left", allowance_mm={"face": 30.0})
    return Panel(f"hood_{side}", edges, wrap, piece)
