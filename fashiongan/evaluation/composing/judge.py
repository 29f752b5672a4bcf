"""A score for composers in training: KID of scenes against those of the validation split, so that the best are kept."""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from fashiongan.dataset.scenes import Scenes
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.evaluation.kid import InceptionFeatures, kid_x1000
from fashiongan.networks.compose_generator import ComposeGenerator, laid_on
from fashiongan.training.composing.scene_batches import SceneSource

BATCHES, BATCH = 10, 20


def compose_judge(
    network: Callable[[], ComposeGenerator], held_out: Scenes, wardrobe: Wardrobe, device: torch.device
) -> Callable[[], float]:
    """A judge of what `network` gives at the time: the same requests and places each time."""
    inception = InceptionFeatures(device)

    @torch.no_grad()
    def judge() -> float:
        random, composer = torch.Generator().manual_seed(0), network()
        source = SceneSource(held_out, wardrobe, composer.shape)
        made, real = [], []
        for _ in range(BATCHES):
            batch = source.draw(BATCH, random).to(device)
            drawn, _ = composer.drawn(batch.latents, batch.asked, batch.seen, composer.shape.drawn_px)
            made.append(inception(_pixels(laid_on(drawn, batch.ground))))
            real.append(inception(_pixels(batch.real)))
        return kid_x1000(np.concatenate(made), np.concatenate(real))

    return judge


def _pixels(rgb: Tensor) -> Tensor:
    return ((rgb + 1) * 127.5).round().clamp(0, 255).byte().cpu()
