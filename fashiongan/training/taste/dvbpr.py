"""Recipe of DVBPR: tastes of people, and codes of garments, learnt together from who owns what.

Each garment is looked at in several lights and poses before the first step; after that a step takes milliseconds.

Source: Kang et al., Visually-Aware Fashion Recommendation and Design with GANs (2017), https://arxiv.org/abs/1711.02231;
the loss is that of Rendle et al., BPR (2009). Of a batch, every garment is compared with all those of other people.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor, nn

from fashiongan.dataset.augment import composite, flip_some, turn_and_scale
from fashiongan.dataset.lighting import relit
from fashiongan.dataset.ownership import Ownership
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import TrainingError
from fashiongan.networks.taste_network import SEEN, TASTE_PX, TasteNetwork, TasteShape
from fashiongan.taste.recommender import PHOTOS, POPULATION
from fashiongan.taste.space import CHECKPOINT_NAME
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.features import frozen_features
from fashiongan.training.grid import picture_grid
from fashiongan.training.losses import preferred_loss

LEARNING_RATE = 1e-3
# How much long tastes cost, and a head that goes far from where it began.
TASTE_DECAY, HEAD_DECAY = 0.01, 0.01
# How often each garment is looked at; how many ordinary garments are kept.
VIEWS, BACKGROUND = 6, 256
PART = 64
GRID_ROWS, OWN_SHOWN, LIKED_SHOWN = 6, 4, 6
_FROZEN = "network.features."


@dataclass(frozen=True, slots=True)
class DvbprSettings:
    """What is chosen for a run, and what a resumed run must share with the one before it."""

    width: int = 64
    batch: int = 256
    seed: int = 0
    relight: bool = True

    def __post_init__(self) -> None:
        for name, least, most in (("width", 2, 512), ("batch", 4, 1024), ("seed", 0, 2**63 - 1)):
            if not least <= getattr(self, name) <= most:
                raise TrainingError(f"{name} is {getattr(self, name)}, but it is {least} to {most}.")


class TasteLearner(nn.Module):
    """The network, and a taste for each person: (U, K)."""

    def __init__(self, shape: TasteShape, people: int) -> None:
        super().__init__()
        self.network = TasteNetwork(shape)
        self.network.features.load_state_dict(frozen_features().state_dict())
        self.tastes = nn.Parameter(torch.randn(people, shape.width) * 0.1)


class DvbprRecipe:
    """Trains tastes and a head on frozen features, each picture seen in many lights."""

    def __init__(
        self,
        garments: TrainingSet,
        ownership: Ownership,
        settings: DvbprSettings,
        device: torch.device,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        """`options` : what else was chosen, for the record"""
        if garments.rgba.shape[-1] != TASTE_PX or len(ownership.names) < 2:
            raise TrainingError(
                f"Tastes are learnt from pictures of {TASTE_PX} px of two people or more, not from "
                f"{garments.rgba.shape[-1]} px of {len(ownership.names)}; prepare another set."
            )
        torch.manual_seed(settings.seed)
        self.garments, self.ownership = garments, ownership
        self.settings, self.options, self.device = settings, dict(options or {}), device
        self.random = torch.Generator().manual_seed(settings.seed)
        self.learner = TasteLearner(TasteShape(settings.width), len(ownership.names)).to(device)
        self.average = MovingAverage(self.learner)
        self.start = torch.zeros_like(self.learner.network.head.weight)
        self.rows = ownership.learnt_rows()
        owner = ownership.owner[self.rows]
        # Everybody counts the same, however much they own.
        self.weights = 1 / torch.bincount(owner).clamp(min=1).float()[owner]
        self.images_per_step = min(settings.batch, len(self.rows))
        trained = [one for one in self.learner.parameters() if one.requires_grad]
        self.optimiser = torch.optim.Adam(trained, lr=LEARNING_RATE)
        self.begun = False
        self.views: Tensor | None = None

    def step(self) -> dict[str, float]:
        views = self._all_views()
        drawn = torch.multinomial(self.weights, self.images_per_step, generator=self.random)
        view = torch.randint(0, VIEWS, (len(drawn),), generator=self.random)
        owner = self.ownership.owner[self.rows[drawn]].to(self.device)
        code = self.learner.network.code(views[view, drawn].float().to(self.device))
        loss, right = preferred_loss(self.learner.tastes[owner] @ code.T, owner)
        length = self.learner.tastes[owner].square().sum(1).mean()
        moved = (self.learner.network.head.weight - self.start).square().sum()
        self.optimiser.zero_grad()
        (loss + TASTE_DECAY * length + HEAD_DECAY * moved).backward()  # type: ignore[no-untyped-call]
        self.optimiser.step()
        self.average.update()
        return {"preferred": loss.item(), "right": right.item(), "length": length.item(), "moved": moved.item()}

    def _all_views(self) -> Tensor:
        """(V, N, SEEN) what is seen of each garment, in half precision; the same for the same seed."""
        if self.views is None:
            random = torch.Generator().manual_seed(self.settings.seed)
            seen = [self._seen(rows, random) for _ in range(VIEWS) for rows in torch.split(self.rows, PART)]
            self.views = torch.cat(seen).view(VIEWS, len(self.rows), SEEN)
        if not self.begun:
            self.learner.network.fit_axes(self.views.float())
            self.start = self.learner.network.head.weight.detach().clone()
            self.average = MovingAverage(self.learner)
            self.begun = True
        return self.views

    @torch.no_grad()
    def _seen(self, rows: Tensor, random: torch.Generator) -> Tensor:
        """(B, SEEN) what is seen of some garments, each turned, moved and in another light."""
        rgba = flip_some(self.garments.rgba[rows].float() / 127.5 - 1, self.garments.may_flip[rows], random)
        rgba = turn_and_scale(rgba, random)
        return self._look(self.learner.network, relit(rgba, random) if self.settings.relight else rgba).half().cpu()

    def _look(self, network: TasteNetwork, rgba: Tensor) -> Tensor:
        rgb = composite(rgba, torch.ones(len(rgba), 3, 1, 1)).to(self.device)
        with torch.autocast(self.device.type, torch.bfloat16):
            return network.see(rgb.contiguous(memory_format=torch.channels_last))

    @torch.no_grad()
    def codes(self, rows: Tensor) -> Tensor:
        """(N, K) what the averaged network makes of some garments as they are."""
        network = self.averaged().network
        pictures = (self.garments.rgba[part].float() / 127.5 - 1 for part in torch.split(rows, PART))
        return torch.cat([network.code(self._look(network, one)) for one in pictures])

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """A row for each of some people: four garments of theirs, then what they like best of what others own."""
        shown = torch.arange(0, len(self.garments), max(1, len(self.garments) // BACKGROUND))
        liked = self.averaged().tastes @ self.codes(shown).T
        wardrobes = sorted(self.ownership.wardrobes(1).items(), key=lambda one: -len(one[1]))[:GRID_ROWS]
        rows: list[int] = []
        for person, own in wardrobes:
            others = liked[person].cpu().masked_fill(self.ownership.owner[shown] == person, -torch.inf)
            best = shown[others.topk(min(LIKED_SHOWN, len(shown))).indices]
            rows += [*own[torch.arange(OWN_SHOWN) % len(own)].tolist(), *best.tolist()]
        return picture_grid(self.garments.rgba[rows].float() / 127.5 - 1, len(rows) // len(wardrobes))

    def state(self) -> dict[str, Any]:
        return {
            "settings": asdict(self.settings),
            "options": self.options,
            "learner": _trained(self.learner),
            "average": _trained(self.average.network),
            "average_steps": self.average.steps,
            "optimiser": self.optimiser.state_dict(),
            "start": self.start,
            "begun": self.begun,
            "random": self.random.get_state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        if state.get("settings") != asdict(self.settings):
            raise TrainingError(
                f"The run was started with {state.get('settings')}, not {asdict(self.settings)}; choose another --run."
            )
        self.learner.load_state_dict(state["learner"], strict=False)
        self.average.network.load_state_dict(state["average"], strict=False)
        self.average.steps = state["average_steps"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.start, self.begun = state["start"].to(self.device), state["begun"]
        self.random.set_state(state["random"])

    def averaged(self) -> TasteLearner:
        """The network and the tastes with their averaged weights."""
        return cast(TasteLearner, self.average.network)

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Averaged weights, tastes and codes of ordinary garments in half precision; what was chosen in the header."""
        fixed = torch.Generator().manual_seed(self.settings.seed)
        rows = self.rows[torch.randperm(len(self.rows), generator=fixed)[:BACKGROUND]]
        kept = {POPULATION: self.averaged().tastes.detach(), PHOTOS: self.codes(rows)}
        facts = {"shape": self.learner.network.shape.to_dict(), "training": training}
        options = {"options": asdict(self.settings) | self.options}
        write_weights(path, CHECKPOINT_NAME, self.averaged().network.state_dict() | kept, facts | options)


def _trained(learner: nn.Module) -> dict[str, Tensor]:
    """Everything but the frozen features, which are always the same."""
    return {name: one for name, one in learner.state_dict().items() if not name.startswith(_FROZEN)}
