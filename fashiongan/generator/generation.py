"""Attributes to pictures: the conditional generator with its checkpoint."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.attributes import GarmentAttributes
from fashiongan.checkpoints import Checkpoint, find_checkpoint, load_weights, refuse_other_weights
from fashiongan.color import Color
from fashiongan.cutout import tidy
from fashiongan.dataset.colors import measure_colors
from fashiongan.dataset.completion import AttributeCompleter
from fashiongan.errors import RequestError
from fashiongan.generator.creative import CHECKPOINT_NAME as CREATIVE
from fashiongan.generator.creative import CreativeTwin, load_twin
from fashiongan.generator.inputs import inputs_of
from fashiongan.generator.parts import GeneratorParts, build_generator
from fashiongan.generator.request import USUAL, Controls
from fashiongan.generator.style_picture import StylePicture
from fashiongan.ideas.idea import Boldness, DesignCode, Idea
from fashiongan.ideas.latent import normal, turned
from fashiongan.image import GarmentImage
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.conditioning import Conditions
from fashiongan.recolor import match_colors

CHECKPOINT_NAME = "conditional"


class GarmentGenerator:
    """A loaded checkpoint. One picture at a time, so that no picture depends on its neighbours in a batch."""

    def __init__(
        self,
        checkpoint: Checkpoint,
        parts: GeneratorParts,
        device: torch.device,
        twin: CreativeTwin | None = None,
    ) -> None:
        """`twin` : what the creativity slider leads to, built on the network of `parts`"""
        self.checkpoint = checkpoint
        self.twin = twin
        self.parts = parts.to(device)
        self._completer = AttributeCompleter(parts.wardrobe)
        self._style = parts.wardrobe.style.half().numpy()
        self.device = device

    @classmethod
    def load(cls, folder: Path, device: torch.device) -> "GarmentGenerator":
        """Load the checkpoint of the conditional GAN, and its creative twin where there is one.

        Raises
        ------
        CheckpointError : missing, changed, or of another shape than its header says
        """
        weights = load_weights(find_checkpoint(CHECKPOINT_NAME, folder), torch.device("cpu"))
        parts = build_generator(weights).to(device)
        twin = load_twin(folder, parts.network, weights.checkpoint.sha256)
        return cls(weights.checkpoint, parts, device, twin)

    @property
    def shape(self) -> GeneratorShape:
        """The shape of the network."""
        return self.parts.network.shape

    def imagine(self, asked: GarmentAttributes, seed: int, controls: Controls = USUAL) -> Idea:
        """Fill in what was left open; the same request and seed give the same idea."""
        random = np.random.default_rng(seed)
        latent = (normal(seed, self.shape.total_latent_width) * controls.truncation).astype(np.float16)
        told, style, boldness = asked, None, self._boldness(controls)
        if controls.style:
            style = self.style_code(controls.style)
            told = self._told_by(controls.style, style, asked)
        completed = self._completer.complete(told, random)
        if style is None:
            style = self._style[completed.row]
            if controls.creativity and boldness is None:
                other = self._completer.unlike(completed.attributes, random)
                style = turned(style, self._style[other], controls.creativity)
        lab = np.concatenate([color.lab for color in completed.attributes.colors]).astype(np.float16)
        asked = replace(asked, colors=told.colors)
        return Idea(asked, completed.attributes, DesignCode(latent, style, lab), f"seed {seed}", boldness)

    def _boldness(self, controls: Controls) -> Boldness | None:
        """How bold the weights shall be; without a creative twin, creativity is another garment's cloth.

        Raises
        ------
        RequestError : there is no twin, and a style picture chooses the cloth already
        """
        if controls.style and controls.creativity and not self.twin:
            raise RequestError("creativity and a style picture both choose the cloth; give one of them.")
        if not (self.twin and controls.creativity):
            return None
        return Boldness(controls.creativity, self.twin.checkpoint.sha256)

    def _told_by(
        self, picture: StylePicture, style: NDArray[np.float16], asked: GarmentAttributes
    ) -> GarmentAttributes:
        """What a style picture says of the cloth, where the designer left it open."""
        words = self._completer.cloth_words(style.astype(np.float32))
        told = replace(asked, pattern=asked.pattern or words.pattern, fabric=asked.fabric or words.fabric)
        if asked.colors or told.pattern is None:
            return told
        found = measure_colors(picture.rgba, told.pattern)
        return replace(told, colors=(Color.from_lab(found.main_lab), Color.from_lab(found.second_lab)))

    @torch.inference_mode()
    def style_code(self, picture: StylePicture) -> NDArray[np.float16]:
        """(W,) what the style encoder sees in a picture."""
        size = self.shape.size_px
        rgba = torch.from_numpy(picture.rgba).permute(2, 0, 1)[None].float().to(self.device) / 127.5 - 1
        seen = torch.nn.functional.interpolate(rgba, (size, size), mode="bilinear", antialias=True)
        return np.asarray(self.parts.style_encoder(seen)[0].half().cpu().numpy())

    @torch.inference_mode()
    def draw(self, idea: Idea) -> GarmentImage:
        """Draw an idea; the same idea gives the same bytes.

        Raises
        ------
        CheckpointError : the idea is of another network, or of creative weights that are not here
        """
        made = self._network(idea)(*self.inputs(idea))
        rgba = tidy(rgba_from_network(made[0].cpu().numpy()))
        if idea.asked.colors and idea.attributes.pattern:
            rgba = match_colors(rgba, idea.attributes.pattern, *idea.attributes.colors)
        return GarmentImage(rgba, idea, self.checkpoint.name, self.checkpoint.sha256)

    def _network(self, idea: Idea) -> ConditionalGenerator:
        if idea.boldness is None:
            return self.parts.network
        here = (CREATIVE, self.twin.checkpoint.sha256) if self.twin else ("no creative", "weights")
        refuse_other_weights((CREATIVE, idea.boldness.sha256), here)
        assert self.twin
        return self.twin.network(idea.boldness.share)

    def inputs(self, idea: Idea) -> tuple[Tensor, Conditions]:
        """What the network is given for an idea, as a batch of one.

        Raises
        ------
        CheckpointError : the idea is of a network with other latents
        """
        return inputs_of(idea, self.shape, self.device)

    @property
    def directions(self) -> list[str]:
        """The names of the directions that ideas can be steered along."""
        return list(self.parts.directions)

    def direction(self, name: str) -> NDArray[np.float32]:
        """(Z,) one direction, of unit length.

        Raises
        ------
        RequestError : these weights have no such direction
        """
        if name not in self.parts.directions:
            raise RequestError(f'"{name}" is not a direction. Known: {", ".join(self.directions) or "none"}.')
        return np.asarray(self.parts.directions[name].cpu().numpy(), np.float32)

    @torch.inference_mode()
    def guess_latent(self, rgba: Tensor) -> Tensor:
        """(Z,) the latent encoder's guess for (1, 4, S, S); zeros where the weights have no encoder."""
        if self.parts.latent_encoder is None:
            return torch.zeros(self.shape.total_latent_width)
        guess: Tensor = self.parts.latent_encoder(rgba.to(self.device))[0]
        return guess

    def own(self, picture: GarmentImage) -> Idea:
        """The idea of a picture that these weights drew.

        Raises
        ------
        RequestError : it was made of another picture
        CheckpointError : it was made with other weights than these
        """
        idea = picture.drawn_from
        refuse_other_weights(picture.made_with, (self.checkpoint.name, self.checkpoint.sha256))
        return idea


def rgba_from_network(made: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(4, S, S) in [-1, 1] to (S, S, 4) 0-255; nearly transparent and nearly opaque pixels are made fully so."""
    rgba = np.clip((made + 1) / 2, 0, 1).transpose(1, 2, 0)
    rgba[..., 3] = np.clip((rgba[..., 3] - 0.06) / 0.88, 0, 1)
    return np.rint(rgba * 255).astype(np.uint8)
