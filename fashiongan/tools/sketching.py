"""Sketch to garment: pix2pix with its checkpoint."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, Pattern
from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.color import Color
from fashiongan.cutout import tidy
from fashiongan.dataset.color_hints import one_color
from fashiongan.dataset.strokes import ink_of, line_profile
from fashiongan.errors import CheckpointError
from fashiongan.generator.generation import rgba_from_network
from fashiongan.networks.sketch_generator import SketchGenerator, SketchGeneratorShape
from fashiongan.recolor import match_colors
from fashiongan.tools.sketch_picture import SIZE_PX
from fashiongan.tools.sketch_request import SketchRequest

CHECKPOINT_NAME = "pix2pix"
PALETTE = "palette."


@dataclass(frozen=True, slots=True)
class SketchParts:
    """What a file of weights holds: the network, and colours of garments: (N, 3) RGB 0-255 and (N,) categories."""

    network: SketchGenerator
    palette: Tensor
    categories: Tensor


class SketchTranslator:
    """A loaded checkpoint of pix2pix."""

    def __init__(self, checkpoint: Checkpoint, parts: SketchParts, device: torch.device) -> None:
        self.checkpoint, self.parts, self.device = checkpoint, parts, device
        parts.network.to(device)

    @classmethod
    def load(cls, folder: Path, device: torch.device) -> "SketchTranslator":
        """Load the checkpoint of pix2pix.

        Raises
        ------
        CheckpointError : missing, changed, or of another shape than its header says
        """
        checkpoint = find_checkpoint(CHECKPOINT_NAME, folder)
        return cls(checkpoint, build_sketch_generator(load_weights(checkpoint, torch.device("cpu"))), device)

    def draw(self, request: SketchRequest) -> NDArray[np.uint8]:
        """(256, 256, 4) sRGB with straight alpha; the same request gives the same bytes."""
        lines = torch.from_numpy(request.lines.astype(np.float32))[None, None]
        rgba = self.translate(ink_of(line_profile(lines)), self._hints(request), words_of(request.asked))
        colors = request.asked.colors
        if not colors or request.dabs is not None:
            return rgba
        pattern = request.asked.pattern or (Pattern.SOLID if len(colors) == 1 else Pattern.ABSTRACT)
        return match_colors(rgba, pattern, colors[0], colors[-1])

    @torch.inference_mode()
    def translate(self, ink: Tensor, hints: Tensor, words: Tensor) -> NDArray[np.uint8]:
        """What the network makes of one sketch, tidied: (1, ...) tensors of a SketchGenerator to (256, 256, 4) sRGB."""
        made = self.parts.network(*(one.to(self.device) for one in (ink, hints, words)))
        return tidy(rgba_from_network(made[0].float().cpu().numpy()))

    def main_color(self, asked: GarmentAttributes, seed: int) -> Color:
        """The main colour that was asked for, or that of a garment of the category, drawn with the seed."""
        if asked.colors:
            return asked.colors[0]
        alike = self.parts.palette
        if asked.category:
            alike = alike[self.parts.categories == list(Category).index(asked.category)]
        rgb = alike if len(alike) else self.parts.palette
        row = int(np.random.default_rng(seed).integers(len(rgb)))
        red, green, blue = (int(channel) for channel in rgb[row])
        return Color(red, green, blue)

    def _hints(self, request: SketchRequest) -> Tensor:
        """(1, 4, S, S) hints: what was dabbed, or one colour for all."""
        if request.dabs is not None:
            dabs = torch.from_numpy(request.dabs.astype(np.float32)).permute(2, 0, 1)[None]
            mask = (dabs[:, 3:] > 127).float()
            return torch.cat([(dabs[:, :3] / 127.5 - 1) * mask, mask], dim=1)
        color = self.main_color(request.asked, request.seed)
        rgb = torch.tensor([[color.red, color.green, color.blue]], dtype=torch.float32)
        return one_color(rgb / 127.5 - 1, SIZE_PX)


def words_of(asked: GarmentAttributes) -> Tensor:
    """(1, A) int64 column numbers; the size of the vocabulary where a word is open."""
    given = ((kind, getattr(asked, name)) for name, kind in VOCABULARY.items())
    return torch.tensor([[list(kind).index(word) if word else len(kind) for kind, word in given]])


def build_sketch_generator(weights: Weights) -> SketchParts:
    """Build what the header of some weights describes and fill it.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        shape: dict[str, Any] = weights.header["shape"]
        sizes = tuple(shape["vocabulary_sizes"])
        rgb, categories = (weights.tensors[f"{PALETTE}{name}"] for name in ("rgb", "category"))
        if rgb.shape != (len(categories), 3) or not len(rgb) or bool(((rgb < 0) | (rgb > 255)).any()):
            raise ValueError("its palette holds no colours")
        with no_larger_than(weights.tensors):
            network = SketchGenerator(SketchGeneratorShape(**{**shape, "vocabulary_sizes": sizes}))
        own = {name: value for name, value in weights.tensors.items() if not name.startswith(PALETTE)}
        missing, unexpected = network.load_state_dict(own, strict=False)
    except MISFITS as error:
        reason = misfit(error)
        raise CheckpointError(
            f"The weights are not of a sketch translator ({reason}); give those of pix2pix."
        ) from error
    missing = [name for name in missing if "num_batches" not in name]
    if missing or unexpected or sizes != tuple(len(kind) for kind in VOCABULARY.values()):
        raise CheckpointError(
            f"The weights do not fit the sketch translator (missing {missing[:2]}, unknown {unexpected[:2]})."
        )
    return SketchParts(network.eval().requires_grad_(False), rgb, categories)
