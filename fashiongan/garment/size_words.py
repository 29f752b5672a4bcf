"""The size that would be bought, in words, for who does not sew to measure."""

from fashiongan.attributes import BOTTOMS
from fashiongan.body.sizes import WAIST_STEP_CM, SizeAdvice, advise_size, waist_size_cm
from fashiongan.errors import MeasurementError
from fashiongan.garment.fit import FittedGarment


def size_words(look: FittedGarment) -> str:
    """One line: of trousers and skirts the waist size, else the letter size with its neighbours and why."""
    body = look.body.measurements
    if look.image.attributes.category in BOTTOMS:
        return _waist(body.waist_mm)
    try:
        # Whole millimetres, as tapes are read: 89.999 cm is no reason for another size.
        return _letter(advise_size(body.figure, round(body.bust_mm)))
    except MeasurementError as error:
        return str(error)


def _waist(waist_mm: float) -> str:
    size, step = waist_size_cm(waist_mm), WAIST_STEP_CM
    reason = f"waist {waist_mm / 10:.1f} cm, {size} is {size - step // 2} to {size + step // 2} cm"
    return f"Waist size {size}, between {size - step} and {size + step}: {reason}."


def _letter(advice: SizeAdvice) -> str:
    neighbours = [name for name in (advice.smaller, advice.larger) if name]
    between = f"between {' and '.join(neighbours)}" if len(neighbours) == 2 else f"next to {neighbours[0]}"
    return f"Size {advice.letter}, {between}: {advice.reason}."
