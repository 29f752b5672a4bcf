"""Where in a picture a person is: a frame of the networks' proportions, cut out of a picture and put back into it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.people.regions import HEIGHT_PX, WIDTH_PX

# The share of a frame's height or width that a person takes at most, as in the pictures that are learnt from.
FILLS = 0.9
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class PersonFrame:
    """A rectangle of 160 : 256 in pixels of a picture, which may reach beyond it."""

    left: int
    top: int
    width: int
    height: int

    def cut(self, picture: Pixels, resample: Image.Resampling = Image.Resampling.BOX) -> Pixels:
        """(H, W) or (H, W, C) to (256, 160, ...); beyond the picture its border goes on."""
        rows = np.clip(np.arange(self.top, self.top + self.height), 0, picture.shape[0] - 1)
        columns = np.clip(np.arange(self.left, self.left + self.width), 0, picture.shape[1] - 1)
        whole = np.ascontiguousarray(picture[rows[:, None], columns])
        if whole.shape[:2] == (HEIGHT_PX, WIDTH_PX):
            return whole
        # Pixels are averaged where they become fewer, and interpolated where they become more.
        grown = self.height < HEIGHT_PX and resample is Image.Resampling.BOX
        way = Image.Resampling.BICUBIC if grown else resample
        return np.asarray(Image.fromarray(whole).resize((WIDTH_PX, HEIGHT_PX), way))

    def put(self, picture: Pixels, made: Pixels, changed: NDArray[np.bool_]) -> Pixels:
        """A copy of (H, W, 3) with (256, 160, 3) where (256, 160) says that something changed; the rest as it was."""
        size = (self.width, self.height)
        weight = np.asarray(Image.fromarray(changed.astype(np.uint8) * 255).resize(size, Image.Resampling.BILINEAR))
        large = np.asarray(Image.fromarray(made).resize(size, Image.Resampling.BICUBIC))
        result = picture.copy()
        (top, bottom), (left, right) = self._inside(picture.shape[0], picture.shape[1])
        if top >= bottom or left >= right:
            return result
        piece = slice(top - self.top, bottom - self.top), slice(left - self.left, right - self.left)
        share = weight[piece][..., None] / 255.0
        before = picture[top:bottom, left:right]
        result[top:bottom, left:right] = np.rint(before + share * (large[piece].astype(np.float64) - before))
        return result

    def zoomed(self, mask: NDArray[np.bool_]) -> "PersonFrame":
        """The frame of what is true in (256, 160) of this one; in pixels of the picture, too."""
        inner, scale = frame_around(mask), self.height / HEIGHT_PX
        left, top = (round(start * scale) for start in (inner.left, inner.top))
        size = (max(1, round(side * scale)) for side in (inner.width, inner.height))
        return PersonFrame(self.left + left, self.top + top, *size)

    def _inside(self, height: int, width: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Rows and columns of a picture that the frame covers."""
        rows = max(0, self.top), min(height, self.top + self.height)
        return rows, (max(0, self.left), min(width, self.left + self.width))


def whole_frame(height: int, width: int) -> PersonFrame:
    """The smallest frame that holds a whole picture of a size; a picture of 256 x 160 is its own frame."""
    return _frame(width / 2, height / 2, max(float(height), width * HEIGHT_PX / WIDTH_PX))


def frame_around(mask: NDArray[np.bool_]) -> PersonFrame:
    """The frame of what is true in (H, W), which must not be empty."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    tall, wide = rows[-1] + 1 - rows[0], columns[-1] + 1 - columns[0]
    height = max(tall, wide * HEIGHT_PX / WIDTH_PX) / FILLS
    return _frame((columns[0] + columns[-1] + 1) / 2, (rows[0] + rows[-1] + 1) / 2, height)


def _frame(middle_x: float, middle_y: float, height: float) -> PersonFrame:
    width = height * WIDTH_PX / HEIGHT_PX
    return PersonFrame(round(middle_x - width / 2), round(middle_y - height / 2), max(1, round(width)), round(height))
