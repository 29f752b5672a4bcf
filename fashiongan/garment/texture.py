"""The picture on the cloth: each panel takes its own part of the garment in the picture, nothing of the ground."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion, distance_transform_edt, map_coordinates, median_filter

from fashiongan.attributes import Pattern as Print
from fashiongan.body.model import Floats
from fashiongan.errors import GarmentError
from fashiongan.garment.atlas import Atlas
from fashiongan.garment.curves import Points
from fashiongan.garment.pattern import Panel, Pattern, Side
from fashiongan.image import GarmentImage

TEXTURE_PX = 1024
OPAQUE = 200
MIN_SLEEVE_SHARE = 0.004
# A sleeve that the picture hides, or shows from its edge, is cut from the torso's cloth.
MIN_CLOTH_SHARE = 0.8
MAX_STRETCH = 1.7
NOMINAL_WIDTH_MM = 520.0
# The outermost cloth in a picture is seam and shadow; panels take theirs from inside it.
EDGE_SHARE = 0.025


@dataclass(frozen=True)
class GarmentFrame:
    """Where things are in a front view, in pixels: x to the right, y down.

    filled : (H, W, 3) the picture with the ground replaced by the nearest cloth; mask : (H, W) where the cloth is;
    hem : (W,) lower edge of the torso by column
    """

    filled: Floats
    mask: NDArray[np.bool_]
    top: float
    bottom: float
    left: float
    right: float
    hem: Floats

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def cloth_share(self, x: Floats, y: Floats) -> float:
        """The share of pixel places that lie on the garment."""
        rows = np.clip(y, 0, self.mask.shape[0] - 1).astype(int)
        columns = np.clip(x, 0, self.mask.shape[1] - 1).astype(int)
        return float(self.mask[rows, columns].mean())

    def at(self, x: Floats, y: Floats) -> Floats:
        """Bilinear colours at pixel places: (..., 3)."""
        places = np.stack([y, x])
        channels = [map_coordinates(self.filled[..., c], places, order=1, mode="nearest") for c in range(3)]
        return np.stack(channels, axis=-1)


def find_frame(rgba: NDArray[np.uint8]) -> GarmentFrame:
    """Locate the torso of a top in its picture: (H, W, 4).

    Raises
    ------
    GarmentError : the picture shows no garment
    """
    mask = rgba[..., 3] > OPAQUE
    rows = np.flatnonzero(mask.any(1))
    if len(rows) < 8:
        raise GarmentError("The picture shows no garment to put on the cloth; generate another one.")
    top, bottom = float(rows[0]), float(rows[-1] + 1)
    left, right = _torso(mask, top, bottom)
    inner = binary_erosion(mask, iterations=max(1, rgba.shape[0] // 64))
    nearest = distance_transform_edt(~(inner if inner.any() else mask), return_distances=False, return_indices=True)
    filled = rgba[..., :3][tuple(nearest)].astype(np.float64)
    return GarmentFrame(filled, mask, top, bottom, left, right, _hem(mask, left, right))


def _torso(mask: NDArray[np.bool_], top: float, bottom: float) -> tuple[float, float]:
    """Left and right of the torso: narrow central runs in the lower half, where sleeves do not count."""
    columns = np.flatnonzero(mask.any(0))
    middle = (columns[0] + columns[-1]) / 2
    runs = []
    for row in range(int(top + 0.5 * (bottom - top)), int(top + 0.95 * (bottom - top))):
        inside = np.flatnonzero(mask[row])
        if not len(inside):
            continue
        pieces = np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1)
        piece = min(pieces, key=lambda one: max(one[0] - middle, middle - one[-1], 0))
        runs.append((piece[-1] + 1 - piece[0], piece[0], piece[-1] + 1))
    if not runs:
        return float(columns[0]), float(columns[-1] + 1)
    runs.sort()
    _, left, right = runs[len(runs) // 10]
    return float(left), float(right)


def _hem(mask: NDArray[np.bool_], left: float, right: float) -> Floats:
    """(W,) the lowest row of cloth in every column of the torso, as a bow; beyond the torso, that of its edge."""
    columns = np.arange(int(left), max(int(left) + 1, int(right)))
    lowest = mask.shape[0] - mask[::-1, columns].argmax(0)
    even = median_filter(lowest.astype(np.float64), size=max(3, len(columns) // 6), mode="nearest")
    # A bow, not the rows themselves: their steps would break every stripe above them.
    bow = np.polyval(np.polyfit(columns, even, 2), columns) if len(columns) > 3 else even
    return np.asarray(np.interp(np.arange(mask.shape[1]), columns, bow))


def paint(pattern: Pattern, atlas: Atlas, image: GarmentImage) -> NDArray[np.uint8]:
    """(S, S, 3) the garment's texture. The back is of the front's cloth without its neck and folds; stripes and blocks
    go round at their height, a graphic print stays on the front.

    Raises
    ------
    GarmentError : the picture shows no garment
    """
    frame = find_frame(image.rgba)
    cloth = np.median(image.rgba[..., :3][frame.mask], axis=0)
    texture = np.broadcast_to(cloth, (atlas.size_px, atlas.size_px, 3)).copy()
    for panel in pattern.draped:
        where, places = atlas.pixels(panel.name)
        if panel.side in (Side.LEFT_SLEEVE, Side.RIGHT_SLEEVE):
            texture[where] = _sleeve_colors(frame, panel, places)
        elif panel.side is Side.BACK and image.attributes.pattern is Print.GRAPHIC:
            texture[where] = cloth
        elif panel.side is Side.BACK and image.attributes.pattern not in (Print.STRIPE, Print.BLOCK):
            texture[where] = _cloth_colors(frame, places)
        else:
            texture[where] = _trunk_colors(frame, panel, places)
    return np.asarray(np.rint(texture).clip(0, 255).astype(np.uint8))


def _trunk_colors(frame: GarmentFrame, panel: Panel, places: Points) -> Floats:
    """Front and back: the panel's box onto the torso in the picture."""
    half_width, height = panel.size_mm[0] / 2, panel.size_mm[1]
    inset = EDGE_SHARE * frame.height
    x = (frame.left + frame.right) / 2 + places[..., 0] / half_width * ((frame.right - frame.left) / 2 - inset)
    top, bottom = frame.top + inset, np.interp(x, np.arange(len(frame.hem)), frame.hem) - inset
    y = top - places[..., 1] / height * (bottom - top)
    return frame.at(x - 0.5, y - 0.5)


def _sleeve_colors(frame: GarmentFrame, panel: Panel, places: Points) -> Floats:
    """A sleeve from the picture where it shows both of them well, else from the torso's cloth, so that both match."""
    both = [_sleeve_places(frame, panel, places, wearers_left) for wearers_left in (True, False)]
    if any(place is None for place in both):
        return _cloth_colors(frame, places)
    point = both[0] if panel.side is Side.LEFT_SLEEVE else both[1]
    assert point is not None
    return frame.at(point[..., 0] - 0.5, point[..., 1] - 0.5)


def _sleeve_places(frame: GarmentFrame, panel: Panel, places: Points, wearers_left: bool) -> Points | None:
    """Where each place of a sleeve is in the picture, or None if the picture hides, cuts or shortens the sleeve.

    Along the sleeve's axis; both halves of the sleeve run from the upper edge down to the underarm.
    """
    half, length = np.abs(panel.outline[:, 0]).max(), -panel.outline[:, 1].min()
    start, axis, reach, half_width = _sleeve_axis(frame, wearers_left)
    mm_per_px = NOMINAL_WIDTH_MM / (frame.right - frame.left)
    if reach * mm_per_px * MAX_STRETCH < length:
        return None
    along, across = -places[..., 1] / length, np.abs(places[..., 0]) / half
    inwards = np.array([-axis[1], axis[0]]) if wearers_left else np.array([axis[1], -axis[0]])
    offset = (2 * across - 1) * 0.8 * half_width
    point = np.asarray(start + (along * reach)[..., None] * axis + offset[..., None] * inwards)
    return point if frame.cloth_share(point[..., 0], point[..., 1]) >= MIN_CLOTH_SHARE else None


def _cloth_colors(frame: GarmentFrame, places: Points) -> Floats:
    """The torso's cloth, folded to and fro about its middle so that it never ends."""
    mm_per_px = NOMINAL_WIDTH_MM / (frame.right - frame.left)
    half_width, half_height = 0.36 * (frame.right - frame.left), 0.30 * frame.height
    x = (frame.left + frame.right) / 2 + _folded(places[..., 0] / mm_per_px, half_width)
    y = frame.top + 0.6 * frame.height - _folded(places[..., 1] / mm_per_px, half_height)
    return frame.at(x - 0.5, y - 0.5)


def _folded(value: Floats, half: float) -> Floats:
    """Reflect a coordinate into [-half, half]."""
    return np.abs((value - half) % (4 * half) - 2 * half) - half


def _sleeve_axis(frame: GarmentFrame, wearers_left: bool) -> tuple[Floats, Floats, float, float]:
    """Start, unit direction, length and half width of a sleeve in the picture (the wearer's left is on the right).

    The length is 0 where the picture shows no sleeve outside the torso.
    """
    y, x = np.nonzero(frame.mask)
    edge = frame.right if wearers_left else frame.left
    outside = x > edge + 1 if wearers_left else x < edge - 1
    start = np.array([edge, frame.top + 0.16 * frame.height])
    if outside.sum() < MIN_SLEEVE_SHARE * frame.mask.size:
        return start, np.array([0.0, 1.0]), 0.0, 0.0
    points = np.stack([x[outside] + 0.5, y[outside] + 0.5], axis=1)
    axis = points.mean(0) - start
    axis /= np.linalg.norm(axis)
    ahead = (points - start) @ axis
    aside = np.abs((points - start) @ np.array([-axis[1], axis[0]]))
    return start, axis, float(np.percentile(ahead, 96)), float(np.percentile(aside, 85))
