"""A whole garment set in memory, as tensors: some thousands of small pictures fit easily."""

import logging
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.dataset.colors import GarmentColors, read_colors, shipped_color_table
from fashiongan.dataset.labels import GarmentLabel, Split, label_indices, read_labels, table_beside
from fashiongan.dataset.pictures import read_pictures
from fashiongan.errors import DatasetError

logger = logging.getLogger(__name__)
# A set with more pictures than this missing or unreadable is not the one that its labels are of.
MAX_DAMAGED_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """Pictures with what is known of them.

    rgba : (N, 4, S, S) uint8; labels : (N, 7) int64, columns of VOCABULARY; lab : (N, 6) float32 CIELAB of the main
    and second colour; may_flip : (N,) bool, False where lettering would be mirrored
    """

    ids: list[str]
    rgba: Tensor
    labels: Tensor
    lab: Tensor
    may_flip: Tensor

    def __len__(self) -> int:
        return len(self.ids)


def load_training_set(source: Path, split: Split, size_px: int) -> TrainingSet:
    """Load one split of a garment set: a tar beside (or without) a `labels.csv`, or a prepared folder.

    Raises
    ------
    DatasetError : pictures, labels or colours are missing or do not belong together; a few pictures that cannot be
    read are left out with a warning
    """
    labels = [label for label in read_labels(table_beside(source)) if label.split is split]
    if not labels:
        raise DatasetError(f"{source} has no picture in split {split}; prepare it with more than one contributor.")
    colors = read_colors(_colors_beside(source))
    without = [label.image for label in labels if label.image not in colors]
    if without:
        raise DatasetError(f"{len(without)} pictures have no measured colour (first: {without[0]}); run prepare again.")
    pictures = list(read_pictures(source, [label.image for label in labels], size_px))
    _refuse_many(source, [picture for picture in pictures if isinstance(picture, DatasetError)], len(pictures))
    whole = [(a, b) for a, b in zip(labels, pictures, strict=True) if not isinstance(b, DatasetError)]
    return _as_tensors([label for label, _ in whole], np.stack([picture for _, picture in whole]), colors)


def _refuse_many(source: Path, damaged: list[DatasetError], count: int) -> None:
    if len(damaged) > MAX_DAMAGED_SHARE * count:
        raise DatasetError(f"{len(damaged)} of {count} pictures in {source} cannot be used. The first: {damaged[0]}")
    if damaged:
        logger.warning("%d of %d pictures left out. The first: %s", len(damaged), count, damaged[0])


def _as_tensors(
    labels: list[GarmentLabel], pictures: NDArray[np.uint8], colors: dict[str, GarmentColors]
) -> TrainingSet:
    lab = np.stack([colors[label.image].as_row() for label in labels]).astype(np.float32)
    return TrainingSet(
        [label.image for label in labels],
        torch.from_numpy(pictures).permute(0, 3, 1, 2).contiguous(),
        torch.from_numpy(label_indices(label.attributes for label in labels)),
        torch.from_numpy(lab),
        torch.tensor([not label.has_logo for label in labels]),
    )


def _colors_beside(source: Path) -> Path:
    own = (source if source.is_dir() else source.parent) / "colors.csv"
    return own if own.exists() else shipped_color_table()
