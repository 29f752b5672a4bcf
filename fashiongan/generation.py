"""Attributes to pictures: the conditional generator with its checkpoint."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from fashiongan.attributes import GarmentAttributes
from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.cutout import tidy
from fashiongan.dataset.completion import AttributeCompleter
from fashiongan.dataset.labels import label_indices
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.image import GarmentImage
from fashiongan.latent import MAX_SEED, LatentSource
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.recolor import match_colors

CHECKPOINT_NAME = "conditional"
MAX_COUNT = 1_000_000


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """So many garments with these attributes; picture i has the seed `seed + i`."""

    attributes: GarmentAttributes
    count: int = 1
    seed: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MAX_COUNT:
            raise RequestError(f"count is {self.count}, but 1 to {MAX_COUNT} pictures can be asked for.")
        if not 0 <= self.seed <= MAX_SEED - self.count + 1:
            raise RequestError(
                f"seed is {self.seed}, but for {self.count} pictures it is 0 to {MAX_SEED - self.count + 1}."
            )


class GarmentGenerator:
    """A loaded checkpoint. One picture at a time, so that no picture depends on its neighbours in a batch."""

    def __init__(self, checkpoint: Checkpoint, network: ConditionalGenerator, device: torch.device) -> None:
        self.checkpoint = checkpoint
        self._network = network.to(device).eval().requires_grad_(False)
        self._device = device
        self._completer = AttributeCompleter()

    @classmethod
    def load(cls, folder: Path, device: torch.device) -> "GarmentGenerator":
        """Load the checkpoint of the conditional GAN.

        Raises
        ------
        CheckpointError : missing, changed, or of another shape than its header says
        """
        weights = load_weights(find_checkpoint(CHECKPOINT_NAME, folder), device)
        return cls(weights.checkpoint, build_generator(weights), device)

    def draw(self, asked: GarmentAttributes, seed: int) -> GarmentImage:
        """Draw one garment; the same request and seed give the same bytes."""
        attributes = self._completer.complete(asked, np.random.default_rng(seed))
        return self._draw(asked, attributes, LatentSource(seed))

    def vary(self, liked: GarmentImage, toward: int, distance: float) -> GarmentImage:
        """Draw a liked garment a little differently: what it is stays, how it looks is turned towards another seed.

        Raises
        ------
        RequestError : the distance is not 0 to 1
        CheckpointError : the liked picture was made with other weights than these
        """
        self._check_own(liked)
        return self._draw(liked.asked, liked.attributes, liked.source.turned(toward, distance))

    def again(self, picture: GarmentImage) -> GarmentImage:
        """Draw a picture again from what it says of itself.

        Raises
        ------
        CheckpointError : it was made with other weights than these
        """
        self._check_own(picture)
        return self._draw(picture.asked, picture.attributes, picture.source)

    def _check_own(self, picture: GarmentImage) -> None:
        if picture.checkpoint_sha256 != self.checkpoint.sha256:
            raise CheckpointError(
                f"The picture was made with {picture.checkpoint} {picture.checkpoint_sha256[:12]}, and here is "
                f"{self.checkpoint.name} {self.checkpoint.sha256[:12]}; give --checkpoints the folder with its weights."
            )

    @torch.inference_mode()
    def _draw(self, asked: GarmentAttributes, attributes: GarmentAttributes, source: LatentSource) -> GarmentImage:
        latent = source.vector(self._network.shape.total_latent_width)
        labels = torch.from_numpy(label_indices([attributes]))
        lab = torch.tensor(np.concatenate([color.lab for color in attributes.colors]), dtype=torch.float32)[None]
        made = self._network(latent.to(self._device), labels.to(self._device), lab.to(self._device))
        rgba = tidy(rgba_from_network(made[0].cpu().numpy()))
        if asked.colors and attributes.pattern:
            rgba = match_colors(rgba, attributes.pattern, *attributes.colors)
        return GarmentImage(rgba, asked, attributes, source, self.checkpoint.name, self.checkpoint.sha256)


def build_generator(weights: Weights) -> ConditionalGenerator:
    """Build the network that the header of some weights describes and fill it.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        shape: dict[str, Any] = weights.header["shape"]
        sizes = tuple(shape["vocabulary_sizes"])
        network = ConditionalGenerator(GeneratorShape(**{**shape, "vocabulary_sizes": sizes}))
        missing, unexpected = network.load_state_dict(weights.tensors, strict=False)
    except (KeyError, TypeError, RuntimeError) as error:
        raise CheckpointError(f"The weights do not fit the generator ({str(error).splitlines()[0]}).") from error
    missing = [name for name in missing if "num_batches" not in name]
    if missing or unexpected:
        raise CheckpointError(
            f"The weights do not fit the generator (missing {missing[:2]}, unknown {unexpected[:2]})."
        )
    return network


def rgba_from_network(made: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(4, S, S) in [-1, 1] to (S, S, 4) 0-255; nearly transparent and nearly opaque pixels are made fully so."""
    rgba = np.clip((made + 1) / 2, 0, 1).transpose(1, 2, 0)
    rgba[..., 3] = np.clip((rgba[..., 3] - 0.06) / 0.88, 0, 1)
    return np.rint(rgba * 255).astype(np.uint8)
