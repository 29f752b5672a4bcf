"""The size that would be bought, in words, for who does not sew to measure."""

from fashiongan.attributes import BOTTOMS
from fashiongan.body.size_bodies import body_in_size
from fashiongan.body.sizes import GIRTH_NAMES, WAIST_STEP_CM, SizeAdvice, advise_size, waist_size_cm
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


def cut_words(look: FittedGarment) -> str:
    """One line: the size that it was cut in, and how much wider or narrower than the wearer that is meant for."""
    own = look.body.measurements
    meant = body_in_size(own.figure, look.size, own.height_mm)
    bottoms = look.image.attributes.category in BOTTOMS
    name = "waist" if bottoms else GIRTH_NAMES[own.figure]
    girth_mm, own_mm = (one.waist_mm if bottoms else one.bust_mm for one in (meant, own))
    by_cm, word = abs(girth_mm - own_mm) / 10, "more" if girth_mm > own_mm else "less"
    return f"Cut in size {look.size}, for a {name} of {girth_mm / 10:.1f} cm: {by_cm:.1f} cm {word} than here."


def _waist(waist_mm: float) -> str:
    size, step = waist_size_cm(waist_mm), WAIST_STEP_CM
    reason = f"waist {waist_mm / 10:.1f} cm, {size} is {size - step // 2} to {size + step // 2} cm"
    return f"Waist size {size}, between {size - step} and {size + step}: {reason}."


def _letter(advice: SizeAdvice) -> str:
    neighbours = [name for name in (advice.smaller, advice.larger) if name]
    between = f"between {' and '.join(neighbours)}" if len(neighbours) == 2 else f"next to {neighbours[0]}"
    return f"Size {advice.letter}, {between}: {advice.reason}."
