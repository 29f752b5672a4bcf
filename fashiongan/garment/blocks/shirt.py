"""Shirt and blouse: buttoned, zipped or pulled over; a collar and a yoke, or an open neck; cuffs on long sleeves."""

from fashiongan.attributes import Category, Closure, Neckline, Sleeve
from fashiongan.garment.blocks.bodice import Bodice, draft_bodice
from fashiongan.garment.blocks.collar import BAND_COLLAR, COLLAR_STEPS, SHIRT_COLLAR, closed_neck, collar
from fashiongan.garment.blocks.fronts import Part, Top, assembled, opened_top, whole_top
from fashiongan.garment.blocks.set_in import SLEEVELESS_STEP, bound_armholes, shirt_cuff, sleeves
from fashiongan.garment.blocks.sleeve import draft_sleeve
from fashiongan.garment.blocks.trims import folded_strip
from fashiongan.garment.curves import Points, line
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Ease, Style

CHEST_EASE_MM = {Ease.SLIM: 80.0, Ease.REGULAR: 130.0, Ease.LOOSE: 200.0}
SLIT_MM, _HEAD_EASE_MM, BINDING_MM = 240.0, 30.0, 8.0
_COLLARS = {Neckline.COLLAR: SHIRT_COLLAR, Neckline.HIGH: BAND_COLLAR}
_FRONT_STEPS = {
    Closure.BUTTONS: "Fold and stitch the button stands of both fronts.",
    Closure.ZIP: "Sew the zip into both fronts.",
    Closure.NONE: "Face the slit, if one is marked.",
}
_YOKE_STEP, _SHOULDER_STEP = "Sew the yoke to the back, then the shoulders.", "Sew the shoulders."
_SLEEVE_STEPS = (
    "Set in the sleeves flat, matching the notches, then sew each side from the cuff to the hem in one seam.",
    "Bind the slits of long sleeves, pleat their ends into the cuffs and sew the cuffs on.",
)
_LAST_STEP = "Turn up the hem twice and stitch it; sew buttonholes and buttons where they are marked."


def shirt(body: Dimensions, style: Style) -> Pattern:
    """Draft the panels.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    words, ease = style.attributes, CHEST_EASE_MM[style.ease]
    sleeve, neckline = words.sleeve or Sleeve.LONG, words.neckline or Neckline.COLLAR
    draft = draft_bodice(body, style, ease, sleeve)
    numbers = _COLLARS.get(neckline)
    draft = closed_neck(draft, body) if numbers else draft
    closure = words.closure or Closure.BUTTONS
    top = _trunk(draft, body, closure, neckline)
    parts: list[Part] = []
    if sleeve is not Sleeve.NONE:
        cuff = shirt_cuff(body) if sleeve is Sleeve.LONG else None
        parts.append(sleeves(draft_sleeve(body, style, sleeve, ease, draft), top, cuff))
    else:
        parts.append(bound_armholes(top, BINDING_MM))
    if numbers:
        parts.append(collar(numbers, top, body, "buttons"))
    else:
        parts.append(([folded_strip("neck_binding", top.neck_mm, BINDING_MM)], []))
    title = (words.category or Category.SHIRT).capitalize()
    neck = COLLAR_STEPS if numbers else ("Bind the neck's edge.",)
    arms = (SLEEVELESS_STEP,) if sleeve is Sleeve.NONE else _SLEEVE_STEPS
    back = _YOKE_STEP if any(panel.name == "yoke" for panel in top.panels) else _SHOULDER_STEP
    return assembled(title, top, parts, (_FRONT_STEPS[closure], back, *neck, *arms, _LAST_STEP))


def _trunk(draft: Bodice, body: Dimensions, closure: Closure, neckline: Neckline) -> Top:
    yoke = neckline is Neckline.COLLAR
    if closure is not Closure.NONE:
        return opened_top(draft, str(closure), yoke)
    return whole_top(draft, yoke, marks=slit_mark(draft, body))


def slit_mark(draft: Bodice, body: Dimensions, slit_mm: float = SLIT_MM) -> dict[str, Points]:
    """A slit down the centre of a whole front, where a head does not pass through the neck."""
    neck_mm = whole_top(draft, yoke=False).neck_mm
    if neck_mm > body.head_mm + _HEAD_EASE_MM:
        return {}
    top = -draft.neck_depth
    low = max(top - slit_mm, draft.hem_y + 50.0)
    return {"slit": line((0.0, top), (0.0, low))}
