"""What is found out about a trained generator once, and travels with its weights: directions and a latent encoder."""

import logging
from pathlib import Path

import torch
from torch import Tensor

from fashiongan.checkpoints import Weights
from fashiongan.generator.parts import DIRECTIONS, LATENT_PREFIX, GeneratorParts, build_generator
from fashiongan.networks.latent_encoder import CELLS, LatentEncoder, cells
from fashiongan.training.exporting import write_weights
from fashiongan.training.generator.batches import conditions_of
from fashiongan.training.generator.directions import find_directions

logger = logging.getLogger(__name__)
PICTURES = 3000
RIDGE = 30.0
_PART = 16


def finish(weights: Weights, to: Path, pictures: int = PICTURES) -> None:
    """Write the weights again, with directions and a latent encoder.

    Raises
    ------
    CheckpointError : they are not of a generator
    OutputError : `to` cannot be written to
    """
    parts = build_generator(weights)
    directions = find_directions(parts)
    encoder = fit_latent_encoder(parts, pictures)
    found = {f"{LATENT_PREFIX}{name}": value for name, value in encoder.state_dict().items()}
    system, facts = weights.header["system"], {n: fact for n, fact in weights.header.items() if n != "system"}
    tensors = {**weights.tensors, **found, DIRECTIONS: directions.vectors}
    write_weights(to, system, tensors, facts | {"directions": directions.names})
    logger.info("directions: %s", ", ".join(directions.names))


@torch.inference_mode()
def fit_latent_encoder(parts: GeneratorParts, pictures: int, seed: int = 0) -> LatentEncoder:
    """Ridge regression from the generator's pictures of wardrobe garments to the latent numbers behind them."""
    random = torch.Generator().manual_seed(seed)
    width = parts.network.shape.total_latent_width
    seen, latents = [], []
    for _ in range(-(-pictures // _PART)):
        rows = torch.randint(0, len(parts.wardrobe.labels), (_PART,), generator=random)
        latent = torch.randn(_PART, width, generator=random)
        seen.append(cells(parts.network(latent, conditions_of(parts.wardrobe, rows))))
        latents.append(latent)
    return _ridge(torch.cat(seen), torch.cat(latents), LatentEncoder(width))


def _ridge(seen: Tensor, latents: Tensor, encoder: LatentEncoder) -> LatentEncoder:
    centre = seen.mean(0)
    x = (seen - centre).double()
    solved = torch.linalg.solve(x.T @ x + RIDGE * torch.eye(4 * CELLS**2, dtype=torch.double), x.T @ latents.double())
    encoder.weight.copy_(solved.T.float())
    encoder.bias.copy_(-(centre @ solved.float()))
    return encoder
