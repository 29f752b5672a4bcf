"""Taste weights of a few numbers, for a checkpoints folder of a test's own."""

from pathlib import Path

import torch

from fashiongan.networks.taste_network import TasteNetwork, TasteShape
from fashiongan.taste.recommender import DRAWN, PHOTOS, POPULATION
from fashiongan.taste.space import CHECKPOINT_NAME
from fashiongan.training.exporting import write_weights
from fashiongan.training.features import frozen_features
from fashiongan.training.release import release

WIDTH = 4


def add_taste(folder: Path) -> None:
    """Put taste weights into a checkpoints folder: real eyes, and a head out of thin air."""
    torch.manual_seed(0)
    network = TasteNetwork(TasteShape(WIDTH))
    network.features.load_state_dict(frozen_features().state_dict())
    ours = {POPULATION: torch.randn(6, WIDTH), PHOTOS: torch.randn(20, WIDTH), DRAWN: torch.randn(20, WIDTH)}
    weights = folder / "run.safetensors"
    write_weights(weights, CHECKPOINT_NAME, network.state_dict() | ours, {"shape": network.shape.to_dict()})
    release(weights, CHECKPOINT_NAME, {"system": CHECKPOINT_NAME}, folder)
    weights.unlink()
