"""T-shirt, longsleeve and tank: a bodice of jersey, sleeves, and a ribbed neckband."""

from fashiongan.attributes import Category, Sleeve
from fashiongan.garment.blocks.bodice import CHEST_EASE_MM, SIDE_SEAMS, draft_bodice, trunk_panel
from fashiongan.garment.blocks.sleeve import SLEEVE_SEAMS, draft_sleeve, sleeve_panels
from fashiongan.garment.curves import length_mm, line
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Cloth, Panel, Pattern, Piece, Side, pattern_of
from fashiongan.garment.style import Style

_PLAIN_SLEEVES = {Category.TANK: Sleeve.NONE, Category.LONGSLEEVE: Sleeve.LONG}
NECKBAND_MM = 20.0
# A neckband is cut shorter than the neck's edge and stretched on, so that it lies flat.
NECKBAND_SHARE = 0.87
_STEPS = (
    "Sew the shoulders, with tape.",
    "Close the neckband to a ring, fold it in half and stretch it onto the neck's edge.",
    "Set in the sleeves flat, matching the notches: one in front, two behind.",
    "Sew each side from the cuff to the hem in one seam.",
    "Turn up the hems and sew them with a twin needle.",
)


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
    if sleeve is not Sleeve.NONE:
        numbers = draft_sleeve(body, style, sleeve, ease, draft)
        panels += sleeve_panels(numbers, length_mm(front.edges["armhole_left"]))
        seams += SLEEVE_SEAMS
    return pattern_of(str(category), [*panels, _neckband(front, back)], seams, _STEPS)


def _neckband(front: Panel, back: Panel) -> Panel:
    around = length_mm(front.edges["neckline"]) + length_mm(back.edges["neckline"])
    long, high = NECKBAND_SHARE * around, 2 * NECKBAND_MM
    edges = {
        "neck": line((0, 0), (long, 0)),
        "end": line((long, 0), (long, high)),
        "neck_inside": line((long, high), (0, high)),
        "start": line((0, high), (0, 0)),
    }
    fold = {"fold": line((0, high / 2), (long, high / 2))}
    allowance = {"neck": 7.0, "neck_inside": 7.0}
    return Panel("neckband", edges, None, Piece("Neckband", cloth=Cloth.RIB, allowance_mm=allowance, marks=fold))
