"""T-shirt, longsleeve and tank: a bodice of jersey, sleeves, and a ribbed neckband."""

from fashiongan.attributes import Category, Sleeve
from fashiongan.garment.blocks.bodice import CHEST_EASE_MM, SIDE_SEAMS, draft_bodice, trunk_panel
from fashiongan.garment.blocks.set_in import SLEEVELESS_STEP
from fashiongan.garment.blocks.sleeve import SLEEVE_SEAMS, draft_sleeve, sleeve_panels
from fashiongan.garment.blocks.trims import RIB_MM, RIB_SHARE, folded_strip
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Cloth, Pattern, Side, pattern_of
from fashiongan.garment.style import Style

_PLAIN_SLEEVES = {Category.TANK: Sleeve.NONE, Category.LONGSLEEVE: Sleeve.LONG}
_TITLES = {Category.TANK: "Tank top", Category.LONGSLEEVE: "Long-sleeved T-shirt"}
_NECK_STEPS = (
    "Sew the shoulders, with tape.",
    "Close the neckband to a ring, fold it in half and stretch it onto the neck's edge, quarter to quarter.",
)
_SLEEVE_STEPS = (
    "Set in the sleeves flat, matching the notches: one in front, two behind.",
    "Sew each side from the cuff to the hem in one seam.",
)
_LAST_STEP = "Turn up the hems and sew them with a twin needle."


def tshirt(body: Dimensions, style: Style) -> Pattern:
    """Draft the panels.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    category = style.attributes.category or Category.TSHIRT
    sleeve = style.attributes.sleeve or _PLAIN_SLEEVES.get(category, Sleeve.SHORT)
    ease = CHEST_EASE_MM[style.ease]
    draft = draft_bodice(body, style, ease, sleeve)
    front, back = trunk_panel("front", draft, Side.FRONT), trunk_panel("back", draft, Side.BACK)
    panels, seams = [front, back], list(SIDE_SEAMS)
    arms: tuple[str, ...] = (SLEEVELESS_STEP,)
    if sleeve is Sleeve.NONE:
        around = length_mm(front.edges["armhole_left"]) + length_mm(back.edges["armhole_left"])
        panels.append(folded_strip("armhole_binding", RIB_SHARE * around, RIB_MM, Cloth.RIB, copies=2))
    else:
        numbers = draft_sleeve(body, style, sleeve, ease, draft)
        panels += sleeve_panels(numbers, length_mm(front.edges["armhole_left"]))
        seams += SLEEVE_SEAMS
        arms = _SLEEVE_STEPS
    around = length_mm(front.edges["neckline"]) + length_mm(back.edges["neckline"])
    panels.append(folded_strip("neckband", RIB_SHARE * around, RIB_MM, Cloth.RIB))
    title = _TITLES.get(category, "T-shirt")
    return pattern_of(title, panels, seams, (*_NECK_STEPS, *arms, _LAST_STEP))
