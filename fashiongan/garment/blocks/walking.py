"""How wide a hem has to be to walk in, and where a slit begins if it is not."""

from dataclasses import dataclass

import numpy as np

from fashiongan.garment.dimensions import Dimensions

# Of an easy step in a narrow skirt, heel to heel, as a share of stature; a free one is about 0.41.
STEP_SHARE = 0.36
HIGHEST_SLIT_MM = 110.0
# How far apart the legs of a body in A pose are, as shares of stature: up to the knee, and where they meet.
STANCE_SHARES = (0.19, 0.11)


@dataclass(frozen=True, slots=True)
class Hem:
    """Girth of a hem, and how high a slit reaches above it, mm; 0 without one."""

    girth_mm: float
    slit_mm: float


def walking_girth_mm(body: Dimensions, height_mm: float) -> float:
    """What goes round both legs at a height in mid-step: a belt round two circles, as far apart as the legs are there.

    The legs part from the crotch like compasses, so that what they are apart grows evenly to the step on the ground.
    """
    apart = STEP_SHARE * body.height_mm * max(0.0, 1 - height_mm / body.inseam_mm)
    return 2 * apart + leg_girth_mm(body, height_mm)


def standing_girth_mm(body: Dimensions, height_mm: float) -> float:
    """What goes round both legs at a height while one stands in A pose."""
    above_knee = (height_mm - body.knee_height_mm) / (body.inseam_mm - body.knee_height_mm)
    apart = body.height_mm * float(np.interp(above_knee, (0.0, 1.0), STANCE_SHARES))
    return 2 * apart + leg_girth_mm(body, height_mm)


def leg_girth_mm(body: Dimensions, height_mm: float) -> float:
    """Girth of one leg at a height, straight between thigh, knee and ankle."""
    if height_mm >= body.knee_height_mm:
        share = min((height_mm - body.knee_height_mm) / (body.inseam_mm - body.knee_height_mm), 1.0)
        return body.knee_mm + share * (body.thigh_mm - body.knee_mm)
    return body.calf_mm


def hem_to_walk_in(body: Dimensions, height_mm: float, girth_mm: float) -> Hem:
    """A hem at a height: as wide as asked and as standing needs, and slit as far up as walking needs.

    It is wider if no slit may reach so high.
    """
    girth_mm = max(girth_mm, standing_girth_mm(body, height_mm))
    highest = body.inseam_mm - HIGHEST_SLIT_MM
    if height_mm >= highest:
        return Hem(max(girth_mm, walking_girth_mm(body, height_mm)), 0.0)
    girth = max(girth_mm, walking_girth_mm(body, highest))
    steps = 24
    heights = [height_mm + (highest - height_mm) * step / steps for step in range(steps + 1)]
    free = next(height for height in heights if walking_girth_mm(body, height) <= girth)
    return Hem(girth, free - height_mm)
