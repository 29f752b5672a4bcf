"""An originality check of a few garments, for a checkpoints folder of a test's own."""

from pathlib import Path

import torch

from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.networks.likeness_network import LikenessNetwork, LikenessShape
from fashiongan.originality.space import CHECKPOINT_NAME
from fashiongan.training.features import frozen_features
from fashiongan.training.originality.building import export, list_garments, settle
from fashiongan.training.release import release

WIDTH = 16


def add_originality(garments: Path, folder: Path) -> None:
    """List the training garments of a set with real eyes and random axes, which keep distances roughly."""
    torch.manual_seed(0)
    network = LikenessNetwork(LikenessShape(WIDTH))
    network.features.load_state_dict(frozen_features().state_dict())
    torch.nn.init.normal_(network.axes)
    train, test = (load_training_set(garments, split, 128) for split in (Split.TRAIN, Split.TEST))
    weights = folder / "index.safetensors"
    export(weights, settle(network), list_garments(network, train, test), {})
    release(weights, CHECKPOINT_NAME, {"system": CHECKPOINT_NAME}, folder)
    weights.unlink()
