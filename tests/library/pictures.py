"""Plain garments to put into libraries."""

import numpy as np

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, valid_values
from fashiongan.color import Color
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.image import GarmentImage


def plain_garment(category: Category = Category.TSHIRT, color: str = "red", size_px: int = 24) -> GarmentImage:
    """A square of one colour that says to be such a garment."""
    shade = Color.parse(color)
    words = {name: valid_values(category, name)[0] for name in VOCABULARY}
    whole = GarmentAttributes(**words, colors=(shade, shade))
    rgba = np.zeros((size_px, size_px, 4), np.uint8)
    rgba[4:-4, 4:-4] = (shade.red, shade.green, shade.blue, 255)
    code = DesignCode(np.zeros(4, np.float16), np.zeros(2, np.float16), np.zeros(6, np.float32))
    return GarmentImage(rgba, Idea(GarmentAttributes(category), whole, code, "drawn"), "drawn", "0")
