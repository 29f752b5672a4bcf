"""Garments inside photos: MC-GAN with its checkpoint.

What stands out in the region is taken away first. The garment is then drawn by itself once, to see how large it comes
out, and a second time for the place where it fits into the region. All else of the photo stays as it is.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.cutout import OPAQUE, tidy
from fashiongan.dataset.covering import covered, standing_out
from fashiongan.dataset.frames import Frame, box_of, frame_fitting
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.generator.generation import GarmentGenerator, rgba_from_network
from fashiongan.generator.parts import ENCODER_PREFIX, GeneratorParts, build_generator
from fashiongan.ideas.idea import Idea
from fashiongan.networks.compose_generator import SEEN_SHARE, ComposeGenerator, ComposeShape, reach
from fashiongan.recolor import match_colors
from fashiongan.tools.place import Place
from fashiongan.tools.region import Region

CHECKPOINT_NAME = "mcgan"
FOREGROUND = "foreground."
# What is in a region is looked for at this size at most, which is enough to find and to fill.
LOOKED_AT_PX = 512
# How much of the network's light is used: all of it is too much of it (KID x1000 on 60 photos of the validation split
# 11.5 with all, 9.1 with half, 8.6 with a quarter, 8.7 pasted).
LIGHT = 0.25
Picture = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Composed:
    """rgba : (H, W, 4) the whole photo, opaque; alpha : (H, W) of the garment in it; ground : (H, W, 3) the photo
    without what was taken away; frame : the garment's square; idea : what the garment was drawn from"""

    rgba: Picture
    alpha: Picture
    ground: Picture
    frame: Frame
    idea: Idea


@dataclass(frozen=True, slots=True)
class ComposerParts:
    """What a file of weights holds: the network, and its foreground with the wardrobe."""

    network: ComposeGenerator
    generator: GeneratorParts


class Composer:
    """A loaded checkpoint of MC-GAN."""

    def __init__(
        self, checkpoint: Checkpoint, parts: ComposerParts, device: torch.device, foreground_sha256: str = ""
    ) -> None:
        """`foreground_sha256` : of the generator that it was trained on, where that is known"""
        self.checkpoint, self.device, self.foreground_sha256 = checkpoint, device, foreground_sha256
        self.network = parts.network.to(device)
        self.generator = GarmentGenerator(checkpoint, parts.generator, device)

    @classmethod
    def load(cls, folder: Path, device: torch.device) -> "Composer":
        """Load the checkpoint of MC-GAN.

        Raises
        ------
        CheckpointError : missing, changed, or of another shape than its header says
        """
        checkpoint = find_checkpoint(CHECKPOINT_NAME, folder)
        weights = load_weights(checkpoint, torch.device("cpu"))
        return cls(checkpoint, build_composer(weights), device, foreground_of(weights))

    def compose(self, place: Place, asked: GarmentAttributes, seed: int) -> Composed:
        """A garment in its place; the same request gives the same bytes.

        Raises
        ------
        RequestError : the weights know no such garment, or it came out empty
        """
        return self.compose_on(self.cleared(place), place.region, self.generator.imagine(asked, seed))

    @staticmethod
    def cleared(place: Place) -> Picture:
        """(H, W, 3) the photo without what stands out in the region."""
        return _cleared(place.photo.rgba[..., :3], place.region)

    @torch.inference_mode()
    def compose_on(self, ground: Picture, region: Region, idea: Idea) -> Composed:
        """An idea in a region of an (H, W, 3) photo, from which nothing more is taken away."""
        plain, frame = self._placed(region, idea)
        made = self.network(*self.generator.inputs(idea), self._seen(ground, frame))[0].cpu()
        lit = _lit(plain, tidy(rgba_from_network(made[:4].numpy())))
        return _in_photo(ground, frame, lit, plain, made[4], idea)

    @torch.inference_mode()
    def paste_on(self, ground: Picture, region: Region, idea: Idea) -> Composed:
        """The same without any regard to the photo: what composing is measured against."""
        plain, frame = self._placed(region, idea)
        return _in_photo(ground, frame, plain, plain, torch.zeros(plain.shape[:2]), idea)

    def _placed(self, region: Region, idea: Idea) -> tuple[Picture, Frame]:
        """The (S, S, 4) garment by itself, and where its square must lie in the photo."""
        made = self.generator.parts.network(*self.generator.inputs(idea))[0].cpu()
        plain = tidy(rgba_from_network(made.numpy()))
        garment = plain[..., 3] >= OPAQUE
        if not garment.any():
            raise RequestError(f"The garment of {idea.origin} came out empty; take another seed.")
        return plain, frame_fitting(region.box, box_of(garment), len(plain))

    def _seen(self, ground: Picture, frame: Frame) -> Tensor:
        """(1, 3, P, P) what the network sees of the photo."""
        side = self.network.shape.seen_px
        square = Image.fromarray(frame.wider(SEEN_SHARE).cut(ground)).resize((side, side), Image.Resampling.BILINEAR)
        return torch.from_numpy(np.array(square)).permute(2, 0, 1)[None].float().to(self.device) / 127.5 - 1


def _cleared(photo: Picture, region: Region) -> Picture:
    scale = min(1.0, LOOKED_AT_PX / max(photo.shape[:2]))
    size = tuple(max(1, round(side * scale)) for side in photo.shape[1::-1])
    small = np.asarray(Image.fromarray(photo).resize(size, Image.Resampling.BOX))
    box = np.zeros(small.shape[:2], bool)
    left, top, width, height = (round(number * scale) for number in region.box)
    box[top : top + height, left : left + width] = True
    hole = standing_out(small, box)
    if not hole.any():
        return photo
    whole = (photo.shape[1], photo.shape[0])
    filled = np.asarray(Image.fromarray(covered(small, hole)).resize(whole, Image.Resampling.BICUBIC))
    share = np.asarray(Image.fromarray(hole).convert("L").resize(whole, Image.Resampling.BILINEAR))[..., None] / 255
    return np.asarray(np.rint(share * filled + (1 - share) * photo).astype(np.uint8))


def _lit(plain: Picture, made: Picture) -> Picture:
    """(S, S, 4) what the network made, in the `LIGHT` share of its light."""
    own = plain[..., :3].astype(np.float64)
    rgb = np.rint(own + LIGHT * (made[..., :3] - own)).astype(np.uint8)
    return np.dstack([rgb, made[..., 3]])


def _in_photo(ground: Picture, frame: Frame, rgba: Picture, plain: Picture, shade: Tensor, idea: Idea) -> Composed:
    """An (S, S, 4) garment and its (S, S) shade in their frame of a photo."""
    rgba = _in_asked_colors(rgba, plain, idea)
    fallen = shade * reach(torch.from_numpy(rgba[..., 3].copy())[None, None].float() / 255)[0, 0]
    square, alpha = _laid_on(frame.cut(ground), rgba, fallen.numpy())
    photo = frame.put(ground, square)
    opaque = np.full(photo.shape[:2], 255, np.uint8)
    return Composed(np.dstack([photo, opaque]), frame.put(np.zeros_like(opaque), alpha), ground, frame, idea)


def _in_asked_colors(rgba: Picture, plain: Picture, idea: Idea) -> Picture:
    """Move the colours as far as those of the plain garment are from what was asked; light and cast stay."""
    if not idea.asked.colors or idea.attributes.pattern is None:
        return rgba
    matched = match_colors(plain, idea.attributes.pattern, *idea.attributes.colors)
    moved = rgba[..., :3].astype(np.int16) + matched[..., :3] - plain[..., :3]
    return np.dstack([np.clip(moved, 0, 255).astype(np.uint8), rgba[..., 3]])


def _laid_on(ground: Picture, rgba: Picture, shade: NDArray[np.float32]) -> tuple[Picture, Picture]:
    """A garment and its shade on an (F, F, 3) ground, and the garment's (F, F) alpha, all at the ground's size."""
    size = ground.shape[1::-1]
    garment = Image.fromarray(rgba).convert("RGBa").resize(size, Image.Resampling.BICUBIC)
    weighted = np.asarray(garment).astype(np.float32)
    dark = np.asarray(Image.fromarray(shade).resize(size, Image.Resampling.BILINEAR))[..., None].clip(0, 1)
    alpha = weighted[..., 3:] / 255
    made = weighted[..., :3] + (1 - alpha) * (1 - dark) * ground
    return np.rint(made.clip(0, 255)).astype(np.uint8), np.rint(weighted[..., 3]).astype(np.uint8)


def build_composer(weights: Weights) -> ComposerParts:
    """Build what the header of some weights describes and fill it.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        with no_larger_than(weights.tensors):
            network = ComposeGenerator(ComposeShape.from_dict(weights.header["shape"]))
        apart = (ENCODER_PREFIX, "wardrobe.")
        own = {name: value for name, value in weights.tensors.items() if not name.startswith(apart)}
        missing, unexpected = network.load_state_dict(own, strict=False)
    except MISFITS as error:
        raise CheckpointError(
            f"The weights are not of a composer ({misfit(error)}); give those of {CHECKPOINT_NAME}."
        ) from error
    missing = [name for name in missing if "num_batches" not in name]
    sizes = network.shape.foreground.vocabulary_sizes
    if missing or unexpected or sizes != tuple(len(kind) for kind in VOCABULARY.values()):
        raise CheckpointError(f"The weights do not fit the composer (missing {missing[:2]}, unknown {unexpected[:2]}).")
    return ComposerParts(network.eval().requires_grad_(False), build_generator(_foreground(weights)))


def _foreground(weights: Weights) -> Weights:
    """The weights of the conditional generator inside."""
    kept = {name.removeprefix(FOREGROUND): value for name, value in weights.tensors.items() if _of_foreground(name)}
    return Weights(weights.checkpoint, kept, {"shape": weights.header["shape"]["foreground"]})


def _of_foreground(name: str) -> bool:
    return name.startswith((FOREGROUND, ENCODER_PREFIX, "wardrobe."))


def foreground_of(weights: Weights) -> str:
    """The SHA-256 of the generator that a composer was trained on; empty where the weights do not say."""
    options = weights.header.get("options")
    return str(options.get("foreground", "")) if isinstance(options, dict) else ""
