"""A whole garment set in memory, as tensors: some thousands of small pictures fit easily."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from fashiongan.dataset.colors import read_colors, shipped_color_table
from fashiongan.dataset.labels import GarmentLabel, Split, label_indices, read_labels, shipped_label_table
from fashiongan.dataset.pictures import read_pictures
from fashiongan.errors import DatasetError


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
    DatasetError : pictures, labels or colours are missing or do not belong together
    """
    labels = [label for label in read_labels(_table_of(source, "labels.csv")) if label.split is split]
    if not labels:
        raise DatasetError(f"{source} has no picture in split {split}; prepare it with more than one contributor.")
    colors = read_colors(_table_of(source, "colors.csv"))
    without = [label.image for label in labels if label.image not in colors]
    if without:
        raise DatasetError(f"{len(without)} pictures have no measured colour (first: {without[0]}); run prepare again.")
    lab = np.stack([colors[label.image].as_row() for label in labels]).astype(np.float32)
    return _as_tensors(source, labels, lab, size_px)


def _as_tensors(source: Path, labels: list[GarmentLabel], lab: np.ndarray, size_px: int) -> TrainingSet:
    ids = [label.image for label in labels]
    pictures = np.stack(list(read_pictures(source, ids, size_px)))
    return TrainingSet(
        ids,
        torch.from_numpy(pictures).permute(0, 3, 1, 2).contiguous(),
        torch.from_numpy(label_indices(label.attributes for label in labels)),
        torch.from_numpy(lab),
        torch.tensor([not label.has_logo for label in labels]),
    )


def _table_of(source: Path, name: str) -> Path:
    own = (source if source.is_dir() else source.parent) / name
    shipped = {"labels.csv": shipped_label_table, "colors.csv": shipped_color_table}
    return own if own.exists() else shipped[name]()
