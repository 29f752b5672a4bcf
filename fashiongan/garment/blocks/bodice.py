"""The bodice without darts that knitted and loose tops share: its numbers, and front and back drawn from them.

Drawn y up from the side neck point, x from the centre line.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fashiongan.attributes import Length, Neckline, Sleeve
from fashiongan.garment.curves import Points, bezier, joined, line, mirrored
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Piece, Seam, Side
from fashiongan.garment.placing import Limb, Wrap
from fashiongan.garment.style import Ease, Style, average_width_mm

CHEST_EASE_MM = {Ease.SLIM: 50.0, Ease.REGULAR: 110.0, Ease.LOOSE: 190.0}
# (wider than a crew neck at each side, front depth, back depth), mm; the front's as a share of the back-waist length.
_NECKLINES = {
    Neckline.CREW: (0.0, 0.20, 22.0),
    Neckline.V: (4.0, 0.40, 26.0),
    Neckline.SCOOP: (22.0, 0.33, 55.0),
    Neckline.HIGH: (-4.0, 0.15, 16.0),
    Neckline.STRAP: (34.0, 0.385, 110.0),
    Neckline.COLLAR: (2.0, 0.18, 20.0),
    Neckline.HOOD: (8.0, 0.22, 24.0),
}
_BELOW_WAIST_MM = {Length.CROPPED: 30.0, Length.REGULAR: 200.0, Length.LONG: 330.0}
# What a picture may ask for, so that the words stay true: lengths from the waist, mm, necks as shares of the average
# width, hems of the chest's.
_REACHES_MM = {Length.CROPPED: (-90.0, 90.0), Length.REGULAR: (130.0, 290.0), Length.LONG: (230.0, 540.0)}
NECK_WIDTHS, NECK_DEPTHS, HEMS = (0.25, 0.75), (0.08, 0.75), (0.75, 1.6)
SHOULDER_LEFT_MM = 40.0


@dataclass(frozen=True, slots=True)
class Bodice:
    """The numbers that front and back are drawn from, mm; half widths from the centre line, y from the side neck."""

    neck_half: float
    neck_depth: float
    back_neck_depth: float
    pointed_neck: bool
    shoulder_half: float
    shoulder_drop: float
    armhole_y: float
    chest_half: float
    hem_half: float
    hem_y: float
    side_neck_height: float

    @property
    def width(self) -> float:
        """Of the garment as it lies flat, under the arms."""
        return 2 * self.chest_half


def draft_bodice(body: Dimensions, style: Style, chest_ease_mm: float, sleeve: Sleeve) -> Bodice:
    """Turn dimensions and a style into a bodice's numbers; what the style leaves open is plain."""
    shape, words = style.shape, style.attributes
    neckline = words.neckline if words.neckline in _NECKLINES else Neckline.CREW
    wider, depth_share, back_depth = _NECKLINES[neckline or Neckline.CREW]
    chest_half = (max(body.bust_mm, body.underbust_mm) + chest_ease_mm) / 4
    width = average_width_mm(body.height_mm)
    neck_half = _shared(shape.neck_width, NECK_WIDTHS, width, body.neck_mm / 3 + 30 + 2 * wider) / 2
    neck_depth = _shared(shape.neck_depth, NECK_DEPTHS, width, depth_share * body.back_waist_mm)
    hem_y = -_length(body, style)
    inset = 18.0 if sleeve is Sleeve.NONE else 0.0
    armhole_y = -(body.bust_mm / 8 + 110 + 0.12 * chest_ease_mm)
    hem_y = min(hem_y, armhole_y - 60)
    return Bodice(
        neck_half=neck_half,
        neck_depth=min(neck_depth, -0.9 * armhole_y),
        back_neck_depth=back_depth,
        pointed_neck=neckline is Neckline.V,
        shoulder_half=max(body.shoulder_mm / 2 + 3 - inset, neck_half + SHOULDER_LEFT_MM),
        shoulder_drop=0.095 * body.shoulder_mm + 4,
        armhole_y=armhole_y,
        chest_half=chest_half,
        hem_half=_hem_half(body, style, chest_half, chest_ease_mm, hem_y),
        hem_y=hem_y,
        side_neck_height=body.side_neck_height_mm,
    )


def _length(body: Dimensions, style: Style) -> float:
    """From the side of the neck to the hem: what the picture shows, as far as the word for it allows."""
    waist = max(body.side_neck_height_mm - body.waist_height_mm, body.neck_to_waist_over_bust_mm)
    word = style.attributes.length if style.attributes.length in _REACHES_MM else Length.REGULAR
    if style.shape.length is None:
        return waist + _BELOW_WAIST_MM[word]
    low, high = _REACHES_MM[word]
    return min(max(style.shape.length * average_width_mm(body.height_mm), waist + low), waist + high)


def _hem_half(body: Dimensions, style: Style, chest_half: float, ease_mm: float, hem_y: float) -> float:
    """Half a hem's width: at least what goes round the body there."""
    below_waist = body.waist_height_mm - body.side_neck_height_mm - hem_y
    hips = (body.hips_mm + 0.4 * ease_mm) / 4
    least = hips if below_waist > 100 else 0.9 * chest_half
    return max(_shared(style.shape.hem, HEMS, chest_half, max(chest_half, least)), least)


def _shared(share: float | None, limits: tuple[float, float], of: float, plain: float) -> float:
    """A share that a picture gives, within limits, of something; where it gives none, the plain value."""
    return plain if share is None else min(max(share, limits[0]), limits[1]) * of


SIDE_SEAMS = [
    Seam(("front", f"{edge}_{side}"), ("back", f"{edge}_{side}"), notches=(0.5,) if edge == "side" else ())
    for edge in ("shoulder", "side")
    for side in ("left", "right")
]


def trunk_panel(name: str, draft: Bodice, side: Side, allowance_mm: Mapping[str, float] | None = None) -> Panel:
    """The whole front or back, named by the wearer's left and right."""
    front = side is Side.FRONT
    near, far = ("left", "right") if front else ("right", "left")
    hem, _, armhole, shoulder, neckline = half_edges(draft, front)
    return Panel(
        name,
        {
            "hem": joined(mirrored(hem), hem),
            f"side_{near}": side_edge(draft),
            f"armhole_{near}": armhole,
            f"shoulder_{near}": shoulder,
            "neckline": joined(neckline, mirrored(neckline)),
            f"shoulder_{far}": mirrored(shoulder),
            f"armhole_{far}": mirrored(armhole),
            f"side_{far}": mirrored(side_edge(draft)),
        },
        trunk_wrap(draft, front),
        Piece(name.capitalize(), allowance_mm=allowance_mm or {"hem": 25.0, "neckline": 7.0}),
        side,
    )


def half_edges(draft: Bodice, front: bool) -> tuple[Points, Points, Points, Points, Points]:
    """Of the half at positive x, counter-clockwise from the centre line: hem, side, armhole, shoulder, neckline."""
    neck, tip = (draft.neck_half, 0.0), (draft.shoulder_half, -draft.shoulder_drop)
    hem = line((0.0, draft.hem_y), (draft.hem_half, draft.hem_y))
    depth = draft.neck_depth if front else draft.back_neck_depth
    neckline = half_neckline(draft.neck_half, depth, draft.pointed_neck and front)
    return hem, side_edge(draft), _armhole(draft, tip), line(tip, neck), neckline


def side_edge(draft: Bodice) -> Points:
    """The side seam, from the hem up to the arm."""
    return line((draft.hem_half, draft.hem_y), (draft.chest_half, draft.armhole_y))


def trunk_wrap(draft: Bodice, front: bool) -> Wrap:
    """Round the trunk, by the side neck point; above the arms as wide as under them."""
    girths = ((draft.armhole_y, 4 * draft.chest_half), (draft.hem_y, 4 * draft.hem_half))
    return Wrap(Limb.TRUNK, 0.0 if front else 180.0, draft.side_neck_height, girths)


def _armhole(draft: Bodice, tip: tuple[float, float]) -> Points:
    depth = tip[1] - draft.armhole_y
    inward = min(draft.shoulder_half, draft.chest_half) - 0.05 * depth
    under = (draft.chest_half, draft.armhole_y)
    return bezier(under, (inward, draft.armhole_y), (inward, draft.armhole_y + 0.45 * depth), tip)


def half_neckline(half: float, depth: float, pointed: bool) -> Points:
    """The edge of a neck's opening, from the side neck point at (half, 0) down to the centre line."""
    if pointed:
        return bezier((half, 0.0), (0.62 * half, -0.45 * depth), (0.0, -depth))
    return bezier((half, 0.0), (0.97 * half, -0.62 * depth), (0.6 * half, -depth), (0.0, -depth))
