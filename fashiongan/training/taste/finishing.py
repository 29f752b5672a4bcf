"""The last part of taste weights: how the codes of drawn garments differ from those of photographed ones."""

from pathlib import Path

import torch

from fashiongan.attributes import GarmentAttributes
from fashiongan.checkpoints import Weights
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.taste.recommender import DRAWN, TasteModel, build_taste
from fashiongan.taste.space import CHECKPOINT_NAME
from fashiongan.training.exporting import write_weights

PICTURES = 256
# Not those of anybody's first pictures.
FIRST_SEED = 1_000_000_000


def finish_taste(weights: Weights, generator: GarmentGenerator, path: Path, pictures: int | None = None) -> None:
    """Write weights with the codes of so many garments that a generator draws when nothing is asked.

    Stars on drawn pictures are compared with these, or a taste would be one for what the generator does to pictures.

    Raises
    ------
    CheckpointError : the weights are not of a taste network
    OutputError : the place cannot be written to
    """
    model = TasteModel(weights.checkpoint, build_taste(weights), torch.device("cpu"))
    ideas = (generator.imagine(GarmentAttributes(), FIRST_SEED + number) for number in range(pictures or PICTURES))
    codes = torch.stack([torch.from_numpy(model.code(generator.draw(idea).rgba)) for idea in ideas])
    facts = {name: fact for name, fact in weights.header.items() if name != "system"}
    drawn_by = {"drawn_by": [generator.checkpoint.name, generator.checkpoint.sha256]}
    write_weights(path, CHECKPOINT_NAME, weights.tensors | {DRAWN: codes}, facts | drawn_by)
