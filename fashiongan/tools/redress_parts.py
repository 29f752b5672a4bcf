"""What one file of weights for redressing holds: the parser, and the two stages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

from fashiongan.attributes import VOCABULARY
from fashiongan.checkpoints import Weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.errors import CheckpointError
from fashiongan.networks.redress_generators import PersonParser, RedressShape, RegionGenerator, TextureGenerator

PARSER, REGIONS, TEXTURES = "parser.", "regions.", "textures."


@dataclass(frozen=True, slots=True)
class RedressParts:
    """The three networks, ready for use."""

    parser: PersonParser
    regions: RegionGenerator
    textures: TextureGenerator

    def to(self, device: torch.device) -> "RedressParts":
        """The networks on a device."""
        return replace(
            self, parser=self.parser.to(device), regions=self.regions.to(device), textures=self.textures.to(device)
        )


def redress_shape(header: Mapping[str, Any]) -> RedressShape:
    """The shape in the header of weights.

    Raises
    ------
    CheckpointError : there is none, or it is of another vocabulary
    """
    try:
        shape: dict[str, Any] = header["shape"]
        made = RedressShape(**{**shape, "vocabulary_sizes": tuple(shape["vocabulary_sizes"])})
    except MISFITS as error:
        raise CheckpointError(
            f"The weights are not of redressing ({misfit(error)}); give those of fashiongan."
        ) from error
    if made.vocabulary_sizes != tuple(len(kind) for kind in VOCABULARY.values()):
        raise CheckpointError("The weights of redressing know another vocabulary; train them anew.")
    return made


def build_redress(weights: Weights) -> RedressParts:
    """Build what the header of some weights describes and fill it.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    shape = redress_shape(weights.header)
    try:
        with no_larger_than(weights.tensors):
            parts = RedressParts(PersonParser(shape), RegionGenerator(shape), TextureGenerator(shape))
    except MISFITS as error:
        raise CheckpointError(
            f"The weights are not of redressing ({misfit(error)}); give those of fashiongan."
        ) from error
    known = (PARSER, REGIONS, TEXTURES)
    stray = [name for name in weights.tensors if not name.startswith(known)]
    if stray:
        raise CheckpointError(f"{weights.checkpoint.path} holds {stray[0]}, which is not of redressing; restore it.")
    for prefix, network in ((PARSER, parts.parser), (REGIONS, parts.regions), (TEXTURES, parts.textures)):
        fill(network, {n.removeprefix(prefix): one for n, one in weights.tensors.items() if n.startswith(prefix)})
    return parts


def fill(network: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    """Fill a network, which is ready for use from then on.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        network.load_state_dict(dict(tensors))
    except RuntimeError as error:
        reason = " ".join(str(error).split())[:160]
        raise CheckpointError(f"The weights do not fit a network of redressing ({reason}); restore them.") from error
    network.eval().requires_grad_(False)
