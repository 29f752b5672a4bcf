"""The trunk of tops that open in front: two fronts or a whole one, and a back with or without a yoke.

Panels are named `front_left`, `front_right` or `front`, `back` and `yoke`; a neck is listed as a collar meets it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from fashiongan.garment.blocks.bodice import Bodice, half_edges, trunk_wrap
from fashiongan.garment.curves import Points, length_mm, line, mirrored, split
from fashiongan.garment.pattern import End, Panel, Pattern, Piece, Seam, Side, pattern_of

# Panels, and the seams that hold them to each other and to the top.
Part = tuple[list[Panel], list[Seam]]
SIDES = ("left", "right")
BUTTON_STAND_MM, FACING_MM = 15.0, 30.0
ZIP_ALLOWANCE_MM = 15.0
_YOKE_BELOW_MM = 50.0
_NECK_ALLOWANCE = {"neckline_left": 7.0, "neckline_right": 7.0}
_BUTTON_EVERY_MM, _OFF_HEM_MM, _OFF_NECK_MM = 95.0, 110.0, 60.0


@dataclass(frozen=True)
class Top:
    """A trunk, ready for sleeves and a collar.

    neck : ends from the left centre front round the back to the right; armholes : of each side the end in front, and
    those behind from below upwards
    """

    panels: tuple[Panel, ...]
    seams: tuple[Seam, ...]
    neck: tuple[End, ...]
    armholes: Mapping[str, tuple[End, tuple[End, ...]]]

    def edge(self, end: End) -> Points:
        """The polyline of (panel, edge)."""
        return next(panel for panel in self.panels if panel.name == end[0]).edges[end[1]]

    @property
    def neck_mm(self) -> float:
        """Length of the neck's edge, from the one centre front round to the other."""
        return sum(length_mm(self.edge(end)) for end in self.neck)


def assembled(title: str, top: Top, parts: list[Part], steps: tuple[str, ...]) -> Pattern:
    """A top with all that is sewn to it or only cut.

    Raises
    ------
    GarmentError : a seam whose sides differ
    """
    panels = [*top.panels, *(panel for part in parts for panel in part[0])]
    return pattern_of(title, panels, [*top.seams, *(seam for part in parts for seam in part[1])], steps)


def opened_top(draft: Bodice, closed_by: str, yoke: bool, hem_mm: float = 25.0) -> Top:
    """Two fronts that meet at the centre; nothing closes them where `closed_by` is empty."""
    fronts = [_half_front(draft, side, closed_by, hem_mm) for side in SIDES]
    backs, seams, behind, upper = _back(draft, yoke, hem_mm)
    for side, front in zip(SIDES, fronts, strict=True):
        seams += _shoulder_and_side(front.name, "shoulder", "side", side, upper)
    if closed_by:
        seams.append(Seam(("front_left", "centre"), ("front_right", "centre"), notches=(0.5,), closed_by=closed_by))
    armholes = {side: ((f"front_{side}", "armhole"), behind[side]) for side in SIDES}
    neck = _neck(("front_left", "neckline"), upper, ("front_right", "neckline"))
    return Top((*fronts, *backs), tuple(seams), neck, armholes)


def whole_top(draft: Bodice, yoke: bool, hem_mm: float = 25.0, marks: Mapping[str, Points] | None = None) -> Top:
    """A front in one piece, on which a slit, a pocket or a print may be marked."""
    front = _whole_front(draft, hem_mm, marks or {})
    backs, seams, behind, upper = _back(draft, yoke, hem_mm)
    for side in SIDES:
        seams += _shoulder_and_side("front", f"shoulder_{side}", f"side_{side}", side, upper)
    armholes = {side: (("front", f"armhole_{side}"), behind[side]) for side in SIDES}
    neck = _neck(("front", "neckline_left"), upper, ("front", "neckline_right"))
    return Top((front, *backs), tuple(seams), neck, armholes)


def _neck(left: End, upper_back: str, right: End) -> tuple[End, ...]:
    return (left, (upper_back, "neckline_left"), (upper_back, "neckline_right"), right)


def _shoulder_and_side(front: str, shoulder: str, seam: str, side: str, upper_back: str) -> list[Seam]:
    return [
        Seam((front, shoulder), (upper_back, f"shoulder_{side}")),
        Seam((front, seam), ("back", f"side_{side}"), notches=(0.5,)),
    ]


def _half_front(draft: Bodice, side: str, closed_by: str, hem_mm: float) -> Panel:
    hem, under, armhole, shoulder, neckline = half_edges(draft, True)
    centre = line((0.0, -draft.neck_depth), (0.0, draft.hem_y))
    edges = {
        "hem": hem,
        "side": under,
        "armhole": armhole,
        "shoulder": shoulder,
        "neckline": neckline,
        "centre": centre,
    }
    left = side == "left"
    if not left:
        order = ("hem", "centre", "neckline", "shoulder", "armhole", "side")
        edges = {name: mirrored(edges[name]) for name in order}
    piece = Piece(
        "Front",
        twin_of=None if left else "front_left",
        allowance_mm={"hem": hem_mm, "neckline": 7.0, "centre": _centre_allowance_mm(closed_by)},
        marks=_placket_marks(draft, 1 if left else -1) if closed_by == "buttons" else {},
        buttons=_buttons(draft, left) if closed_by == "buttons" else {},
    )
    return Panel(f"front_{side}", edges, trunk_wrap(draft, True), piece, Side.FRONT)


def _centre_allowance_mm(closed_by: str) -> float:
    return {"buttons": BUTTON_STAND_MM + FACING_MM, "zip": ZIP_ALLOWANCE_MM}.get(closed_by, FACING_MM)


def _placket_marks(draft: Bodice, sign: int) -> dict[str, Points]:
    """Where the button stand folds, beyond the centre line, and where it is stitched down."""
    top, bottom = -draft.neck_depth - 5.0, draft.hem_y
    return {
        name: line((sign * x, top), (sign * x, bottom))
        for name, x in (("fold", -BUTTON_STAND_MM), ("stitch", BUTTON_STAND_MM))
    }


def _buttons(draft: Bodice, left: bool) -> dict[str, Points]:
    """Buttons on the right, holes on the left front, evenly down the centre line; a man's front is worn mirrored."""
    top, bottom = -draft.neck_depth - _OFF_NECK_MM, draft.hem_y + _OFF_HEM_MM
    count = max(2, round((top - bottom) / _BUTTON_EVERY_MM) + 1)
    heights = np.linspace(top, min(bottom, top - 50.0), count)
    return {"buttonhole" if left else "button": np.stack([np.zeros(count), heights], axis=1)}


def _whole_front(draft: Bodice, hem_mm: float, marks: Mapping[str, Points]) -> Panel:
    hem, under, armhole, shoulder, neckline = half_edges(draft, True)
    edges = {
        "hem": np.concatenate([mirrored(hem), hem[1:]]),
        "side_left": under,
        "armhole_left": armhole,
        "shoulder_left": shoulder,
        "neckline_left": neckline,
        "neckline_right": mirrored(neckline),
        "shoulder_right": mirrored(shoulder),
        "armhole_right": mirrored(armhole),
        "side_right": mirrored(under),
    }
    piece = Piece("Front", allowance_mm={"hem": hem_mm, **_NECK_ALLOWANCE}, marks=marks)
    return Panel("front", edges, trunk_wrap(draft, True), piece, Side.FRONT)


def _back(draft: Bodice, yoke: bool, hem_mm: float) -> tuple[list[Panel], list[Seam], dict[str, tuple[End, ...]], str]:
    """Panels, the seam between them, the ends of each armhole behind, and the panel at the neck."""
    if yoke:
        seam = Seam(("yoke", "below"), ("back", "top"), notches=(0.25, 0.75))
        behind: dict[str, tuple[End, ...]] = {
            side: (("back", f"armhole_{side}"), ("yoke", f"armhole_{side}")) for side in SIDES
        }
        return [*_back_and_yoke(draft, hem_mm)], [seam], behind, "yoke"
    _, _, armhole, shoulder, neckline = half_edges(draft, False)
    middle = {
        "shoulder_right": shoulder,
        "neckline_right": neckline,
        "neckline_left": mirrored(neckline),
        "shoulder_left": mirrored(shoulder),
    }
    panel = _lower_back(draft, hem_mm, armhole, middle)
    return [panel], [], {side: (("back", f"armhole_{side}"),) for side in SIDES}, "back"


def _lower_back(draft: Bodice, hem_mm: float, armhole: Points, middle: Mapping[str, Points]) -> Panel:
    """The back up to what lies between its armholes."""
    hem, under, *_ = half_edges(draft, False)
    edges = {
        "hem": np.concatenate([mirrored(hem), hem[1:]]),
        "side_right": under,
        "armhole_right": armhole,
        **middle,
        "armhole_left": mirrored(armhole),
        "side_left": mirrored(under),
    }
    piece = Piece("Back", allowance_mm={"hem": hem_mm, **_NECK_ALLOWANCE})
    return Panel("back", edges, trunk_wrap(draft, False), piece, Side.BACK)


def _back_and_yoke(draft: Bodice, hem_mm: float) -> tuple[Panel, Panel]:
    _, _, armhole, shoulder, neckline = half_edges(draft, False)
    height = -draft.shoulder_drop - max(_YOKE_BELOW_MM, draft.back_neck_depth + 30.0 - draft.shoulder_drop)
    below = int(np.searchsorted(armhole[:, 1], height))
    lower, upper = split(armhole, length_mm(armhole[: below + 1]))
    x, y = lower[-1].tolist()
    edges = {
        "below": line((-x, y), (x, y)),
        "armhole_right": upper,
        "shoulder_right": shoulder,
        "neckline_right": neckline,
        "neckline_left": mirrored(neckline),
        "shoulder_left": mirrored(shoulder),
        "armhole_left": mirrored(upper),
    }
    piece = Piece("Yoke", copies=2, allowance_mm=_NECK_ALLOWANCE)
    yoke = Panel("yoke", edges, trunk_wrap(draft, False), piece, Side.BACK)
    return _lower_back(draft, hem_mm, lower, {"top": line((x, y), (-x, y))}), yoke
