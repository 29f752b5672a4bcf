"""Dress: a sheath with darts and a waist seam, a knitted one that is shaped at the sides, or an A-line without darts.

A-line where the picture's hem is wide or the ease is loose; else knitted fabrics are shaped at the sides only, and
others are darted. What is not knitted opens at the centre back, or in front if it is to have buttons. A lapel is cut
as a V neck, a collar as a round neck with a band.
"""

from dataclasses import replace

from fashiongan.attributes import Closure, Length, Neckline, Sleeve
from fashiongan.garment.blocks.bodice import Bodice, draft_bodice
from fashiongan.garment.blocks.dress_finish import Cut, is_knitted, steps_of, trims_of, with_buttons
from fashiongan.garment.blocks.one_piece import (
    a_line_hem_mm,
    a_line_side,
    hem_y_mm,
    one_piece_part,
    shaped_side,
)
from fashiongan.garment.blocks.parts import Part, centre_seams, on_parts, part_panels, seams_between
from fashiongan.garment.blocks.sheath import Eases, Skirt, bodice_back, bodice_front, quarters, skirt_part
from fashiongan.garment.blocks.sleeve import SLEEVE_SEAMS, SleeveDraft, draft_sleeve, sleeve_panels
from fashiongan.garment.blocks.walking import Hem, hem_to_walk_in
from fashiongan.garment.curves import joined, length_mm, line, split
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Pattern, Seam, Side, pattern_of
from fashiongan.garment.style import Ease, Style, average_width_mm

EASES = {
    Ease.SLIM: Eases(50.0, 35.0, 45.0),
    Ease.REGULAR: Eases(80.0, 60.0, 65.0),
    Ease.LOOSE: Eases(150.0, 150.0, 120.0),
}
# Knitted cloth gives, and sits closer; loose ones are cut like others.
KNITTED_EASES = {**EASES, Ease.SLIM: Eases(30.0, 30.0, 28.0), Ease.REGULAR: Eases(60.0, 60.0, 45.0)}
# A hem this much wider than the garment under the arms makes an A-line; a straight one keeps this share of the hips.
A_LINE_HEM, WIDEST_HEM, NARROWEST_HEM = 1.3, 2.6, 0.9
SHORTEST_SKIRT_MM = 60.0
ZIP_SHARE = 0.8
CAP_EASE = 0.02
FLATTEST_SHOULDER_MM, STRAP_MM = 12.0, 45.0
_ALL_THE_WAY_MM = 3000.0

Parts = dict[str, Part]


def dress(body: Dimensions, style: Style) -> Pattern:
    """Draft the panels.

    Raises
    ------
    GarmentError : a panel or seam that does not come out sound
    """
    words = style.attributes
    if words.neckline is Neckline.LAPEL:
        style = replace(style, attributes=replace(words, neckline=Neckline.V))
    sleeve = words.sleeve or Sleeve.NONE
    bodice = _along_shoulder(body, draft_bodice(body, style, eases_of(style).chest, sleeve))
    if words.neckline is Neckline.STRAP and sleeve is Sleeve.NONE:
        bodice = _on_straps(bodice)
    cut = cut_of(style)
    parts, seams = _sheath(body, style, bodice) if cut is Cut.SHEATH else _one_piece(body, style, bodice, cut)
    closed_by = "buttons" if words.closure is Closure.BUTTONS else "zip"
    seams += [seam for part in parts.values() for seam in centre_seams(part, closed_by)]
    panels = [panel for part in parts.values() for panel in part_panels(part)]
    panels += trims_of(words, parts, sleeve is Sleeve.NONE)
    if sleeve is not Sleeve.NONE:
        sleeves, joining = _set_in(draft_sleeve(body, style, sleeve, eases_of(style).chest, bodice), parts)
        panels += sleeves
        seams += joining
    return pattern_of(str(cut), panels, seams, steps_of(cut, words, seams))


def eases_of(style: Style) -> Eases:
    """Ease of a style, by its fabric."""
    return (KNITTED_EASES if is_knitted(style.attributes) else EASES)[style.ease]


def cut_of(style: Style) -> Cut:
    """How a dress of a style gets its shape."""
    if style.ease is Ease.LOOSE or (style.shape.hem is not None and style.shape.hem > A_LINE_HEM):
        return Cut.A_LINE
    return Cut.KNITTED if is_knitted(style.attributes) else Cut.SHEATH


def hem_height_mm(body: Dimensions, style: Style) -> float:
    """How high above the ground the hem is: as in the picture, within what its word means on this body."""
    knee, ankle, highest = body.knee_height_mm, body.ankle_height_mm, body.inseam_mm - SHORTEST_SKIRT_MM
    low, plain, high = {
        Length.MINI: (knee + 60, (knee + body.inseam_mm) / 2, highest),
        Length.KNEE: (knee - 70, knee, knee + 60),
        Length.MIDI: (ankle + 60, ankle + 0.45 * (knee - ankle), knee - 70),
        Length.MAXI: (ankle - 15, ankle + 25, ankle + 60),
    }.get(style.attributes.length or Length.REGULAR, (ankle - 15, knee, highest))
    reach_mm = (style.shape.length or 0.0) * average_width_mm(body.height_mm)
    asked = plain if style.shape.length is None else body.side_neck_height_mm - reach_mm
    return min(max(asked, low), high)


def _along_shoulder(body: Dimensions, bodice: Bodice) -> Bodice:
    """A neck that is wider than the body's begins lower, on the slope of the shoulder; all below it comes up."""
    down = body.side_neck_height_mm - body.shoulder_height_mm
    slope = down / max(body.shoulder_length_mm, 1.1 * down)
    lower = slope * max(0.0, bodice.neck_half - (body.neck_mm / 3 + 30) / 2)
    lower = min(lower, bodice.shoulder_drop - FLATTEST_SHOULDER_MM)
    return replace(
        bodice,
        shoulder_drop=bodice.shoulder_drop - lower,
        armhole_y=bodice.armhole_y + lower,
        neck_depth=min(bodice.neck_depth, -0.9 * (bodice.armhole_y + lower)),
        side_neck_height=body.side_neck_height_mm - lower,
    )


def _on_straps(bodice: Bodice) -> Bodice:
    """The same bodice with no more than a strap left of the shoulder."""
    tip = min(bodice.neck_half + STRAP_MM, bodice.shoulder_half)
    share = (tip - bodice.neck_half) / (bodice.shoulder_half - bodice.neck_half)
    return replace(bodice, shoulder_half=tip, shoulder_drop=share * bodice.shoulder_drop)


def _sheath(body: Dimensions, style: Style, bodice: Bodice) -> tuple[Parts, list[Seam]]:
    eases, height = eases_of(style), hem_height_mm(body, style)
    front, back = quarters(body, eases, body.side_neck_height_mm - bodice.side_neck_height)
    hips = 2 * (front.hip + back.hip)
    hem = hem_to_walk_in(body, height, max(_asked_hem_mm(style, bodice) or hips, NARROWEST_HEM * hips))
    skirt = Skirt(body.waist_to_hip_mm + 5, body.waist_height_mm - height + 10, (hem.girth_mm - hips) / 4)
    upper = bodice_front(body, bodice, front, back)
    parts = {
        "front": upper,
        "back": bodice_back(body, bodice, front, back, length_mm(upper.half["side_lower"])),
        "skirt_front": skirt_part(body, skirt, front, back, Side.FRONT),
        "skirt_back": skirt_part(body, skirt, back, front, Side.BACK),
    }
    parts = _opened(parts, style, {"back": _ALL_THE_WAY_MM, "skirt_back": ZIP_SHARE * skirt.hip_down})
    parts["skirt_back"] = _slit(parts["skirt_back"], hem)
    return parts, _sheath_seams(parts)


def _sheath_seams(parts: Parts) -> list[Seam]:
    front, back, skirt_front, skirt_back = parts.values()
    seams = seams_between(front, "bust_lower", front, "bust_upper")
    for part in parts.values():
        seams += seams_between(part, "dart_inner", part, "dart_outer")
    for upper, lower in ((front, skirt_front), (back, skirt_back)):
        for edge in ("waist_centre", "waist_side"):
            seams += seams_between(upper, edge, lower, edge)
    for edge in ("shoulder", "side_upper", "side_lower"):
        seams += seams_between(front, edge, back, edge)
    return [*seams, *seams_between(skirt_front, "side", skirt_back, "side", (0.4, 0.7))]


def _one_piece(body: Dimensions, style: Style, bodice: Bodice, cut: Cut) -> tuple[Parts, list[Seam]]:
    eases, height = eases_of(style), hem_height_mm(body, style)
    bodice = replace(bodice, hem_y=hem_y_mm(bodice, height))
    asked, hips = _asked_hem_mm(style, bodice), body.hips_mm + eases.hip
    straight = max(asked or hips, NARROWEST_HEM * hips)
    girth = a_line_hem_mm(body, bodice, eases, asked) if cut is Cut.A_LINE else straight
    hem = hem_to_walk_in(body, height, girth)
    bodice = replace(bodice, hem_half=hem.girth_mm / 4)
    side_seam = a_line_side(bodice) if cut is Cut.A_LINE else shaped_side(body, bodice, eases)
    zip_mm = -hem_y_mm(bodice, body.hip_height_mm) - bodice.back_neck_depth - (1 - ZIP_SHARE) * body.waist_to_hip_mm
    parts = {str(side): one_piece_part(body, bodice, side_seam, side) for side in (Side.FRONT, Side.BACK)}
    parts = _opened(parts, style, {"back": zip_mm})
    parts["back"] = _slit(parts["back"], hem)
    front, back = parts.values()
    return parts, [
        *seams_between(front, "shoulder", back, "shoulder"),
        *seams_between(front, "side", back, "side", (0.25, 0.5, 0.75)),
    ]


def _asked_hem_mm(style: Style, bodice: Bodice) -> float | None:
    """Girth of the hem in the picture."""
    return None if style.shape.hem is None else 2 * bodice.width * min(style.shape.hem, WIDEST_HEM)


def _opened(parts: Parts, style: Style, zip_mm: dict[str, float]) -> Parts:
    """Buttons open the front all the way; a zip the back down to the hips, unless the cloth can be pulled on."""
    closure = style.attributes.closure
    if closure is Closure.BUTTONS:
        return {name: with_buttons(part) if part.side is Side.FRONT else part for name, part in parts.items()}
    if closure is not Closure.ZIP and is_knitted(style.attributes):
        return parts
    return {name: replace(part, opens_mm=zip_mm.get(name, 0.0)) for name, part in parts.items()}


def _slit(part: Part, hem: Hem) -> Part:
    """Marked from the hem up at the centre back, where walking needs it."""
    if not hem.slit_mm:
        return part
    y = float(part.half["hem"][0, 1])
    return replace(part, marks={**part.marks, "slit": line((0.0, y), (0.0, y + hem.slit_mm))})


def _set_in(draft: SleeveDraft, parts: Parts) -> tuple[list[Panel], list[Seam]]:
    """Sleeves with a cap that is eased into the armhole, and meets the shoulder where front and back share it."""
    front, back = ((1 + CAP_EASE) * length_mm(parts[name].half["armhole"]) for name in ("front", "back"))
    sleeves = [
        _shared_out(panel, first_mm)
        for panel, first_mm in zip(sleeve_panels(draft, (front + back) / 2), (back, front), strict=True)
    ]
    seams = [replace(seam, gathered=CAP_EASE if "armhole" in seam.first[1] else 0.0) for seam in SLEEVE_SEAMS]
    return sleeves, [on_parts(seam, parts) for seam in seams]


def _shared_out(sleeve: Panel, first_mm: float) -> Panel:
    """The same sleeve with a cap of which the first `first_mm` belong to the one side, the rest to the other."""
    first, rest = split(joined(sleeve.edges["cap_right"], sleeve.edges["cap_left"]), first_mm)
    return replace(sleeve, edges={**sleeve.edges, "cap_right": first, "cap_left": rest})
