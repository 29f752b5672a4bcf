"""The T-shirt block: front, back and two set-in sleeves, drafted from measurements; also tanks and long sleeves.

Panels are drawn as seen from outside, y up from the side neck point: on the front, x runs to the wearer's left, on the
back to the wearer's right; a left sleeve has the wearer's back on its right, a right sleeve the front.
A plain hem and neck edge: the ribbed neckband is not drafted yet, and a collar is cut as a crew neck.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.optimize import brentq

from fashiongan.attributes import Category, GarmentAttributes, Length, Neckline, Sleeve
from fashiongan.body.measurements import BodyMeasurements
from fashiongan.errors import GarmentError
from fashiongan.garment.curves import Points, bezier, length_mm, line, mirrored
from fashiongan.garment.pattern import Panel, Pattern, Seam

CATEGORIES = (Category.TSHIRT, Category.LONGSLEEVE, Category.TANK)

# How much of the back's length, measured from the nape over the spine, lies above the side of the neck.
NAPE_ABOVE_SIDE_NECK_MM = 32.0


class Ease(StrEnum):
    """How much wider than the body the garment is cut."""

    SLIM = "slim"
    REGULAR = "regular"
    LOOSE = "loose"


_CHEST_EASE_MM = {Ease.SLIM: 50.0, Ease.REGULAR: 110.0, Ease.LOOSE: 190.0}
# (wider than a crew neck at each side, front depth, back depth), mm; the front's as a share of the back-waist length.
_NECKLINES = {
    Neckline.CREW: (0.0, 0.20, 22.0),
    Neckline.V: (4.0, 0.40, 26.0),
    Neckline.SCOOP: (22.0, 0.33, 55.0),
    Neckline.HIGH: (-4.0, 0.15, 16.0),
    Neckline.STRAP: (34.0, 0.385, 110.0),
}
_BELOW_WAIST_MM = {Length.CROPPED: 30.0, Length.REGULAR: 200.0, Length.LONG: 330.0}
_SLEEVE_SHARE = {Sleeve.SHORT: 0.36, Sleeve.HALF: 0.56, Sleeve.LONG: 1.0}


@dataclass(frozen=True, slots=True)
class TshirtDraft:
    """The numbers that the panels are drawn from, mm; half widths from the centre line, y from the side neck."""

    neck_half: float
    neck_depth: float
    back_neck_depth: float
    shoulder_half: float
    shoulder_drop: float
    armhole_y: float
    chest_half: float
    hem_half: float
    hem_y: float
    sleeve_length: float
    sleeve_half: float
    cuff_half: float
    pointed_neck: bool


def draft_tshirt(body: BodyMeasurements, attributes: GarmentAttributes, ease: Ease = Ease.REGULAR) -> TshirtDraft:
    """Turn measurements and attributes into the block's numbers; open attributes are those of a plain T-shirt.

    Raises
    ------
    GarmentError : another category, or a measurement that the block needs is missing
    """
    if attributes.category not in (None, *CATEGORIES):
        raise GarmentError(f"A {attributes.category} cannot be cut yet. What can: {', '.join(CATEGORIES)}.")
    neck, shoulder, arm, upper_arm, wrist, back = _needed(body)
    plain = {Category.TANK: Sleeve.NONE, Category.LONGSLEEVE: Sleeve.LONG}
    sleeve = attributes.sleeve or plain.get(attributes.category or Category.TSHIRT, Sleeve.SHORT)
    neckline = attributes.neckline if attributes.neckline in _NECKLINES else Neckline.CREW
    wider, depth_share, back_depth = _NECKLINES[neckline or Neckline.CREW]
    chest_ease = _CHEST_EASE_MM[ease]
    below_waist = _BELOW_WAIST_MM.get(attributes.length or Length.REGULAR, _BELOW_WAIST_MM[Length.REGULAR])
    chest_half = (body.bust_mm + chest_ease) / 4
    neck_half = neck / 6 + 15 + wider
    inset = 18.0 if sleeve is Sleeve.NONE else 0.0
    share = _SLEEVE_SHARE.get(sleeve, 0.0)
    sleeve_half = (upper_arm + 50 + 0.45 * chest_ease) / 2
    return TshirtDraft(
        neck_half=neck_half,
        neck_depth=depth_share * back,
        back_neck_depth=back_depth,
        shoulder_half=max(shoulder / 2 + 3 - inset, neck_half + 40),
        shoulder_drop=0.095 * shoulder + 4,
        armhole_y=-(body.bust_mm / 8 + 110 + 0.12 * chest_ease),
        chest_half=chest_half,
        hem_half=max(chest_half, (body.hip_mm + 0.5 * chest_ease) / 4) if below_waist > 100 else chest_half,
        hem_y=-(back - NAPE_ABOVE_SIDE_NECK_MM + below_waist),
        sleeve_length=share * arm,
        sleeve_half=sleeve_half,
        cuff_half=_cuff_half(share, sleeve_half, wrist),
        pointed_neck=neckline is Neckline.V,
    )


def _needed(body: BodyMeasurements) -> tuple[float, ...]:
    names = ("neck_mm", "shoulder_mm", "arm_length_mm", "upper_arm_mm", "wrist_mm", "back_waist_mm")
    missing = [name for name in names if getattr(body, name) is None]
    if missing:
        raise GarmentError(f"The block needs {', '.join(missing)}; fit a body first, it measures them all.")
    return tuple(getattr(body, name) for name in names)


def _cuff_half(share: float, sleeve_half: float, wrist: float) -> float:
    """Half the cuff's width: close to the arm's own taper, never too small for a hand."""
    wide, narrow = 0.94 * sleeve_half, (wrist + 70) / 2
    return wide + (narrow - wide) * max(0.0, (share - 0.36) / 0.64)


def tshirt_pattern(draft: TshirtDraft) -> Pattern:
    """Draw the panels and name the seams.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    front = _trunk("front", draft, draft.neck_depth, draft.pointed_neck, sides=("left", "right"))
    back = _trunk("back", draft, draft.back_neck_depth, pointed=False, sides=("right", "left"))
    panels, seams = [front, back], [Seam(("front", edge), ("back", edge)) for edge in _TRUNK_SEAMS]
    if draft.sleeve_length > 0:
        armhole_mm = length_mm(front.edges["armhole_left"])
        panels += [_sleeve(f"sleeve_{side}", draft, armhole_mm) for side in ("left", "right")]
        seams += _SLEEVE_SEAMS
    return Pattern({panel.name: panel for panel in panels}, tuple(seams))


_TRUNK_SEAMS = ("shoulder_left", "shoulder_right", "side_left", "side_right")
_SLEEVE_SEAMS = [
    Seam(("back", "armhole_left"), ("sleeve_left", "cap_right")),
    Seam(("front", "armhole_left"), ("sleeve_left", "cap_left")),
    Seam(("front", "armhole_right"), ("sleeve_right", "cap_right")),
    Seam(("back", "armhole_right"), ("sleeve_right", "cap_left")),
    Seam(("sleeve_left", "underarm_right"), ("sleeve_left", "underarm_left")),
    Seam(("sleeve_right", "underarm_right"), ("sleeve_right", "underarm_left")),
]


def _trunk(name: str, draft: TshirtDraft, neck_depth: float, pointed: bool, sides: tuple[str, str]) -> Panel:
    """Front or back; `sides` names the wearer's side at positive and at negative x."""
    near, far = sides
    neck, tip = (draft.neck_half, 0.0), (draft.shoulder_half, -draft.shoulder_drop)
    underarm, hem = (draft.chest_half, draft.armhole_y), (draft.hem_half, draft.hem_y)
    side = line(hem, underarm)
    armhole = _armhole(draft, underarm, tip)
    shoulder = line(tip, neck)
    return Panel(
        name,
        {
            "hem": line((-hem[0], hem[1]), hem),
            f"side_{near}": side,
            f"armhole_{near}": armhole,
            f"shoulder_{near}": shoulder,
            "neckline": _neckline(draft.neck_half, neck_depth, pointed),
            f"shoulder_{far}": mirrored(shoulder),
            f"armhole_{far}": mirrored(armhole),
            f"side_{far}": mirrored(side),
        },
    )


def _armhole(draft: TshirtDraft, underarm: tuple[float, float], tip: tuple[float, float]) -> Points:
    depth = tip[1] - underarm[1]
    inward = min(draft.shoulder_half, draft.chest_half) - 0.05 * depth
    return bezier(underarm, (inward, underarm[1]), (inward, underarm[1] + 0.45 * depth), tip)


def _neckline(half: float, depth: float, pointed: bool) -> Points:
    if pointed:
        right = bezier((half, 0.0), (0.62 * half, -0.45 * depth), (0.0, -depth))
    else:
        right = bezier((half, 0.0), (0.97 * half, -0.62 * depth), (0.6 * half, -depth), (0.0, -depth))
    return np.concatenate([right, mirrored(right)[1:]])


def _sleeve(name: str, draft: TshirtDraft, armhole_mm: float) -> Panel:
    """A set-in sleeve whose cap is as long as the armhole: the cap's height is solved for."""
    half = min(draft.sleeve_half, 0.94 * armhole_mm)

    def surplus(height: float) -> float:
        return length_mm(_cap(half, height)) - armhole_mm

    height = float(brentq(surplus, 0.01, armhole_mm, xtol=1e-6))
    length = max(draft.sleeve_length, height + 30)
    cuff, cap = min(draft.cuff_half, half), _cap(half, height)
    seam = line((cuff, -length), (half, -height))
    return Panel(
        name,
        {
            "hem": line((-cuff, -length), (cuff, -length)),
            "underarm_right": seam,
            "cap_right": cap,
            "cap_left": mirrored(cap),
            "underarm_left": mirrored(seam),
        },
    )


def _cap(half: float, height: float) -> Points:
    """From the underarm (half, -height) up to the top (0, 0): hollow at first, then round."""
    return bezier((half, -height), (0.55 * half, -0.98 * height), (0.5 * half, 0.0), (0.0, 0.0))
