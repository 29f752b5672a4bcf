"""Whether a style code knows its cloth: how often a swatch's nearest garment is the one that it was cut from.

python -m benchmarks.styles garments256.tar
"""

import json
from pathlib import Path

import torch
import typer
from torch.nn import functional

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.training.generator.styles import style_statistics


def measure(data: Path) -> None:
    """Print the share of swatches of the test split that find their garment, and how many garments there are."""
    parts = GarmentGenerator.load(checkpoint_folder(), torch.device("cpu")).parts
    garments = load_training_set(data, Split.TEST, parts.network.shape.size_px)
    codes = parts.style_encoder.code(style_statistics(parts.style_encoder, garments.rgba, seed=0))  # (N, V, W)
    whole, swatches = (functional.normalize(one, dim=-1) for one in (codes[:, 0], codes[:, 1:]))
    nearest = (swatches @ whole.T).argmax(-1)  # (N, V - 1)
    found = (nearest == torch.arange(len(garments))[:, None]).float().mean()
    typer.echo(json.dumps({"swatches_that_find_their_garment": round(found.item(), 3), "garments": len(garments)}))


if __name__ == "__main__":
    typer.run(measure)
