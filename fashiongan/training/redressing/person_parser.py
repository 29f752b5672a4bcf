"""Recipe of the person parser: which region each pixel of a photo shows, and which part of the body is under it."""

from collections.abc import Mapping
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from fashiongan.networks.redress_generators import REGIONS, PersonParser
from fashiongan.people.painting import painted, painted_body
from fashiongan.people.reading import PeopleSet
from fashiongan.training.grid import picture_grid
from fashiongan.training.redressing.person_run import PersonRecipe, RedressSettings, Training
from fashiongan.training.redressing.person_scenes import Scenes, draw_scenes

# Most of a picture is ground, which is easily known.
GROUND_WEIGHT = 0.5
GRID_COLUMNS = 8


class ParserRecipe(PersonRecipe):
    """Trains the parser on people in front of photos of nobody."""

    def __init__(
        self,
        people: PeopleSet,
        grounds: Tensor | None,
        settings: RedressSettings,
        device: torch.device,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        """`grounds` : (M, 3, S, S) uint8, or None for plain grounds alone"""
        torch.manual_seed(settings.seed)
        self.people, self.grounds, self.images_per_step = people, grounds, settings.batch
        self.shape = settings.shape(people.style.shape[-1])
        self.training = Training(settings, PersonParser(self.shape), None, device, options)

    def step(self) -> dict[str, float]:
        training = self.training
        rows = torch.randint(len(self.people), (self.images_per_step,), generator=training.random)
        scenes = draw_scenes(self.people, self.grounds, rows, training.random)
        with training.precision():
            logits = training.network(
                scenes.rgb.to(training.device).contiguous(memory_format=torch.channels_last)
            ).float()
        losses = parser_losses(logits, scenes)
        training.learn("network", torch.stack(list(losses.values())).sum())
        return {name: loss.item() for name, loss in losses.items()}

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Rows: scenes, the regions that are read, the true ones, the body parts that are read, the true ones."""
        random = torch.Generator().manual_seed(self.training.settings.seed)
        rows = torch.randint(len(self.people), (GRID_COLUMNS,), generator=random)
        scenes = draw_scenes(self.people, self.grounds, rows, random)
        logits = self.averaged()(scenes.rgb.to(self.training.device)).cpu()
        read, read_body = logits[:, :REGIONS].argmax(1), logits[:, REGIONS:].argmax(1)
        shown = [scenes.rgb, painted(read), painted(scenes.regions), painted_body(read_body), painted_body(scenes.body)]
        rgb = torch.cat(shown)
        return picture_grid(torch.cat([rgb, torch.ones_like(rgb[:, :1])], dim=1), GRID_COLUMNS)

    def averaged(self) -> PersonParser:
        """The network with its averaged weights."""
        return cast(PersonParser, self.training.average.network)


def parser_losses(logits: Tensor, scenes: Scenes) -> dict[str, Tensor]:
    """Cross-entropy of (B, 7 + 5, H, W) logits with what is seen, and with what of the body is there."""
    seen, body = logits[:, :REGIONS], logits[:, REGIONS:]
    return {"regions": _entropy(seen, scenes.regions), "body": _entropy(body, scenes.body)}


def _entropy(logits: Tensor, classes: Tensor) -> Tensor:
    weights = logits.new_ones(logits.shape[1])
    weights[0] = GROUND_WEIGHT
    return functional.cross_entropy(logits, classes.to(logits.device), weights)
