"""Whose body a size is made for: the girths behind a letter, or behind the waist size of trousers and skirts.

Source: EN 13402-3, whose tables of girths come to a fixed step between bust (chest) and waist, and for women between
bust and hip; it gives men no hip, so theirs follows from the chest by the regression of ANSUR II.
"""

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.population import ANSUR, CORRELATIONS
from fashiongan.body.sizes import BANDS_CM, LETTERS, WAIST_STEP_CM
from fashiongan.errors import MeasurementError

# How much more than the waist the bust (chest) is, cm.
_ABOVE_WAIST_CM = {Figure.WOMAN: 16.0, Figure.MAN: 12.0}
WAISTS_CM = {
    Figure.WOMAN: range(60, 125, WAIST_STEP_CM),
    Figure.MAN: range(68, 125, WAIST_STEP_CM),
}
# Up to this bust a woman's hip is 8 cm more; beyond, it grows by 5 cm for 6.
_BEND_CM, _MORE_CM, _SLOWER = 104.0, 8.0, 5 / 6
_CHEST, _HIP = 1, 3


def size_names(figure: Figure, bottoms: bool) -> tuple[str, ...]:
    """The sizes that a garment is sold in, ascending: letters, or of bottoms the waist in centimetres."""
    return tuple(str(waist) for waist in WAISTS_CM[figure]) if bottoms else LETTERS


def body_in_size(figure: Figure, name: str, height_mm: float) -> BodyMeasurements:
    """The girths in the middle of a size, on somebody of a stature.

    Raises
    ------
    MeasurementError : no such size
    """
    bust_cm = _bust_cm(figure, name)
    waist_cm, hip_cm = bust_cm - _ABOVE_WAIST_CM[figure], _hip_cm(figure, bust_cm)
    return BodyMeasurements(figure, height_mm, 10 * bust_cm, 10 * waist_cm, 10 * hip_cm)


def _bust_cm(figure: Figure, name: str) -> float:
    if name in LETTERS:
        index = LETTERS.index(name)
        return (BANDS_CM[figure][index] + BANDS_CM[figure][index + 1]) / 2
    if name in size_names(figure, bottoms=True):
        return int(name) + _ABOVE_WAIST_CM[figure]
    waists = size_names(figure, bottoms=True)
    raise MeasurementError(
        f"There is no size {name}; take {LETTERS[0]} to {LETTERS[-1]}, or {waists[0]} to {waists[-1]}."
    )


def _hip_cm(figure: Figure, bust_cm: float) -> float:
    if figure is Figure.WOMAN:
        return min(bust_cm, _BEND_CM) + _MORE_CM + max(bust_cm - _BEND_CM, 0) * _SLOWER
    survey = ANSUR[figure]
    slope = float(CORRELATIONS[_CHEST, _HIP]) * survey.spreads_mm[_HIP] / survey.spreads_mm[_CHEST]
    return (survey.means_mm[_HIP] + slope * (10 * bust_cm - survey.means_mm[_CHEST])) / 10
