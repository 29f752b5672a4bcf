"""A drawing that was made here, with ink and dabs of colour on a page: as a sketch, and where its square lies.

Nothing has to be found as on paper: what is ink is known. Stray marks apart from the drawing are left out.
"""

import hashlib
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fashiongan.dataset.thinning import Lines
from fashiongan.errors import ImageError
from fashiongan.tools.sketch_picture import (
    SIZE_PX,
    SketchPicture,
    centre_of,
    centred_lines,
    dabs_of,
    largest_drawing,
    without_specks,
)

# The drawing is looked for on a page of a third of the size.
COARSER = 3


@dataclass(frozen=True, slots=True)
class Square:
    """Where the square of a sketch lies on the page that it was drawn on, in pixels of the page."""

    left_px: float
    top_px: float
    side_px: float


def sketch_of(ink: Lines, dabs: NDArray[np.uint8] | None, name: str) -> tuple[SketchPicture, Square]:
    """Make a sketch of a page.

    Parameters
    ----------
    ink : (H, W) where there is a line
    dabs : (H, W, 4) sRGB, opaque where a colour was dabbed, or None

    Raises
    ------
    ImageError : nothing is drawn, or only small marks
    """
    if not ink.any():
        raise ImageError(f"{name} is empty; draw the outline of one garment.")
    drawing = _find(ink, name)
    lines = centred_lines(ink[drawing])
    centred = None if dabs is None else _centred_dabs(dabs[drawing])
    known = lines.tobytes() + (b"" if centred is None else centred.tobytes())
    return SketchPicture(lines, name, hashlib.sha256(known).hexdigest(), centred), _square(drawing)


def _find(ink: Lines, name: str) -> tuple[slice, slice]:
    """Rows and columns of the drawing, found on a smaller page, which takes a tenth of the time."""
    small = cv2.resize(ink.astype(np.uint8) * 255, None, fx=1 / COARSER, fy=1 / COARSER, interpolation=cv2.INTER_AREA)
    down, right = largest_drawing(without_specks(small > 0), name)
    top, left = down.start * COARSER, right.start * COARSER
    near = ink[top : down.stop * COARSER, left : right.stop * COARSER]
    rows, columns = np.flatnonzero(near.any(1)), np.flatnonzero(near.any(0))
    top, left = top + int(rows[0]), left + int(columns[0])
    return slice(top, top + int(np.ptp(rows)) + 1), slice(left, left + int(np.ptp(columns)) + 1)


def _centred_dabs(drawing: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    """(256, 256, 4) in the place of the lines; None without any."""
    _, (rows, columns) = centre_of((drawing.shape[0], drawing.shape[1]))
    size = (columns.stop - columns.start, rows.stop - rows.start)
    square = np.zeros((SIZE_PX, SIZE_PX, 4), np.uint8)
    square[rows, columns] = cv2.resize(drawing, size, interpolation=cv2.INTER_NEAREST)
    return dabs_of(square, square[..., 3] > 127)


def _square(drawing: tuple[slice, slice]) -> Square:
    down, right = drawing
    scale, (rows, columns) = centre_of((down.stop - down.start, right.stop - right.start))
    return Square(right.start - columns.start / scale, down.start - rows.start / scale, SIZE_PX / scale)
