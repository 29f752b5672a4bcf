"""Polo: a knitted trunk with a rib collar and a short placket, which is marked as a slit; its bands are only cut."""

from fashiongan.attributes import Sleeve
from fashiongan.garment.blocks.bodice import CHEST_EASE_MM, draft_bodice
from fashiongan.garment.blocks.collar import COLLAR_STEPS, POLO_COLLAR, closed_neck, collar
from fashiongan.garment.blocks.fronts import Part, assembled, whole_top
from fashiongan.garment.blocks.set_in import rib_cuff, sleeves
from fashiongan.garment.blocks.sleeve import draft_sleeve
from fashiongan.garment.blocks.trims import folded_strip
from fashiongan.garment.curves import line
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Style

PLACKET_MM, BAND_MM = 150.0, 30.0
_STEPS = (
    "Cut the slit, sew a placket band to each of its sides, buttonholes over buttons; sew two or three buttons.",
    "Sew the shoulders, with tape.",
)
_SLEEVE_STEPS = (
    "Set in the sleeves flat, matching the notches; sew each side from the cuff to the hem in one seam.",
    "Sew the rib cuffs of long sleeves on, stretched; turn up the other hems and sew them with a twin needle.",
)


def polo(body: Dimensions, style: Style) -> Pattern:
    """Draft the panels.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    ease, sleeve = CHEST_EASE_MM[style.ease], style.attributes.sleeve or Sleeve.SHORT
    draft = closed_neck(draft_bodice(body, style, ease, sleeve), body)
    top = -draft.neck_depth
    low = max(top - PLACKET_MM, draft.hem_y + 50.0)
    numbers = draft_sleeve(body, style, sleeve, ease, draft)
    trunk = whole_top(draft, yoke=False, marks={"slit": line((0.0, top), (0.0, low))})
    parts: list[Part] = [
        sleeves(numbers, trunk, rib_cuff(body) if sleeve is Sleeve.LONG else None),
        collar(POLO_COLLAR, trunk, body, "buttons"),
        ([folded_strip("placket_band", top - low + BAND_MM / 2, BAND_MM, copies=2)], []),
    ]
    return assembled("Polo", trunk, parts, (*_STEPS, *COLLAR_STEPS, *_SLEEVE_STEPS))
