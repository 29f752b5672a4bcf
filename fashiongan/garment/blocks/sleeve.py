"""Set-in sleeves: a cap as long as the armhole, tapering to the wrist. x is 0 at the top of the cap, y runs up."""

from dataclasses import dataclass

from scipy.optimize import brentq

from fashiongan.attributes import Sleeve
from fashiongan.garment.blocks.bodice import Bodice
from fashiongan.garment.curves import Points, bezier, length_mm, line, mirrored
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Piece, Seam, Side
from fashiongan.garment.placing import Limb, Wrap
from fashiongan.garment.style import Style, average_width_mm

# A hand with its thumb folded in is about 1.4 times the wrist; a plain hem passes over it with some ease.
HAND_MORE_MM = 90.0
SHARES_OF_ARM = {Sleeve.NONE: 0.0, Sleeve.SHORT: 0.36, Sleeve.HALF: 0.56, Sleeve.LONG: 1.0}
# What a picture may ask for, as shares of the arm, so that the word that was asked stays true.
_LIMITS = {Sleeve.SHORT: (0.12, 0.5), Sleeve.HALF: (0.42, 0.8), Sleeve.LONG: (0.85, 1.08)}


@dataclass(frozen=True, slots=True)
class SleeveDraft:
    """Numbers of a sleeve, mm: from the shoulder tip to the cuff, half its width at the arm, half the cuff's."""

    length: float
    half: float
    cuff_half: float


def draft_sleeve(body: Dimensions, style: Style, sleeve: Sleeve, chest_ease_mm: float, bodice: Bodice) -> SleeveDraft:
    """A plain sleeve: close to the arm's own taper, never too small for a hand."""
    arm = body.arm_length_mm
    length = SHARES_OF_ARM[sleeve] * arm
    if style.shape.sleeve is not None and sleeve in _LIMITS:
        low, high = _LIMITS[sleeve]
        length = min(max(style.shape.sleeve * average_width_mm(body.height_mm), low * arm), high * arm)
    half = (body.upper_arm_mm + 50 + 0.45 * chest_ease_mm) / 2
    wide, narrow = 0.94 * half, (body.wrist_mm + HAND_MORE_MM) / 2
    plain = wide + (narrow - wide) * max(0.0, (length / arm - 0.36) / 0.64)
    cuff = plain if style.shape.cuff is None else style.shape.cuff * bodice.width
    return SleeveDraft(length, half, min(max(cuff, narrow), 1.35 * half))


def sleeve_panels(draft: SleeveDraft, armhole_mm: float, hem_allowance_mm: float = 25.0) -> list[Panel]:
    """The left and the right sleeve for an armhole whose front and back are each `armhole_mm` long."""
    return [_sleeve(draft, armhole_mm, left, hem_allowance_mm) for left in (True, False)]


def _sleeve(draft: SleeveDraft, armhole_mm: float, left: bool, hem_allowance_mm: float) -> Panel:
    half = min(draft.half, 0.94 * armhole_mm)

    def surplus(height: float) -> float:
        return length_mm(_cap(half, height)) - armhole_mm

    height = float(brentq(surplus, 0.01, armhole_mm, xtol=1e-6))
    length = max(draft.length, height + 30)
    cuff, cap = min(draft.cuff_half, 1.35 * half), _cap(half, height)
    seam = line((cuff, -length), (half, -height))
    edges = {
        "hem": line((-cuff, -length), (cuff, -length)),
        "underarm_right": seam,
        "cap_right": cap,
        "cap_left": mirrored(cap),
        "underarm_left": mirrored(seam),
    }
    limb = Limb.LEFT_ARM if left else Limb.RIGHT_ARM
    wrap = Wrap(
        limb, 90.0 if left else -90.0, 40.0 + max(0.0, half - 190.0), ((-height, 2 * half), (-length, 2 * cuff))
    )
    piece = Piece("Sleeve", twin_of=None if left else "sleeve_left", allowance_mm={"hem": hem_allowance_mm})
    side = Side.LEFT_SLEEVE if left else Side.RIGHT_SLEEVE
    return Panel(f"sleeve_{'left' if left else 'right'}", edges, wrap, piece, side)


def _cap(half: float, height: float) -> Points:
    """From the underarm (half, -height) up to the top (0, 0): hollow at first, then round."""
    return bezier((half, -height), (0.55 * half, -0.98 * height), (0.5 * half, 0.0), (0.0, 0.0))


# Seen from outside, a left sleeve has the wearer's back on its right, a right sleeve the front.
SLEEVE_SEAMS = [
    Seam(("back", "armhole_left"), ("sleeve_left", "cap_right"), notches=(0.45, 0.5)),
    Seam(("front", "armhole_left"), ("sleeve_left", "cap_left"), notches=(0.5,)),
    Seam(("front", "armhole_right"), ("sleeve_right", "cap_right"), notches=(0.5,)),
    Seam(("back", "armhole_right"), ("sleeve_right", "cap_left"), notches=(0.5, 0.55)),
    Seam(("sleeve_left", "underarm_right"), ("sleeve_left", "underarm_left"), notches=(0.5,)),
    Seam(("sleeve_right", "underarm_right"), ("sleeve_right", "underarm_left"), notches=(0.5,)),
]
