"""Photos of garments where they lay or hung, with and without them: what composing into photos is learnt from.

A ground is the photo without its garment. It is also filled where another photo's garment would have been, and so is
what is shown as real outside its own garment: otherwise the fill itself would tell real from fake.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import binary_dilation
from torch import Tensor

from fashiongan.dataset.colors import read_colors, shipped_color_table
from fashiongan.dataset.covering import covered
from fashiongan.dataset.decoding import PictureTar, decoded, opened_tar
from fashiongan.dataset.frames import box_of, frame_around
from fashiongan.dataset.labels import GarmentLabel, Split, label_indices, read_labels, shipped_label_table
from fashiongan.errors import DatasetError

# Shadows lie around a garment, so the hole that it leaves is this share of the picture wider on each side.
HOLE_SHARE = 0.03
GROUNDS = 2
OPAQUE = 128
# A bar beside a letter-boxed photo differs by no more than this from its own mean.
PLAIN_SPREAD = 3.0
FEWEST = 4
Pair = tuple[NDArray[np.uint8], NDArray[np.uint8]]


@dataclass(frozen=True, slots=True)
class Scenes:
    """N photos, cut square around their garments.

    real : (N, 3, P, P) uint8; mask : (N, 1, P, P) uint8, the garment; grounds : (N, K, 3, P, P) uint8 without it;
    labels, lab : as of a TrainingSet
    """

    ids: list[str]
    real: Tensor
    mask: Tensor
    grounds: Tensor
    labels: Tensor
    lab: Tensor

    def __len__(self) -> int:
        return len(self.ids)

    def garments(self) -> Tensor:
        """(N, 4, P, P) uint8 the garments cut out."""
        return torch.cat([self.real, self.mask], dim=1)


@dataclass(frozen=True, eq=False)
class Photo:
    """One photo of a tar: (H, W, 3) without bars and the garment's (H, W) alpha, with its label."""

    label: GarmentLabel
    rgb: NDArray[np.uint8]
    alpha: NDArray[np.uint8]


def read_photos(source: Path, split: Split) -> Iterator[Photo]:
    """The photos of one split, in the order of the labels; those with lettering and those without a garment are left
    out.

    Raises
    ------
    DatasetError : not a tar of photos and masks
    """
    own = source.parent / "labels.csv"
    labels = [one for one in read_labels(own if own.exists() else shipped_label_table()) if one.split is split]
    with opened_tar(source, "no tar of photos and masks") as archive:
        for label in labels:
            if not label.has_logo and f"photos/{label.image}.jpg" in archive.names:
                rgb, alpha = _without_bars(*_pair(archive, label.image))
                if (alpha >= OPAQUE).any():
                    yield Photo(label, rgb, alpha)


def load_scenes(source: Path, split: Split, seen_px: int, garment_share: float) -> Scenes:
    """Load one split of a tar of `photos/<id>.jpg` and `masks/<id>.png`.

    Parameters
    ----------
    seen_px : P; garment_share : the share of P that a garment's frame takes

    Raises
    ------
    DatasetError : not such a tar, or fewer than four photos of the split
    """
    photos = list(read_photos(source, split))
    colors = read_colors(shipped_color_table())
    photos = [photo for photo in photos if photo.label.image in colors]
    if len(photos) < FEWEST:
        raise DatasetError(f"{source} has {len(photos)} photos of split {split}; it takes at least {FEWEST}.")
    real, mask = (np.stack(kind) for kind in zip(*(_cut(one, seen_px, garment_share) for one in photos), strict=True))
    lab = np.stack([colors[photo.label.image].as_row() for photo in photos]).astype(np.float32)
    return Scenes(
        [photo.label.image for photo in photos],
        torch.from_numpy(real).permute(0, 3, 1, 2).contiguous(),
        torch.from_numpy(mask)[:, None],
        torch.from_numpy(_grounds(real, mask)).permute(0, 1, 4, 2, 3).contiguous(),
        torch.from_numpy(label_indices(photo.label.attributes for photo in photos)),
        torch.from_numpy(lab),
    )


def hole_around(alpha: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """(H, W) the garment and the shadow around it."""
    steps = max(1, round(HOLE_SHARE * max(alpha.shape)))
    return np.asarray(binary_dilation(alpha >= OPAQUE, iterations=steps))


def _cut(photo: Photo, seen_px: int, garment_share: float) -> Pair:
    frame = frame_around(box_of(photo.alpha >= OPAQUE)).wider(1 / garment_share)
    inside = frame.inside(*photo.alpha.shape)
    rgb, alpha = frame.cut(photo.rgb), np.where(inside, frame.cut(photo.alpha), 0)
    if not inside.all():  # Beyond the photo there is more of the ground, but not the garment once more.
        ground = frame.cut(covered(photo.rgb, hole_around(photo.alpha)))
        rgb = np.where(inside[..., None], rgb, ground)
    pictures = (Image.fromarray(rgb), Image.fromarray(alpha.astype(np.uint8)))
    small = (one.resize((seen_px, seen_px), Image.Resampling.BILINEAR) for one in pictures)
    first, second = (np.asarray(one) for one in small)
    return first, second


def _grounds(real: NDArray[np.uint8], mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(N, P, P, 3) and (N, P, P) to (N, K, P, P, 3)."""
    random = np.random.default_rng(0)
    holes = [hole_around(one) for one in mask]
    others = random.integers(len(real), size=(len(real), GROUNDS))
    return np.stack(
        [
            np.stack([covered(rgb, own | holes[other]) for other in row])
            for rgb, own, row in zip(real, holes, others, strict=True)
        ]
    )


def _pair(archive: PictureTar, name: str) -> Pair:
    formats = ("JPEG", "PNG")
    rgb = decoded(archive.read(f"photos/{name}.jpg"), formats, "RGB")
    alpha = decoded(archive.read(f"masks/{name}.png"), formats, "L")
    if rgb.shape[:2] != alpha.shape:
        raise ValueError(f"the photo {name} and its mask are of two sizes")
    return rgb, alpha


def _without_bars(rgb: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> Pair:
    """Cut away plain bars left and right or above and below; what shows garment stays."""
    for axis in (0, 1):
        lines = np.moveaxis(rgb, axis, 0).astype(np.float32)
        kept = (lines.std(axis=1).max(axis=1) > PLAIN_SPREAD) | np.moveaxis(alpha, axis, 0).any(axis=1)
        inside = np.flatnonzero(kept)
        if len(inside):
            span = slice(inside[0], inside[-1] + 1)
            rgb, alpha = (one[span] if axis == 0 else one[:, span] for one in (rgb, alpha))
    return rgb, alpha
