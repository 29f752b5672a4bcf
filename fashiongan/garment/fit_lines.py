"""How a garment fits, line by line, and the size that would be bought."""

from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.size_words import size_words

FITS = "Fits."


def fit_lines(look: FittedGarment) -> list[str]:
    """What to change where it is too tight or too loose, or that it fits; then the size."""
    advice = [zone.advice for zone in look.zones if zone.advice]
    return [*(advice or [FITS]), size_words(look)]
