"""An untrained masked generator and an untrained creative twin, for a checkpoints folder of a test's own."""

from pathlib import Path

import torch

from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.generator.parts import build_generator
from fashiongan.networks.conditional_generator import ConditionalGenerator
from fashiongan.networks.masked_generator import MaskedGenerator
from fashiongan.tools.masking import COARSE, COARSE_PX, LABELS
from fashiongan.training.exporting import write_weights
from fashiongan.training.release import release


def add_filler(folder: Path, base_sha256: str | None = None) -> None:
    """Put a masked generator that goes with the folder's generator there; its garments are boxes.

    Every wardrobe garment of an even row has long narrow boxes, every other wide low ones.
    """
    base = find_checkpoint("conditional", folder)
    parts = build_generator(load_weights(base, torch.device("cpu")))
    torch.manual_seed(3)
    network = MaskedGenerator(parts.network.shape)
    for add in network.pyramid.adds.values():
        torch.nn.init.normal_(add.weight, 0, 0.1)
    labels = parts.wardrobe.labels
    coarse = torch.zeros(len(labels), COARSE_PX, COARSE_PX, dtype=torch.uint8)
    coarse[0::2, 1:15, 6:10] = 255
    coarse[1::2, 6:10, 1:15] = 255
    known = {COARSE: coarse, LABELS: labels.byte()}
    facts = {"shape": parts.network.shape.to_dict(), "base": {"sha256": base_sha256 or base.sha256}}
    write_weights(folder / "run.safetensors", "masked", network.state_dict() | known, facts)
    release(folder / "run.safetensors", "masked", {"system": "masked"}, folder)
    (folder / "run.safetensors").unlink()


def add_twin(folder: Path, base_sha256: str | None = None) -> None:
    """Put other weights of the tiny generator's shape into a checkpoints folder, as those that it becomes."""
    base = find_checkpoint("conditional", folder)
    shape = build_generator(load_weights(base, torch.device("cpu"))).network.shape
    torch.manual_seed(8)
    network = ConditionalGenerator(shape)
    facts = {"shape": shape.to_dict(), "base": {"sha256": base_sha256 or base.sha256}}
    write_weights(folder / "run.safetensors", "creative", network.state_dict(), facts)
    release(folder / "run.safetensors", "creative", {"system": "creative"}, folder)
    (folder / "run.safetensors").unlink()
