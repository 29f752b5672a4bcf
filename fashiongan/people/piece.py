"""A garment that somebody wears, cut out as garments are shown: in the middle of a transparent square."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIZE_PX, MARGIN_PX = 256, 8


def cut_out(rgb: NDArray[np.uint8], mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """(H, W, 3) where (H, W) is true, as (256, 256, 4); wholly transparent where nothing is."""
    square = Image.new("RGBA", (SIZE_PX, SIZE_PX))
    if not mask.any():
        return np.array(square)
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    rgba = np.dstack([rgb[box], mask[box].astype(np.uint8) * 255])
    scale = (SIZE_PX - 2 * MARGIN_PX) / max(rgba.shape[:2])
    width, height = (max(1, round(length * scale)) for length in (rgba.shape[1], rgba.shape[0]))
    # Colour under transparent pixels must not bleed into the edge.
    large = Image.fromarray(rgba).convert("RGBa").resize((width, height), Image.Resampling.BICUBIC).convert("RGBA")
    square.paste(large, ((SIZE_PX - width) // 2, (SIZE_PX - height) // 2))
    return np.array(square)
