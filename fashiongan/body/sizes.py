"""Which letter size a person would buy, if nothing were made to measure.

Source: EN 13402-3, letter codes by bust girth for women and chest girth for men, and steps of 4 cm for waists.
"""

import math
from dataclasses import dataclass

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.errors import MeasurementError

LETTERS = ("XS", "S", "M", "L", "XL", "XXL", "3XL")
# Where each size begins and the last one ends, cm.
BANDS_CM = {
    Figure.WOMAN: (74, 82, 90, 98, 107, 119, 131, 143),
    Figure.MAN: (78, 86, 94, 102, 110, 118, 129, 141),
}
# By which girth a top is bought.
GIRTH_NAMES = {Figure.WOMAN: "bust", Figure.MAN: "chest"}
WAIST_STEP_CM = 4
# A tape is not read more exactly than this; one body in four is as near to the next size.
NEAR_MM = 10.0


@dataclass(frozen=True, slots=True)
class SizeAdvice:
    """A letter size with both neighbours, None at the ends of the table, and why."""

    letter: str
    smaller: str | None
    larger: str | None
    reason: str


def advise_size(figure: Figure, girth_mm: float) -> SizeAdvice:
    """The size for a bust or chest girth.

    Raises
    ------
    MeasurementError : the table does not reach so far
    """
    bands, name, girth_cm = BANDS_CM[figure], GIRTH_NAMES[figure], girth_mm / 10
    if not bands[0] <= girth_cm < bands[-1]:
        raise MeasurementError(
            f"A {name} of {girth_cm:.1f} cm is outside EN 13402-3, {bands[0]} to {bands[-1]} cm; have it made to "
            "measure."
        )
    index = sum(girth_cm >= start for start in bands) - 1
    low, high = bands[index], bands[index + 1]
    smaller = LETTERS[index - 1] if index else None
    larger = LETTERS[index + 1] if index + 1 < len(LETTERS) else None
    reason = f"{name} {girth_cm:.1f} cm, {LETTERS[index]} is {low} to {high} cm"
    near = _neighbour(girth_mm, low, high, smaller, larger)
    return SizeAdvice(LETTERS[index], smaller, larger, f"{reason}{near}")


def _neighbour(girth_mm: float, low: int, high: int, smaller: str | None, larger: str | None) -> str:
    to_larger, from_smaller = high * 10 - girth_mm, girth_mm - low * 10
    if larger and to_larger <= NEAR_MM:
        return f"; only {to_larger:.0f} mm to {larger}, take that for more room"
    if smaller and from_smaller < 1:
        return f"; just where {smaller} ends, take that for a closer fit"
    if smaller and from_smaller < NEAR_MM:
        return f"; only {from_smaller:.0f} mm from {smaller}, take that for a closer fit"
    return ""


def waist_size_cm(waist_mm: float) -> int:
    """What trousers and skirts for a waist are labelled with: the nearest step, cm, of two as near the larger."""
    return WAIST_STEP_CM * math.floor(waist_mm / 10 / WAIST_STEP_CM + 0.5)


def wearer_of(body: BodyMeasurements) -> str:
    """Whom a garment is for, told by measurements and not by name, so that paper and parameters stay together."""
    parts = {
        "height": body.height_mm,
        GIRTH_NAMES[body.figure]: body.bust_mm,
        "waist": body.waist_mm,
        "hip": body.hip_mm,
    }
    return ", ".join(f"{name} {value / 10:.0f}" for name, value in parts.items()) + " cm"
