"""Reading attributes off a picture of a garment."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, valid_values
from fashiongan.checkpoints import Weights, find_checkpoint, load_weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.dataset.augment import composite
from fashiongan.errors import CheckpointError
from fashiongan.networks.garment_encoder import READER_PX, GarmentEncoder, ReaderShape

CHECKPOINT_NAME = "reader"


class GarmentReader:
    """A loaded reader. What it says goes together: words that the category does not have are not considered."""

    def __init__(self, network: GarmentEncoder, device: torch.device) -> None:
        self.network = network.to(device).eval().requires_grad_(False)
        self._device = device

    @classmethod
    def load(cls, folder: Path, device: torch.device) -> "GarmentReader":
        """Load the checkpoint of the reader.

        Raises
        ------
        CheckpointError : missing, changed, or of another shape than its header says
        """
        return cls(build_reader(load_weights(find_checkpoint(CHECKPOINT_NAME, folder), device)), device)

    @torch.inference_mode()
    def read(self, rgba: NDArray[np.uint8], known: GarmentAttributes | None = None) -> GarmentAttributes:
        """What garment an (H, W, 4) cut-out shows: what is known of it stays, the rest is read and goes with it."""
        known = known or GarmentAttributes()
        picture = torch.from_numpy(rgba).permute(2, 0, 1)[None].float().to(self._device) / 127.5 - 1
        small = functional.interpolate(picture, (READER_PX,) * 2, mode="bilinear", antialias=True)
        _, words, _ = self.network(composite(small, torch.ones(1, 3, 1, 1, device=self._device)))
        given = {name: getattr(known, name) for name in VOCABULARY if getattr(known, name) is not None}
        allowed = [one for one in Category if all(word in valid_values(one, name) for name, word in given.items())]
        category = max(allowed, key=lambda one: float(words[0][0, list(Category).index(one)]))
        read = {name: _likeliest(category, name, logits[0]) for name, logits in zip(VOCABULARY, words, strict=True)}
        return replace(known, **{**read, **given})


def _likeliest(category: Category, name: str, logits: Tensor) -> StrEnum:
    allowed = valid_values(category, name)
    order = list(VOCABULARY[name])
    return max(allowed, key=lambda word: float(logits[order.index(word)]))


def build_reader(weights: Weights) -> GarmentEncoder:
    """Build the reader that the header of some weights describes and fill it.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        shape: dict[str, Any] = weights.header["shape"]
        with no_larger_than(weights.tensors):
            network = GarmentEncoder(ReaderShape(tuple(shape["vocabulary_sizes"]), shape["width"]))
        missing, unexpected = network.load_state_dict(weights.tensors, strict=False)
    except MISFITS as error:
        raise CheckpointError(f"The weights do not fit the reader ({misfit(error)}).") from error
    if unexpected or any("num_batches" not in name for name in missing):
        raise CheckpointError(f"The weights do not fit the reader (missing {missing[:2]}, unknown {unexpected[:2]}).")
    return network.eval()
