"""What one file of generator weights holds: the network, the style encoder, and the wardrobe it was trained on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

from fashiongan.checkpoints import Weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.dataset.wardrobe import PREFIX, Wardrobe
from fashiongan.errors import CheckpointError
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.latent_encoder import LatentEncoder
from fashiongan.networks.style_encoder import StyleEncoder

ENCODER_PREFIX = "style_encoder."
LATENT_PREFIX = "latent_encoder."
DIRECTIONS = "directions"
# CIELAB of two colours.
LAB_NUMBERS = 6


@dataclass(frozen=True, slots=True)
class GeneratorParts:
    """The parts, ready for use. Weights fresh from training have no latent encoder and no directions yet.

    directions : name to a (Z,) unit vector
    """

    network: ConditionalGenerator
    style_encoder: StyleEncoder
    wardrobe: Wardrobe
    latent_encoder: LatentEncoder | None
    directions: dict[str, Tensor]

    def to(self, device: torch.device) -> "GeneratorParts":
        """The networks on a device."""
        guess = self.latent_encoder.to(device) if self.latent_encoder else None
        return replace(
            self, network=self.network.to(device), style_encoder=self.style_encoder.to(device), latent_encoder=guess
        )


def build_generator(weights: Weights) -> GeneratorParts:
    """Build what the header of some weights describes and fill it.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    guess = _part(weights.tensors, LATENT_PREFIX)
    try:
        shape: dict[str, Any] = weights.header["shape"]
        with no_larger_than(weights.tensors):
            network = ConditionalGenerator(
                GeneratorShape(**{**shape, "vocabulary_sizes": tuple(shape["vocabulary_sizes"])})
            )
            style_encoder = StyleEncoder(network.shape.style_width)
            latent_encoder = LatentEncoder(network.shape.total_latent_width) if guess else None
        wardrobe = Wardrobe.from_tensors(weights.tensors)
        _refuse_other_wardrobe(wardrobe, network.shape)
        names: list[str] = weights.header.get("directions", [])
        directions = dict(zip(names, weights.tensors[DIRECTIONS] if names else (), strict=True))
    except MISFITS as error:
        raise CheckpointError(f"The weights are not of a generator ({misfit(error)}).") from error
    others = (ENCODER_PREFIX, LATENT_PREFIX, PREFIX, DIRECTIONS)
    _fill(network, {name: value for name, value in weights.tensors.items() if not name.startswith(others)})
    _fill(style_encoder, _part(weights.tensors, ENCODER_PREFIX))
    if latent_encoder:
        _fill(latent_encoder, guess)
    return GeneratorParts(network, style_encoder, wardrobe, latent_encoder, directions)


def _refuse_other_wardrobe(wardrobe: Wardrobe, shape: GeneratorShape) -> None:
    """ValueError where its tensors do not fit together, or not to a generator."""
    sizes, count = torch.tensor(shape.vocabulary_sizes), len(wardrobe.labels)
    widths = (wardrobe.labels, len(sizes)), (wardrobe.lab, LAB_NUMBERS), (wardrobe.style, shape.style_width)
    if not count or any(one.shape != (count, width) for one, width in widths):
        raise ValueError("the garments of the wardrobe are not of one number")
    if bool(((wardrobe.labels < 0) | (wardrobe.labels >= sizes)).any()):
        raise ValueError("a label of the wardrobe is no word")


def _part(tensors: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}


def _fill(network: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    try:
        missing, unexpected = network.load_state_dict(tensors, strict=False)
    except RuntimeError as error:
        raise CheckpointError(f"The weights do not fit the generator ({misfit(error)}).") from error
    missing = [name for name in missing if "num_batches" not in name]
    if missing or unexpected:
        raise CheckpointError(
            f"The weights do not fit the generator (missing {missing[:2]}, unknown {unexpected[:2]})."
        )
    network.eval().requires_grad_(False)
