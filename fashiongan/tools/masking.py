"""Silhouettes filled with cloth: the masked generator with its checkpoint.

Of a silhouette a designer knows the outline alone; what category it is, and what sleeves, the training garments of the
most similar outlines say.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, valid_values
from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.generator.creative import refuse_other_base
from fashiongan.generator.generation import rgba_from_network
from fashiongan.generator.inputs import inputs_of
from fashiongan.ideas.idea import Idea
from fashiongan.networks.conditional_generator import GeneratorShape
from fashiongan.networks.masked_generator import MaskedGenerator, covered
from fashiongan.recolor import match_colors
from fashiongan.tools.silhouette_picture import Coverage

CHECKPOINT_NAME = "masked"
# Coarse silhouettes of the garments that the network was trained on, and what those are.
COARSE, LABELS = "silhouettes.coverage", "silhouettes.labels"
COARSE_PX = 16
VOTERS = 15
# What an outline shows beside the category; necklines and closures lie inside it.
_OUTLINED = ("sleeve", "length")


@dataclass(frozen=True, slots=True)
class FillerParts:
    """What a file of weights holds: the network, (N, 16, 16) coverage of garments, 0 to 1, and their (N, A) labels."""

    network: MaskedGenerator
    coarse: Tensor
    labels: Tensor


class SilhouetteFiller:
    """A loaded checkpoint of the masked generator."""

    def __init__(self, checkpoint: Checkpoint, parts: FillerParts, device: torch.device) -> None:
        self.checkpoint, self.parts, self.device = checkpoint, parts, device
        parts.network.to(device)

    @classmethod
    def load(cls, folder: Path, device: torch.device, base_sha256: str) -> "SilhouetteFiller":
        """Load the checkpoint of the masked generator, which goes with a generator of attributes.

        Raises
        ------
        CheckpointError : missing, changed, of another shape than its header says, or of another generator
        """
        weights = load_weights(find_checkpoint(CHECKPOINT_NAME, folder), torch.device("cpu"))
        refuse_other_base(weights, base_sha256)
        return cls(weights.checkpoint, build_filler(weights), device)

    def words(self, silhouette: Coverage, asked: GarmentAttributes) -> GarmentAttributes:
        """What was asked, with category, sleeve and length where a (256, 256) silhouette shows them.

        Raises
        ------
        RequestError : nobody's garment is of the category that was asked for
        """
        given = {name: getattr(asked, name) for name in VOCABULARY if getattr(asked, name) is not None}
        allowed = [one for one in Category if all(word in valid_values(one, name) for name, word in given.items())]
        order = torch.argsort(self._alikeness(silhouette), descending=True)
        labels = self.parts.labels[order].long()
        labels = labels[torch.isin(labels[:, 0], torch.tensor([list(Category).index(one) for one in allowed]))]
        if not len(labels):
            raise RequestError(f"These weights know no {asked.category or 'such garment'}; ask for another category.")
        category = Category(_voted(labels, "category", tuple(allowed)))
        labels = labels[labels[:, 0] == list(Category).index(category)]
        shown = {name: _voted(labels, name, valid_values(category, name)) for name in _OUTLINED}
        return replace(asked, **{**shown, "category": category, **given})

    def _alikeness(self, silhouette: Coverage) -> Tensor:
        """(N,) how much of a silhouette and of each garment's they have in common, 0 to 1."""
        seen = torch.from_numpy(np.array(silhouette)).float()[None] / 255
        own = functional.adaptive_avg_pool2d(seen, COARSE_PX)
        both, either = (one(own, self.parts.coarse).sum((1, 2)) for one in (torch.minimum, torch.maximum))
        return both / either

    def fill(self, silhouette: Coverage, idea: Idea) -> NDArray[np.uint8]:
        """(S, S, 4) sRGB with straight alpha, opaque where a (256, 256) silhouette is covered; the same idea and
        silhouette give the same bytes.

        Raises
        ------
        CheckpointError : the idea is of a network with other latents
        """
        rgba = rgba_from_network(covered(*self.made(silhouette, idea))[0].cpu().numpy())
        if idea.asked.colors and idea.attributes.pattern:
            rgba = match_colors(rgba, idea.attributes.pattern, *idea.attributes.colors)
        return rgba

    @torch.inference_mode()
    def made(self, silhouette: Coverage, idea: Idea) -> tuple[Tensor, Tensor]:
        """(1, 4, S, S) as made, alpha as the network believes, and the (1, 1, S, S) coverage that it was given."""
        shape = self.parts.network.shape
        seen = torch.from_numpy(np.array(silhouette)).float()[None, None].to(self.device) / 255
        coverage = functional.interpolate(seen, (shape.size_px,) * 2, mode="bilinear", antialias=True)
        return self.parts.network(*inputs_of(idea, shape, self.device), coverage), coverage


def _voted(labels: Tensor, name: str, allowed: tuple[StrEnum, ...]) -> StrEnum:
    """The word that most of the nearest garments have, of those that are allowed; the first of them if none has one."""
    order = list(VOCABULARY[name])
    votes = labels[:VOTERS, list(VOCABULARY).index(name)].tolist()
    return max(allowed, key=lambda word: votes.count(order.index(word)))


def build_filler(weights: Weights) -> FillerParts:
    """Build what the header of some weights describes and fill it.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        shape: dict[str, Any] = weights.header["shape"]
        with no_larger_than(weights.tensors):
            network = MaskedGenerator(GeneratorShape(**{**shape, "vocabulary_sizes": tuple(shape["vocabulary_sizes"])}))
        coarse, labels = weights.tensors[COARSE] / 255, weights.tensors[LABELS]
        if labels.shape[1:] != (len(VOCABULARY),) or not len(labels):
            raise ValueError("its silhouettes have no words")
        own = {name: one for name, one in weights.tensors.items() if name not in (COARSE, LABELS)}
        missing, unexpected = network.load_state_dict(own, strict=False)
    except MISFITS as error:
        reason = misfit(error)
        raise CheckpointError(f"The weights are not of a masked generator ({reason}); give those of masked.") from error
    missing = [name for name in missing if "num_batches" not in name]
    if missing or unexpected or coarse.shape != (len(labels), COARSE_PX, COARSE_PX):
        raise CheckpointError(
            f"The weights do not fit the masked generator (missing {missing[:2]}, unknown {unexpected[:2]})."
        )
    return FillerParts(network.eval().requires_grad_(False), coarse, labels)
