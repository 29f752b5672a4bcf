"""LPIPS: how different two pictures look, by the features of VGG16, weighted as people judged.

Source: Zhang et al., The Unreasonable Effectiveness of Deep Features as a Perceptual Metric (2018),
https://arxiv.org/abs/1801.03924, version 0.1 with VGG16 and its linear weights.
"""

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.networks.vgg_features import LEAST_PX
from fashiongan.training.vgg import lpips_weights, trained_vgg

BATCH = 4
EPSILON = 1e-10
CPU = torch.device("cpu")


class Lpips:
    """The metric with its trained weights.

    Raises
    ------
    TrainingError : the weights are not installed
    """

    def __init__(self, device: torch.device = CPU) -> None:
        self._vgg = trained_vgg().to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._weights = [weights.to(device) for weights in lpips_weights()]
        self._device = device

    @torch.inference_mode()
    def __call__(self, first: Tensor, second: Tensor) -> Tensor:
        """(B,) distances of (B, 3, S, S) pictures in [-1, 1], S at least 16; 0 where they are the same."""
        assert first.shape == second.shape
        assert min(first.shape[-2:]) >= LEAST_PX
        parts = zip(torch.split(first, BATCH), torch.split(second, BATCH), strict=True)
        return torch.cat([self._distances(a.to(self._device), b.to(self._device)).cpu() for a, b in parts])

    def _distances(self, first: Tensor, second: Tensor) -> Tensor:
        both = self._vgg(torch.cat([first, second]).contiguous(memory_format=torch.channels_last))
        total = torch.zeros(len(first), device=self._device)
        for feature, weights in zip(both, self._weights, strict=True):
            a, b = _unit(functional.relu(feature)).chunk(2)
            total += (weights[:, None, None] * (a - b).square()).sum(1).mean((1, 2))
        return total


def _unit(feature: Tensor) -> Tensor:
    """(B, C, H, W) with the channels of each place brought to length 1."""
    length: Tensor = torch.linalg.vector_norm(feature, dim=1, keepdim=True)
    return feature / (length + EPSILON)
