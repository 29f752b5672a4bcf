"""Small valid weights of every system, untrained, as training writes them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import torch
from torch import Tensor, nn

from benchmarks.hostile.seeds import garment
from fashiongan.attributes import VOCABULARY
from fashiongan.checkpoints import MANIFEST
from fashiongan.dataset.labels import label_indices
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.generator.parts import ENCODER_PREFIX
from fashiongan.networks.compose_generator import ComposeGenerator, ComposeShape
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.garment_encoder import GarmentEncoder, ReaderShape
from fashiongan.networks.likeness_network import LikenessNetwork, LikenessShape
from fashiongan.networks.masked_generator import MaskedGenerator
from fashiongan.networks.redress_generators import PersonParser, RedressShape, RegionGenerator, TextureGenerator
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.networks.sketch_generator import SketchGenerator, SketchGeneratorShape
from fashiongan.networks.style_encoder import StyleEncoder
from fashiongan.networks.taste_network import TasteNetwork, TasteShape
from fashiongan.networks.unet_generator import UnetGenerator, UnetShape
from fashiongan.originality.finding import Scale
from fashiongan.originality.index import GarmentIndex
from fashiongan.taste.recommender import DRAWN, PHOTOS, POPULATION
from fashiongan.tools.masking import COARSE, COARSE_PX, LABELS
from fashiongan.tools.redress_parts import PARSER, REGIONS, TEXTURES
from fashiongan.tools.sketching import PALETTE
from fashiongan.training.exporting import write_weights
from fashiongan.training.release import release

SIZES = tuple(len(kind) for kind in VOCABULARY.values())
GENERATOR = GeneratorShape(32, 4, SIZES, latent_width=8, scale_latent_width=4, condition_width=8, style_width=6)
BASE_SHA256 = "0" * 64
Tensors = dict[str, Tensor]
Facts = dict[str, object]


def _wardrobe() -> Tensors:
    labels = torch.from_numpy(label_indices([garment().attributes] * 5))
    return Wardrobe(labels, torch.zeros(5, 6), torch.zeros(5, 6)).to_tensors()


def _below(prefix: str, network: nn.Module) -> Tensors:
    return {f"{prefix}{name}": one for name, one in network.state_dict().items()}


def _conditional() -> tuple[Tensors, Facts]:
    drawn = ConditionalGenerator(GENERATOR).state_dict()
    return drawn | _below(ENCODER_PREFIX, StyleEncoder(6)) | _wardrobe(), {"shape": GENERATOR.to_dict()}


def _upscaler() -> tuple[Tensors, Facts]:
    shape = UpscalerShape(2, 2, 1, 4)
    return _below("fidelity.", ResidualDenseNetwork(shape)), {"shape": shape.to_dict()}


def _restyle() -> tuple[Tensors, Facts]:
    shape = UnetShape(3, 3, width=2, downs=3)
    facts: Facts = {"shape": shape.to_dict(), "directions": {"dark": "any"}}
    return _below("dark.", UnetGenerator(shape)), facts


def _creative() -> tuple[Tensors, Facts]:
    facts: Facts = {"shape": GENERATOR.to_dict(), "base": {"sha256": BASE_SHA256}}
    return ConditionalGenerator(GENERATOR).state_dict(), facts


def _masked() -> tuple[Tensors, Facts]:
    known = {COARSE: torch.full((5, COARSE_PX, COARSE_PX), 90, dtype=torch.uint8)}
    known[LABELS] = torch.zeros(5, len(SIZES), dtype=torch.uint8)
    facts: Facts = {"shape": GENERATOR.to_dict(), "base": {"sha256": BASE_SHA256}}
    return MaskedGenerator(GENERATOR).state_dict() | known, facts


def _composer() -> tuple[Tensors, Facts]:
    shape = ComposeShape(GENERATOR, width=2)
    tensors = ComposeGenerator(shape).state_dict() | _below(ENCODER_PREFIX, StyleEncoder(6)) | _wardrobe()
    # All of the frame is garment.
    tensors["foreground.to_rgba.bias"][3] = 3.0
    return tensors, {"shape": shape.to_dict(), "options": {"foreground": BASE_SHA256}}


def _sketch() -> tuple[Tensors, Facts]:
    shape = SketchGeneratorShape(SIZES, width=2)
    palette = {"rgb": torch.full((2, 3), 90, dtype=torch.uint8), "category": torch.zeros(2, dtype=torch.uint8)}
    named = {f"{PALETTE}{name}": one for name, one in palette.items()}
    return SketchGenerator(shape).state_dict() | named, {"shape": shape.to_dict()}


def _redress() -> tuple[Tensors, Facts]:
    shape = RedressShape(SIZES, 6, width=2, downs=2)
    tensors = _below(PARSER, PersonParser(shape)) | _below(REGIONS, RegionGenerator(shape))
    return tensors | _below(TEXTURES, TextureGenerator(shape)), {"shape": shape.to_dict()}


def _originality() -> tuple[Tensors, Facts]:
    shape = LikenessShape(4)
    vectors, labels = torch.eye(4)[:3].numpy(), torch.zeros(3, len(SIZES), dtype=torch.uint8).numpy()
    index = GarmentIndex(vectors, labels, [b"jpeg", None, b"jpeg"], Scale(torch.arange(1.0, 6.0).numpy()))
    return LikenessNetwork(shape).state_dict() | index.to_tensors(), {"shape": shape.to_dict()}


def _taste() -> tuple[Tensors, Facts]:
    shape = TasteShape(4)
    ours = {POPULATION: torch.randn(6, 4), PHOTOS: torch.randn(9, 4), DRAWN: torch.randn(9, 4)}
    return TasteNetwork(shape).state_dict() | ours, {"shape": shape.to_dict()}


def _reader() -> tuple[Tensors, Facts]:
    shape = ReaderShape(SIZES, width=8)
    return GarmentEncoder(shape).state_dict(), {"shape": shape.to_dict()}


SYSTEMS: dict[str, Callable[[], tuple[Tensors, Facts]]] = {
    "conditional": _conditional,
    "upscaler": _upscaler,
    "restyle": _restyle,
    "creative": _creative,
    "masked": _masked,
    "mcgan": _composer,
    "pix2pix": _sketch,
    "fashiongan": _redress,
    "originality": _originality,
    "taste": _taste,
    "reader": _reader,
}


@cache
def base_generator() -> ConditionalGenerator:
    """What creative weights go with."""
    return ConditionalGenerator(GENERATOR)


def write_system(system: str, folder: Path) -> Path:
    """Weights of one system, in a file of its name."""
    torch.manual_seed(0)
    tensors, facts = SYSTEMS[system]()
    path = folder / f"{system}.safetensors"
    write_weights(path, system, tensors, facts)
    return path


def write_weights_of(system: str, folder: Path) -> list[Path]:
    """The same, as the only valid input of a reader."""
    return [write_system(system, folder)]


def write_checkpoints(folder: Path) -> list[Path]:
    """Weights of three systems, each alone."""
    return [write_system(name, folder) for name in ("conditional", "upscaler", "restyle")]


def write_checkpoint_folder(folder: Path) -> list[Path]:
    """A checkpoints folder with its manifest."""
    shelf = folder / "shelf"
    shelf.mkdir()
    release(write_system("upscaler", folder), "upscaler", {"system": "upscaler"}, shelf)
    assert (shelf / MANIFEST).exists()
    return [shelf]
