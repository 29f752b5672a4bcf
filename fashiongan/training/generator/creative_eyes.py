"""Classifiers of shape and texture that a creative generator puzzles: a frozen reader, and heads that learn beside it.

Source: Sbai et al., DeSIGN (2018), where the discriminator itself classifies shape and texture. Here two look at every
picture that have learnt apart from each other, so that what puzzles only one of them is worth half: the released
reader, and linear heads on the discriminator's frozen features, which go on learning from the real garments.
"""

from dataclasses import dataclass
from enum import StrEnum

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.augment import composite
from fashiongan.errors import TrainingError
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.garment_encoder import READER_PX, GarmentEncoder
from fashiongan.networks.image_features import OUTPUTS
from fashiongan.training.generator.creativity_losses import can_loss, holistic_loss, sharma_mittal_loss
from fashiongan.training.generator.projected_game import Round
from fashiongan.training.losses import pooled

SEEN_CHANNELS = sum(list(OUTPUTS.values())[2:])
HEAD_LEARNING_RATE = 1e-3


class Creativity(StrEnum):
    """Which loss puzzles the classifiers."""

    CAN = "can"
    HOLISTIC = "holistic"
    SHARMA_MITTAL = "sharma-mittal"


class On(StrEnum):
    """What of a garment shall be hard to place."""

    SHAPE = "shape"
    TEXTURE = "texture"
    BOTH = "both"


_ATTRIBUTES = {On.SHAPE: ("category",), On.TEXTURE: ("pattern", "fabric"), On.BOTH: ("category", "pattern", "fabric")}


@dataclass(frozen=True, slots=True)
class Aim:
    """How creative a run shall be, and in what. alpha, beta : the orders of Sharma and Mittal's divergence"""

    creativity: Creativity = Creativity.HOLISTIC
    on: On = On.TEXTURE
    gain: float = 1.0
    alpha: float = 0.5
    beta: float = 0.5

    def __post_init__(self) -> None:
        for name, most in (("gain", 100), ("alpha", 10), ("beta", 10)):
            if not 0 < getattr(self, name) <= most:
                raise TrainingError(f"{name} is {getattr(self, name):g}, but it is above 0 and at most {most}.")

    def loss(self, logits: Tensor) -> Tensor:
        """How easily (B, K) logits place a picture."""
        match self.creativity:
            case Creativity.CAN:
                return can_loss(logits)
            case Creativity.HOLISTIC:
                return holistic_loss(logits)
            case Creativity.SHARMA_MITTAL:
                return sharma_mittal_loss(logits, self.alpha, self.beta)

    @property
    def columns(self) -> list[int]:
        """The columns of labels that shall be hard to tell."""
        return [list(VOCABULARY).index(name) for name in _ATTRIBUTES[self.on]]

    def to_dict(self) -> dict[str, str | float]:
        """Plain values."""
        orders = {"gain": self.gain, "alpha": self.alpha, "beta": self.beta}
        return {"creativity": str(self.creativity), "on": str(self.on), **orders}


class CreativeEyes:
    """Called in each step: the heads learn from the real garments, then the generator hears how it can be placed."""

    def __init__(self, aim: Aim, reader: GarmentEncoder, device: torch.device) -> None:
        """`reader` : frozen"""
        self._aim, self._device = aim, device
        self._reader = reader.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        sizes = [len(list(VOCABULARY.values())[column]) for column in aim.columns]
        self.heads = nn.ModuleList([nn.Linear(SEEN_CHANNELS, size) for size in sizes]).to(device)
        self.optimiser = torch.optim.Adam(self.heads.parameters(), lr=HEAD_LEARNING_RATE)

    def __call__(self, fake: Tensor, played: Round, real: Conditions) -> dict[str, Tensor]:
        """The generator's loss, with its gain; see MoreLosses."""
        self._learn(_code(played.real_maps), real.labels)
        seen = _code(played.fake_maps)
        guesses = [functional.linear(seen, one.weight.detach(), one.bias.detach()) for one in self._linears()]
        with torch.autocast(self._device.type, torch.bfloat16):
            words = self._reader(as_read(fake).contiguous(memory_format=torch.channels_last))[1]
        guesses += [words[column] for column in self._aim.columns]
        return {"creativity": self._aim.gain * torch.stack([self._aim.loss(one) for one in guesses]).mean()}

    def _linears(self) -> list[nn.Linear]:
        return [one for one in self.heads if isinstance(one, nn.Linear)]

    def _learn(self, code: Tensor, labels: Tensor) -> None:
        wrong = [
            functional.cross_entropy(head(code), labels[:, column])
            for head, column in zip(self.heads, self._aim.columns, strict=True)
        ]
        self.optimiser.zero_grad()
        torch.stack(wrong).sum().backward()  # type: ignore[no-untyped-call]
        self.optimiser.step()

    def state(self) -> dict[str, object]:
        """Heads and their optimiser."""
        return {"heads": self.heads.state_dict(), "heads_optimiser": self.optimiser.state_dict()}

    def restore(self, state: dict[str, dict[str, object]]) -> None:
        """Take up a state."""
        self.heads.load_state_dict(state["heads"])
        self.optimiser.load_state_dict(state["heads_optimiser"])


def as_read(rgba: Tensor) -> Tensor:
    """(B, 4, S, S) in [-1, 1] as a reader sees it: (B, 3, 128, 128) at most, on white. Differentiable."""
    rgb = composite(rgba, torch.ones(len(rgba), 3, 1, 1, device=rgba.device))
    return functional.avg_pool2d(rgb, rgb.shape[-1] // READER_PX) if rgb.shape[-1] > READER_PX else rgb


def _code(maps: list[list[Tensor]]) -> Tensor:
    """(B, SEEN_CHANNELS) of whole pictures."""
    return functional.layer_norm(pooled(maps[0]), (SEEN_CHANNELS,))
