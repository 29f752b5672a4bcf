"""A silhouette to be filled with cloth: any cut-out, or any picture in black and white, of any size."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import find_objects, label

from fashiongan.errors import ImageError
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.image import open_picture
from fashiongan.nameless import nameless

SIZE_PX, FILLED_PX = 256, 240
Coverage = NDArray[np.uint8]
# From this alpha on a picture has no cut-out; between these greys it is neither black nor white.
OPAQUE, GREYS = 250, (64, 191)
# A photo has more grey than the rims of a silhouette; and what a silhouette covers at least and at most.
MOST_GREY, LEAST_COVERED, MOST_COVERED, LEAST_PX = 0.1, 0.01, 0.97, 8
_ADVICE = "give a garment's shape in black on white, or a cut-out"


def read_silhouette(path: Path) -> OtherPicture:
    """Read any picture as a silhouette, black where it is covered and transparent elsewhere.

    Raises
    ------
    ImageError : not a picture, a photo, or nothing or everything in it is covered
    """
    return replace(silhouette_picture(np.array(open_picture(path)), path.name), name=nameless(path))


def silhouette_picture(rgba: NDArray[np.uint8], name: str) -> OtherPicture:
    """`silhouette_of` as a picture that can travel with what is made of it."""
    covered = silhouette_of(rgba, name)
    black = np.zeros_like(covered)
    return OtherPicture(np.dstack([black, black, black, covered]), name)


def silhouette_of(rgba: NDArray[np.uint8], name: str = "The silhouette") -> Coverage:
    """Where an (H, W, 4) picture is covered: (256, 256) 0 to 255, its largest part, centred, the longer side 240 px.

    Raises
    ------
    ImageError : a photo, or nothing or everything in it is covered
    """
    coverage = rgba[..., 3] if rgba[..., 3].min() < OPAQUE else _dark_or_light(rgba, name)
    parts, count = label(coverage > 127)
    share = float((parts > 0).mean())
    if share > MOST_COVERED:
        raise ImageError(f"{name} covers everything; {_ADVICE}.")
    if not count:
        raise ImageError(f"{name} covers nothing; {_ADVICE}.")
    largest = int(np.bincount(parts.ravel())[1:].argmax()) + 1
    rows, columns = find_objects(parts)[largest - 1]
    least = min(rows.stop - rows.start, columns.stop - columns.start)
    if (parts == largest).mean() < LEAST_COVERED or least < LEAST_PX:
        raise ImageError(f"{name} covers almost nothing, {share:.1%} of the picture; {_ADVICE}.")
    own = np.where((parts == largest) | (parts == 0), coverage, 0).astype(np.uint8)
    return _centred(own[rows, columns])


def _dark_or_light(rgba: NDArray[np.uint8], name: str) -> Coverage:
    """What is of the other colour than most of the border.

    Raises
    ------
    ImageError : there are more colours than black and white
    """
    grey = np.asarray(Image.fromarray(rgba[..., :3]).convert("L"))
    if ((grey > GREYS[0]) & (grey < GREYS[1])).mean() > MOST_GREY:
        raise ImageError(f"{name} looks like a photo, not like a silhouette; {_ADVICE}.")
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    return grey if np.median(border) < 128 else 255 - grey


def _centred(covered: Coverage) -> Coverage:
    height, width = covered.shape
    scale = FILLED_PX / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = Image.fromarray(covered).resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR)
    square = Image.new("L", (SIZE_PX,) * 2)
    square.paste(small, ((SIZE_PX - size[0]) // 2, (SIZE_PX - size[1]) // 2))
    return np.asarray(square)
