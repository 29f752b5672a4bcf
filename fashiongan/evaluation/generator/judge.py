"""A score for weights in training: KID against the validation split, so that the best can be kept."""

from collections.abc import Callable

import torch

from fashiongan.dataset.training_set import TrainingSet
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.evaluation.generator.samples import draw, on_white, requests_like
from fashiongan.evaluation.kid import InceptionFeatures, kid_x1000
from fashiongan.networks.conditional_generator import ConditionalGenerator

FAKES_PER_PICTURE = 3


class KidJudge:
    """KID x1000 of the same requests and latents each time, so that scores of one run can be compared."""

    def __init__(self, held_out: TrainingSet, device: torch.device) -> None:
        self._held_out = held_out
        self._inception = InceptionFeatures(device)
        self._real = self._inception(on_white(held_out.rgba))

    def of(self, network: Callable[[], ConditionalGenerator], wardrobe: Callable[[], Wardrobe]) -> Callable[[], float]:
        """A judge of what `network` gives at the time; both are called at each judgement."""

        def judge() -> float:
            random = torch.Generator().manual_seed(0)
            asked = requests_like(self._held_out, wardrobe(), FAKES_PER_PICTURE, random)
            return kid_x1000(self._inception(on_white(draw(network(), asked, random))), self._real)

        return judge
