"""What the three trainings of redressing share: settings, batches of worn pieces, and a state to go on from."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from fashiongan.dataset.sketches import open_some
from fashiongan.errors import TrainingError
from fashiongan.networks.redress_generators import RedressShape
from fashiongan.people.exchange import Piece
from fashiongan.people.reading import OPEN, PeopleSet
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.generator.batches import even_categories

SYSTEM = "fashiongan"
LEARNING_RATE, BETAS = 2e-4, (0.5, 0.999)


class Stage(StrEnum):
    """Which of the networks a run trains."""

    PARSER = "parser"
    REGIONS = "regions"
    TEXTURES = "textures"


@dataclass(frozen=True, slots=True)
class RedressSettings:
    """What is chosen for a run, and what a resumed run must share with the one before it."""

    stage: Stage
    width: int = 32
    batch: int = 8
    seed: int = 0
    downs: int = 5
    bfloat16: bool = True

    def __post_init__(self) -> None:
        for name, least, most in (("batch", 1, 4096), ("width", 2, 256), ("seed", 0, 2**63 - 1), ("downs", 2, 5)):
            if not least <= getattr(self, name) <= most:
                raise TrainingError(f"{name} is {getattr(self, name)}, but it is {least} to {most}.")

    def shape(self, style_width: int) -> RedressShape:
        """The shape of the networks."""
        return RedressShape(OPEN, style_width, self.width, self.downs)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self) | {"stage": str(self.stage)}


@dataclass(frozen=True, slots=True)
class WornBatch:
    """One piece each of B people, some mirrored.

    rgb : (B, 3, 256, 160) in [-1, 1]; regions, body : (B, 256, 160); pieces : (B,) of Piece; words : (B, A) some open;
    lab : (B, 6); style : (B, W)
    """

    rgb: Tensor
    regions: Tensor
    body: Tensor
    pieces: Tensor
    words: Tensor
    lab: Tensor
    style: Tensor

    def on(self, device: torch.device) -> "WornBatch":
        """The same on a device."""
        return WornBatch(*(getattr(self, one.name).to(device) for one in fields(self)))


class WornPieces:
    """Draws worn pieces of a set of people: categories by the root of their count."""

    def __init__(self, people: PeopleSet) -> None:
        self._people = people
        self._places = people.worn.nonzero()  # (M, 2) person and slot
        person, slot = self._places.unbind(1)
        self._weights = even_categories(people.words[person, slot, 0])

    def __len__(self) -> int:
        return len(self._places)

    def draw(self, count: int, random: torch.Generator) -> WornBatch:
        """A batch of so many."""
        chosen = torch.multinomial(self._weights, count, replacement=True, generator=random)
        flip = (torch.rand(count, generator=random) < 0.5)[:, None, None]
        person, slot = self._places[chosen].unbind(1)
        known = self._people
        rgb = known.rgb[person].float() / 127.5 - 1
        rgb = torch.where(flip[:, None], rgb.flip(3), rgb)
        regions, body = (torch.where(flip, one[person].flip(2), one[person]) for one in (known.regions, known.body))
        words = open_some(known.words[person, slot], random)
        pieces = torch.where((slot == 0) & known.in_dress[person], int(Piece.DRESS), slot)
        told = (pieces, words, known.lab[person, slot], known.style[person, slot])
        return WornBatch(rgb, regions, body, *told)


class Training:
    """A network with its average, its opponent where it has one, their optimisers, and all that is random."""

    def __init__(
        self,
        settings: RedressSettings,
        network: nn.Module,
        opponent: nn.Module | None,
        device: torch.device,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        self.settings, self.device, self.options = settings, device, dict(options or {})
        self.network = _ready(network, device)
        self.opponent = _ready(opponent, device) if opponent else None
        self.average = MovingAverage(self.network)
        self.random = torch.Generator().manual_seed(settings.seed)
        players = {"network": self.network} | ({"opponent": self.opponent} if self.opponent else {})
        self.optimisers = {name: _adam(player) for name, player in players.items()}

    def learn(self, player: str, loss: Tensor) -> None:
        """One step of an optimiser; the network's average goes along."""
        self.optimisers[player].zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimisers[player].step()
        if player == "network":
            self.average.update()

    def precision(self) -> torch.autocast:
        """Half precision where it is enough."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.settings.bfloat16)

    def _parts(self) -> dict[str, Any]:
        networks = {"network": self.network, "average": self.average.network}
        against = {"opponent": self.opponent} if self.opponent else {}
        return networks | against | {f"{name}_optimiser": one for name, one in self.optimisers.items()}

    def state(self) -> dict[str, Any]:
        """Everything that a later run needs."""
        counted = {"average_steps": self.average.steps, "random": self.random.get_state()}
        chosen = {"settings": self.settings.to_dict(), "options": self.options}
        return chosen | counted | {name: part.state_dict() for name, part in self._parts().items()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up a state; TrainingError where it is of a run with other settings."""
        now = self.settings.to_dict()
        if state.get("settings") != now:
            raise TrainingError(f"The run was started with {state.get('settings')}, not {now}; choose another --run.")
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.average.steps = state["average_steps"]
        self.random.set_state(state["random"])

    def export(self, path: Path, shape: RedressShape, training: dict[str, Any]) -> None:
        """The averaged weights in half precision; shape, options and training in the header."""
        chosen = self.settings.to_dict() | self.options
        facts = {"shape": shape.to_dict(), "training": training, "options": chosen}
        write_weights(path, SYSTEM, self.average.network.state_dict(), facts)


class PersonRecipe:
    """What the recipes of redressing have in common. Each sets `shape` and `training`."""

    shape: RedressShape
    training: Training

    def state(self) -> dict[str, Any]:
        """See Recipe."""
        return self.training.state()

    def restore(self, state: dict[str, Any]) -> None:
        """See Recipe."""
        self.training.restore(state)

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """See Recipe."""
        self.training.export(path, self.shape, training)


def _ready(network: nn.Module, device: torch.device) -> nn.Module:
    return network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def _adam(network: nn.Module) -> torch.optim.Adam:
    return torch.optim.Adam([one for one in network.parameters() if one.requires_grad], lr=LEARNING_RATE, betas=BETAS)
