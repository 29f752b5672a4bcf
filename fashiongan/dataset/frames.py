"""Squares of a photo: where a garment has its place, with what is around it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# The share of its frame that the longer side of a garment takes, as in the cut-outs that generators learn from.
GARMENT_SHARE = 240 / 256
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A square in pixels of a photo, which may reach beyond it."""

    left: int
    top: int
    side: int

    def wider(self, share: float) -> "Frame":
        """So many times as wide around the same middle."""
        side = round(self.side * share)
        return Frame(self.left - (side - self.side) // 2, self.top - (side - self.side) // 2, side)

    def cut(self, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """(H, W, ...) to (side, side, ...); what lies beyond the photo is mirrored from inside."""
        rows = _mirrored(np.arange(self.top, self.top + self.side), picture.shape[0])
        columns = _mirrored(np.arange(self.left, self.left + self.side), picture.shape[1])
        return picture[rows[:, None], columns]

    def inside(self, height: int, width: int) -> NDArray[np.bool_]:
        """(side, side) what of the frame lies in a photo of a size."""
        rows, columns = (np.arange(start, start + self.side) for start in (self.top, self.left))
        within: NDArray[np.bool_] = ((rows >= 0) & (rows < height))[:, None] & ((columns >= 0) & (columns < width))
        return within

    def put(self, picture: NDArray[np.uint8], square: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """A copy of an (H, W, ...) picture with a (side, side, ...) square in the frame, as far as it lies inside."""
        height, width = picture.shape[:2]
        top, left = max(0, self.top), max(0, self.left)
        bottom, right = min(height, self.top + self.side), min(width, self.left + self.side)
        made = picture.copy()
        if top < bottom and left < right:
            made[top:bottom, left:right] = square[
                top - self.top : bottom - self.top, left - self.left : right - self.left
            ]
        return made


def frame_around(box: Box) -> Frame:
    """The frame of a garment that fills a box of left, top, width and height."""
    left, top, width, height = box
    side = max(1, round(max(width, height) / GARMENT_SHARE))
    return Frame(round(left + width / 2 - side / 2), round(top + height / 2 - side / 2), side)


def frame_fitting(box: Box, garment: Box, size: int) -> Frame:
    """Where a square picture of a size must lie, so that the garment that has one box in it fits into another box of
    the photo, as large as it can be and in its middle."""
    scale = min(box[2] / garment[2], box[3] / garment[3])
    side = max(1, round(size * scale))
    left = box[0] + box[2] / 2 - (garment[0] + garment[2] / 2) * side / size
    top = box[1] + box[3] / 2 - (garment[1] + garment[3] / 2) * side / size
    return Frame(round(left), round(top), side)


def box_of(mask: NDArray[np.bool_]) -> Box:
    """Left, top, width and height of what is true in (H, W), which must not be empty."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    left, top = float(columns[0]), float(rows[0])
    return left, top, columns[-1] + 1 - left, rows[-1] + 1 - top


def _mirrored(index: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    """Places on a line that goes back and forth over `length` pixels."""
    turn = index % (2 * length)
    return np.where(turn < length, turn, 2 * length - 1 - turn)
