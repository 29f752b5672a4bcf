"""Reading PNG files that may be cut, damaged or hostile."""

import struct
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.errors import RecordingError
from scanning.frame import MOST_PIXELS

MOST_BYTES = 8 * MOST_PIXELS
SIGNATURE = b"\x89PNG\r\n\x1a\n"
SIZE = struct.Struct(">8x8xII")


def read_depth_png(path: Path) -> NDArray[np.uint16]:
    """(H, W) of a 16-bit grey PNG.

    Raises
    ------
    RecordingError : missing, damaged, or another kind of picture
    """
    image = _read(path)
    if not image.mode.startswith("I"):
        raise RecordingError(f"{path} has pixels of kind {image.mode}, not 16-bit grey; export the depth again.")
    return np.asarray(image).astype(np.uint16)


def read_rgb_png(path: Path) -> NDArray[np.uint8]:
    """(h, w, 3) of a PNG of any kind.

    Raises
    ------
    RecordingError : missing or damaged
    """
    return np.asarray(_read(path).convert("RGB"))


def _read(path: Path) -> Image.Image:
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            raise RecordingError(f"{path} is missing or no picture of a camera; copy the whole recording again.")
        content = path.read_bytes()
        width_px, height_px = SIZE.unpack_from(content)
        if not content.startswith(SIGNATURE) or not 0 < width_px * height_px <= MOST_PIXELS:
            raise RecordingError(f"{path} is no PNG of a camera; copy the whole recording again.")
        image = Image.open(BytesIO(content), formats=("PNG",))
        image.load()
    except (OSError, ValueError, SyntaxError, struct.error) as error:
        raise RecordingError(f"{path} cannot be read as a PNG ({error}); copy the whole recording again.") from error
    return image
