"""Recipe of the upscaler: small pictures to large ones, first as near as possible, then as real as possible.

Source: Wang et al., ESRGAN (2018), https://arxiv.org/abs/1809.00219. Ours differs in three things: VGG16 stands for
VGG19, Real-ESRGAN's U-Net for the VGG-shaped discriminator, and a moving average is what is kept. Real-ESRGAN's way to
compare pictures, at five depths instead of one, can be chosen.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from fashiongan.dataset.degradation import shrunk
from fashiongan.errors import TrainingError
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.tools.upscaling import CHECKPOINT_NAME, FIDELITY, REALISM
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.grid import picture_grid
from fashiongan.training.guards import kept_bytes, weight_bytes
from fashiongan.training.translators.perceptual import Adversary, Compared
from fashiongan.training.translators.upscale_pairs import FACTOR, Pairs, draw_pairs

BETAS = (0.9, 0.99)
GRID_PICTURES = 6


class Stage(StrEnum):
    """The two stages of training: nearest in every pixel, then hardest to tell from real."""

    PSNR = "psnr"
    GAN = "gan"


# A network this small takes larger steps than the authors' 2e-4 and 1e-4.
LEARNING_RATES = {Stage.PSNR: 4e-4, Stage.GAN: 1e-4}


@dataclass(frozen=True, slots=True)
class EsrganSettings:
    """What is chosen for a run, and what a resumed run must share with the one before it."""

    stage: Stage
    width: int = 32
    growth: int = 16
    blocks: int = 8
    batch: int = 16
    seed: int = 0
    learning_rate: float = LEARNING_RATES[Stage.PSNR]
    bfloat16: bool = True
    compared: Compared = Compared.LAYERS

    def __post_init__(self) -> None:
        if not 1 <= self.batch <= 1024:
            raise TrainingError(f"batch is {self.batch}, but it is 1 to 1024.")
        if min(self.width, self.growth, self.blocks) < 1:
            raise TrainingError(f"width {self.width}, growth {self.growth} and blocks {self.blocks} are 1 or more.")
        if not 0 < self.learning_rate <= 0.01:
            raise TrainingError(f"the learning rate is {self.learning_rate:g}, but it is above 0 and at most 0.01.")
        if not 0 <= self.seed < 2**63:
            raise TrainingError(f"seed is {self.seed}, but it is 0 to 2^63 - 1.")

    @property
    def shape(self) -> UpscalerShape:
        """The shape of the network."""
        return UpscalerShape(self.width, self.growth, self.blocks, FACTOR)


class EsrganRecipe:
    """Trains an upscaler; in its second stage against an adversary, beside the weights of the first.

    Parameters
    ----------
    pictures : (N, 3, S, S) uint8 RGB, S at least 128
    begin : the recipe's state of the run to begin with; the second stage needs one of either, or a state to restore

    Raises
    ------
    TrainingError : the run to begin with is of another shape, or the weights of VGG16 are not installed
    """

    def __init__(
        self,
        pictures: Tensor,
        settings: EsrganSettings,
        device: torch.device,
        begin: Mapping[str, Any] | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        torch.manual_seed(settings.seed)
        self.settings, self.options, self.pictures, self.device = settings, dict(options or {}), pictures, device
        self.images_per_step = settings.batch
        self.random = torch.Generator().manual_seed(settings.seed)
        self.upscaler = _ready(ResidualDenseNetwork(settings.shape), device)
        self.first_stage: dict[str, Tensor] = {}
        self.adversary: Adversary | None = None
        if settings.stage is Stage.GAN:
            self.adversary = Adversary(device, settings.learning_rate, settings.compared)
        if begin:
            self._begin_with(begin)
        self.average = MovingAverage(self.upscaler)
        self.optimiser = torch.optim.Adam(self.upscaler.parameters(), lr=settings.learning_rate, betas=BETAS)

    def _begin_with(self, state: Mapping[str, Any]) -> None:
        try:
            self.upscaler.load_state_dict(state["average"])
            if self.adversary and "discriminator" in state:
                self.adversary.discriminator.load_state_dict(state["discriminator"])
        except (KeyError, RuntimeError) as error:
            raise TrainingError(
                f"The run to begin with holds no upscaler of this shape ({str(error).splitlines()[0]}); "
                "give its --width, --growth and --blocks."
            ) from error
        self.first_stage = dict(state.get("first_stage") or state["average"])

    def step(self) -> dict[str, float]:
        pairs = draw_pairs(self.pictures, self.images_per_step, self.random, self.device)
        with self._precision():
            made = self.upscaler(pairs.small.contiguous(memory_format=torch.channels_last)).float()
        pixel = functional.l1_loss(made, pairs.large)
        losses = {"pixel": pixel.item()}
        if self.adversary is None:
            self._descend(pixel)
            return losses
        with self._precision():
            against = self.adversary.against(made, pairs.large)
        self._descend(self.adversary.total(pixel, against))
        with self._precision():
            learnt = self.adversary.learn(made.detach(), pairs.large)
        return losses | against.values() | learnt

    def _descend(self, loss: Tensor) -> None:
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimiser.step()
        self.average.update()

    def _precision(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.settings.bfloat16)

    def memory_bytes(self) -> int:
        """About how much a run with these settings needs beside its pictures, from what one crop keeps."""
        kept = kept_bytes(partial(self._keep, torch.Generator().manual_seed(0)))
        networks = [self.upscaler] + ([self.adversary.discriminator] if self.adversary else [])
        return 2 * kept * self.settings.batch + weight_bytes(networks)

    def _keep(self, random: torch.Generator) -> None:
        pairs: Pairs = draw_pairs(self.pictures, 1, random, self.device)
        with self._precision():
            made = self.upscaler(pairs.small)
            if self.adversary:
                self.adversary.against(made, pairs.large)

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """The same pictures each time, shrunk to a quarter: enlarged plainly, enlarged by the network, as they were."""
        rows = torch.arange(GRID_PICTURES) * (len(self.pictures) // GRID_PICTURES)
        large = self.pictures[rows].float() / 255
        small = shrunk(large, torch.Size(side // FACTOR for side in large.shape[-2:]))
        plain = functional.interpolate(small, scale_factor=float(FACTOR), mode="bicubic", align_corners=False)
        made = torch.cat([self.average.network(one[None].to(self.device)).cpu() for one in small])
        shown = torch.stack([plain, made, large], dim=1).flatten(0, 1).clamp(0, 1) * 2 - 1
        return picture_grid(torch.cat([shown, torch.ones_like(shown[:, :1])], dim=1), columns=6)

    def _parts(self) -> dict[str, Any]:
        """Everything that has a state of its own, by name."""
        own = {"upscaler": self.upscaler, "average": self.average.network, "optimiser": self.optimiser}
        return own | (self.adversary.parts() if self.adversary else {})

    def state(self) -> dict[str, Any]:
        chosen = {"settings": _plain(self.settings), "options": self.options, "first_stage": self.first_stage}
        counted = {"average_steps": self.average.steps, "random": self.random.get_state()}
        return chosen | counted | {name: part.state_dict() for name, part in self._parts().items()}

    def restore(self, state: dict[str, Any]) -> None:
        before, now = state.get("settings"), _plain(self.settings)
        if before != now:
            raise TrainingError(f"The run was started with {before}, not {now}; choose another --run.")
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.average.steps, self.first_stage = state["average_steps"], state["first_stage"]
        self.random.set_state(state["random"])

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Averaged weights, and in the second stage those of the first beside them; half precision."""
        latest = self.average.network.state_dict()
        stages = {REALISM: latest, FIDELITY: self.first_stage} if self.adversary else {FIDELITY: latest}
        tensors = {f"{prefix}{name}": one for prefix, state in stages.items() for name, one in state.items()}
        facts = {"shape": self.settings.shape.to_dict(), "training": training}
        write_weights(path, CHECKPOINT_NAME, tensors, facts | {"options": _plain(self.settings) | self.options})


def _plain(settings: EsrganSettings) -> dict[str, Any]:
    return asdict(settings) | {"stage": str(settings.stage), "compared": str(settings.compared)}


def _ready(network: ResidualDenseNetwork, device: torch.device) -> ResidualDenseNetwork:
    return network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]
