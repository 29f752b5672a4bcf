"""Untrained translators of a few hundred weights, for a checkpoints folder of a test's own."""

from pathlib import Path

import torch

from fashiongan.attributes import Category
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.networks.resnet_generator import ResnetGenerator, ResnetShape
from fashiongan.networks.sketch_generator import SketchGenerator, SketchGeneratorShape
from fashiongan.tools.upscaling import FIDELITY, REALISM
from fashiongan.training.exporting import write_weights
from fashiongan.training.release import release
from fashiongan.training.translators.outcome import write_translators
from tests.conftest import VOCABULARY_SIZES


def add_translators(folder: Path) -> None:
    """Put pix2pix, the style "dark" and an upscaler into a checkpoints folder."""
    torch.manual_seed(0)
    weights = folder / "run.safetensors"
    sketch = SketchGeneratorShape(VOCABULARY_SIZES, width=2)
    palette = {
        "palette.rgb": torch.tensor([[200, 0, 0], [0, 0, 200]], dtype=torch.uint8),
        "palette.category": torch.tensor([0, list(Category).index(Category.SKIRT)], dtype=torch.uint8),
    }
    write_weights(weights, "pix2pix", SketchGenerator(sketch).state_dict() | palette, {"shape": sketch.to_dict()})
    release(weights, "pix2pix", {"system": "pix2pix"}, folder)
    write_translators(weights, "cyclegan", {"dark": ResnetGenerator(ResnetShape(2, 1))}, {"dark": "light"}, {}, {})
    release(weights, "restyle-dark", {"system": "restyle"}, folder)
    upscaler = UpscalerShape(8, 4, 1)
    ends = {
        f"{end}{name}": one
        for end in (FIDELITY, REALISM)
        for name, one in ResidualDenseNetwork(upscaler).state_dict().items()
    }
    write_weights(weights, "upscaler", ends, {"shape": upscaler.to_dict()})
    release(weights, "upscaler", {"system": "upscaler"}, folder)
    weights.unlink()
