"""Recipe of MC-GAN: attributes, a photo and a place in it to a garment there.

Source: Park et al., MC-GAN (2018), https://arxiv.org/abs/1805.01123: the discriminator judges picture and mask
together, and takes a real picture with another's mask, or with another's words, for a fake; L1 holds the eroded
background. Ours begins with a generator that draws garments already, so the mask of what that generator drew is held,
too: what is learnt is light, shadow, colour cast and edges.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from fashiongan.dataset.scenes import Scenes
from fashiongan.errors import TrainingError
from fashiongan.generator.parts import ENCODER_PREFIX, GeneratorParts
from fashiongan.networks.compose_discriminator import ComposeDiscriminator
from fashiongan.networks.compose_generator import ComposeGenerator, ComposeShape, laid_on
from fashiongan.networks.image_features import OUTPUTS
from fashiongan.training.composing.losses import background_loss
from fashiongan.training.composing.scene_batches import SceneBatch, SceneSource
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.features import frozen_features
from fashiongan.training.generator.projected_game import adam, ready
from fashiongan.training.grid import picture_grid
from fashiongan.training.guards import kept_bytes, weight_bytes
from fashiongan.training.losses import hinge_discriminator_loss, hinge_generator_loss
from fashiongan.training.weights import take_over

SYSTEM = "mcgan"
# Of the paper's losses, how much a wrong mask and wrong words count beside what was made.
WRONG_SHARE = 0.5
BACKGROUND_GAIN, MASK_GAIN = 15.0, 10.0
# The generator waits until the heads, which are new, have learnt something.
WAITING_STEPS = 60
GRID_COLUMNS, GRID_ROWS = 8, 6


@dataclass(frozen=True, slots=True)
class McganSettings:
    """What is chosen for a run, and what a resumed run must share with the one before it."""

    width: int = 16
    batch: int = 16
    seed: int = 0
    bfloat16: bool = True

    def __post_init__(self) -> None:
        for name, least, most in (("batch", 2, 4096), ("width", 2, 256), ("seed", 0, 2**63 - 1)):
            if not least <= getattr(self, name) <= most:
                raise TrainingError(f"{name} is {getattr(self, name)}, but it is {least} to {most}.")


class McganRecipe:
    """Trains the blocks that fit a garment into a photo; the garment's own generator stays as it is."""

    def __init__(
        self,
        scenes: Scenes,
        generator: GeneratorParts,
        settings: McganSettings,
        device: torch.device,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        """`generator` : a conditional generator with its wardrobe; `options` : what else was chosen, for the record"""
        torch.manual_seed(settings.seed)
        self.settings, self.options, self.device = settings, dict(options or {}), device
        self.images_per_step = settings.batch
        self.random = torch.Generator().manual_seed(settings.seed)
        self.shape = ComposeShape(generator.network.shape, settings.width)
        self.generator_parts = generator
        network = ComposeGenerator(self.shape)
        take_over(network.foreground, generator.network.state_dict())
        self.generator = cast(ComposeGenerator, ready(network, device))
        self.features = ready(frozen_features(), device)
        foreground = self.shape.foreground
        judge = ComposeDiscriminator(
            tuple(OUTPUTS.values()), self.shape.drawn_px, foreground.vocabulary_sizes, foreground.style_width
        )
        self.discriminator = ready(judge, device)
        self.average = MovingAverage(self.generator)
        self.optimisers = {"generator": adam(self.generator), "discriminator": adam(self.discriminator)}
        self.waiting = WAITING_STEPS
        self.batches = SceneSource(scenes, generator.wardrobe, self.shape)

    def step(self) -> dict[str, float]:
        batch = self.batches.draw(self.images_per_step, self.random).to(self.device)
        with self._precision():
            made, plain = self.generator.drawn(batch.latents, batch.asked, batch.seen, self.shape.drawn_px)
        made, alpha = made.float(), (made[:, 3:4].float() + 1) / 2
        fake = laid_on(made, batch.ground)
        discriminator_loss, fake_maps, changed = self._judge(batch, fake, alpha)
        self._descend("discriminator", discriminator_loss)
        with self._precision():
            fooled = hinge_generator_loss(self.discriminator(fake_maps, changed, batch.asked))
        losses = {
            "generator": fooled,
            "background": BACKGROUND_GAIN * background_loss(fake, batch.ground, alpha),
            "mask": MASK_GAIN * (made[:, 3] - plain[:, 3].float()).abs().mean() / 2,
        }
        if self.waiting:
            self.waiting -= 1
        else:
            self._descend("generator", torch.stack(list(losses.values())).sum())
            self.average.update()
        return {"discriminator": discriminator_loss.item()} | {name: one.item() for name, one in losses.items()}

    def _judge(self, batch: SceneBatch, fake: Tensor, alpha: Tensor) -> tuple[Tensor, list[Tensor], Tensor]:
        """The discriminator's loss; what it saw of the fakes, and their masks, as they were changed for it."""
        real, mask = batch.real_changes(batch.real, batch.mask)
        shown, changed = batch.fake_changes(fake, alpha)
        other, words = batch.mask.roll(1, 0), batch.known.each(lambda one: one.roll(1, 0))
        _, wrong_mask = batch.real_changes(batch.real, other)
        with self._precision():
            with torch.no_grad():
                real_maps = self._seen(real)
            fake_maps = self._seen(shown)
            apart = [one.detach() for one in fake_maps]
            real_logits = self.discriminator(real_maps, mask, batch.known)
            loss = hinge_discriminator_loss(real_logits, self.discriminator(apart, changed.detach(), batch.asked))
            wrong = (self.discriminator(real_maps, wrong_mask, batch.known), self.discriminator(real_maps, mask, words))
        loss = loss + WRONG_SHARE * sum(functional.relu(1 + one.float()).mean() for one in wrong)
        return loss, fake_maps, changed

    def _seen(self, rgb: Tensor) -> list[Tensor]:
        maps: list[Tensor] = self.features(rgb.contiguous(memory_format=torch.channels_last))
        return maps

    def _descend(self, name: str, loss: Tensor) -> None:
        self.optimisers[name].zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimisers[name].step()

    def _precision(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.settings.bfloat16)

    def memory_bytes(self) -> int:
        """About how much a run with these settings needs beside its photos, from what two pictures keep."""
        batch = self.batches.draw(2, torch.Generator().manual_seed(0)).to(self.device)

        def keep() -> object:
            with self._precision():
                made, _ = self.generator.drawn(batch.latents, batch.asked, batch.seen, self.shape.drawn_px)
            fake = laid_on(made.float(), batch.ground)
            return self._judge(batch, fake, (made[:, 3:4].float() + 1) / 2)

        # What is held a while on the way back is about as much again.
        kept = 2 * kept_bytes(keep) * self.settings.batch // 2
        return kept + weight_bytes([self.generator, self.discriminator])

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Rows in turn: photos without a garment, the plain garment pasted there, and what is made of it."""
        fixed = torch.Generator().manual_seed(self.settings.seed)
        count = GRID_COLUMNS * GRID_ROWS // 3
        batch = self.batches.draw(count, fixed).to(self.device)
        made, plain = self.averaged().drawn(batch.latents, batch.asked, batch.seen, self.shape.drawn_px)
        pasted = laid_on(torch.cat([plain, torch.zeros_like(plain[:, :1])], dim=1), batch.ground)
        pieces = [torch.split(row, GRID_COLUMNS) for row in (batch.ground, pasted, laid_on(made, batch.ground))]
        rows = torch.cat([one for three in zip(*pieces, strict=True) for one in three]).cpu()
        return picture_grid(torch.cat([rows, torch.ones_like(rows[:, :1])], dim=1), GRID_COLUMNS)

    def _parts(self) -> dict[str, Any]:
        """Everything that has a state of its own, by name."""
        networks = {"generator": self.generator, "average": self.average.network, "discriminator": self.discriminator}
        return networks | {f"{name}_optimiser": one for name, one in self.optimisers.items()}

    def state(self) -> dict[str, Any]:
        chosen = {"settings": asdict(self.settings), "options": self.options}
        counted = {"average_steps": self.average.steps, "waiting": self.waiting, "random": self.random.get_state()}
        return chosen | counted | {name: part.state_dict() for name, part in self._parts().items()}

    def restore(self, state: dict[str, Any]) -> None:
        if state.get("settings") != asdict(self.settings):
            raise TrainingError(
                f"The run was started with {state.get('settings')}, not {asdict(self.settings)}; choose another --run."
            )
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.average.steps, self.waiting = state["average_steps"], state["waiting"]
        self.random.set_state(state["random"])

    def averaged(self) -> ComposeGenerator:
        """The generator with its averaged weights."""
        return cast(ComposeGenerator, self.average.network)

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Averaged weights with style encoder and wardrobe, half precision, shape and training in the header."""
        facts = {"shape": self.shape.to_dict(), "training": training, "options": asdict(self.settings) | self.options}
        parts = self.generator_parts
        encoder = {f"{ENCODER_PREFIX}{name}": value for name, value in parts.style_encoder.state_dict().items()}
        write_weights(path, SYSTEM, self.average.network.state_dict() | encoder | parts.wardrobe.to_tensors(), facts)
