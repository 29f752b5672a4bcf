"""Is a picture new? The check in use: a picture becomes a point, and its nearest garments are told."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.dataset.augment import composite
from fashiongan.errors import CheckpointError, ImageError
from fashiongan.generator.style_picture import MOSTLY, OPAQUE, style_of
from fashiongan.networks.likeness_network import LIKENESS_PX, LikenessNetwork, LikenessShape
from fashiongan.originality.finding import Finding, Match, nearest_matches
from fashiongan.originality.index import PREFIX, GarmentIndex, Vectors
from fashiongan.originality.space import CHECKPOINT_NAME

MATCHES = 3


class Originality:
    """A loaded checkpoint of the check. space : names the vectors that it makes; others cannot be compared with them"""

    def __init__(
        self, checkpoint: Checkpoint, network: LikenessNetwork, index: GarmentIndex, device: torch.device
    ) -> None:
        self.checkpoint, self.index, self._device = checkpoint, index, device
        self.space = checkpoint.sha256
        # Twice as fast on CPUs.
        self.network = network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]

    @classmethod
    def load(cls, folder: Path, device: torch.device) -> "Originality":
        """Load the checkpoint of the originality check.

        Raises
        ------
        CheckpointError : missing, changed, or of another shape than its header says
        """
        checkpoint = find_checkpoint(CHECKPOINT_NAME, folder)
        return cls(checkpoint, *build_originality(load_weights(checkpoint, torch.device("cpu"))), device)

    @torch.inference_mode()
    def embed(self, rgba: NDArray[np.uint8]) -> Vectors:
        """Where an (H, W, 4) cut-out lies: (D,) of unit length.

        Raises
        ------
        ImageError : almost nothing in it is opaque, or everything
        """
        place: Tensor = self.network(framed(rgba)[None].to(self._device))[0]
        return np.asarray(place.cpu().numpy(), np.float32)

    def check(self, rgba: NDArray[np.uint8]) -> Finding:
        """The garments of the training set that are nearest to an (H, W, 4) cut-out; rows are those of `index`.

        Raises
        ------
        ImageError : as in `embed`
        """
        return Finding(self.nearest(self.embed(rgba)))

    def check_among(self, rgba: NDArray[np.uint8], embeddings: Vectors) -> tuple[Match, ...]:
        """The nearest of other pictures, by their (N, D) embeddings; none where there are none.

        Raises
        ------
        ImageError : as in `embed`
        """
        return self.among(self.embed(rgba), embeddings)

    def nearest(self, vector: Vectors) -> tuple[Match, ...]:
        """The garments of the training set that are nearest to a (D,) point."""
        return self.among(vector, self.index.vectors)

    def among(self, vector: Vectors, embeddings: Vectors) -> tuple[Match, ...]:
        """The nearest of (N, D) to (D,)."""
        if not len(embeddings):
            return ()
        return nearest_matches(np.linalg.norm(embeddings - vector, axis=1), self.index.scale, MATCHES)


def framed(rgba: NDArray[np.uint8]) -> Tensor:
    """An (H, W, 4) cut-out as the network looks at it, as large as fits and in the middle: (3, 128, 128) on white.

    Raises
    ------
    ImageError : almost nothing in it is opaque, or everything
    """
    if (rgba[..., 3] > OPAQUE).mean() > MOSTLY:
        raise ImageError("The picture has a background, so there is no garment to compare; cut the garment out first.")
    square = torch.from_numpy(style_of(rgba, "The picture").rgba).permute(2, 0, 1)[None].float() / 127.5 - 1
    plain = composite(square, torch.ones(1, 3, 1, 1))
    return functional.interpolate(plain, (LIKENESS_PX,) * 2, mode="bilinear", antialias=True)[0]


def build_originality(weights: Weights) -> tuple[LikenessNetwork, GarmentIndex]:
    """Build what the header of some weights describes and fill it.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        shape: dict[str, Any] = weights.header["shape"]
        with no_larger_than(weights.tensors):
            network = LikenessNetwork(LikenessShape(int(shape["width"])))
        ours = {name: one for name, one in weights.tensors.items() if not name.startswith(PREFIX)}
        network.load_state_dict(ours)
        index = GarmentIndex.from_tensors(weights.tensors)
        if index.vectors.shape[1:] != (network.shape.width,):
            raise ValueError("its garments are of another width")
    except MISFITS as error:
        reason = misfit(error)
        raise CheckpointError(f"The weights are not of an originality check ({reason}); build them anew.") from error
    return network.eval().requires_grad_(False), index
