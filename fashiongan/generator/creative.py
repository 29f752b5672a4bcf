"""The creativity slider: everything between the released generator and its creative twin.

Source: Sbai et al., DeSIGN (2018), for the twin; the weights in between are those of Wang et al., ESRGAN (2018),
section 3.4, network interpolation.
"""

import copy
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from fashiongan.checkpoints import Checkpoint, Weights, checkpoint_names, find_checkpoint, load_weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.errors import CheckpointError
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape

CHECKPOINT_NAME = "creative"


class CreativeTwin:
    """The weights of both ends, and one network in between, kept at the last place of the slider."""

    def __init__(self, checkpoint: Checkpoint, base: ConditionalGenerator, creative: dict[str, Tensor]) -> None:
        """`creative` : of every weight of the base, on its device"""
        self.checkpoint = checkpoint
        self._base, self._creative = base, creative
        self._between = copy.deepcopy(base)
        self._share = 0.0

    def network(self, share: float) -> ConditionalGenerator:
        """The network so far from the base (0) towards its twin (1); the next call may change it."""
        if share == 0:
            return self._base
        if share != self._share:
            self._turn(share)
        return self._between

    @torch.no_grad()
    def _turn(self, share: float) -> None:
        base, between = self._base.state_dict(), self._between.state_dict()
        for name, creative in self._creative.items():
            torch.lerp(base[name], creative, share, out=between[name])
        self._share = share


def load_twin(folder: Path, base: ConditionalGenerator, base_sha256: str) -> CreativeTwin | None:
    """The creative twin of a generator, or None where none is released.

    Raises
    ------
    CheckpointError : changed, of another shape, or the twin of another generator
    """
    if CHECKPOINT_NAME not in checkpoint_names(folder):
        return None
    return build_twin(load_weights(find_checkpoint(CHECKPOINT_NAME, folder), torch.device("cpu")), base, base_sha256)


def build_twin(weights: Weights, base: ConditionalGenerator, base_sha256: str) -> CreativeTwin:
    """Build the twin that some weights are of.

    Raises
    ------
    CheckpointError : the tensors do not fit, or belong to another generator
    """
    refuse_other_base(weights, base_sha256)
    wanted = {name: one for name, one in base.state_dict().items() if "num_batches" not in name}
    wrong = [
        name
        for name in wanted.keys() | weights.tensors.keys()
        if name not in wanted or name not in weights.tensors or wanted[name].shape != weights.tensors[name].shape
    ]
    if wrong:
        raise CheckpointError(f"The creative weights do not fit the generator ({len(wrong)} differ: {min(wrong)}).")
    device = next(base.parameters()).device
    return CreativeTwin(weights.checkpoint, base, {name: one.to(device) for name, one in weights.tensors.items()})


def build_creative(weights: Weights) -> ConditionalGenerator:
    """The generator at the far end of the slider alone, ready for use.

    Raises
    ------
    CheckpointError : the tensors do not fit the shape that the header says
    """
    try:
        shape: dict[str, Any] = weights.header["shape"]
        sizes = tuple(shape["vocabulary_sizes"])
        with no_larger_than(weights.tensors):
            network = ConditionalGenerator(GeneratorShape(**{**shape, "vocabulary_sizes": sizes}))
        missing, unexpected = network.load_state_dict(weights.tensors, strict=False)
    except MISFITS as error:
        raise CheckpointError(f"The weights are not creative ones ({misfit(error)}).") from error
    missing = [name for name in missing if "num_batches" not in name]
    if missing or unexpected:
        raise CheckpointError(f"The creative weights do not fit (missing {missing[:2]}, unknown {unexpected[:2]}).")
    return network.eval().requires_grad_(False)


def refuse_other_base(weights: Weights, base_sha256: str) -> None:
    """Refuse weights that were trained to go with another generator than this.

    Raises
    ------
    CheckpointError : they were, or do not say
    """
    known = weights.header.get("base")
    of = str(known.get("sha256")) if isinstance(known, dict) else "nothing"
    if of != base_sha256:
        raise CheckpointError(
            f"{weights.checkpoint.path} goes with the generator {of[:12]}, and here is {base_sha256[:12]}; "
            "restore that one, or train these weights again."
        )
