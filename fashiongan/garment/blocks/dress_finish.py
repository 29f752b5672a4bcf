"""How a dress is finished: strips along its edges, buttons, and the order of work in words."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

import numpy as np

from fashiongan.attributes import Fabric, GarmentAttributes, Neckline
from fashiongan.garment.blocks.parts import Part
from fashiongan.garment.blocks.trims import BAND_MM, BINDING_MM, RIB_MM, RIB_SHARE, folded_strip
from fashiongan.garment.curves import length_mm, line
from fashiongan.garment.pattern import Cloth, Panel, Seam

BUTTONS_APART_MM, FIRST_BUTTON_MM = 90.0, 15.0
# What lies over the centre, and the facing that is turned under it.
OVERLAP_MM, FACING_MM = 15.0, 30.0


class Cut(StrEnum):
    """How a dress gets its shape."""

    SHEATH = "Sheath dress"
    KNITTED = "Knitted dress"
    A_LINE = "A-line dress"


def is_knitted(words: GarmentAttributes) -> bool:
    """Whether the cloth gives enough to be pulled on."""
    return words.fabric in (Fabric.JERSEY, Fabric.KNIT)


def with_buttons(part: Part) -> Part:
    """A front that opens all the way down, buttons evenly spaced along its centre."""
    bottom, top = (float(part.half[edge][at, 1]) for edge, at in zip(part.ends, (0, -1), strict=True))
    count = max(2, round((top - bottom) / BUTTONS_APART_MM))
    places = np.linspace(top - FIRST_BUTTON_MM, bottom + FIRST_BUTTON_MM, count)
    fold = line((-OVERLAP_MM, bottom), (-OVERLAP_MM, top))
    return replace(
        part,
        opens_mm=top - bottom,
        allowance_mm={**part.allowance_mm, "opening": OVERLAP_MM + FACING_MM},
        marks={**part.marks, "fold": fold},
        buttons=np.stack([np.zeros(count), places], axis=1),
    )


def trims_of(words: GarmentAttributes, parts: Mapping[str, Part], sleeveless: bool) -> list[Panel]:
    """Strips for the neck and, without sleeves, the armholes."""
    around = {
        edge: 2 * sum(length_mm(parts[name].half[edge]) for name in ("front", "back"))
        for edge in ("neckline", "armhole")
    }
    trims = [_neck_strip(words, around["neckline"])]
    if sleeveless:
        trims.append(folded_strip("armhole_binding", around["armhole"] / 2, BINDING_MM, copies=2))
    return trims


def _neck_strip(words: GarmentAttributes, around_mm: float) -> Panel:
    if words.neckline is Neckline.COLLAR:
        return folded_strip("neck_band", around_mm, BAND_MM)
    if is_knitted(words):
        return folded_strip("neck_rib", RIB_SHARE * around_mm, RIB_MM, Cloth.RIB)
    return folded_strip("neck_binding", around_mm, BINDING_MM)


def steps_of(cut: Cut, words: GarmentAttributes, seams: list[Seam]) -> tuple[str, ...]:
    """The order of work."""
    closures = {seam.closed_by for seam in seams}
    darts = "Sew the darts, press waist darts to the centre and bust darts down."
    return tuple(
        step
        for step, wanted in (
            (darts, cut is Cut.SHEATH),
            ("Sew bodice and skirt together at the waist, dart to dart.", cut is Cut.SHEATH),
            (
                "Sew the zip into the centre back, then close the seam below it down to the slit, if one is marked.",
                "zip" in closures,
            ),
            ("Fold the front facings under and make the buttonholes.", "buttons" in closures),
            ("Sew the shoulders.", True),
            ("Sew the strip to the neck's edge.", True),
            (
                "Set in the sleeves, easing in the cap between the notches.",
                any("cap" in seam.second[1] for seam in seams),
            ),
            ("Sew the sides, then turn up the hem.", True),
            (
                "Close each armhole's strip to a ring and sew it on.",
                not any("cap" in seam.second[1] for seam in seams),
            ),
            ("Sew on the buttons.", "buttons" in closures),
        )
        if wanted
    )
