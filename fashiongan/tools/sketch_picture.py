"""A drawing of a garment, of any size, on any paper, in any ink: found, centred, and drawn in lines of one width.

Paper may be shaded, ruled, grey or coloured, the ink dark or light, the ground transparent. What is not paper is what
differs from the median of a wide neighbourhood, so slow changes of light are paper, too.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.dataset.line_drawings import outline
from fashiongan.dataset.thinning import Lines, thinned
from fashiongan.errors import ImageError
from fashiongan.image import open_picture
from fashiongan.nameless import told_by

SIZE_PX, DRAWN_PX = 256, 240
WORKING_PX, LEAST_PX = 512, 16
# The neighbourhood whose median is paper, as a share of the longer side: more than twice the widest stroke.
NEIGHBOURHOOD = 1 / 7
# Ink: this share of the darkest ink's strength to begin a line, and to go on; and what any ink must have, of 255.
BEGIN, GO_ON, INK_QUANTILE, LEAST_STRENGTH = 0.45, 0.25, 0.998, 18.0
# A drawing has less ink than this share, and hardly anything in it differs from the paper in the other direction; in a
# photo there is light beside every dark.
MOST_INK, MOST_OPPOSITE = 0.3, 0.12
# Straight lines across the page, several of them, are its ruling.
RULED_LENGTH, LEAST_RULES, MOSTLY_STRONG, GAP_PX = 0.8, 4, 0.3, 7
# Parts nearer than this share of the page belong to one drawing; a part is no speck from this share of it on.
NEAR, SPECK, LEAST_DRAWING = 0.05, 0.012, 0.08
# Ink wider than this at 256 px is a filled area, of which the rim is a line.
FILLED_PX = 11

Strength = NDArray[np.float32]
_ADVICE = "give a line drawing of one garment, dark on light or light on dark"


@dataclass(frozen=True, eq=False)
class SketchPicture:
    """lines : (256, 256) one pixel wide, centred, the longer side 240 px; `name` to show, `sha256` of the file;
    dabs : (256, 256, 4) sRGB, opaque where a colour was dabbed, or None"""

    lines: Lines
    name: str
    sha256: str
    dabs: NDArray[np.uint8] | None = None


def dabs_of(rgba: NDArray[np.uint8], dabbed: NDArray[np.bool_]) -> NDArray[np.uint8] | None:
    """The colours of (H, W, 4), opaque where (H, W) they were dabbed and 0 elsewhere; None where there are none."""
    opaque = np.dstack([rgba[..., :3], np.full(dabbed.shape, 255, np.uint8)])
    return np.where(dabbed[..., None], opaque, 0).astype(np.uint8) if dabbed.any() else None


def read_sketch(path: Path) -> SketchPicture:
    """Read a drawing of any kind.

    Raises
    ------
    ImageError : not a picture, or there are no lines of a drawing in it
    """
    rgba = np.array(open_picture(path))
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return SketchPicture(sketch_lines(rgba, path.name), told_by(sha256), sha256)


def sketch_lines(rgba: NDArray[np.uint8], name: str = "The drawing") -> Lines:
    """Find the drawing in a picture: (H, W, 4) to (256, 256) lines; `name` of the picture for messages.

    Raises
    ------
    ImageError : there are no lines of a drawing in it
    """
    if min(rgba.shape[:2]) < LEAST_PX:
        raise ImageError(f"{name} is {rgba.shape[1]} x {rgba.shape[0]} px, too small to draw on; {_ADVICE}.")
    own, opposite = _strengths(_on_paper(_working_size(rgba)))
    ink = without_specks(_certain(own, name))
    drawing = largest_drawing(ink, name)
    least = max(GO_ON * float(np.quantile(own, INK_QUANTILE)), LEAST_STRENGTH)
    if _weight(opposite[drawing], least) > MOST_OPPOSITE * _weight(own[drawing], least):
        raise ImageError(f"{name} looks like a photo or a painting, not like lines on paper; {_ADVICE}.")
    return centred_lines(ink[drawing])


def _working_size(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """At most 768 px and at least 256 px on the longer side."""
    picture = Image.fromarray(rgba)
    scale = np.clip(max(picture.size), SIZE_PX, WORKING_PX) / max(picture.size)
    if scale == 1:
        return rgba
    size = (max(LEAST_PX, round(picture.width * scale)), max(LEAST_PX, round(picture.height * scale)))
    resized = picture.convert("RGBa").resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC)
    return np.asarray(resized.convert("RGBA"))


def _on_paper(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W, 4) to (H, W, 3): transparent paper becomes white, or black where what borders on it is light."""
    if rgba[..., 3].min() == 255:
        return np.ascontiguousarray(rgba[..., :3])
    rim = outline(rgba[..., 3] > 127)
    light = rim.any() and rgba[..., :3][rim].mean() > 160
    alpha = rgba[..., 3:].astype(np.float32) / 255
    paper = 0.0 if light else 255.0
    return np.rint(rgba[..., :3] * alpha + paper * (1 - alpha)).astype(np.uint8)


def _strengths(rgb: NDArray[np.uint8]) -> tuple[Strength, Strength]:
    """(H, W) how much a picture differs from its paper in the direction (darker or lighter) in which it differs more,
    and in the opposite one."""
    reach = int(max(rgb.shape) * NEIGHBOURHOOD) | 1
    # Half the size is enough for paper, and a quarter of the time.
    half = cv2.resize(rgb, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    paper = cv2.resize(cv2.medianBlur(half, reach // 2 | 1), rgb.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    soft = cv2.GaussianBlur(rgb, (0, 0), 0.8)
    dark, light = (_largest(cv2.subtract(*pair)) for pair in ((paper, soft), (soft, paper)))
    return (dark, light) if _weight(dark, LEAST_STRENGTH) >= _weight(light, LEAST_STRENGTH) else (light, dark)


def _largest(rgb: NDArray[np.uint8]) -> Strength:
    red, green, blue = cv2.split(rgb)
    return np.asarray(cv2.max(cv2.max(red, green), blue), np.float32)


def _weight(strength: Strength, least: float) -> float:
    return float(strength[strength > least].sum())


def _certain(strength: Strength, name: str) -> Lines:
    """Lines that are strong somewhere, along all of their length.

    Raises
    ------
    ImageError : nothing is strong, or what is strong is not lines on paper
    """
    strongest = float(np.quantile(strength, INK_QUANTILE))
    if strongest < LEAST_STRENGTH:
        raise ImageError(f"{name} shows no lines, only plain paper; {_ADVICE}.")
    strong = strength > BEGIN * strongest
    lines = _without_ruling(strength > GO_ON * strongest, strong)
    _, parts = cv2.connectedComponents(lines.astype(np.uint8), connectivity=8)
    begun = np.zeros(parts.max() + 1, bool)
    begun[np.unique(parts[strong])] = True
    begun[0] = False
    ink = begun[parts]
    if ink.mean() > MOST_INK:
        raise ImageError(f"{name} looks like a photo or a painting, not like lines on paper; {_ADVICE}.")
    return np.asarray(ink)


def _without_ruling(lines: Lines, strong: Lines) -> Lines:
    """The page without straight lines that cross it from side to side, if there are several.

    Under a pale ruling only what is strong stays; gaps that a dark one leaves are closed.
    """
    drawn = lines.astype(np.uint8)
    ruled = np.zeros_like(drawn)
    # A ruling may lean by some pixels.
    tolerant = cv2.dilate(drawn, np.ones((3, 3), np.uint8))
    for axis in (0, 1):
        length = int(lines.shape[axis] * RULED_LENGTH)
        across = cv2.morphologyEx(
            tolerant, cv2.MORPH_OPEN, np.ones((length, 1) if axis == 0 else (1, length), np.uint8)
        )
        if cv2.connectedComponents(across)[0] - 1 >= LEAST_RULES:
            ruled |= across
    if not ruled.any():
        return lines
    if strong[ruled > 0].mean() < MOSTLY_STRONG:
        return strong
    left = np.where(ruled > 0, 0, drawn).astype(np.uint8)
    return np.asarray(cv2.morphologyEx(left, cv2.MORPH_CLOSE, np.ones((GAP_PX,) * 2, np.uint8)) > 0)


def without_specks(ink: Lines) -> Lines:
    """Only parts that reach farther than dust."""
    _, parts, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    keep = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(1) > SPECK * max(ink.shape)
    keep[0] = False
    return np.asarray(keep[parts])


def largest_drawing(ink: Lines, name: str) -> tuple[slice, slice]:
    """Rows and columns of the group of near parts that reaches farthest.

    Raises
    ------
    ImageError : none is large enough to be a garment
    """
    near = int(max(ink.shape) * NEAR) | 1
    grouped = cv2.dilate(ink.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (near, near)))
    _, parts, stats, _ = cv2.connectedComponentsWithStats(grouped, connectivity=8)
    areas = stats[1:, cv2.CC_STAT_WIDTH] * stats[1:, cv2.CC_STAT_HEIGHT]
    group = ink & (parts == areas.argmax() + 1) if len(areas) else ink
    rows, columns = np.flatnonzero(group.any(1)), np.flatnonzero(group.any(0))
    if min(len(rows), len(columns)) < LEAST_DRAWING * max(ink.shape):
        raise ImageError(f"{name} shows no drawing, only a few small marks; {_ADVICE}.")
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def centre_of(size: tuple[int, int]) -> tuple[float, tuple[slice, slice]]:
    """How much a drawing of (H, W) px is scaled, and the rows and columns of the square that it then takes."""
    scale = DRAWN_PX / max(size)
    height, width = (max(1, round(length * scale)) for length in size)
    top, left = (SIZE_PX - height) // 2, (SIZE_PX - width) // 2
    return scale, (slice(top, top + height), slice(left, left + width))


def centred_lines(drawing: Lines) -> Lines:
    """The drawing as large as garments are in training, in lines of one pixel."""
    scale, (rows, columns) = centre_of((drawing.shape[0], drawing.shape[1]))
    height, width = rows.stop - rows.start, columns.stop - columns.start
    wide = int(np.ceil(1 / scale)) if scale < 1 else 1
    # Lines narrower than a pixel to come would fade.
    bold = cv2.dilate(drawing.astype(np.uint8) * 255, np.ones((wide, wide), np.uint8))
    small = cv2.resize(bold, (width, height), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR) > 127
    square = np.zeros((SIZE_PX, SIZE_PX), bool)
    square[rows, columns] = small
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (FILLED_PX, FILLED_PX))
    filled = cv2.dilate(cv2.morphologyEx(square.astype(np.uint8), cv2.MORPH_OPEN, disc), np.ones((3, 3), np.uint8)) > 0
    return np.asarray(thinned(square & ~filled) | outline(filled & square))
