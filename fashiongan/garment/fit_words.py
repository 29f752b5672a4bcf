"""How a garment sits, in words: where it is too tight or too loose, and what to change."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.drape import GarmentMesh
from fashiongan.garment.fit_maps import FitMaps
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.placing import Fork, Limb, Placing, Wrap

BAND_MM = 30.0
# Cloth that is stretched more round the body is tight; a zone of fewer vertices tells nothing.
TIGHT_STRETCH, LEAST_VERTICES = 1.05, 12
# Cloth that stands farther from the skin all round is loose.
LOOSE_MM = {"chest": 55.0, "waist": 70.0, "hips": 70.0, "upper arm": 55.0, "thigh": 60.0}
_ARMS, _LEGS = (Limb.LEFT_ARM, Limb.RIGHT_ARM), (Limb.LEFT_LEG, Limb.RIGHT_LEG)


@dataclass(frozen=True, slots=True)
class ZoneFit:
    """One zone of a garment. ease_mm : mean distance from the skin; stretch : round the body, of
    the middle vertex; word : "tight",
    "loose" or "" where it fits; advice : what to change, "" where nothing"""

    zone: str
    ease_mm: float
    stretch: float
    word: str
    advice: str


def judge_fit(pattern: Pattern, garment: GarmentMesh, maps: FitMaps, body: Dimensions) -> list[ZoneFit]:
    """Every zone of the body that the garment covers."""
    girths = {
        "chest": body.bust_mm,
        "waist": body.waist_mm,
        "hips": body.hips_mm,
        "upper arm": body.upper_arm_mm,
        "thigh": body.thigh_mm,
    }
    zones = {zone: ids for zone, ids in _zones(pattern, garment, body).items() if len(ids) >= LEAST_VERTICES}
    return [_judged(zone, maps.ease_mm[ids], maps.around[ids], girths[zone]) for zone, ids in zones.items()]


def _judged(zone: str, ease_mm: NDArray[np.float64], stretch: NDArray[np.float64], girth_mm: float) -> ZoneFit:
    ease, middle = float(ease_mm.mean()), float(np.median(stretch))
    if middle > TIGHT_STRETCH:
        more = 10 * round(girth_mm * (middle - 1) / 10)
        advice = f"Too tight at the {zone}: cloth is stretched by {100 * (middle - 1):.0f} %; give it {more} mm more."
        return ZoneFit(zone, ease, middle, "tight", advice)
    if ease > LOOSE_MM[zone]:
        less = 10 * round(2 * np.pi * (ease - LOOSE_MM[zone]) / 10)
        advice = f"Too loose at the {zone}: {ease:.0f} mm from the skin; take {max(less, 10)} mm away."
        return ZoneFit(zone, ease, middle, "loose", advice)
    return ZoneFit(zone, ease, middle, "", "")


def _zones(pattern: Pattern, garment: GarmentMesh, body: Dimensions) -> dict[str, NDArray[np.int64]]:
    """The vertices of each zone."""
    height = garment.vertices_mm[:, 1]
    trunk, arms, legs = (_covering(pattern, garment, limbs) for limbs in ((Limb.TRUNK,), _ARMS, _LEGS))
    thigh_mm = (body.inseam_mm + body.knee_height_mm) / 2 + BAND_MM
    upper_arm_mm = body.shoulder_height_mm - 0.36 * body.upper_arm_length_mm
    levels = (
        ("chest", trunk, body.bust_height_mm),
        ("waist", trunk, body.waist_height_mm),
        ("hips", trunk, body.hip_height_mm),
        ("upper arm", arms, upper_arm_mm),
        ("thigh", legs, thigh_mm),
    )
    return {zone: np.flatnonzero(on & (np.abs(height - level) < BAND_MM)) for zone, on, level in levels}


def _covering(pattern: Pattern, garment: GarmentMesh, limbs: tuple[Limb, ...]) -> NDArray[np.bool_]:
    """(V,) which vertices belong to panels round these limbs."""
    on = np.zeros(len(garment.vertices_mm), bool)
    for panel in pattern.draped:
        if set(_limbs(panel.placing)) & set(limbs):
            on[garment.welded[garment.flat.vertices_of(panel.name)]] = True
    return on


def _limbs(placing: Placing | None) -> tuple[Limb, ...]:
    match placing:
        case Wrap():
            return (placing.limb,)
        case Fork():
            return (placing.upper.limb, placing.lower.limb)
        case _:
            return ()
