"""Hoodie: pulled over or opened in front, a hood of two halves, a pocket that is only cut, ribs at hem and cuffs."""

from dataclasses import replace

import numpy as np

from fashiongan.attributes import Closure, Sleeve
from fashiongan.garment.blocks.bodice import Bodice, draft_bodice
from fashiongan.garment.blocks.fronts import Part, Top, assembled, opened_top, whole_top
from fashiongan.garment.blocks.hood import HOOD_STEPS, hood
from fashiongan.garment.blocks.rib_hem import above_rib, rib_hem
from fashiongan.garment.blocks.set_in import rib_cuff, sleeves
from fashiongan.garment.blocks.sleeve import draft_sleeve
from fashiongan.garment.curves import Points, line, mirrored
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Pattern, Piece
from fashiongan.garment.style import Ease, Style

CHEST_EASE_MM = {Ease.SLIM: 100.0, Ease.REGULAR: 160.0, Ease.LOOSE: 240.0}
_POCKET_HEIGHT_MM, _ABOVE_RIB_MM = 185.0, 12.0
_STEPS = (
    "Hem the hand openings of the pocket and stitch it onto the front where it is marked.",
    "Sew the shoulders, with tape.",
)
_SLEEVE_STEP = "Set in the sleeves flat, matching the notches; sew each side from the cuff to the hem in one seam."
_RIB_STEPS = {
    Closure.NONE: ("Close the ribs to rings, fold them in half and sew them on, stretched.",),
    Closure.ZIP: (
        "Close the cuffs to rings and join the ribs of the hem; fold them in half and sew them on, stretched.",
        "Sew the zip into both fronts, from the rib's fold up to the hood.",
    ),
    Closure.BUTTONS: (
        "Close the cuffs to rings and join the ribs of the hem; fold them in half and sew them on, stretched.",
        "Fold and stitch the button stands of both fronts; sew buttonholes and buttons.",
    ),
}


def hoodie(body: Dimensions, style: Style) -> Pattern:
    """Draft the panels.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    ease, sleeve = CHEST_EASE_MM[style.ease], style.attributes.sleeve or Sleeve.LONG
    closure = style.attributes.closure or Closure.NONE
    closed_by = "" if closure is Closure.NONE else str(closure)
    draft = above_rib(draft_bodice(body, style, ease, sleeve))
    top = _with_pocket_mark(opened_top(draft, closed_by, False) if closed_by else whole_top(draft, False), draft)
    cuff = rib_cuff(body) if sleeve is Sleeve.LONG else None
    parts: list[Part] = [
        hood(top, body),
        sleeves(draft_sleeve(body, style, sleeve, ease, draft), top, cuff),
        rib_hem(draft, top, body, closed_by),
        (_pockets(draft, bool(closed_by)), []),
    ]
    return assembled("Hoodie", top, parts, (*_STEPS, *HOOD_STEPS, _SLEEVE_STEP, *_RIB_STEPS[closure]))


def _pocket_outline(draft: Bodice) -> Points:
    """(5, 2) the half at x > 0, from the centre at the bottom round by the hand opening to the centre on top."""
    height = min(_POCKET_HEIGHT_MM, 0.6 * (draft.armhole_y - draft.hem_y))
    low, wide = draft.hem_y + _ABOVE_RIB_MM, 0.62 * draft.hem_half
    corners = [(0, 0), (wide, 0), (wide, 0.3 * height), (0.62 * wide, height), (0, height)]
    return np.add(corners, (0.0, low))


def _with_pocket_mark(top: Top, draft: Bodice) -> Top:
    half = _pocket_outline(draft)
    other = half[::-1] * [-1.0, 1.0]
    marks = {"front": np.concatenate([half, other[1:]]), "front_left": half, "front_right": other}
    panels = [
        replace(panel, piece=replace(panel.piece, marks={**panel.piece.marks, "pocket": marks[panel.name]}))
        if panel.name in marks
        else panel
        for panel in top.panels
    ]
    return replace(top, panels=tuple(panels))


def _pockets(draft: Bodice, halved: bool) -> list[Panel]:
    half = _pocket_outline(draft)
    if halved:
        left = _pocket("pocket", np.concatenate([half, half[:1]]), ("bottom", "side", "opening", "top", "centre"))
        edges = {name: mirrored(edge) for name, edge in reversed(list(left.edges.items()))}
        twin = replace(left.piece, twin_of="pocket")
        return [left, Panel("pocket_right", edges, None, twin)]
    right = half[1:4]
    corners = np.concatenate([right, right[::-1] * [-1.0, 1.0], right[:1]])
    return [_pocket("pocket", corners, ("side", "opening", "top", "opening_right", "side_right", "bottom"))]


def _pocket(name: str, corners: Points, edges: tuple[str, ...]) -> Panel:
    sides = {edge: line(tuple(a), tuple(b)) for edge, a, b in zip(edges, corners[:-1], corners[1:], strict=True)}
    allowance = {edge: 20.0 for edge in edges if edge.startswith("opening")}
    return Panel(name, sides, None, Piece("Kangaroo pocket", allowance_mm=allowance))
