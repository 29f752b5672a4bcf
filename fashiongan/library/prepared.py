"""A picture made ready to be kept. All that takes time is in it, so that it can be done on the thread that drew it."""

import io
from dataclasses import dataclass
from typing import Any

from fashiongan.image import GarmentImage
from fashiongan.library.entry import row_of

THUMBNAIL_PX, _QUALITY = 192, 88


@dataclass(frozen=True, eq=False)
class Prepared:
    """png : its very file; row : the columns that come from it; thumbnail : a small JPEG of it on white"""

    png: bytes
    row: dict[str, Any]
    thumbnail: bytes


def prepared(image: GarmentImage, png: bytes = b"") -> Prepared:
    """Make a picture ready. png : its very file, if it has one already"""
    return Prepared(png or image.png(), row_of(image), thumbnail_of(image))


def thumbnail_of(image: GarmentImage) -> bytes:
    """A small JPEG of a picture on white."""
    buffer = io.BytesIO()
    image.in_square(THUMBNAIL_PX).save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()
