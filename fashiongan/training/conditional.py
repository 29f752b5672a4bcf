"""Recipe of the conditional GAN: attributes and colours to RGBA garments."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm
from torch.nn.utils.parametrize import is_parametrized

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.augment import augment, flip_some
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import TrainingError
from fashiongan.files import replacing
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.projected_discriminator import ProjectedDiscriminator
from fashiongan.training.ema import MovingAverage
from fashiongan.training.features import CHANNELS, FrozenFeatures
from fashiongan.training.grid import picture_grid
from fashiongan.training.losses import hinge_discriminator_loss, hinge_generator_loss, sameness_loss

logger = logging.getLogger(__name__)
LEARNING_RATE = 2e-4
BETAS = (0.0, 0.99)
SAMENESS_GAIN = 1.0
WANTED_VARIETY = 0.6
GRID = (6, 8)
SIZES_PX = (32, 64, 128, 256)


@dataclass(frozen=True, slots=True)
class ConditionalSettings:
    """What is chosen for a run, and what a resumed run must share with the one before it."""

    size_px: int
    base_width: int
    batch: int
    seed: int

    def __post_init__(self) -> None:
        if self.size_px not in SIZES_PX:
            raise TrainingError(f"size is {self.size_px}, but pictures are {', '.join(map(str, SIZES_PX))} px.")
        if self.batch < 4 or self.batch % 2:
            raise TrainingError(f"batch is {self.batch}, but it is an even number from 4 on.")
        if not 2 <= self.base_width <= 256:
            raise TrainingError(f"width is {self.base_width}, but it is 2 to 256.")
        if not 0 <= self.seed < 2**63:
            raise TrainingError(f"seed is {self.seed}, but it is 0 to 2^63 - 1.")


class ConditionalRecipe:
    """Trains a generator against a projected discriminator. Half a fake batch repeats the other half's requests."""

    def __init__(
        self,
        garments: TrainingSet,
        settings: ConditionalSettings,
        device: torch.device,
        begin_with: Mapping[str, Tensor] | None = None,
    ) -> None:
        """`begin_with` : weights of a smaller or equal generator; what fits by name and shape is taken over."""
        torch.manual_seed(settings.seed)
        self.settings = settings
        self.garments = garments
        self.images_per_step = settings.batch
        self.device = device
        self.random = torch.Generator().manual_seed(settings.seed)
        size_px = garments.rgba.shape[-1]
        sizes = tuple(len(kind) for kind in VOCABULARY.values())
        self.shape = GeneratorShape(size_px, settings.base_width, sizes)
        generator = ConditionalGenerator(self.shape)
        taken = take_over(generator, begin_with or {})
        logger.info("%d weights taken over", taken)
        self.generator = _ready(_normalised(generator), device)
        self.features = _ready(FrozenFeatures(), device)
        self.discriminator = _ready(ProjectedDiscriminator(CHANNELS, size_px, sizes), device)
        self.average = MovingAverage(self.generator)
        self.generator_optimiser = _adam(self.generator)
        self.discriminator_optimiser = _adam(self.discriminator)
        self.weights = _even_categories(garments.labels[:, 0])
        fixed = torch.Generator().manual_seed(settings.seed)
        self.grid_rows = torch.multinomial(self.weights, GRID[0] * GRID[1] // 2, True, generator=fixed).repeat(2)
        self.grid_latents = torch.randn(GRID[0] * GRID[1], self.shape.total_latent_width, generator=fixed)

    def step(self) -> dict[str, float]:
        half = self.images_per_step // 2
        real_rows = self._draw(self.images_per_step)
        fake_rows = self._draw(half).repeat(2)
        latents = torch.randn(self.images_per_step, self.shape.total_latent_width, generator=self.random)
        real = flip_some(_to_float(self.garments.rgba[real_rows]), self.garments.may_flip[real_rows], self.random)
        real_conditions = self._conditions(real_rows)
        fake_conditions = self._conditions(fake_rows)
        with torch.autocast(self.device.type, torch.bfloat16):
            fake = self.generator(latents.to(self.device), *fake_conditions).float()
            with torch.no_grad():
                real_features = self.features(_last(augment(real.to(self.device), self.random)))
            fake_features = self.features(_last(augment(fake, self.random)))
            real_logits = self.discriminator(real_features, *real_conditions)
            fake_logits = self.discriminator([one.detach() for one in fake_features], *fake_conditions)
            discriminator_loss = hinge_discriminator_loss(real_logits, fake_logits)
        _descend(self.discriminator_optimiser, discriminator_loss)
        with torch.autocast(self.device.type, torch.bfloat16):
            generator_loss = hinge_generator_loss(self.discriminator(fake_features, *fake_conditions))
            sameness = sameness_loss(_pooled(fake_features), _pooled(real_features), WANTED_VARIETY)
        _descend(self.generator_optimiser, generator_loss + SAMENESS_GAIN * sameness)
        self.average.update()
        return {
            "discriminator": discriminator_loss.item(),
            "generator": generator_loss.item(),
            "sameness": sameness.item(),
            "real_logit": real_logits.float().mean().item(),
        }

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Columns repeat requests in the lower half, so variety within one request can be seen."""
        made = []
        for rows, latents in zip(torch.split(self.grid_rows, 8), torch.split(self.grid_latents, 8), strict=True):
            made.append(self.average.network(latents.to(self.device), *self._conditions(rows)).float().cpu())
        return picture_grid(torch.cat(made), columns=GRID[1])

    def state(self) -> dict[str, Any]:
        return {
            "settings": asdict(self.settings),
            "generator": self.generator.state_dict(),
            "average": self.average.network.state_dict(),
            "average_steps": self.average.steps,
            "discriminator": self.discriminator.state_dict(),
            "generator_optimiser": self.generator_optimiser.state_dict(),
            "discriminator_optimiser": self.discriminator_optimiser.state_dict(),
            "random": self.random.get_state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        before = state.get("settings")
        if before != asdict(self.settings):
            raise TrainingError(
                f"The run was started with {before}, not {asdict(self.settings)}; choose another --run."
            )
        self.generator.load_state_dict(state["generator"])
        self.average.network.load_state_dict(state["average"])
        self.average.steps = state["average_steps"]
        self.discriminator.load_state_dict(state["discriminator"])
        self.generator_optimiser.load_state_dict(state["generator_optimiser"])
        self.discriminator_optimiser.load_state_dict(state["discriminator_optimiser"])
        self.random.set_state(state["random"])

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Averaged weights with the spectral norms folded in, half precision, shape and training in the header."""
        network = ConditionalGenerator(self.shape)
        network.load_state_dict(_folded(self.average.network))
        header = {"system": "conditional", "shape": json.dumps(self.shape.to_dict()), "training": json.dumps(training)}
        tensors = {name: value.contiguous().half() for name, value in network.state_dict().items()}
        with replacing(path) as partial:
            save_file({n: t for n, t in tensors.items() if "num_batches" not in n}, partial, metadata=header)

    def _draw(self, count: int) -> Tensor:
        return torch.multinomial(self.weights, count, replacement=True, generator=self.random)

    def _conditions(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        return self.garments.labels[rows].to(self.device), self.garments.lab[rows].to(self.device)


def take_over(network: nn.Module, weights: Mapping[str, Tensor]) -> int:
    """Copy every weight whose name and shape the network has too; returns how many."""
    own = network.state_dict()
    fitting = {name: value for name, value in weights.items() if name in own and own[name].shape == value.shape}
    network.load_state_dict(fitting, strict=False)
    return len(fitting)


def _even_categories(categories: Tensor) -> Tensor:
    """Draw a category by the root of its count: rare ones are seen, common ones keep their variety."""
    return 1 / torch.bincount(categories).clamp(min=1).float().sqrt()[categories]


def _normalised(network: nn.Module) -> nn.Module:
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
            spectral_norm(module)
    return network


def _folded(network: nn.Module) -> dict[str, Tensor]:
    """The state of the same network without spectral norms: each weight as it acts."""
    state = {name: value for name, value in network.state_dict().items() if "parametrizations" not in name}
    normalised = {name: module for name, module in network.named_modules() if is_parametrized(module)}
    return state | {f"{name}.weight": module.weight.detach() for name, module in normalised.items()}


def _ready(network: nn.Module, device: torch.device) -> nn.Module:
    return network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def _adam(network: nn.Module) -> torch.optim.Adam:
    return torch.optim.Adam([p for p in network.parameters() if p.requires_grad], lr=LEARNING_RATE, betas=BETAS)


def _descend(optimiser: torch.optim.Optimizer, loss: Tensor) -> None:
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()


def _to_float(rgba: Tensor) -> Tensor:
    return rgba.float() / 127.5 - 1


def _last(pictures: Tensor) -> Tensor:
    return pictures.contiguous(memory_format=torch.channels_last)


def _pooled(features: list[Tensor]) -> Tensor:
    """(B, C) of the two coarsest maps, where a difference means another garment rather than another pixel."""
    return torch.cat([one.float().mean((2, 3)) for one in features[2:]], dim=1)
