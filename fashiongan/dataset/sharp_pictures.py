"""Pictures to learn detail from: garments with their colour led on outwards, and whole photos."""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.dataset.bleed import bled
from fashiongan.dataset.decoding import PictureTar, decoded, opened_tar
from fashiongan.dataset.labels import Split, read_labels, shipped_label_table
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import DatasetError

SIZE_PX = 256


def load_sharp_pictures(garments: Path, photos: Path | None, split: Split) -> Tensor:
    """(N, 3, 256, 256) uint8 RGB of one split of a garment set and, if given, of the photos that belong to its labels.

    garments : as in `load_training_set`; photos : a tar with `photos/<id>.jpg` of 256 x 256 px

    Raises
    ------
    DatasetError : either cannot be read, or holds nothing of the split
    """
    cut_out = load_training_set(garments, split, SIZE_PX).rgba.permute(0, 2, 3, 1).numpy()
    pictures = [torch.from_numpy(np.stack([bled(one) for one in cut_out]))]
    if photos:
        pictures.append(torch.from_numpy(np.stack(read_photos(photos, split))))
    return torch.cat(pictures).permute(0, 3, 1, 2).contiguous()


def read_photos(source: Path, split: Split) -> list[NDArray[np.uint8]]:
    """The (256, 256, 3) photos of one split, in the order of the labels.

    Raises
    ------
    DatasetError : the tar or a photo cannot be read, or no photo is of the split
    """
    wanted = [f"photos/{label.image}.jpg" for label in read_labels(shipped_label_table()) if label.split is split]
    with opened_tar(source, "not a readable tar of photos") as archive:
        photos = [_photo(archive, name) for name in wanted if name in archive.names]
    if not photos:
        raise DatasetError(f"{source} has no photo in split {split}; give the photos that belong to the labels.")
    return photos


def _photo(archive: PictureTar, name: str) -> NDArray[np.uint8]:
    try:
        rgb = decoded(archive.read(name), ("JPEG",), "RGB")
    except ValueError as error:
        raise DatasetError(f"photo {name} cannot be read ({error}); remove it.") from error
    if rgb.shape != (SIZE_PX, SIZE_PX, 3):
        raise DatasetError(f"photo {name} is {rgb.shape[1]} x {rgb.shape[0]} px, not {SIZE_PX} x {SIZE_PX}.")
    return rgb


def opaque(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(..., 3) to (..., 4), nothing transparent."""
    return np.concatenate([rgb, np.full_like(rgb[..., :1], 255)], axis=-1)
