"""Jacket: zipped, buttoned or open in front, with a collar, hood, lapels or none; a vest without sleeves."""

from fashiongan.attributes import Closure, Neckline, Sleeve
from fashiongan.garment.blocks.bodice import draft_bodice
from fashiongan.garment.blocks.collar import COLLAR_STEPS, CONVERTIBLE_COLLAR, FUNNEL_COLLAR, closed_neck, collar
from fashiongan.garment.blocks.fronts import Part, Top, assembled, opened_top
from fashiongan.garment.blocks.hood import HOOD_STEPS, hood
from fashiongan.garment.blocks.lapel import LAPEL_STEPS, lapel_neck, lapels
from fashiongan.garment.blocks.set_in import SLEEVELESS_STEP, bound_armholes, sleeves
from fashiongan.garment.blocks.sleeve import draft_sleeve
from fashiongan.garment.blocks.trims import folded_strip
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Ease, Style

CHEST_EASE_MM = {Ease.SLIM: 120.0, Ease.REGULAR: 180.0, Ease.LOOSE: 260.0}
HEM_MM, _OVER_SHIRT_MM, _FACING_MM = 40.0, 30.0, 30.0
_COLLARS = {Neckline.COLLAR: CONVERTIBLE_COLLAR, Neckline.HIGH: FUNNEL_COLLAR}
_FRONT_STEPS = {
    Closure.BUTTONS: "Sew the shoulders; fold and stitch the button stands of both fronts.",
    Closure.ZIP: "Sew the shoulders; sew the zip into both fronts.",
    Closure.NONE: "Sew the shoulders; fold the front edges in and stitch them.",
}
_SLEEVE_STEP = "Set in the sleeves, matching the notches; sew each side from the cuff to the hem in one seam."
_LAST_STEP = "Turn up the hems; a lining is cut from fronts, back and sleeves, 20 mm shorter."


def jacket(body: Dimensions, style: Style) -> Pattern:
    """Draft the panels.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    return outerwear("Jacket", body, style, CHEST_EASE_MM[style.ease], Neckline.COLLAR, Closure.ZIP)


def outerwear(
    title: str, body: Dimensions, style: Style, ease_mm: float, neckline: Neckline, closure: Closure
) -> Pattern:
    """What opens in front and is worn over a shirt; `neckline` and `closure` are what it has where none is asked for.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    words = style.attributes
    neckline, closure, sleeve = words.neckline or neckline, words.closure or closure, words.sleeve or Sleeve.LONG
    closed_by = "" if closure is Closure.NONE else str(closure)
    draft = draft_bodice(body, style, ease_mm, sleeve)
    if neckline is Neckline.LAPEL:
        draft = lapel_neck(draft, body, style)
    elif neckline in _COLLARS:
        draft = closed_neck(draft, body, _OVER_SHIRT_MM)
    top = opened_top(draft, closed_by, False, HEM_MM)
    top, finish, steps = _neck_finish(top, body, neckline, closed_by)
    parts = [finish]
    if sleeve is not Sleeve.NONE:
        parts.append(sleeves(draft_sleeve(body, style, sleeve, ease_mm, draft), top))
    else:
        parts.append(bound_armholes(top, _FACING_MM))
    arms = SLEEVELESS_STEP if sleeve is Sleeve.NONE else _SLEEVE_STEP
    return assembled(title, top, parts, (_FRONT_STEPS[closure], *steps, arms, _LAST_STEP))


def _neck_finish(top: Top, body: Dimensions, neckline: Neckline, closed_by: str) -> tuple[Top, Part, tuple[str, ...]]:
    """The top, ready for what finishes its neck; that; and how it is sewn."""
    if neckline is Neckline.LAPEL:
        return *lapels(top, body), LAPEL_STEPS
    if neckline is Neckline.HOOD:
        return top, hood(top, body), HOOD_STEPS
    if neckline in _COLLARS:
        return top, collar(_COLLARS[neckline], top, body, closed_by), COLLAR_STEPS
    return top, ([folded_strip("neck_facing", top.neck_mm, _FACING_MM)], []), ("Face the neck's edge.",)
