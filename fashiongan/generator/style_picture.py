"""A picture that a designer likes the cloth of: a garment or a fabric, cut out or not."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import label as connected_parts

from fashiongan.errors import ImageError
from fashiongan.image import open_picture

SIZE_PX, MARGIN_PX = 256, 8
LARGEST_PX = 1024
# From this alpha on a pixel is cloth; a picture with this share of such pixels has no cut-out.
OPAQUE, MOSTLY = 200, 0.99
# A border whose colours lie this near together is a plain ground, and what is as near to it is ground too.
GROUND_SPREAD, GROUND_REACH = 10.0, 26.0
LEAST_SHARE, LEAST_GARMENT_SHARE = 0.002, 0.05


@dataclass(frozen=True, eq=False)
class StylePicture:
    """rgba : (256, 256, 4) sRGB, transparent where it is not cloth; `cut_out` : whether a garment's outline is known;
    `sha256` of the file, `name` to show"""

    rgba: NDArray[np.uint8]
    cut_out: bool
    name: str
    sha256: str


def read_style_picture(path: Path) -> StylePicture:
    """Read any picture. Where it has no alpha, a plain ground is taken away; without one, its middle is all cloth.

    Raises
    ------
    ImageError : not a picture, or almost nothing in it is opaque
    """
    return style_in(open_picture(path), path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def style_in(picture: Image.Image, name: str, sha256: str) -> StylePicture:
    """The same of an RGBA picture that is open already, or comes from no file.

    Raises
    ------
    ImageError : almost nothing in it is opaque
    """
    picture = picture.copy()
    picture.thumbnail((LARGEST_PX,) * 2, Image.Resampling.LANCZOS)
    rgba = np.array(picture)
    opaque = (rgba[..., 3] > OPAQUE).mean()
    if opaque < LEAST_SHARE:
        raise ImageError(f"{name} shows almost no cloth; give a picture that a garment or fabric fills.")
    if opaque > MOSTLY:
        rgba[..., 3] = np.where(_plain_ground(rgba[..., :3]), 0, 255)
    # Plain cloth that fills the picture looks like a ground without a garment.
    least = LEAST_GARMENT_SHARE if opaque > MOSTLY else LEAST_SHARE
    cut_out = bool(least <= (rgba[..., 3] > OPAQUE).mean() <= MOSTLY)
    square = _centred(Image.fromarray(rgba)) if cut_out else _middle(picture)
    return StylePicture(np.array(square), cut_out, name, sha256)


def style_of(rgba: NDArray[np.uint8], name: str) -> StylePicture:
    """The cloth of a garment that is cut out already: (H, W, 4).

    Raises
    ------
    ImageError : almost nothing in it is opaque
    """
    if (rgba[..., 3] > OPAQUE).mean() < LEAST_SHARE:
        raise ImageError(f"{name} shows almost no cloth; take another picture.")
    square = np.array(_centred(Image.fromarray(rgba)))
    return StylePicture(square, True, name, hashlib.sha256(square.tobytes()).hexdigest())


def _middle(picture: Image.Image) -> Image.Image:
    """The central square, opaque."""
    side = min(picture.size)
    left, top = ((length - side) // 2 for length in picture.size)
    square = picture.convert("RGB").crop((left, top, left + side, top + side))
    return square.resize((SIZE_PX,) * 2, Image.Resampling.LANCZOS).convert("RGBA")


def _centred(picture: Image.Image) -> Image.Image:
    """The cut-out as the generator's garments are: as large as the margin allows, in the middle."""
    mask = picture.getchannel("A").point(lambda alpha: 255 if alpha > OPAQUE else 0)
    garment = picture.crop(mask.getbbox())
    scale = (SIZE_PX - 2 * MARGIN_PX) / max(garment.size)
    width, height = (max(1, round(length * scale)) for length in garment.size)
    # Colour under transparent pixels is not meaningful, so it must not bleed into the edge.
    garment = garment.convert("RGBa").resize((width, height), Image.Resampling.LANCZOS).convert("RGBA")
    square = Image.new("RGBA", (SIZE_PX,) * 2)
    square.paste(garment, ((SIZE_PX - width) // 2, (SIZE_PX - height) // 2))
    return square


def _plain_ground(rgb: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """(H, W) what is of the border's colour and reaches the border; nothing where the border is not of one colour."""
    border = np.concatenate([rgb[0], rgb[-1], rgb[:, 0], rgb[:, -1]]).astype(float)
    ground = np.median(border, axis=0)
    far = np.abs(border - ground).max(1)
    if np.quantile(far, 0.7) > GROUND_SPREAD:
        return np.zeros(rgb.shape[:2], bool)
    alike = np.abs(rgb - ground).max(-1) < GROUND_REACH
    parts, _ = connected_parts(alike)
    reaching = np.unique(np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]]))
    return np.asarray(alike & np.isin(parts, reaching[reaching > 0]))
