"""How a garment fits, line by line, and the size that would be bought."""

from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.size_words import cut_words, size_words

FITS = "Fits."


def fit_lines(look: FittedGarment) -> list[str]:
    """The size that it was cut in; what to change where it is too tight or too loose, or that it fits; then the size
    that would be bought."""
    cut = [cut_words(look)] if look.size else []
    advice = [zone.advice for zone in look.zones if zone.advice]
    return [*cut, *(advice or [FITS]), size_words(look)]
